import SystemFiles

/// Lists of digests as `sha256sum` writes them.
enum ChecksumFile {
    /// The files of a list; nil where it is not exactly of the form that we write: a digest in lower-case digits, two spaces,
    /// a name, a new line, again and again.
    static func files(_ bytes: [UInt8]) -> [ArchiveEntry.File]? {
        guard bytes.isEmpty || bytes.last == 0x0A else { return nil }
        var files: [ArchiveEntry.File] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            let digest = line.prefix(64)
            guard line.count > 66, digest.allSatisfy(isDigit), line.dropFirst(64).prefix(2) == [0x20, 0x20] else {
                return nil
            }
            let name = PathText.path(decoding: Array(line.dropFirst(66)))
            files.append(.init(name: name, size: 0, sha256: String(decoding: digest, as: UTF8.self)))
        }
        return files
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
