import Foundation
import SystemFiles
import TestSupport
import Testing

@testable import ReportArchive

/// Entries: what is kept of them, in which order, and what is made from them.
@Suite struct HistoryTests {
    private let small: SmallArchive

    init() throws { small = try SmallArchive() }

    @Test func `what is archived is what was written, and the same report is one entry`() throws {
        let first = try small.add("a", at: 1000)
        let again = try small.add("a", at: 5000)
        #expect(first.isNew && !again.isNew && first.folder == again.folder)
        let places = try small.archive.history(of: "S")
        #expect(places.count == 1 && places[0].entry.archived == 1_000_000 && places[0].entry.sequence == 1)
        var expected = try small.report("a", of: "S").entry
        expected.archived = 1_000_000
        expected.sequence = 1
        for place in expected.files.indices {
            expected.files[place].size = "a 1.0 \(place == 0 ? "html" : "pdf")".count
        }
        #expect(places[0].entry == expected)
        #expect(try small.bytes(first.folder + "/a.html") == Array("a 1.0 html".utf8))
    }

    @Test func `a clock that goes backwards changes no order`() throws {
        try small.add("a", sharpe: 1, at: 5000)
        try small.add("a", sharpe: 2, at: 4000)
        try small.add("a", sharpe: 3, at: -100)
        let history = try small.archive.history(of: "S")
        #expect(history.map { $0.entry.number("sharpe") } == [1, 2, 3])
        #expect(history.map(\.entry.sequence) == [1, 2, 3])
        #expect(try small.archive.catalogue().strategies[0].latest.entry.number("sharpe") == 3)
    }

    @Test func `a file that changed since its report was made is refused, and nothing is left`() throws {
        let report = try small.report("a", of: "S")
        try Data("another".utf8).write(to: URL(fileURLWithPath: report.paths[1]))
        #expect(throws: FileError.self) { try small.archive.add(report, sequence: 1, at: 0) }
        #expect(try small.archive.entryFolders().isEmpty)
        #expect(try FileSystem.listDirectory(small.path + "/.incoming").isEmpty)
    }

    @Test func `the catalogue comes from the entries alone, the same bytes whatever stood there`() throws {
        for (index, name) in ["a", "b", "c"].enumerated() { try small.add(name, sharpe: Double(index), at: 1000) }
        try small.add("lone", of: nil)
        try small.rebuild()
        let made = try small.files.map { ($0, try small.bytes($0)) }
        for (name, _) in made where !name.contains("/") && name != "README.txt" {
            try small.write([1, 2, 3], to: name)
        }
        try FileManager.default.removeItem(atPath: small.path + "/strategies/S/index.html")
        try small.rebuild()
        for (name, bytes) in made { #expect(try small.bytes(name) == bytes, "\(name)") }
        #expect(small.files == made.map(\.0))
        #expect(small.archive.verify().faults.isEmpty)
    }

    @Test func `an entry that is not whole is in no list, and is named`() throws {
        let entry = try small.add("a")
        try small.add("b")
        try small.write([0x7B], to: entry.folder + "/manifest.json")
        let result = try small.rebuild()
        #expect(result.damaged == [entry.folder] && result.entries == 1)
    }

    @Test(arguments: [
        ("SmaCross", "SmaCross"), ("SMA / Cross", "SMA-Cross~"), ("..", "x~"), ("-rf", "rf~"), ("", "x~"),
        ("été 2026", "été-2026~"), ("a\u{202E}b", "a-b~"), ("v1.2", "v1.2"), ("index.html/", "index.html~"),
        ("ends.", "ends~"),
    ])
    func `folders have names that are names everywhere`(name: String, folder: String) {
        let made = EntryAddress.folder(ofStrategy: name)
        #expect(folder.hasSuffix("~") ? made.hasPrefix(folder) && made.count == folder.count + 8 : made == folder)
    }

    @Test func `long names are cut, and still tell strategies apart`() {
        let long = String(repeating: "long", count: 50)
        let (one, other) = (EntryAddress.folder(ofStrategy: long + "1"), EntryAddress.folder(ofStrategy: long + "2"))
        #expect(one != other && one.utf8.count <= 89)
    }
}
