import RunModel

/// Tells files that are no text tables by their first bytes, so that the message can say what they are.
enum ContainerCheck {
    /// What is wrong with the bytes as a text table; nil where nothing shows at the beginning.
    static func finding(name: String, bytes: [UInt8]) -> Finding? {
        if bytes.allSatisfy({ $0 <= 0x20 }) { return Finding.emptyFile(name) }
        if PickleKind.isPickle(bytes) { return Finding.pickle(name, bytes) }
        for (signature, finding) in signatures where bytes.starts(with: signature) { return finding(name) }
        if bytes.prefix(4096).contains(0) { return Finding.notText(name) }
        return nil
    }

    private static let signatures: [([UInt8], @Sendable (String) -> Finding)] = [
        ([0x50, 0x4B, 0x03, 0x04], { Finding.otherContainer($0, "a zip archive within a run") }),
        (Array("<!DOCTYPE".utf8), { Finding.otherContainer($0, "HTML") }),
        (Array("<html".utf8), { Finding.otherContainer($0, "HTML") }),
        (Array("[{".utf8), { Finding.otherContainer($0, "JSON of this form") }),
        (Array("[\n".utf8), { Finding.otherContainer($0, "JSON of this form") }),
        (Array("{".utf8), { Finding.otherContainer($0, "JSON of this form") }),
    ]
}
