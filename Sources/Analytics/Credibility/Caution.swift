/// Something that a reader should mind before believing the numbers.
public struct Caution: Equatable, Sendable {
    /// Stable name: `short_history`.
    public let code: String
    /// One sentence with the facts.
    public let text: String

    /// What the sentence says first: up to its colon, or all of it.
    public var lead: String {
        guard let colon = text.firstRange(of: ": ") else { return text }
        return text[..<colon.lowerBound] + ":"
    }
}
