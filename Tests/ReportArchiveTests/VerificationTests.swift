import Foundation
import SystemFiles
import TestSupport
import Testing

@testable import ReportArchive

/// Verification finds whatever is not as it was archived, wherever it is.
@Suite struct VerificationTests {
    private let small: SmallArchive

    init() throws {
        small = try SmallArchive()
        try small.add("a", at: 1000)
        try small.add("b", sharpe: 2, at: 2000)
        try small.add("c", of: "Other / strategy")
        try small.rebuild()
    }

    @Test func `an archive as it was written has no fault`() {
        let result = small.archive.verify()
        #expect(result.faults.isEmpty && result.entries == 3 && result.uncatalogued == 0 && result.unfinished.isEmpty)
        // Six reports' files, three manifests and lists, the read-me, and six files of the catalogue, its list apart.
        #expect(result.files == 6 + 6 + 7, "\(result.files)")
    }

    /// Bits of every stretch of each file; `TEARSHEET_FLIPS=100000` takes every bit.
    @Test func `every flipped bit of every kind of file is found, at its file`() throws {
        let most = ProcessInfo.processInfo.environment["TEARSHEET_FLIPS"].flatMap { Int($0) } ?? 101
        var kinds: Set<String> = []
        for name in small.files {
            let bytes = try small.bytes(name)
            kinds.insert(FileSystem.name(of: name))
            for bit in stride(from: 0, to: bytes.count * 8, by: max(1, bytes.count * 8 / most)) {
                var changed = bytes
                changed[bit / 8] ^= 1 << (bit % 8)
                try small.write(changed, to: name)
                let faults = small.archive.verify().faults
                // A list of checksums that changed may also name a file that is not there, and not one that is.
                let isNamed = faults.contains { $0.path == name } || name.hasSuffix("SHA256SUMS")
                #expect(!faults.isEmpty && isNamed, "\(name), bit \(bit): \(faults)")
                if faults.isEmpty { break }
            }
            try small.write(bytes, to: name)
        }
        #expect(small.archive.verify().faults.isEmpty)
        let expected: Set = [
            "README.txt", "SHA256SUMS", "a.html", "a.pdf", "b.html", "b.pdf", "c.html", "c.pdf", "catalogue.json",
            "catalogue.sqlite", "index.html", "latest.html", "manifest.json",
        ]
        #expect(kinds == expected)
    }

    @Test func `every missing and every shortened file is found`() throws {
        for name in small.files where name != "README.txt" {
            let bytes = try small.bytes(name)
            for count in [0, 1, bytes.count / 2, bytes.count - 1] {
                try small.write(Array(bytes.prefix(count)), to: name)
                #expect(!small.archive.verify().faults.isEmpty, "\(name) of \(count) bytes")
            }
            try FileManager.default.removeItem(atPath: small.path + "/" + name)
            let faults = small.archive.verify().faults
            #expect(faults.contains { $0.kind == .missing && $0.path == name }, "\(name): \(faults)")
            try small.write(bytes, to: name)
        }
    }

    @Test func `foreign files and folders are found wherever they lie`() throws {
        let entry = try #require(try small.archive.entryFolders().first)
        for folder in ["", "strategies/", "strategies/S/", entry + "/"] {
            let name = folder + "notes.txt"
            try small.write([0x61], to: name)
            let faults = small.archive.verify().faults
            #expect(faults.map(\.path) == [name] && faults.map(\.kind) == [.foreign], "\(faults)")
            try FileManager.default.removeItem(atPath: small.path + "/" + name)
        }
        try FileManager.default.createDirectory(
            atPath: small.path + "/" + entry + "/more", withIntermediateDirectories: false)
        #expect(small.archive.verify().faults.map(\.path) == [entry + "/more"])
    }

    @Test func `an entry that is gone as a whole, or lies in another folder, is found`() throws {
        let entry = try #require(try small.archive.entryFolders().last)
        let moved = small.path + "/strategies/S/x.0000000000000000"
        try FileManager.default.moveItem(atPath: small.path + "/" + entry, toPath: moved)
        let faults = small.archive.verify().faults
        #expect(Set(faults.map(\.kind)) == [.missing, .misplaced] && faults.contains { $0.path == entry }, "\(faults)")
        try FileManager.default.removeItem(atPath: moved)
        #expect(small.archive.verify().faults.map(\.path) == [entry])
        // Taken out on purpose: the catalogue is made again, and all is well.
        try small.rebuild()
        #expect(small.archive.verify().faults.isEmpty)
    }

    @Test func `a manifest is data: it reaches no file outside of its entry`() throws {
        let entry = try #require(try small.archive.entryFolders().first)
        let text = String(decoding: try small.bytes(entry + "/manifest.json"), as: UTF8.self)
        let hostile = text.replacingOccurrences(of: "\"name\": \"c.html\"", with: "\"name\": \"../../../README.txt\"")
        #expect(hostile != text)
        #expect(EntryManifest.entry(Array(hostile.utf8)) == nil)
    }
}
