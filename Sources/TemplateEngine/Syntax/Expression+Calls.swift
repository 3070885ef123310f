/// The arguments as written: `(a, b, key=c, *more, **named)`.
struct ArgumentList: Sendable {
    var positional: [Expression] = []
    var keywords: [NamedExpression] = []
    var spread: Expression?
    var keywordSpread: Expression?

    var isEmpty: Bool { positional.isEmpty && keywords.isEmpty && spread == nil && keywordSpread == nil }

    var depth: Int {
        let parts = positional + keywords.map(\.value) + [spread, keywordSpread].compactMap(\.self)
        return parts.map(\.depth).max() ?? 0
    }
}

/// An argument given by name.
struct NamedExpression: Sendable {
    let name: String
    let value: Expression
}

/// `callee(…)`.
final class CallNode: ExpressionNode {
    let callee: Expression
    let arguments: ArgumentList
    let span: Span
    let depth: Int

    init(_ callee: Expression, _ arguments: ArgumentList, _ span: Span) {
        self.callee = callee
        self.arguments = arguments
        self.span = span
        depth = max(callee.depth, arguments.depth) + 1
    }
}

/// `operand | filter(…)`; without operand in a `filter` tag.
final class FilterNode: ExpressionNode {
    let name: String
    /// Nil for a filter that the template guards with `'name' is filter`.
    let definition: FilterDefinition?
    let operand: Expression?
    let arguments: ArgumentList
    /// The whole expression.
    let span: Span
    /// From the filter's name to its last argument.
    let nameSpan: Span
    let depth: Int

    init(
        _ name: String, _ definition: FilterDefinition?, _ operand: Expression?, _ arguments: ArgumentList,
        _ nameSpan: Span
    ) {
        self.name = name
        self.definition = definition
        self.operand = operand
        self.arguments = arguments
        span = operand.map { $0.span.through(nameSpan) } ?? nameSpan
        self.nameSpan = nameSpan
        depth = max(operand?.depth ?? 0, arguments.depth) + 1
    }
}

/// `operand is test(…)`.
final class TestNode: ExpressionNode {
    let name: String
    /// Nil for a test that the template guards with `'name' is test`.
    let definition: TestDefinition?
    let operand: Expression
    let arguments: ArgumentList
    let span: Span
    let depth: Int

    init(
        _ name: String, _ definition: TestDefinition?, _ operand: Expression, _ arguments: ArgumentList, _ span: Span
    ) {
        self.name = name
        self.definition = definition
        self.operand = operand
        self.arguments = arguments
        self.span = span
        depth = max(operand.depth, arguments.depth) + 1
    }
}
