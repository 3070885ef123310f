extension Parser {
    static let constants: [String: TemplateValue] = [
        "true": .bool(true), "True": .bool(true), "false": .bool(false), "False": .bool(false), "none": .none,
        "None": .none,
    ]
    /// Names with a meaning of their own, whose use is noted for the loops, macros and blocks around.
    private static let specialNames: Set<String> = ["loop", "caller", "kwargs", "varargs", "super"]

    /// One expression, or a tuple of several with commas between.
    func parseTuple(withCondition: Bool = true, stop: String? = nil, inParentheses: Bool = false) throws(Fault)
        -> Expression
    {
        let start = token.span
        var items = [Expression]()
        var isTuple = false
        while !isTupleEnd(stop) {
            items.append(withCondition ? try parseExpression() : try parseOperators(0))
            guard accept(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = items.first { return only }
        guard isTuple || inParentheses else { throw fault(.emptyExpression(found: token.text), token.span) }
        return .list(ListNode(.tuple, items, Span(start: start.start, end: max(lastEnd, start.start))))
    }

    func isTupleEnd(_ stop: String?) -> Bool {
        switch token.kind {
        case .variableEnd, .blockEnd, .symbol(.rightParenthesis): true
        case .name(let name): name == stop
        default: false
        }
    }

    /// An expression with inline `if`.
    func parseExpression() throws(Fault) -> Expression {
        var value = try parseOperators(0)
        while accept("if") {
            let test = try parseOperators(0)
            let otherwise =
                accept("else")
                ? try nested(TemplateLimits.expressionNesting) { () throws(Fault) in try parseExpression() } : nil
            value = try checked(
                .conditional(
                    ConditionalNode(test, value, otherwise, value.span.through(otherwise?.span ?? test.span))))
        }
        return value
    }

    private enum Level {
        static let or = 0
        static let and = 1
        static let not = 2
        static let comparison = 3
        static let addition = 4
        static let concatenation = 5
        static let multiplication = 6
        static let power = 7
    }

    /// Operators of at least a level, by precedence climbing.
    func parseOperators(_ minimum: Int) throws(Fault) -> Expression {
        try nested(TemplateLimits.expressionNesting) { () throws(Fault) in try parseOperatorsHere(minimum) }
    }

    private func parseOperatorsHere(_ minimum: Int) throws(Fault) -> Expression {
        var left: Expression
        if minimum <= Level.not, token.isName("not") {
            let start = advance().span
            let operand = try parseOperators(Level.not)
            left = try checked(.unary(UnaryNode(.not, operand, start.through(operand.span))))
        } else {
            left = try parseUnary()
        }
        while true {
            if Level.comparison >= minimum, comparisonOperator != nil {
                left = try parseComparison(left)
            } else if Level.concatenation >= minimum, token.isSymbol(.tilde) {
                left = try parseConcatenation(left)
            } else if let (symbol, level) = binaryOperator, level >= minimum {
                advance()
                let right = try parseOperators(level + 1)
                left = try checked(.binary(BinaryNode(symbol, left, right, left.span.through(right.span))))
            } else {
                return left
            }
        }
    }

    private var binaryOperator: (BinaryNode.Operator, Int)? {
        switch token.kind {
        case .name("or"): (.or, Level.or)
        case .name("and"): (.and, Level.and)
        case .symbol(.plus): (.add, Level.addition)
        case .symbol(.minus): (.subtract, Level.addition)
        case .symbol(.multiply): (.multiply, Level.multiplication)
        case .symbol(.divide): (.divide, Level.multiplication)
        case .symbol(.floorDivide): (.floorDivide, Level.multiplication)
        case .symbol(.modulo): (.modulo, Level.multiplication)
        case .symbol(.power): (.power, Level.power)
        default: nil
        }
    }

    private var comparisonOperator: ComparisonNode.Operator? {
        switch token.kind {
        case .symbol(let symbol): ComparisonNode.Operator(rawValue: symbol.rawValue)
        case .name("in"): .isIn
        case .name("not"): following.isName("in") ? .isNotIn : nil
        default: nil
        }
    }

    private func parseComparison(_ first: Expression) throws(Fault) -> Expression {
        var rest = [(symbol: ComparisonNode.Operator, operand: Expression)]()
        while let symbol = comparisonOperator {
            advance()
            if symbol == .isNotIn { advance() }
            rest.append((symbol, try parseOperators(Level.addition)))
        }
        let span = first.span.through(rest.last?.operand.span ?? first.span)
        return try checked(.comparison(ComparisonNode(first, rest, span)))
    }

    private func parseConcatenation(_ first: Expression) throws(Fault) -> Expression {
        var items = [first]
        while accept(.tilde) { items.append(try parseOperators(Level.multiplication)) }
        let span = first.span.through(items.last?.span ?? first.span)
        return try checked(.list(ListNode(.concatenation, items, span)))
    }

    private func parseUnary(withFilter: Bool = true) throws(Fault) -> Expression {
        var value: Expression
        if token.isSymbol(.minus) || token.isSymbol(.plus) {
            let symbol: UnaryNode.Operator = token.isSymbol(.minus) ? .minus : .plus
            let start = advance().span
            let operand = try nested(TemplateLimits.expressionNesting) { () throws(Fault) in
                try parseUnary(withFilter: false)
            }
            value = .unary(UnaryNode(symbol, operand, start.through(operand.span)))
        } else {
            value = try parsePrimary()
        }
        value = try parsePostfix(value)
        return withFilter ? try parseFilters(value) : value
    }

    /// An expression that is not too deep to be evaluated.
    func checked(_ expression: Expression) throws(Fault) -> Expression {
        if expression.depth > TemplateLimits.expressionNesting {
            throw fault(.tooDeepToRead(limit: TemplateLimits.expressionNesting), expression.span)
        }
        return expression
    }

    // MARK: Primaries

    func parsePrimary() throws(Fault) -> Expression {
        let token = token
        switch token.kind {
        case .name(let name):
            advance()
            if let constant = Self.constants[name] { return .constant(ConstantNode(constant, token.span)) }
            if Self.specialNames.contains(name) { note([name]) }
            return .name(NameNode(identifier(name), token.span))
        case .string(var text):
            advance()
            while case .string(let more) = self.token.kind {
                text += more
                advance()
            }
            return .constant(ConstantNode(.string(text), Span(start: token.span.start, end: lastEnd)))
        case .number(let value):
            advance()
            return .constant(ConstantNode(value, token.span))
        case .symbol(.leftParenthesis): return try parseParenthesis()
        case .symbol(.leftBracket): return try parseList()
        case .symbol(.leftBrace): return try parseDictionary()
        default: throw fault(.emptyExpression(found: token.text), token.span)
        }
    }

    private func parseParenthesis() throws(Fault) -> Expression {
        let start = advance().span
        let value = try parseTuple(inParentheses: true)
        try expect(.rightParenthesis)
        guard case .list(let node) = value, node.kind == .tuple, node.span.start > start.start || node.items.isEmpty
        else { return value }
        return try checked(.list(ListNode(.tuple, node.items, Span(start: start.start, end: lastEnd))))
    }

    private func parseList() throws(Fault) -> Expression {
        let start = advance().span
        var items = [Expression]()
        while !token.isSymbol(.rightBracket) {
            items.append(try parseExpression())
            if !token.isSymbol(.rightBracket) { try expect(.comma) }
        }
        advance()
        return try checked(.list(ListNode(.list, items, Span(start: start.start, end: lastEnd))))
    }

    private func parseDictionary() throws(Fault) -> Expression {
        let start = advance().span
        var items = [Expression]()
        while !token.isSymbol(.rightBrace) {
            items.append(try parseExpression())
            try expect(.colon)
            items.append(try parseExpression())
            if !token.isSymbol(.rightBrace) { try expect(.comma) }
        }
        advance()
        return try checked(.list(ListNode(.dictionary, items, Span(start: start.start, end: lastEnd))))
    }
}
