import Foundation
import SystemFiles
import Testing

@Test func `a file is read to its last byte whatever its size`() throws {
    try withFolder { folder in
        for size in [0, 1, 4095, 4096, 4097, 65_536, 200_001] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/data"))
            #expect(try FileSystem.readFile(folder + "/data") == bytes)
        }
    }
}

@Test func `a limit keeps the start of the file and no more`() throws {
    try withFolder { folder in
        try Data((0..<100).map { UInt8($0) }).write(to: URL(fileURLWithPath: folder + "/data"))
        for limit in [0, 1, 99, 100, 101, 100_000] {
            let expected = (0..<min(limit, 100)).map { UInt8($0) }
            #expect(try FileSystem.readFile(folder + "/data", limit: limit) == expected)
        }
        #expect(try FileSystem.readFile("/dev/zero", limit: 200_000).count == 200_000)
    }
}

@Test func `files of the kernel say size zero and are read all the same`() throws {
    let status = String(decoding: try FileSystem.readFile("/proc/self/status"), as: UTF8.self)
    #expect(status.hasPrefix("Name:"))
}

@Test func `what cannot be read is named with the reason`() throws {
    try withFolder { folder in
        let missing = fileError { _ = try FileSystem.readFile("missing.csv") }
        #expect(missing?.message == "cannot read 'missing.csv': no such file or directory")
        let onFolder = fileError { _ = try FileSystem.readFile(folder) }
        #expect(onFolder?.reason == "it is a directory")
        let below = fileError { _ = try FileSystem.readFile("/dev/null/x") }
        #expect(below?.message == "cannot read '/dev/null/x': a part of the path is not a directory")
        let long = fileError { _ = try FileSystem.readFile(String(repeating: "n", count: 300)) }
        #expect(long?.reason == "the name is too long")
        let cut = fileError { _ = try FileSystem.readFile(folder + "/data\u{0}.csv") }
        #expect(cut?.reason == "the name is not a valid path")
    }
}

@Test func `a loop of links is an error, not a hang`() throws {
    try withFolder { folder in
        try FileManager.default.createSymbolicLink(atPath: folder + "/a", withDestinationPath: folder + "/b")
        try FileManager.default.createSymbolicLink(atPath: folder + "/b", withDestinationPath: folder + "/a")
        let loop = fileError { _ = try FileSystem.readFile(folder + "/a") }
        #expect(loop?.reason == "too many symbolic links")
    }
}

@Test func `a kind tells files, folders and devices apart and follows links`() throws {
    try withFolder { folder in
        try Data().write(to: URL(fileURLWithPath: folder + "/file"))
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder)
        #expect(FileSystem.kind(of: folder + "/file") == .regular)
        #expect(FileSystem.kind(of: folder) == .directory)
        #expect(FileSystem.kind(of: folder + "/link") == .directory)
        #expect(FileSystem.kind(of: "/dev/null") == .other)
        #expect(FileSystem.kind(of: folder + "/missing") == nil)
        #expect(FileSystem.kind(of: folder + "/file\u{0}x") == nil)
    }
}

@Test func `every common code has our own words, the rest the system's`() {
    let words: [(Int32, String)] = [
        (ENOENT, "no such file or directory"), (EACCES, "permission denied"), (EPERM, "permission denied"),
        (ENOSPC, "no space left on the device"), (EISDIR, "it is a directory"),
        (ENOTDIR, "a part of the path is not a directory"), (EEXIST, "a file of that name is in the way"),
        (EROFS, "the file system is read-only"), (EIO, "input or output error of the device"),
        (EMFILE, "too many open files"), (ENFILE, "too many open files"), (ENAMETOOLONG, "the name is too long"),
        (EFBIG, "the file would be larger than allowed"), (EDQUOT, "the disk quota is used up"),
        (ELOOP, "too many symbolic links"), (EINVAL, "the name is not a valid path"), (ENOMEM, "not enough memory"),
        (EPIPE, "the reader has gone"), (EXDEV, "invalid cross-device link"),
    ]
    for (code, reason) in words { #expect(FileError(.read, "x", code: code).reason == reason) }
    #expect(FileError(.write, "x", code: ENOSPC).message == "cannot write 'x': no space left on the device")
    #expect(FileError(.list, "x", code: EACCES).message == "cannot list 'x': permission denied")
    #expect(
        FileError(.createFolder, "x", code: EROFS).message
            == "cannot create the folder 'x': the file system is read-only")
    #expect(FileError(.resolve, "x", code: ENOENT).message == "cannot find 'x': no such file or directory")
}
