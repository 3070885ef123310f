import Foundation
import Testing

@testable import SystemFiles

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func content(_ text: String) -> FileOutput { FileOutput(bytes(text)) }

private func text(_ path: String) throws -> String { String(decoding: try FileSystem.readFile(path), as: UTF8.self) }

@Test func `the files of a set take their places and leave nothing beside them`() throws {
    try withFolder { folder in
        try FileSystem.writeAtomically(bytes("old"), to: folder + "/b")
        let paths = try FileSystem.writeTogether([("a", content("1")), ("b", content("2"))], into: folder)
        #expect(paths == [folder + "/a", folder + "/b"])
        #expect(try text(folder + "/a") == "1" && text(folder + "/b") == "2")
        #expect(try FileSystem.listDirectory(folder) == ["a", "b"])
    }
}

@Test func `a set that cannot be whole changes nothing`() throws {
    try withFolder { folder in
        try FileSystem.writeAtomically(bytes("old"), to: folder + "/a")
        try FileSystem.createDirectories(folder + "/b")
        let error = fileError {
            _ = try FileSystem.writeTogether([("a", content("1")), ("b", content("2"))], into: folder)
        }
        #expect(error?.message == "cannot write '\(folder)/b': it is a directory")
        let long = String(repeating: "n", count: 300)
        let late = fileError {
            _ = try FileSystem.writeTogether([("a", content("1")), (long, content("2"))], into: folder)
        }
        #expect(late?.reason == "the name is too long")
        #expect(try text(folder + "/a") == "old")
        #expect(try FileSystem.listDirectory(folder) == ["a", "b"])
    }
}

@Test func `a limit that the second file meets leaves the first as it was`() async {
    await #expect(processExitsWith: .success) {
        try withFolder { folder in
            try FileSystem.writeAtomically(bytes("old"), to: folder + "/a")
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let large = [UInt8](repeating: 7, count: 5000)
            let error = fileError {
                _ = try FileSystem.writeTogether([("a", content("1")), ("b", FileOutput(large))], into: folder)
            }
            #expect(error?.reason == "the file would be larger than allowed")
            #expect(try text(folder + "/a") == "old")
            #expect(try FileSystem.listDirectory(folder) == ["a"])
        }
    }
}

@Test(.enabled(if: geteuid() == 0, "only root can mount a small file system"))
func `a disk that is full at the second file has none of the set`() throws {
    try withFolder { folder in
        let mount = Process()
        mount.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        mount.arguments = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
        try mount.run()
        mount.waitUntilExit()
        // A container may forbid mounts even to root.
        guard mount.terminationStatus == 0 else { return }
        defer { _ = unsafe umount2(folder, Int32(MNT_DETACH)) }
        let half = [UInt8](repeating: 7, count: 40_000)
        let error = fileError {
            _ = try FileSystem.writeTogether([("a", FileOutput(half)), ("b", FileOutput(half))], into: folder)
        }
        #expect(error?.code == ENOSPC)
        #expect(try FileSystem.listDirectory(folder) == [])
    }
}

@Test func `in a folder a link is replaced, and what it leads to stays`() throws {
    try withFolder { folder in
        try FileSystem.createDirectories(folder + "/out")
        try FileSystem.writeAtomically(bytes("keep"), to: folder + "/victim")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/out/r", withDestinationPath: "../victim")
        try FileManager.default.createSymbolicLink(atPath: folder + "/out/s", withDestinationPath: "nowhere")
        _ = try FileSystem.writeTogether([("r", content("new")), ("s", content("too"))], into: folder + "/out")
        #expect(try text(folder + "/victim") == "keep")
        #expect(try text(folder + "/out/r") == "new" && !FileSystem.isLink(folder + "/out/r"))
        #expect(try text(folder + "/out/s") == "too" && FileSystem.kind(of: folder + "/out/nowhere") == nil)
    }
}

@Test func `a pipe in a folder is refused and does not block`() throws {
    try withFolder { folder in
        #expect(unsafe mkfifo(folder + "/r", 0o600) == 0)
        let error = fileError { _ = try FileSystem.writeTogether([("r", content("new"))], into: folder) }
        #expect(error?.reason == "a pipe or device is in the way")
    }
}

@Test(arguments: [0o600, 0o640, 0o444])
func `a file that is replaced keeps its mode`(mode: Int) throws {
    try withFolder { folder in
        for path in [folder + "/alone", folder + "/a", folder + "/b"] {
            try FileSystem.writeAtomically(bytes("old"), to: path)
            #expect(unsafe chmod(path, mode_t(mode)) == 0)
        }
        try FileSystem.writeAtomically(bytes("new"), to: folder + "/alone")
        _ = try FileSystem.writeTogether([("a", content("1")), ("b", content("2"))], into: folder)
        for name in ["alone", "a", "b"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
        }
    }
}

@Test func `no output replaces an input, by its own name, a link or a hard link`() throws {
    try withFolder { folder in
        let input = folder + "/run.csv"
        try FileSystem.writeAtomically(bytes("data"), to: input)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "run.csv")
        try FileManager.default.linkItem(atPath: input, toPath: folder + "/hard")
        var inputs = ProtectedFiles()
        inputs.insert(folder + "/link")
        for name in ["run.csv", "link", "hard"] {
            let alone = fileError {
                try FileSystem.writeAtomically(bytes("x"), to: folder + "/" + name, sparing: inputs)
            }
            let inSet = fileError {
                _ = try FileSystem.writeTogether(
                    [("new", content("x")), (name, content("x"))], into: folder + "/.", sparing: inputs)
            }
            for error in [alone, inSet] {
                #expect(error?.message.contains("the command reads") == true, "\(name)")
                #expect(error?.refusal == .replacesInput(folder + "/link"))
            }
        }
        #expect(try text(input) == "data")
        #expect(try FileSystem.listDirectory(folder) == ["hard", "link", "run.csv"])
    }
}

@Test func `a number that a new file has from one that is gone is not an input`() throws {
    try withFolder { folder in
        var inputs = ProtectedFiles()
        for index in 0..<20 {
            try FileSystem.writeAtomically(bytes("x"), to: folder + "/in")
            inputs.insert(folder + "/in")
            try FileManager.default.removeItem(atPath: folder + "/in")
            try FileSystem.writeAtomically(bytes("\(index)"), to: folder + "/out", sparing: inputs)
        }
    }
}

@Test func `a folder is cleared of what dead processes left, and their sets are completed`() throws {
    try withFolder { folder in
        try FileSystem.writeAtomically(bytes("old"), to: folder + "/r.pdf")
        try leaveTemporaries(in: folder)
        FileSystem.recover(folder)
        let left = try FileSystem.listDirectory(folder).filter { !$0.hasPrefix(ProcessMark.own.stem) }
        #expect(left == [".tearsheet-elsewhere.1-1-1-0.tmp", "r.html", "r.pdf"])
        #expect(FileSystem.kind(of: folder + "/\(ProcessMark.own.stem)-7.tmp") == .regular)
        #expect(try text(folder + "/r.html") == "page" && text(folder + "/r.pdf") == "paper")
    }
}

/// As a process leaves them that is killed between the renames of a set: the page is in its place, the paper is not.
private func leaveTemporaries(in folder: String) throws {
    let own = ProcessMark.own
    // A number beyond the largest that Linux gives a process.
    let stem = ProcessMark(place: own.place, process: 4_194_305, start: own.start).stem
    try FileSystem.writeAtomically(bytes("page"), to: folder + "/r.html")
    try FileSystem.writeAtomically(bytes("paper"), to: folder + "/\(stem)-1.tmp")
    try FileSystem.writeAtomically(bytes("part"), to: folder + "/\(stem)-2.tmp")
    try FileSystem.writeAtomically(bytes("living"), to: folder + "/\(own.stem)-7.tmp")
    try FileSystem.writeAtomically(bytes("other"), to: folder + "/.tearsheet-elsewhere.1-1-1-0.tmp")
    let list = "\(stem)-0.tmp\u{0}r.html\u{0}\(stem)-1.tmp\u{0}r.pdf\u{0}"
    try FileSystem.writeAtomically(bytes(list), to: folder + "/\(stem)-3.set")
}

@Test func `the mark of a process in a file's name is read again, and tells whether the process lives`() {
    let own = ProcessMark.own
    let parsed = ProcessMark.parse(own.stem + "-3.tmp")
    #expect(parsed?.mark == own && parsed?.rest == "3.tmp" && !own.isDead)
    #expect(ProcessMark(place: own.place, process: own.process, start: own.start + 1).isDead)
    #expect(ProcessMark(place: own.place, process: 4_194_305, start: 1).isDead)
    #expect(!own.isDead)
    #expect(!ProcessMark(place: "elsewhere.1", process: 4_194_305, start: 1).isDead)
    for name in ["r.html", ".tearsheet-", ".tearsheet-a-b-c-d", ".tearsheet-12-0.tmp"] {
        #expect(ProcessMark.parse(name) == nil)
    }
}
