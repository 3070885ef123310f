import Analytics

/// `7 checks hold, 2 fail; 3 cannot be made`.
enum CredibilityHeadline {
    /// Nil where nothing could be checked.
    static func sentence(_ section: CredibilitySection) -> String? {
        guard !section.holding.isEmpty || !section.failing.isEmpty else { return nil }
        return String(CredibilitySentence.count(section).dropLast())
    }
}
