import Formatting

extension Parser {
    /// Statements up to a tag that starts with one of the given words, which stays the current token; with no words,
    /// up to the end of the template.
    func parseBody(until ends: [String]) throws(Fault) -> [Statement] {
        var body = [Statement]()
        if !ends.isEmpty { endWords.append(ends) }
        while true {
            switch token.kind {
            case .data:
                body.append(
                    .data(
                        Array(source.bytes[token.span.start..<token.span.end]), start: token.span.start,
                        isRoot: scope.isRoot))
                advance()
            case .variableBegin: body.append(try parseOutput())
            case .blockBegin:
                advance()
                if let word = token.name, ends.contains(word) {
                    endWords.removeLast()
                    return body
                }
                body += try parseTag()
            default:
                if !ends.isEmpty { throw endOfTemplate() }
                return body
            }
        }
    }

    private func parseOutput() throws(Fault) -> Statement {
        advance()
        let value = try parseTuple()
        guard case .variableEnd = token.kind else { throw expected("'}}'") }
        advance()
        return .output(value, isRoot: scope.isRoot)
    }

    /// The tag's statements, through its `%}`.
    private func parseTag() throws(Fault) -> [Statement] {
        guard let name = token.name else { throw expected("the name of a tag") }
        let span = token.span
        openTags.append((name, span))
        if openTags.count > TemplateLimits.tagNesting {
            throw fault(.tooDeepToRead(limit: TemplateLimits.tagNesting), span)
        }
        let statements = try parseTag(name, span)
        openTags.removeLast()
        try expectBlockEnd()
        return statements
    }

    private func parseTag(_ name: String, _ span: Span) throws(Fault) -> [Statement] {
        switch name {
        case "for": return [try parseFor()]
        case "if": return [try parseIf()]
        case "block": return [try parseBlock()]
        case "extends": return [try parseExtends()]
        case "print": return try parsePrint()
        case "macro": return [try parseMacro()]
        case "include": return [try parseInclude()]
        case "from": return [try parseFrom()]
        case "import": return [try parseImport()]
        case "set": return [try parseSet()]
        case "with": return [try parseWith()]
        case "autoescape": return [try parseAutoescape()]
        case "call": return [try parseCallBlock()]
        case "filter": return [try parseFilterBlock()]
        case "do":
            advance()
            return [.evaluate(try parseTuple())]
        case "break", "continue":
            guard scope.canBreak else { throw fault(.outsideLoop(name), span) }
            advance()
            return [name == "break" ? .breakLoop : .continueLoop]
        default: throw unknownTag(name, span)
        }
    }

    static let tagNames = [
        "for", "if", "block", "extends", "print", "macro", "include", "from", "import", "set", "with", "autoescape",
        "call", "filter", "do", "break", "continue", "raw",
    ]
    private static let innerWords = [
        "elif", "else", "endif", "endfor", "endblock", "endmacro", "endset", "endwith", "endautoescape", "endcall",
        "endfilter", "endraw",
    ]

    private func unknownTag(_ name: String, _ span: Span) -> Fault {
        openTags.removeLast()
        let wanted = endWords.last ?? []
        let innermost = openTags.last?.name
        if Self.innerWords.contains(name) {
            return fault(.misplacedTag(name, expected: wanted, innermost: innermost), span)
        }
        let nearest = NearestMatch.of(name, in: wanted + Self.tagNames)
        return fault(.unknownTag(name, nearest: nearest, expected: wanted, innermost: innermost), span)
    }

    private func endOfTemplate() -> Fault {
        let opened = openTags.last
        let line = opened.map { source.line(at: $0.span.start) } ?? 1
        let problem = Problem.endOfTemplate(expected: endWords.last ?? [], innermost: opened?.name, line: line)
        return fault(problem, opened?.span ?? token.span)
    }

    /// The body of a tag from behind its head; leaves the ending word as the current token.
    func parseTagBody(until ends: [String]) throws(Fault) -> [Statement] {
        _ = accept(.colon)
        try expectBlockEnd()
        return try parseBody(until: ends)
    }

    /// The body of a tag with a single ending word, which is taken.
    func parseTagBody(to end: String) throws(Fault) -> [Statement] {
        let body = try parseTagBody(until: [end])
        advance()
        return body
    }

    /// Reads something in a changed scope. Names used within count as used around it as well, unless it is a block.
    func within<Result>(
        _ change: (inout ParserScope) -> Void, isBoundary: Bool = false, _ step: () throws(Fault) -> Result
    ) throws(Fault) -> (result: Result, uses: Set<String>) {
        let outer = scope
        change(&scope)
        scope.uses.append([])
        let result = try step()
        let uses = scope.uses.last ?? []
        scope = outer
        if !isBoundary { note(uses) }
        return (result, uses)
    }

    /// Notes that special names are used here.
    func note(_ names: Set<String>) { scope.uses[scope.uses.count - 1].formUnion(names) }
}
