import Foundation
import SystemFiles
import TestSupport
import Testing

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func `a written file replaces the old one and leaves nothing beside it`() throws {
    try withFolder { folder in
        let path = folder + "/report.html"
        try FileSystem.writeAtomically(bytes("old and longer"), to: path)
        try FileSystem.writeAtomically(bytes("new"), to: path, durable: false)
        #expect(try FileSystem.readFile(path) == bytes("new"))
        #expect(try FileSystem.listDirectory(folder) == ["report.html"])
    }
}

@Test func `an open reader keeps the old file while the new one takes its place`() throws {
    try withFolder { folder in
        let path = folder + "/report.html"
        try FileSystem.writeAtomically(bytes("old"), to: path)
        let reader = try #require(FileHandle(forReadingAtPath: path))
        try FileSystem.writeAtomically(bytes("new"), to: path)
        #expect(try reader.readToEnd() == Data(bytes("old")))
    }
}

@Test func `the umask decides the permissions of a written file`() throws {
    try withFolder { folder in
        let path = folder + "/report.html"
        try Data().write(to: URL(fileURLWithPath: folder + "/plain"))
        try FileSystem.writeAtomically(bytes("x"), to: path)
        let written = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        let mask = umask(0)
        umask(mask)
        #expect(written == 0o666 & ~Int(mask))
    }
}

@Test func `a link stays a link and its target gets the bytes`() throws {
    try withFolder { folder in
        try FileSystem.writeAtomically(bytes("old"), to: folder + "/target")
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "target")
        try FileSystem.writeAtomically(bytes("new"), to: folder + "/link")
        #expect(try FileSystem.readFile(folder + "/target") == bytes("new"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "target")
    }
}

@Test func `a device is written, never replaced by a file`() throws {
    try FileSystem.writeAtomically(bytes("x"), to: "/dev/null")
    #expect(FileSystem.kind(of: "/dev/null") == .other)
}

@Test func `a full disk is an error that says so`() {
    let error = fileError { try FileSystem.writeAtomically(bytes("x"), to: "/dev/full") }
    #expect(error?.message == "cannot write '/dev/full': no space left on the device")
}

@Test func `a write that fails midway leaves the old file and no temporary one`() async {
    // In a process of its own: the limit on file sizes holds for the whole process.
    await #expect(processExitsWith: .success) {
        try withFolder { folder in
            let path = folder + "/report.pdf"
            try FileSystem.writeAtomically(bytes("old"), to: path)
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let error = fileError {
                try FileSystem.writeAtomically([UInt8](repeating: 7, count: 5000), to: path)
            }
            #expect(error?.reason == "the file would be larger than allowed")
            #expect(try FileSystem.readFile(path) == bytes("old"))
            #expect(try FileSystem.listDirectory(folder) == ["report.pdf"])
        }
    }
}

@Test func `a reader that has gone is not an error and not the end of the process`() async {
    await #expect(processExitsWith: .success) {
        var ends: [Int32] = [0, 0]
        #expect(unsafe pipe(&ends) == 0)
        close(ends[0])
        dup2(ends[1], STDOUT_FILENO)
        try StandardStreams.writeOutput("nobody reads this")
    }
}

@Test func `results that a full disk cannot take are an error`() async {
    await #expect(processExitsWith: .success) {
        dup2(unsafe open("/dev/full", O_WRONLY), STDOUT_FILENO)
        let error = fileError { try StandardStreams.writeOutput("x") }
        #expect(error?.message == "cannot write 'standard output': no space left on the device")
        #expect(!StandardStreams.outputIsTerminal)
    }
}

@Test func `a target that cannot be written is named as the caller gave it`() throws {
    try withFolder { folder in
        let onFolder = fileError { try FileSystem.writeAtomically([], to: folder) }
        #expect(onFolder?.reason == "it is a directory")
        let missing = fileError { try FileSystem.writeAtomically([], to: folder + "/no/report.html") }
        #expect(missing?.message == "cannot write '\(folder)/no/report.html': no such file or directory")
        let nameless = fileError { try FileSystem.writeAtomically([], to: "") }
        #expect(nameless?.code == ENOENT)
    }
}

@Test func `many writers of one file leave one whole version of it`() async throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.url.path
    try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<16 {
            group.addTask {
                let version = [UInt8](repeating: UInt8(writer), count: 50_000)
                for _ in 0..<5 { try FileSystem.writeAtomically(version, to: folder + "/out", durable: false) }
            }
        }
        try await group.waitForAll()
    }
    let result = try FileSystem.readFile(folder + "/out")
    #expect(result.count == 50_000 && Set(result).count == 1)
    #expect(temporary.names == ["out"])
}
