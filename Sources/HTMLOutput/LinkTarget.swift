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
}
