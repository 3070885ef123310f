import Analytics

/// Whether the numbers can be believed, on page one: how many checks hold, what fails, what holds, and how much could not
/// be looked at.
enum CredibilitySentence {
    /// Characters for single checks; what does not fit is counted. With the counts that makes three lines of a page.
    private static let room = 330

    /// The line of page one; nil where nothing could be checked.
    static func text(_ section: CredibilitySection) -> String? {
        let (failing, holding) = (section.failing, section.holding)
        guard !failing.isEmpty || !holding.isEmpty else { return nil }
        let parts = failing.map { "✗ " + $0.statement } + holding.map { "✓ " + $0.statement }
        var (shown, left) = ([String](), room)
        for part in parts {
            guard part.count <= left else { break }
            shown.append(part)
            left -= part.count + 3
        }
        if shown.count < parts.count { shown.append("\(parts.count - shown.count) more") }
        return count(section) + " " + shown.joined(separator: " · ")
    }

    /// `7 checks hold, 2 fail; 3 cannot be made.`
    static func count(_ section: CredibilitySection) -> String {
        let (holding, failing) = (section.holding.count, section.failing.count)
        let fail = failing == 0 ? "none fails" : failing == 1 ? "1 fails" : "\(failing) fail"
        let missing = section.notChecked.count
        return
            "\(holding == 0 ? "No" : "\(holding)") check\(holding == 1 ? " holds" : holding == 0 ? " holds" : "s hold"), "
            + fail + (missing > 0 ? "; \(missing) cannot be made." : ".")
    }
}

extension Analysis {
    /// What page one says to "Can I believe it?"; nil where nothing could be checked.
    public var credibilitySentence: String? { CredibilitySentence.text(credibility) }
}
