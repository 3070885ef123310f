extension Parser {
    func parseExtends() throws(Fault) -> Statement {
        let start = advance().span
        guard scope.isTop else { throw fault(.extendsNotAtTop, start) }
        let template = try parseExpression()
        if case .constant(let node) = template, let name = node.value.stringValue, parent == nil, !hasDynamicParent {
            parent = (name, node.span)
        } else {
            hasDynamicParent = true
        }
        return .extends(template, start.through(template.span))
    }

    func parseBlock() throws(Fault) -> Statement {
        let start = advance().span
        let (name, nameSpan) = try expectName()
        let isScoped = accept("scoped")
        let isRequired = accept("required")
        if token.isSymbol(.minus) { throw fault(.hyphenInBlockName, nameSpan.through(following.span)) }
        if let first = blockSpans[name] {
            throw fault(.duplicateBlock(name, line: source.line(at: first.start)), nameSpan)
        }
        blockSpans[name] = nameSpan
        let (body, uses) = try within(
            {
                $0.isTop = false
                $0.isRoot = false
                $0.isInBlock = true
                $0.canBreak = false
            }, isBoundary: true
        ) { () throws(Fault) in try parseTagBody(to: "endblock") }
        if isRequired, !body.allSatisfy(\.isSpace) { throw fault(.requiredBlockHasContent, start.through(nameSpan)) }
        _ = accept(name)
        if isScoped { note([scopedBlockMark]) }
        let block = BlockNode(
            name, body, isScoped: isScoped, isRequired: isRequired, isTop: scope.isTop, isNested: scope.isInBlock,
            usesSuper: uses.contains("super"), span: start.through(nameSpan))
        blocks.append(block)
        return .block(block)
    }

    func parseInclude() throws(Fault) -> Statement {
        let start = advance().span
        let template = try parseExpression()
        let ignoresMissing = token.isName("ignore") && following.isName("missing")
        if ignoresMissing {
            advance()
            advance()
        }
        let withContext = parseContext() ?? true
        return .include(
            IncludeNode(
                template, ignoresMissing: ignoresMissing, withContext: withContext, span: start.through(template.span)))
    }

    func parseImport() throws(Fault) -> Statement {
        let start = advance().span
        let template = try parseExpression()
        try expect("as")
        let name = try parseTargetName()
        return .importing(
            ImportNode(
                template, .module(name), withContext: parseContext() ?? false, span: start.through(template.span)))
    }

    func parseFrom() throws(Fault) -> Statement {
        let start = advance().span
        let template = try parseExpression()
        try expect("import")
        var names = [(name: String, alias: Identifier, span: Span)]()
        var withContext: Bool?
        while true {
            if !names.isEmpty {
                guard accept(.comma) else { break }
            }
            withContext = parseContext()
            if withContext != nil { break }
            let span = token.span
            let name = try parseTargetName()
            if name.text.hasPrefix("_") { throw fault(.underscoreImport(name.text), span) }
            names.append((name.text, accept("as") ? try parseTargetName() : name, span))
            withContext = parseContext()
            if withContext != nil { break }
        }
        return .importing(
            ImportNode(
                template, .members(names), withContext: withContext ?? false, span: start.through(template.span)))
    }

    /// `with context` or `without context`.
    private func parseContext() -> Bool? {
        guard token.isName("with") || token.isName("without"), following.isName("context") else { return nil }
        let isWith = advance().name == "with"
        advance()
        return isWith
    }

    func parseTargetName() throws(Fault) -> Identifier {
        let (name, span) = try expectName()
        if Self.constants.keys.contains(name) { throw fault(.cannotAssign(to: "'\(name)'"), span) }
        return identifier(name)
    }

    // MARK: Macros

    func parseMacro() throws(Fault) -> Statement {
        let start = advance().span
        let name = try parseTargetName()
        let parameters = try parseSignature()
        return .macro(try parseMacroBody(name, parameters, to: "endmacro", Span(start: start.start, end: lastEnd)))
    }

    func parseCallBlock() throws(Fault) -> Statement {
        let start = advance().span
        let parameters = token.isSymbol(.leftParenthesis) ? try parseSignature() : []
        let callee = try parseExpression()
        guard case .call(let call) = callee else { throw fault(.callNeedsCall, callee.span) }
        let span = start.through(callee.span)
        return .call(CallBlockNode(call, try parseMacroBody(identifier("caller"), parameters, to: "endcall", span)))
    }

    private func parseMacroBody(
        _ name: Identifier, _ parameters: [(name: Identifier, initial: Expression?)], to end: String, _ span: Span
    ) throws(Fault) -> MacroNode {
        let (body, uses) = try within({
            $0.isTop = false
            $0.isRoot = false
            $0.canBreak = false
        }) { () throws(Fault) in try parseTagBody(to: end) }
        let own = parameters.map(\.name.text)
        if uses.contains("caller"), parameters.contains(where: { $0.name.text == "caller" && $0.initial == nil }) {
            throw fault(.callerNeedsDefault, span)
        }
        return MacroNode(
            name, parameters, body, usesCaller: uses.contains("caller") && !own.contains("caller"),
            usesKeywords: uses.contains("kwargs") && !own.contains("kwargs"),
            usesVarargs: uses.contains("varargs") && !own.contains("varargs"), span: span)
    }

    private func parseSignature() throws(Fault) -> [(name: Identifier, initial: Expression?)] {
        try expect(.leftParenthesis)
        var parameters = [(name: Identifier, initial: Expression?)]()
        while !token.isSymbol(.rightParenthesis) {
            if !parameters.isEmpty { try expect(.comma) }
            let span = token.span
            let name = try parseTargetName()
            let initial = accept(.assign) ? try parseExpression() : nil
            if initial == nil, parameters.last?.initial != nil { throw fault(.defaultBeforeRequired, span) }
            parameters.append((name, initial))
        }
        advance()
        return parameters
    }
}

extension Statement {
    /// Whether this is text of nothing but white space.
    var isSpace: Bool {
        guard case .data(let bytes, _, _) = self else { return false }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(PythonText.isSpace)
    }
}
