/// The credentials in addresses.
enum SecretAddresses {
    /// `https://user:pass@host` → `user:pass`; `admin:pass@db.local` → `admin:pass`; of a webhook all behind the host.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges = [Range<Int>]()
        var start = 0
        while start < bytes.count {
            let word =
                start..<(bytes[start...].firstIndex { $0.isBlank || $0.isQuote || $0 == 0x3C || $0 == 0x3E }
                ?? bytes.count)
            ranges += inWord(bytes, word)
            start = word.upperBound + 1
        }
        return ranges
    }

    /// A word may hold several addresses one after another.
    private static func inWord(_ bytes: [UInt8], _ word: Range<Int>) -> [Range<Int>] {
        let starts = schemeEnds(in: bytes, word)
        guard !starts.isEmpty else { return bare(bytes, word).map { [$0] } ?? [] }
        var ranges = [Range<Int>]()
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : word.upperBound
            if let range = credentials(bytes, start..<end) { ranges.append(range) }
            if let range = webhook(bytes, start..<end) { ranges.append(range) }
        }
        return ranges
    }

    /// The places behind every `://`.
    private static func schemeEnds(in bytes: [UInt8], _ word: Range<Int>) -> [Int] {
        guard word.count > 3 else { return [] }
        return (word.lowerBound..<(word.upperBound - 2)).compactMap { index in
            bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
                && bytes[index + 2] == UInt8(ascii: "/") ? index + 3 : nil
        }
    }

    /// What stands before the host. A password may hold a slash and an `@`, and so may a path: an `@` behind the first
    /// slash ends a password where a colon, and no port, stands before that slash.
    private static func credentials(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let last = bytes[range].lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let hostEnd = hostEnd(bytes, range)
        guard last >= hostEnd else { return range.lowerBound..<last }
        let first = bytes[range.lowerBound..<hostEnd].lastIndex(of: UInt8(ascii: "@"))
        let open = bytes[(first.map { $0 + 1 } ?? range.lowerBound)..<hostEnd]
        if let colon = open.lastIndex(of: UInt8(ascii: ":")) {
            let isPort = first != nil && open[(colon + 1)...].allSatisfy { (0x30...0x39).contains($0) }
            if !isPort { return range.lowerBound..<last }
        }
        return first.map { range.lowerBound..<$0 }
    }

    private static func hostEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes[range].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ?? range.upperBound
    }

    /// Whoever knows the address of a webhook may write to it.
    private static func webhook(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let address = String(decoding: bytes[range], as: UTF8.self).lowercased()
        let start = hostEnd(bytes, range) + 1
        guard address.contains("hooks.") || address.contains("webhook"), start < range.upperBound else { return nil }
        return start..<range.upperBound
    }

    /// `user:password@host` without a scheme; a mail address has no colon before its `@`.
    private static func bare(_ bytes: [UInt8], _ word: Range<Int>) -> Range<Int>? {
        guard let at = bytes[word].lastIndex(of: UInt8(ascii: "@")), at + 1 < word.upperBound,
            bytes[at + 1].isNamePart, bytes[word.lowerBound..<at].contains(UInt8(ascii: ":")),
            !bytes[word].starts(with: "mailto:".utf8)
        else { return nil }
        return word.lowerBound..<at
    }
}
