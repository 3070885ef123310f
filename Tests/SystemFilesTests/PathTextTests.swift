import Foundation
import SystemFiles
import TestSupport
import Testing

@Test func `every name of bytes comes back as it was`() {
    var generator = SeededNumbers(seed: 1)
    for length in 0..<200 {
        let random = (0..<length).map { _ in UInt8.random(in: 1...255, using: &generator) }
        #expect(PathText.bytes(of: PathText.path(decoding: random)) == random)
    }
    for text in ["plain.csv", "日本.csv", "\u{EF80}\u{EFFF}", "\u{E000}\u{F8FF}", "é", "e\u{301}", ""] {
        #expect(PathText.bytes(of: PathText.path(decoding: Array(text.utf8))) == Array(text.utf8), "\(text)")
    }
}

@Test func `a name that is text is itself`() {
    for text in ["plain.csv", "日本.csv", "e\u{301}.csv", "\u{E000}"] {
        #expect(PathText.path(decoding: Array(text.utf8)) == text)
    }
    let latin = PathText.path(decoding: Array("caf".utf8) + [0xE9])
    #expect(latin == "caf\u{EFE9}" && PathText.shown(latin) == "caf\u{FFFD}")
}

@Test func `files whose names are no text are listed, read, written and replaced`() throws {
    try withFolder { folder in
        let name = PathText.path(decoding: Array("caf".utf8) + [0xE9, 0x2E, 0x63])
        try FileSystem.writeAtomically([1], to: folder + "/" + name)
        _ = try FileSystem.writeTogether([(name, FileOutput([2])), ("plain", FileOutput([3]))], into: folder)
        #expect(try FileSystem.listDirectory(folder) == [name, "plain"])
        #expect(try FileSystem.readFile(folder + "/" + name) == [2])
        #expect(FileSystem.kind(of: folder + "/" + name) == .regular)
        let error = fileError { _ = try FileSystem.readFile(folder + "/x" + name) }
        #expect(error?.message.contains("/xcaf\u{FFFD}.c': no such file") == true)
    }
}
