/// A name with its number in the environment's table of names, so that scopes compare numbers.
struct Identifier: Sendable {
    let id: Int
    let text: String
}

/// One expression: a tree of small immutable nodes.
enum Expression: Sendable {
    case constant(ConstantNode)
    case name(NameNode)
    /// `[a, b]`, `(a, b)`, `a ~ b` and `{k: v}` with keys and values in turn.
    case list(ListNode)
    case unary(UnaryNode)
    case binary(BinaryNode)
    case comparison(ComparisonNode)
    case conditional(ConditionalNode)
    case member(MemberNode)
    case subscripted(SubscriptNode)
    case slice(SliceNode)
    case call(CallNode)
    case filter(FilterNode)
    case test(TestNode)

    private var node: any ExpressionNode {
        switch self {
        case .constant(let node): node
        case .name(let node): node
        case .list(let node): node
        case .unary(let node): node
        case .binary(let node): node
        case .comparison(let node): node
        case .conditional(let node): node
        case .member(let node): node
        case .subscripted(let node): node
        case .slice(let node): node
        case .call(let node): node
        case .filter(let node): node
        case .test(let node): node
        }
    }

    /// Where it stands in the template.
    var span: Span { node.span }
    /// How many levels of nodes are below it.
    var depth: Int { node.depth }
}

/// What all nodes know.
protocol ExpressionNode: AnyObject, Sendable {
    var span: Span { get }
    var depth: Int { get }
}

/// A literal.
final class ConstantNode: ExpressionNode {
    let value: TemplateValue
    let span: Span
    var depth: Int { 0 }

    init(_ value: TemplateValue, _ span: Span) {
        self.value = value
        self.span = span
    }
}

/// A variable.
final class NameNode: ExpressionNode {
    let name: Identifier
    let span: Span
    var depth: Int { 0 }

    init(_ name: Identifier, _ span: Span) {
        self.name = name
        self.span = span
    }
}

/// A row of expressions.
final class ListNode: ExpressionNode {
    enum Kind: Sendable {
        case list
        case tuple
        case dictionary
        case concatenation
    }

    let kind: Kind
    let items: [Expression]
    let span: Span
    let depth: Int

    init(_ kind: Kind, _ items: [Expression], _ span: Span) {
        self.kind = kind
        self.items = items
        self.span = span
        depth = (items.map(\.depth).max() ?? 0) + 1
    }
}

/// `-a`, `+a`, `not a`.
final class UnaryNode: ExpressionNode {
    enum Operator: String, Sendable {
        case minus = "-"
        case plus = "+"
        case not
    }

    let symbol: Operator
    let operand: Expression
    let span: Span
    let depth: Int

    init(_ symbol: Operator, _ operand: Expression, _ span: Span) {
        self.symbol = symbol
        self.operand = operand
        self.span = span
        depth = operand.depth + 1
    }
}

/// `a + b`, `a and b` and their like.
final class BinaryNode: ExpressionNode {
    enum Operator: String, Sendable {
        case or
        case and
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case floorDivide = "//"
        case modulo = "%"
        case power = "**"
    }

    let symbol: Operator
    let left: Expression
    let right: Expression
    let span: Span
    let depth: Int

    init(_ symbol: Operator, _ left: Expression, _ right: Expression, _ span: Span) {
        self.symbol = symbol
        self.left = left
        self.right = right
        self.span = span
        depth = max(left.depth, right.depth) + 1
    }
}

/// `a < b <= c`, `a in b`.
final class ComparisonNode: ExpressionNode {
    enum Operator: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case isIn = "in"
        case isNotIn = "not in"
    }

    let first: Expression
    let rest: [(symbol: Operator, operand: Expression)]
    let span: Span
    let depth: Int

    init(_ first: Expression, _ rest: [(symbol: Operator, operand: Expression)], _ span: Span) {
        self.first = first
        self.rest = rest
        self.span = span
        depth = max(first.depth, rest.map(\.operand.depth).max() ?? 0) + 1
    }
}

/// `a if test else b`.
final class ConditionalNode: ExpressionNode {
    let test: Expression
    let chosen: Expression
    let otherwise: Expression?
    let span: Span
    let depth: Int

    init(_ test: Expression, _ chosen: Expression, _ otherwise: Expression?, _ span: Span) {
        self.test = test
        self.chosen = chosen
        self.otherwise = otherwise
        self.span = span
        depth = max(test.depth, chosen.depth, otherwise?.depth ?? 0) + 1
    }
}

/// `a.name`.
final class MemberNode: ExpressionNode {
    let base: Expression
    let name: String
    let span: Span
    let depth: Int

    init(_ base: Expression, _ name: String, _ span: Span) {
        self.base = base
        self.name = name
        self.span = span
        depth = base.depth + 1
    }
}

/// `a[key]`.
final class SubscriptNode: ExpressionNode {
    let base: Expression
    let key: Expression
    let span: Span
    let depth: Int

    init(_ base: Expression, _ key: Expression, _ span: Span) {
        self.base = base
        self.key = key
        self.span = span
        depth = max(base.depth, key.depth) + 1
    }
}

/// `a[start:stop:step]`.
final class SliceNode: ExpressionNode {
    let base: Expression
    /// Start, stop and step, each of which may be left out.
    let bounds: [Expression?]
    let span: Span
    let depth: Int

    init(_ base: Expression, _ bounds: [Expression?], _ span: Span) {
        self.base = base
        self.bounds = bounds
        self.span = span
        depth = max(base.depth, bounds.compactMap { $0?.depth }.max() ?? 0) + 1
    }
}
