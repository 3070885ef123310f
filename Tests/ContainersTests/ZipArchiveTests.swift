import TestSupport
import Testing

@testable import Containers

struct ZipArchiveTests {
    private static func archive(_ name: String) throws -> ZipArchive {
        try ZipArchive(try Fixtures.bytes(Fixtures.folder + "/" + name))
    }

    private static let content = [UInt8](repeatElement(Array("date,equity\n".utf8), count: 50).joined())

    @Test(arguments: ["plain.zip", "descriptors.zip", "zip64.zip", "prefixed.zip"])
    func `an entry is found by its name and expands to what was packed`(name: String) throws {
        let archive = try Self.archive(name)
        let entry = try #require(archive.entry(named: "equity.csv"))
        #expect(entry.size == 600)
        #expect(try archive.content(of: entry, limit: 600) == Self.content)
    }

    @Test func `an entry beyond the limit is refused before it is expanded`() throws {
        let archive = try Self.archive("plain.zip")
        let entry = try #require(archive.entry(named: "equity.csv"))
        #expect(throws: ZipProblem.tooLarge("equity.csv", limit: 599)) { try archive.content(of: entry, limit: 599) }
    }

    @Test func `an entry with a password is refused`() throws {
        var bytes = try Fixtures.bytes(Fixtures.folder + "/plain.zip")
        let directory = try #require((0..<bytes.count).first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes[directory + 8] |= 1
        let archive = try ZipArchive(bytes)
        #expect(throws: ZipProblem.encrypted(archive.entries[0].name)) {
            try archive.content(of: archive.entries[0], limit: 1000)
        }
    }

    @Test func `changed content does not pass for whole`() throws {
        var bytes = try Fixtures.bytes(Fixtures.folder + "/plain.zip")
        let place = try #require((0..<bytes.count).first { bytes[$0...].starts(with: Array("{}".utf8)) })
        bytes[place] = 0x5B
        let archive = try ZipArchive(bytes)
        #expect(throws: ContainerProblem.self) { try archive.content(of: archive.entries[0], limit: 1000) }
    }

    @Test func `a small entry that claims to be huge takes no memory`() throws {
        var bytes = try Fixtures.bytes(Fixtures.folder + "/plain.zip")
        let places = (0..<bytes.count).filter { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
        bytes.replaceSubrange((places[1] + 24)..<(places[1] + 28), with: [0, 0, 0, 0x70])
        let archive = try ZipArchive(bytes)
        #expect(throws: ContainerProblem.self) { try archive.content(of: archive.entries[1], limit: .max) }
    }
}
