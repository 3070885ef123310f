import Formatting

extension Parser {
    /// `.member`, `[key]` and `(arguments)` behind a value.
    func parsePostfix(_ value: Expression) throws(Fault) -> Expression {
        var value = value
        while true {
            switch token.kind {
            case .symbol(.dot): value = try parseMember(value)
            case .symbol(.leftBracket): value = try parseSubscript(value)
            case .symbol(.leftParenthesis): value = try parseCall(value)
            default: return value
            }
        }
    }

    /// `| filter`, `is test` and calls behind a value.
    func parseFilters(_ value: Expression) throws(Fault) -> Expression {
        var value = value
        while true {
            switch token.kind {
            case .symbol(.pipe):
                advance()
                value = try checked(.filter(try parseFilter(value)))
            case .name("is"): value = try parseTest(value)
            case .symbol(.leftParenthesis): value = try parseCall(value)
            default: return value
            }
        }
    }

    private func parseMember(_ base: Expression) throws(Fault) -> Expression {
        advance()
        let span = base.span.through(token.span)
        switch token.kind {
        case .name(let name):
            advance()
            if case .name(let node) = base, node.name.text == "self" { selfCalls.append(name) }
            return try checked(.member(MemberNode(base, name, span)))
        case .number(.int(let index)):
            let key = Expression.constant(ConstantNode(.int(index), advance().span))
            return try checked(.subscripted(SubscriptNode(base, key, span)))
        default: throw expected("a name or a number")
        }
    }

    private func parseSubscript(_ base: Expression) throws(Fault) -> Expression {
        advance()
        if token.isSymbol(.rightBracket) { throw fault(.emptyExpression(found: token.text), token.span) }
        let start = token.span
        if token.isSymbol(.colon) { return try parseSlice(base, nil) }
        var keys = [try parseExpression()]
        if token.isSymbol(.colon) { return try parseSlice(base, keys[0]) }
        while accept(.comma) { keys.append(try parseExpression()) }
        let keySpan = Span(start: start.start, end: lastEnd)
        try expect(.rightBracket)
        let key = keys.count == 1 ? keys[0] : .list(ListNode(.tuple, keys, keySpan))
        return try checked(.subscripted(SubscriptNode(base, key, Span(start: base.span.start, end: lastEnd))))
    }

    private func parseSlice(_ base: Expression, _ start: Expression?) throws(Fault) -> Expression {
        var bounds: [Expression?] = [start]
        while bounds.count < 3, accept(.colon) {
            let isEmpty = token.isSymbol(.colon) || token.isSymbol(.rightBracket)
            bounds.append(isEmpty ? nil : try parseExpression())
        }
        try expect(.rightBracket)
        return try checked(.slice(SliceNode(base, bounds, Span(start: base.span.start, end: lastEnd))))
    }

    func parseCall(_ callee: Expression) throws(Fault) -> Expression {
        let arguments = try parseArguments()
        return try checked(.call(CallNode(callee, arguments, Span(start: callee.span.start, end: lastEnd))))
    }

    private func parseArguments() throws(Fault) -> ArgumentList {
        let start = try expect(.leftParenthesis).span
        var list = ArgumentList()
        var needsComma = false
        while !token.isSymbol(.rightParenthesis) {
            if needsComma {
                try expect(.comma)
                if token.isSymbol(.rightParenthesis) { break }
            }
            needsComma = true
            guard try parseArgument(&list) else { throw fault(.badCallArguments, start.through(token.span)) }
        }
        advance()
        return list
    }

    /// False if the argument may not follow those before it.
    private func parseArgument(_ list: inout ArgumentList) throws(Fault) -> Bool {
        if accept(.multiply) {
            guard list.spread == nil, list.keywordSpread == nil else { return false }
            list.spread = try parseExpression()
        } else if accept(.power) {
            guard list.keywordSpread == nil else { return false }
            list.keywordSpread = try parseExpression()
        } else if let name = token.name, following.isSymbol(.assign) {
            guard list.keywordSpread == nil else { return false }
            advance()
            advance()
            list.keywords.append(NamedExpression(name: name, value: try parseExpression()))
        } else {
            guard list.spread == nil, list.keywordSpread == nil, list.keywords.isEmpty else { return false }
            list.positional.append(try parseExpression())
        }
        return true
    }

    // MARK: Filters and tests

    /// The filters of a `filter` or `set` tag, which have no operand in the template.
    func parseBareFilters(startsInline: Bool) throws(Fault) -> FilterNode {
        if !startsInline { try expect(.pipe) }
        var node = try parseFilter(nil)
        while accept(.pipe) {
            node = try parseFilter(.filter(node))
            _ = try checked(.filter(node))
        }
        return node
    }

    private func parseFilter(_ operand: Expression?) throws(Fault) -> FilterNode {
        let (name, span) = try parseDottedName()
        let arguments = token.isSymbol(.leftParenthesis) ? try parseArguments() : ArgumentList()
        let definition = FilterTable.definition(name)
        if definition == nil { noteUnknownFilter(name, span) }
        checkNamedFilter(name, arguments)
        return FilterNode(name, definition, operand, arguments, Span(start: span.start, end: lastEnd))
    }

    private func parseDottedName() throws(Fault) -> (name: String, span: Span) {
        var (name, span) = try expectName()
        while accept(.dot) {
            let (more, end) = try expectName()
            name += "." + more
            span = span.through(end)
        }
        return (name, span)
    }

    private func noteUnknownFilter(_ name: String, _ span: Span) {
        let nearest = NearestMatch.of(name, in: FilterTable.names)
        unknownNames.append((name, fault(.unknownFilter(name, nearest: nearest), span)))
    }

    private func noteUnknownTest(_ name: String, _ span: Span) {
        let nearest = NearestMatch.of(name, in: TestTable.names)
        unknownNames.append((name, fault(.unknownTest(name, nearest: nearest), span)))
    }

    /// `map('upper')` and `select('odd')` name filters and tests in their arguments.
    private func checkNamedFilter(_ name: String, _ arguments: ArgumentList) {
        let position = name.hasSuffix("attr") ? 1 : 0
        guard arguments.spread == nil, position < arguments.positional.count,
            case .constant(let node) = arguments.positional[position], let named = node.value.stringValue
        else { return }
        switch name {
        case "map": if FilterTable.definition(named) == nil { noteUnknownFilter(named, node.span) }
        case "select", "reject", "selectattr", "rejectattr":
            if TestTable.definition(named) == nil { noteUnknownTest(named, node.span) }
        default: break
        }
    }

    private func parseTest(_ operand: Expression) throws(Fault) -> Expression {
        advance()
        let isNegated = accept("not")
        let (name, span) = try parseDottedName()
        let arguments = try parseTestArguments()
        if name == "filter" || name == "test", case .constant(let node) = operand, let named = node.value.stringValue {
            guardedNames.insert(named)
        }
        let definition = TestTable.definition(name)
        if definition == nil { noteUnknownTest(name, span) }
        let whole = Span(start: operand.span.start, end: lastEnd)
        let test = try checked(.test(TestNode(name, definition, operand, arguments, whole)))
        return isNegated ? try checked(.unary(UnaryNode(.not, test, whole))) : test
    }

    /// Arguments in parentheses, or one value without them: `is divisibleby 3`.
    private func parseTestArguments() throws(Fault) -> ArgumentList {
        switch token.kind {
        case .symbol(.leftParenthesis): return try parseArguments()
        case .name("else"), .name("or"), .name("and"): return ArgumentList()
        case .name("is"): throw fault(.chainedTests, token.span)
        case .name, .string, .number, .symbol(.leftBracket), .symbol(.leftBrace):
            return ArgumentList(positional: [try parsePostfix(try parsePrimary())])
        default: return ArgumentList()
        }
    }
}
