extension Parser {
    func parseFor() throws(Fault) -> Statement {
        let start = advance().span
        let target = try parseTarget(stop: "in")
        if target.assigns("loop") { throw fault(.loopVariableAssigned, Span(start: start.start, end: lastEnd)) }
        try expect("in")
        let values = try parseTuple(withCondition: false, stop: "recursive")
        let test = accept("if") ? try parseExpression() : nil
        let isRecursive = accept("recursive")
        let (body, uses) = try within({
            $0.isTop = false
            $0.canBreak = true
            $0.isInLoop = true
        }) { () throws(Fault) in try parseTagBody(until: ["endfor", "else"]) }
        let otherwise =
            accept("else")
            ? try within({ $0.isTop = false }) { () throws(Fault) in
                try parseTagBody(until: ["endfor"])
            }.result : nil
        advance()
        return .loop(
            ForNode(
                target: target, values: values, test: test, isRecursive: isRecursive, body: body,
                otherwise: otherwise, usesLoop: isRecursive || !uses.isDisjoint(with: ["loop", scopedBlockMark]),
                span: start))
    }

    /// Stands among the used names for a scoped block, which may use `loop` from another template.
    var scopedBlockMark: String { " scoped" }

    func parseIf() throws(Fault) -> Statement {
        var branches = [IfNode.Branch]()
        repeat {
            advance()
            let test = try parseTuple(withCondition: false)
            branches.append(IfNode.Branch(test: test, body: try parseTagBody(until: ["elif", "else", "endif"])))
        } while token.isName("elif")
        let otherwise = accept("else") ? try parseTagBody(until: ["endif"]) : []
        advance()
        return .condition(IfNode(branches, otherwise))
    }

    func parsePrint() throws(Fault) -> [Statement] {
        advance()
        var statements = [Statement]()
        while true {
            if case .blockEnd = token.kind { return statements }
            if !statements.isEmpty { try expect(.comma) }
            statements.append(.output(try parseExpression(), isRoot: scope.isRoot))
        }
    }

    func parseSet() throws(Fault) -> Statement {
        let start = advance().span
        let target = try parseTarget(withMembers: true)
        if scope.isInLoop, target.assigns("loop") {
            throw fault(.loopVariableAssigned, Span(start: start.start, end: lastEnd))
        }
        if accept(.assign) { return .assign(target, try parseTuple()) }
        let filter = token.isSymbol(.pipe) ? try parseBareFilters(startsInline: false) : nil
        let (body, _) = try within({
            $0.isTop = false
            $0.isRoot = false
        }) { () throws(Fault) in try parseTagBody(to: "endset") }
        return .assignBlock(AssignBlockNode(target, filter, body))
    }

    func parseWith() throws(Fault) -> Statement {
        advance()
        var pairs = [(target: AssignTarget, value: Expression)]()
        while !isBlockEnd {
            if !pairs.isEmpty { try expect(.comma) }
            let target = try parseTarget()
            try expect(.assign)
            pairs.append((target, try parseExpression()))
        }
        let (body, _) = try within({ $0.isTop = false }) { () throws(Fault) in try parseTagBody(to: "endwith") }
        return .with(pairs, body)
    }

    func parseAutoescape() throws(Fault) -> Statement {
        advance()
        let value = try parseExpression()
        let (body, _) = try within({ $0.isTop = false }) { () throws(Fault) in
            try parseTagBody(to: "endautoescape")
        }
        return .autoescape(value, body)
    }

    func parseFilterBlock() throws(Fault) -> Statement {
        advance()
        let filter = try parseBareFilters(startsInline: true)
        let (body, _) = try within({ $0.isTop = false }) { () throws(Fault) in try parseTagBody(to: "endfilter") }
        return .filterBlock(filter, body)
    }

    var isBlockEnd: Bool { if case .blockEnd = token.kind { true } else { false } }

    // MARK: Targets

    /// A name, a tuple of names, or with `withMembers` also `namespace.name`.
    func parseTarget(withMembers: Bool = false, stop: String? = nil) throws(Fault) -> AssignTarget {
        let start = token.span
        var items = [AssignTarget]()
        var isTuple = false
        while !isTupleEnd(stop) {
            items.append(try parseSimpleTarget(withMembers))
            guard accept(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = items.first { return only }
        guard isTuple else { throw fault(.emptyExpression(found: token.text), token.span) }
        return .tuple(items, Span(start: start.start, end: lastEnd))
    }

    private func parseSimpleTarget(_ withMembers: Bool) throws(Fault) -> AssignTarget {
        let start = token.span
        if accept(.leftParenthesis) {
            let target = try nested(TemplateLimits.expressionNesting) { () throws(Fault) in try parseTarget() }
            try expect(.rightParenthesis)
            return target
        }
        guard let name = token.name else { throw fault(.cannotAssign(to: token.text), start) }
        if Self.constants.keys.contains(name) { throw fault(.cannotAssign(to: "'\(name)'"), start) }
        advance()
        if token.isSymbol(.dot), withMembers {
            advance()
            let member = try expectName().name
            return .member(of: NameNode(identifier(name), start), member)
        }
        if token.isSymbol(.dot) || token.isSymbol(.leftBracket) || token.isSymbol(.leftParenthesis) {
            let kind = token.isSymbol(.dot) ? "a member" : token.isSymbol(.leftBracket) ? "an element" : "a call"
            throw fault(.cannotAssign(to: kind), Span(start: start.start, end: token.span.end))
        }
        return .name(identifier(name))
    }
}

extension AssignTarget {
    /// Whether a name is among those that get a value.
    func assigns(_ name: String) -> Bool {
        switch self {
        case .name(let identifier): identifier.text == name
        case .member: false
        case .tuple(let items, _): items.contains { $0.assigns(name) }
        }
    }
}
