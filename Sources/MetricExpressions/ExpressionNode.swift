import Glibc

/// A part of an expression, with its place for messages.
indirect enum ExpressionNode: Equatable, Sendable {
    case number(Double)
    case word(String)
    case name(String)
    case negated(ExpressionNode)
    case arithmetic(Arithmetic, ExpressionNode, ExpressionNode)
    /// `a < b <= c`: neighbours compared, all of them true.
    case comparison([ExpressionNode], [Comparison])
    case not(ExpressionNode)
    case and(ExpressionNode, ExpressionNode)
    case or(ExpressionNode, ExpressionNode)
    case call(ExpressionFunction, [ExpressionNode])

    enum Arithmetic: String, Equatable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
        case power = "^"
    }

    enum Comparison: String, Equatable, Sendable {
        case less = "<"
        case lessOrEqual = "<="
        case more = ">"
        case moreOrEqual = ">="
        case equal = "=="
        case unequal = "!="
    }
}

/// Values.
extension ExpressionNode {
    /// What it comes to. Kinds were checked when it was read.
    func value(_ lookup: (String) -> ExpressionValue) -> ExpressionValue {
        switch self {
        case .number(let number): .number(number)
        case .word(let word): .word(word)
        case .name(let name): lookup(name)
        case .negated(let node): node.value(lookup).mapped { -$0 }
        case .arithmetic(let sign, let left, let right):
            Self.combined(left.value(lookup), right.value(lookup)) { sign.result($0, $1) }
        case .comparison(let nodes, let signs): Self.compared(nodes.map { $0.value(lookup) }, signs)
        case .not(let node): Self.negation(of: node.value(lookup))
        case .and(let left, let right): Self.joined(left.value(lookup), right.value(lookup), decides: false)
        case .or(let left, let right): Self.joined(left.value(lookup), right.value(lookup), decides: true)
        case .call(let function, let arguments): function.value(arguments.map { $0.value(lookup) })
        }
    }

    private static func combined(
        _ left: ExpressionValue, _ right: ExpressionValue, _ body: (Double, Double) -> ExpressionValue
    ) -> ExpressionValue {
        switch (left, right) {
        case (.number(let a), .number(let b)): body(a, b)
        case (.absent, _): left
        case (_, .absent): right
        default: .absent("not a number")
        }
    }

    private static func compared(_ values: [ExpressionValue], _ signs: [Comparison]) -> ExpressionValue {
        var result = ExpressionValue.truth(true)
        for (index, sign) in signs.enumerated() {
            result = joined(result, sign.result(values[index], values[index + 1]), decides: false)
        }
        return result
    }

    private static func negation(of value: ExpressionValue) -> ExpressionValue {
        if case .truth(let truth) = value { .truth(!truth) } else { value }
    }

    /// `and` and `or` after Kleene: what is not available matters only where the other side does not decide.
    private static func joined(
        _ left: ExpressionValue, _ right: ExpressionValue, decides: Bool
    ) -> ExpressionValue {
        if left == .truth(decides) || right == .truth(decides) { return .truth(decides) }
        if case .absent = left { return left }
        return right
    }
}

extension ExpressionValue {
    /// The number changed; n/a where the result is none.
    func mapped(_ body: (Double) -> Double) -> ExpressionValue {
        switch self {
        case .number(let number): Self.finite(body(number))
        case .absent: self
        case .truth, .word: .absent("not a number")
        }
    }

    static func finite(_ number: Double) -> ExpressionValue {
        number.isFinite ? .number(number) : .absent("the result is no finite number")
    }
}

extension ExpressionNode.Arithmetic {
    func result(_ a: Double, _ b: Double) -> ExpressionValue {
        switch self {
        case .plus: .finite(a + b)
        case .minus: .finite(a - b)
        case .times: .finite(a * b)
        case .over: b == 0 ? .absent("division by zero") : .finite(a / b)
        case .power: .finite(pow(a, b))
        }
    }
}

extension ExpressionNode.Comparison {
    func result(_ left: ExpressionValue, _ right: ExpressionValue) -> ExpressionValue {
        switch (left, right) {
        case (.absent, _): left
        case (_, .absent): right
        case (.number(let a), .number(let b)): .truth(holds(a, b))
        default: .truth((left == right) == (self == .equal))
        }
    }

    private func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .more: a > b
        case .moreOrEqual: a >= b
        case .equal: a == b
        case .unequal: a != b
        }
    }
}
