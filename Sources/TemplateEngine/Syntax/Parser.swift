/// Makes a tree of a template's tokens, by recursive descent as `jinja2/parser.py`.
final class Parser {
    let source: SourceText
    let names: NameTable
    private let tokens: [Token]
    private var index = 0

    /// The open tags, innermost last, for messages about missing ends.
    var openTags: [(name: String, span: Span)] = []
    /// The words that may end the open tags.
    var endWords: [[String]] = []
    /// What the places around the current one are.
    var scope = ParserScope()
    var nesting = 0

    var blocks: [BlockNode] = []
    var blockSpans: [String: Span] = [:]
    var parent: (name: String, span: Span)?
    var hasDynamicParent = false
    var selfCalls: [String] = []
    /// Unknown filters and tests, which are errors unless the template asks whether they exist.
    var unknownNames: [(name: String, fault: Fault)] = []
    var guardedNames: Set<String> = []

    init(source: SourceText, names: NameTable) throws(Fault) {
        self.source = source
        self.names = names
        tokens = try Lexer.tokens(of: source)
    }

    /// Reads a whole template.
    static func parse(_ source: SourceText, escapes: Bool, names: NameTable) throws(Fault) -> TemplateUnit {
        let parser = try Parser(source: source, names: names)
        let body = try parser.parseBody(until: [])
        if let unknown = parser.unknownNames.first(where: { !parser.guardedNames.contains($0.name) }) {
            throw unknown.fault
        }
        return TemplateUnit(
            source: source, body: body, blocks: parser.blocks, escapes: escapes, parent: parser.parent,
            hasDynamicParent: parser.hasDynamicParent, selfCalls: parser.selfCalls)
    }

    // MARK: Tokens

    var token: Token { tokens[index] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }
    /// Where the last taken token ended.
    var lastEnd: Int { index > 0 ? tokens[index - 1].span.end : 0 }

    @discardableResult
    func advance() -> Token {
        let token = tokens[index]
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    func accept(_ name: String) -> Bool {
        guard token.isName(name) else { return false }
        advance()
        return true
    }

    func accept(_ symbol: Token.Symbol) -> Bool {
        guard token.isSymbol(symbol) else { return false }
        advance()
        return true
    }

    @discardableResult
    func expect(_ symbol: Token.Symbol) throws(Fault) -> Token {
        guard token.isSymbol(symbol) else { throw expected("'\(symbol.rawValue)'") }
        return advance()
    }

    func expect(_ name: String) throws(Fault) {
        guard accept(name) else { throw expected("'\(name)'") }
    }

    func expectName() throws(Fault) -> (name: String, span: Span) {
        guard let name = token.name else { throw expected("a name") }
        return (name, advance().span)
    }

    func expectBlockEnd() throws(Fault) {
        guard case .blockEnd = token.kind else { throw expected("'%}'") }
        advance()
    }

    // MARK: Faults

    func fault(_ problem: Problem, _ span: Span) -> Fault { Fault(problem, at: Place(source: source, span: span)) }

    func expected(_ what: String) -> Fault { fault(.expected(what, found: token.text), token.span) }

    /// Runs a step one level deeper, within the limit that keeps the stack small.
    func nested<Result>(_ limit: Int, _ step: () throws(Fault) -> Result) throws(Fault) -> Result {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limit else { throw fault(.tooDeepToRead(limit: limit), token.span) }
        return try step()
    }

    func identifier(_ text: String) -> Identifier { names.identifier(text) }
}

/// What the parser must know about the place at which it is.
struct ParserScope {
    /// Whether nothing but `if` is around: where `extends` may stand.
    var isTop = true
    /// Whether text printed here belongs to the template's root, which a parent replaces.
    var isRoot = true
    var isInBlock = false
    /// Whether a loop is around, at whatever distance.
    var isInLoop = false
    /// Whether `break` and `continue` have a loop to act on.
    var canBreak = false
    /// One for each loop, macro or block around; names used below are noted here.
    var uses: [Set<String>] = [[]]
}
