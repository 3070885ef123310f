import Foundation
import SystemFiles
import Testing

@Test func `a folder is listed by the bytes of its names`() throws {
    try withFolder { folder in
        for name in ["b", "a", "Z", "ä", "a10", "a2", ".hidden"] {
            try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        #expect(try FileSystem.listDirectory(folder) == [".hidden", "Z", "a", "a10", "a2", "b", "ä"])
        let missing = fileError { _ = try FileSystem.listDirectory(folder + "/none") }
        #expect(missing?.code == ENOENT)
        let plainFile = fileError { _ = try FileSystem.listDirectory(folder + "/a") }
        #expect(plainFile?.code == ENOTDIR)
    }
}

@Test func `missing folders are made down to the last and existing ones left alone`() throws {
    try withFolder { folder in
        try FileSystem.createDirectories(folder + "/a/b//c/")
        try FileSystem.createDirectories(folder + "/a/b/c")
        #expect(FileSystem.kind(of: folder + "/a/b/c") == .directory)
        try Data().write(to: URL(fileURLWithPath: folder + "/file"))
        let inTheWay = fileError { try FileSystem.createDirectories(folder + "/file") }
        #expect(inTheWay?.code == EEXIST)
        let above = fileError { try FileSystem.createDirectories(folder + "/file/below") }
        #expect(above?.code == ENOTDIR)
        let device = fileError { try FileSystem.createDirectories("/dev/null/x") }
        #expect(device?.code == ENOTDIR)
    }
}

@Test(arguments: [
    ("a//b/../c/.", "a/c"), ("", "."), (".", "."), ("./a", "a"), ("../a", "../a"), ("../../a", "../../a"),
    ("a/..", "."), ("a/../..", ".."), ("/", "/"), ("//", "/"), ("/..", "/"), ("/a/../../b", "/b"), ("a/b/", "a/b"),
])
func `paths are normalised by their text`(path: String, expected: String) {
    #expect(FileSystem.normalised(path) == expected)
}

@Test(arguments: [
    ("a/b.csv", "a", "b.csv", "b", "csv"), ("b.csv", ".", "b.csv", "b", "csv"), ("/b", "/", "b", "b", ""),
    ("/", "/", "/", "/", ""), ("a/b/", "a", "b", "b", ""), ("a//b", "a", "b", "b", ""),
    (".hidden", ".", ".hidden", ".hidden", ""), ("x.TAR.GZ", ".", "x.TAR.GZ", "x.TAR", "gz"), ("", ".", "", "", ""),
])
func `a path falls into folder, name, stem and ending`(
    path: String, folder: String, name: String, stem: String, ending: String
) {
    #expect(FileSystem.parent(of: path) == folder)
    #expect(FileSystem.name(of: path) == name)
    #expect(FileSystem.stem(of: path) == stem)
    #expect(FileSystem.fileExtension(of: path) == ending)
}

@Test func `joined paths have one slash and absolute parts stand alone`() {
    #expect(FileSystem.join("a", "b") == "a/b")
    #expect(FileSystem.join("a/", "b") == "a/b")
    #expect(FileSystem.join("", "b") == "b")
    #expect(FileSystem.join("a", "/b") == "/b")
}

@Test func `absolute paths start at the current folder and real ones follow links`() throws {
    let here = FileManager.default.currentDirectoryPath
    #expect(FileSystem.currentDirectory == here)
    #expect(FileSystem.absolutePath("x/../y") == (here == "/" ? "/y" : here + "/y"))
    #expect(FileSystem.absolutePath("/x/../y") == "/y")
    try withFolder { folder in
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/dev/null")
        #expect(try FileSystem.resolveSymlinks(folder + "/link") == "/dev/null")
        let missing = fileError { _ = try FileSystem.resolveSymlinks("missing") }
        #expect(missing?.message == "cannot find 'missing': no such file or directory")
    }
}
