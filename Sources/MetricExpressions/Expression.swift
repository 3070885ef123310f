/// An expression over named numbers: arithmetic, comparisons, `and`, `or`, `not`, and a few functions.
///
/// ```swift
/// let gate = try Expression("sharpe >= 1 and max_drawdown > -20%") { _ in .number }
/// gate.value { $0 == "sharpe" ? .number(1.2) : .number(-0.1) }   // .truth(true)
/// ```
///
/// Names are what a resolver knows; kinds are checked when an expression is read, so that a mistake shows before any
/// number is computed. Nothing traps and nothing loops, whatever the text.
public struct Expression: Equatable, Sendable {
    /// As it was written.
    public let text: String
    /// What kind of value it has.
    public let kind: ExpressionKind
    /// The names in it, each once, in the order of the text.
    public let names: [String]
    /// Where each name stands first.
    private let places: [Range<Int>]
    private let node: ExpressionNode

    /// The most bytes of an expression.
    public static let longest = 10_000

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - nearest: The name that a user most likely meant by an unknown one.
    ///   - resolve: The kind of a name's value; nil for an unknown name.
    public init(
        _ text: String, nearest: @escaping (String) -> String? = { _ in nil },
        resolve: @escaping (String) -> ExpressionKind?
    ) throws(ExpressionError) {
        guard text.utf8.count <= Self.longest else {
            throw ExpressionError(
                String(text.prefix(40)), 0..<0, "the expression is longer than \(Self.longest) bytes")
        }
        var parser = ExpressionParser(text, try ExpressionToken.all(in: text), nearest: nearest, resolve: resolve)
        (node, kind) = try parser.read()
        names = parser.names.map(\.name)
        places = parser.names.map(\.range)
        self.text = text
    }

    /// A mistake that shows only among several expressions, at the first place of one of the ``names``.
    public func error(at name: String, _ message: String) -> ExpressionError {
        ExpressionError(text, names.firstIndex(of: name).map { places[$0] } ?? 0..<text.utf8.count, message)
    }

    /// What it comes to for some values.
    public func value(_ lookup: (String) -> ExpressionValue) -> ExpressionValue { node.value(lookup) }
}
