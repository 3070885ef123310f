/// Keys that are known by how they begin, and PEM blocks.
enum SecretKeys {
    /// Beginnings of the keys of widespread services, with how many characters must follow.
    private static let beginnings: [(text: String, least: Int)] = [
        ("AKIA", 12), ("ASIA", 12), ("AIza", 20), ("ya29.", 10), ("eyJ", 20), ("ghp_", 10), ("gho_", 10), ("ghu_", 10),
        ("ghs_", 10), ("ghr_", 10), ("github_pat_", 10), ("glpat-", 10), ("xoxb-", 8), ("xoxp-", 8), ("xoxa-", 8),
        ("xoxr-", 8), ("xoxs-", 8), ("xapp-", 8), ("sk-", 16), ("sk_live_", 8), ("sk_test_", 8), ("rk_live_", 8),
        ("pk_live_", 8), ("whsec_", 8), ("SG.", 16), ("npm_", 16), ("pypi-", 16), ("hf_", 16), ("dop_v1_", 16),
        ("shpat_", 16), ("AGE-SECRET-KEY-", 8), ("-----BEGIN", 0),
    ]
    private static let firstBytes = Set(beginnings.compactMap(\.text.utf8.first))

    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges = [Range<Int>]()
        var position = 0
        while position < bytes.count {
            let found = firstBytes.contains(bytes[position]) ? range(in: bytes, at: position) : nil
            if let found { ranges.append(found) }
            position = max(position + 1, found?.upperBound ?? 0)
        }
        return ranges
    }

    private static func range(in bytes: [UInt8], at start: Int) -> Range<Int>? {
        guard start == 0 || !isLetterOrDigit(bytes[start - 1]) else { return nil }
        for beginning in beginnings where bytes[start...].starts(with: beginning.text.utf8) {
            if beginning.least == 0 { return start..<blockEnd(bytes, from: start) }
            let tail = bytes[(start + beginning.text.utf8.count)...]
            let end =
                tail.firstIndex { !($0.isNamePart && $0 < 0x80) && $0 != 0x2E && $0 != 0x2B && $0 != 0x2F }
                ?? bytes.count
            if end - tail.startIndex >= beginning.least { return start..<end }
        }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte.isNamePart && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-")
    }

    /// Behind the dashes of the block's last line; the end of the text where that is missing.
    private static func blockEnd(_ bytes: [UInt8], from start: Int) -> Int {
        let (last, dashes) = (Array("-----END".utf8), Array("-----".utf8))
        guard let end = first(last, in: bytes, from: start) else { return bytes.count }
        return first(dashes, in: bytes, from: end + last.count).map { $0 + dashes.count } ?? bytes.count
    }

    private static func first(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard start + part.count <= bytes.count else { return nil }
        return (start...(bytes.count - part.count)).first { bytes[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
