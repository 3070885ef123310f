/// What is wrong with an expression, and where.
public struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The whole expression.
    public let text: String
    /// Where, in bytes of the text; empty at its end.
    public let range: Range<Int>
    /// Fact and remedy, one line without a full stop.
    public let message: String

    init(_ text: String, _ range: Range<Int>, _ message: String) {
        self.text = text
        self.range = range
        self.message = message
    }

    /// Place, fact, remedy, and below them the expression with carets under the place.
    public var description: String {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        let utf8 = Array(text.utf8)
        let before = String(decoding: utf8.prefix(range.lowerBound), as: UTF8.self).count
        let marked = String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self).count
        let carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
        return "column \(before + 1): \(message)\n  \(line)\n  \(carets)"
    }
}
