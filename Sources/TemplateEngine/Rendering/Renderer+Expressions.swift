extension Renderer {
    /// The value of an expression.
    func evaluate(_ expression: Expression) throws(Fault) -> TemplateValue {
        switch expression {
        case .constant(let node): return node.value
        case .name(let node): return here.scope.value(node.name) ?? special(node)
        default:
            try enter(expression.span)
            do { try spendPart() } catch { throw locate(error, expression.span) }
            let value = try evaluateNode(expression)
            leave()
            return value
        }
    }

    private func evaluateNode(_ expression: Expression) throws(Fault) -> TemplateValue {
        switch expression {
        case .constant(let node): node.value
        case .name(let node): here.scope.value(node.name) ?? special(node)
        case .list(let node): try evaluate(node)
        case .unary(let node): try evaluate(node)
        case .binary(let node): try evaluate(node)
        case .comparison(let node): .bool(try evaluate(node))
        case .conditional(let node): try evaluate(node)
        case .member(let node): try evaluate(node)
        case .subscripted(let node): try evaluate(node)
        case .slice(let node): try evaluate(node)
        case .call(let node): try evaluate(node)
        case .filter(let node): try evaluateFilter(node)
        case .test(let node): try evaluate(node)
        }
    }

    /// `self`, or the fact that a name is unknown.
    private func special(_ node: NameNode) -> TemplateValue {
        if node.name.text == "self" { return .builtin(SelfValue(here)) }
        return .undefined(Undefined(.name(node.name.text), at: Place(source: here.unit.source, span: node.span)))
    }

    private func evaluate(_ node: ListNode) throws(Fault) -> TemplateValue {
        var values = [TemplateValue]()
        values.reserveCapacity(node.items.count)
        try spend(elements: node.items.count)
        for item in node.items { values.append(try evaluate(item)) }
        switch node.kind {
        case .list: return try checked(.newList(values), node.span)
        case .tuple: return try checked(.tuple(values), node.span)
        case .dictionary: return try dictionary(values, node)
        case .concatenation:
            do { return try concatenate(values) } catch { throw locate(error, node.span) }
        }
    }

    private func dictionary(_ values: [TemplateValue], _ node: ListNode) throws(Fault) -> TemplateValue {
        let mapping = TemplateMapping(isFrozen: false)
        for index in stride(from: 0, to: values.count, by: 2) where !mapping.fill(values[index], values[index + 1]) {
            throw locate(Fault(.notAKey(values[index].typeName)), node.items[index].span)
        }
        return try checked(.mapping(mapping), node.span)
    }

    /// A container that is not nested so deep that walking it would be a danger.
    private func checked(_ value: TemplateValue, _ span: Span) throws(Fault) -> TemplateValue {
        if value.nesting > TemplateLimits.valueNesting { throw locate(Fault(.valueNestedTooDeeply), span) }
        return value
    }

    /// `a ~ b`: in a template that escapes, one safe part makes the whole safe and the other parts escaped.
    func concatenate(_ values: [TemplateValue]) throws(Fault) -> TemplateValue {
        let isSafe = here.escapes && values.contains(where: \.isSafe)
        var result = ""
        for value in values {
            let text = try text(value)
            result += isSafe && !value.isSafe ? MarkupText.escaped(text) : text
            try spend(bytes: text.utf8.count)
            if result.utf8.count > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
        }
        return .text(result, isSafe: isSafe)
    }

    private func evaluate(_ node: UnaryNode) throws(Fault) -> TemplateValue {
        if node.symbol == .not { return .bool(try !isTrue(node.operand)) }
        let value = try evaluate(node.operand)
        do {
            return node.symbol == .minus ? try Arithmetic.negative(value) : try Arithmetic.positive(value)
        } catch {
            throw locate(error, node.span)
        }
    }

    private func evaluate(_ node: BinaryNode) throws(Fault) -> TemplateValue {
        let left = try evaluate(node.left)
        if node.symbol == .and || node.symbol == .or {
            let isTrue: Bool
            do { isTrue = try self.isTrue(left) } catch { throw locate(error, node.left.span) }
            return isTrue == (node.symbol == .or) ? left : try evaluate(node.right)
        }
        let right = try evaluate(node.right)
        do { return try binary(node.symbol, left, right) } catch { throw locate(error, node.span) }
    }

    private func evaluate(_ node: ConditionalNode) throws(Fault) -> TemplateValue {
        if try isTrue(node.test) { return try evaluate(node.chosen) }
        guard let otherwise = node.otherwise else {
            return .undefined(Undefined(.inlineIf, at: Place(source: here.unit.source, span: node.span)))
        }
        return try evaluate(otherwise)
    }

    private func evaluate(_ node: ComparisonNode) throws(Fault) -> Bool {
        var left = try evaluate(node.first)
        for (symbol, operand) in node.rest {
            let right = try evaluate(operand)
            do {
                if try !compare(symbol, left, right) { return false }
            } catch {
                throw locate(error, node.span)
            }
            left = right
        }
        return true
    }

    /// One comparison.
    func compare(
        _ symbol: ComparisonNode.Operator, _ left: TemplateValue, _ right: TemplateValue
    ) throws(Fault) -> Bool {
        switch symbol {
        case .equal: return try areEqual(left, right)
        case .notEqual: return try !areEqual(left, right)
        case .isIn: return try contains(right, left)
        case .isNotIn: return try !contains(right, left)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            let order = try comparing { (comparison) throws(Fault) in
                try comparison.order(left, right, symbol.rawValue)
            }
            return order.map { Self.holds(symbol, $0) } ?? false
        }
    }

    private static func holds(_ symbol: ComparisonNode.Operator, _ order: Int) -> Bool {
        switch symbol {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal, .notEqual, .isIn, .isNotIn: false
        }
    }
}
