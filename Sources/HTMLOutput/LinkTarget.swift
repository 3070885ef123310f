/// Where links may lead.
enum LinkTarget {
    /// Whether an address may be written as a link: an anchor of the page, or one of the schemes that run nothing.
    ///
    /// Anything else (`javascript:`, `data:`, `file:`, relative paths) is left as text.
    static func isSafe(_ target: String) -> Bool {
        guard target.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
        let lower = target.lowercased()
        return ["#", "https://", "http://", "mailto:"].contains { lower.hasPrefix($0) }
    }

    /// The address of a file below the page's folder. Every byte that could mean something else in an address is written by
    /// its number, so no name becomes a scheme, a query, an anchor or a way out of the folder.
    static func address(ofFile path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return parts.map { "/" + escaped($0.utf8) }.joined().dropFirst().description
    }

    private static func escaped(_ bytes: Substring.UTF8View) -> String {
        var text = ""
        for byte in bytes {
            let scalar = UnicodeScalar(byte)
            if byte < 0x80,
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-._~".unicodeScalars.contains(scalar)
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
