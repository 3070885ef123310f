/// Writes the numbers and dates of our texts as the readers of a language do.
///
/// The whole program writes numbers in one way, that of ``DisplayNumber``, and dates as `2 Jan 2015`; what is data, a
/// message or a file for programs stays so. Where a text becomes part of a page, a picture or a terminal's line, and only
/// there, it is spelled. Numbers within sentences are found by how ``DisplayNumber`` writes them:
///
/// ```swift
/// let spelling = NumberSpelling(.named("de")!)
/// spelling.text("−12.3\u{202F}% on 2 Jan 2015")  // "−12,3 % on 02.01.2015"
/// ```
///
/// A text may be spelled once only: in German `12.345` is a large number, and in ours a small one.
public struct NumberSpelling: Equatable, Sendable {
    /// Whose signs and order.
    public let language: DisplayLanguage
    /// Names that look like numbers and are none, such as that of an index `World 1.5 Hedged`.
    let spared: [[Unicode.Scalar]]

    /// A spelling that leaves names as they are wherever they stand; what has no letter is no name.
    public init(_ language: DisplayLanguage, sparing names: some Sequence<String> = []) {
        self.language = language
        guard language != .standard else {
            spared = []
            return
        }
        let plain = NumberSpelling(language: language)
        spared = Set(names.compactMap { plain.touched($0) }).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map {
            Array($0.unicodeScalars)
        }
    }

    /// A name as far as it would be spelled; nil where it stays as it is, or has no letter. The rest of a name may be cut where
    /// there is no room for it.
    private func touched(_ name: String) -> String? {
        guard name.unicodeScalars.contains(where: \.properties.isAlphabetic), text(name) != name else { return nil }
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.indices.lazy.map { words[...$0].joined(separator: " ") }
        return parts.first { part in
            let rest = name.dropFirst(part.count)
            return part.unicodeScalars.contains(where: \.properties.isAlphabetic) && text(String(rest)) == rest
        }
    }

    private init(language: DisplayLanguage) {
        self.language = language
        spared = []
    }

    /// As our texts are.
    public static let standard = NumberSpelling(.standard)

    /// Whether texts stay as they are.
    public var isStandard: Bool { language == .standard }

    /// A text of ours with its numbers and dates in the language.
    public func text(_ text: String) -> String {
        guard !isStandard, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        var speller = NumberSpeller(text: Array(text.unicodeScalars), spelling: self)
        return speller.spelled()
    }

    /// Digits of a whole number in groups.
    func grouped(_ digits: String) -> String {
        var groups = [String(digits.suffix(3))]
        var rest = digits.dropLast(3)
        while !rest.isEmpty {
            groups.insert(String(rest.suffix(language.groupSize)), at: 0)
            rest = rest.dropLast(language.groupSize)
        }
        return groups.joined(separator: language.group)
    }

    /// A date by the parts of ours: `2`, `Jan`, `2015`.
    func date(day: String, month: String, number: Int, year: String) -> String {
        let parts: [(name: String, text: String)] = [
            ("dd", day.count < 2 ? "0" + day : day), ("d", day), ("MMM", month),
            ("MM", number < 10 ? "0\(number)" : "\(number)"), ("M", "\(number)"), ("y", year),
        ]
        var (text, pattern) = ("", language.date[...])
        while let first = pattern.first {
            if let part = parts.first(where: { pattern.hasPrefix($0.name) }) {
                text += part.text
                pattern = pattern.dropFirst(part.name.count)
            } else {
                text.append(first)
                pattern = pattern.dropFirst()
            }
        }
        return text
    }
}
