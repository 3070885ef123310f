/// Something that a reader should mind before believing the numbers.
public struct Caution: Equatable, Sendable {
    /// Stable name: `short_history`.
    public let code: String
    /// One sentence with the facts.
    public let text: String
}
