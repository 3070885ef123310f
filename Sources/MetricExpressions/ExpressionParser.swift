/// Reads an expression by recursive descent, from the loosest sign to the tightest: `or`, `and`, `not`, comparisons,
/// `+ -`, `* /`, unary minus, `^`.
struct ExpressionParser {
    /// A part that was read, its kind, and where it stands.
    struct Part {
        var node: ExpressionNode
        var kind: ExpressionKind
        var range: Range<Int>
    }

    let text: String
    private let tokens: [ExpressionToken]
    private let nearest: (String) -> String?
    private let resolve: (String) -> ExpressionKind?
    private var place = 0
    private var depth = 0
    /// The names so far, each once, with its first place.
    private(set) var names: [(name: String, range: Range<Int>)] = []

    /// How deep brackets, signs and calls may stand in each other.
    private static let deepest = 60

    init(
        _ text: String, _ tokens: [ExpressionToken], nearest: @escaping (String) -> String?,
        resolve: @escaping (String) -> ExpressionKind?
    ) {
        self.text = text
        self.tokens = tokens
        self.nearest = nearest
        self.resolve = resolve
    }

    /// The whole expression.
    mutating func read() throws(ExpressionError) -> (node: ExpressionNode, kind: ExpressionKind) {
        if tokens.count == 1 { throw fail(tokens[0].range, "the expression is empty") }
        let part = try either()
        guard case .end = token.kind else { throw unexpected() }
        return (part.node, part.kind)
    }

    // MARK: Tokens

    private var token: ExpressionToken { tokens[place] }

    /// Takes one of some signs or words; nil where another token stands there.
    private mutating func take(_ words: String...) -> String? {
        switch token.kind {
        case .sign(let word) where words.contains(word), .name(let word) where words.contains(word):
            place += 1
            return word
        default: return nil
        }
    }

    private func fail(_ range: Range<Int>, _ message: String) -> ExpressionError {
        ExpressionError(text, range, message)
    }

    private func unexpected() -> ExpressionError {
        switch token.kind {
        case .end: fail(token.range, "a value is missing at the end")
        case .sign(let sign): fail(token.range, "'\(sign)' cannot stand here")
        case .number, .name, .word: fail(token.range, "a sign is missing before this")
        }
    }

    /// Throws where a part is of another kind than what stands around it takes.
    private func require(_ part: Part, _ kind: ExpressionKind, of sign: String) throws(ExpressionError) {
        guard part.kind != kind else { return }
        throw fail(part.range, "'\(sign)' takes \(kind.rawValue), and this is \(part.kind.rawValue)")
    }

    private mutating func deeper(
        _ read: (inout ExpressionParser) throws(ExpressionError) -> Part
    ) throws(ExpressionError) -> Part {
        guard depth < Self.deepest else {
            throw fail(token.range, "more than \(Self.deepest) levels within each other")
        }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    // MARK: Yes or no

    private mutating func either() throws(ExpressionError) -> Part {
        var left = try both()
        while take("or") != nil {
            let right = try both()
            left = try joined(left, right, "or") { .or($0, $1) }
        }
        return left
    }

    private mutating func both() throws(ExpressionError) -> Part {
        var left = try denied()
        while take("and") != nil {
            let right = try denied()
            left = try joined(left, right, "and") { .and($0, $1) }
        }
        return left
    }

    private func joined(
        _ left: Part, _ right: Part, _ sign: String, _ make: (ExpressionNode, ExpressionNode) -> ExpressionNode
    ) throws(ExpressionError) -> Part {
        try require(left, .truth, of: sign)
        try require(right, .truth, of: sign)
        return Part(node: make(left.node, right.node), kind: .truth, range: around(left, right))
    }

    private func around(_ left: Part, _ right: Part) -> Range<Int> { left.range.lowerBound..<right.range.upperBound }

    private mutating func denied() throws(ExpressionError) -> Part {
        let start = token.range.lowerBound
        guard take("not") != nil else { return try comparison() }
        let part = try deeper { parser throws(ExpressionError) in try parser.denied() }
        try require(part, .truth, of: "not")
        return Part(node: .not(part.node), kind: .truth, range: start..<part.range.upperBound)
    }

    /// `a < b`, and `a < b <= c` as both.
    private mutating func comparison() throws(ExpressionError) -> Part {
        let first = try sum()
        var parts = [first]
        var signs: [ExpressionNode.Comparison] = []
        while let word = take("<=", ">=", "==", "!=", "<", ">"), let sign = ExpressionNode.Comparison(rawValue: word) {
            let next = try sum()
            try check(parts[parts.count - 1], next, sign)
            parts.append(next)
            signs.append(sign)
        }
        guard !signs.isEmpty else { return first }
        return Part(
            node: .comparison(parts.map(\.node), signs), kind: .truth, range: around(first, parts[parts.count - 1]))
    }

    private func check(_ left: Part, _ right: Part, _ sign: ExpressionNode.Comparison) throws(ExpressionError) {
        let isEquality = sign == .equal || sign == .unequal
        if isEquality, left.kind == right.kind { return }
        if isEquality { return try require(right, left.kind, of: sign.rawValue) }
        try require(left, .number, of: sign.rawValue)
        try require(right, .number, of: sign.rawValue)
    }

    // MARK: Numbers

    private mutating func sum() throws(ExpressionError) -> Part {
        var left = try product()
        while let sign = take("+", "-") { left = try arithmetic(left, sign, try product()) }
        return left
    }

    private mutating func product() throws(ExpressionError) -> Part {
        var left = try signed()
        while let sign = take("*", "/") { left = try arithmetic(left, sign, try signed()) }
        return left
    }

    private mutating func signed() throws(ExpressionError) -> Part {
        let start = token.range.lowerBound
        guard let sign = take("-", "+") else { return try power() }
        let part = try deeper { parser throws(ExpressionError) in try parser.signed() }
        try require(part, .number, of: sign)
        return Part(
            node: sign == "-" ? .negated(part.node) : part.node, kind: .number, range: start..<part.range.upperBound)
    }

    /// Binds to the right and tighter than a minus before it: -2^2 is -4.
    private mutating func power() throws(ExpressionError) -> Part {
        let base = try atom()
        guard let sign = take("^") else { return base }
        let exponent = try deeper { parser throws(ExpressionError) in try parser.signed() }
        return try arithmetic(base, sign, exponent)
    }

    private func arithmetic(_ left: Part, _ sign: String, _ right: Part) throws(ExpressionError) -> Part {
        try require(left, .number, of: sign)
        try require(right, .number, of: sign)
        let node = ExpressionNode.arithmetic(.init(rawValue: sign) ?? .plus, left.node, right.node)
        return Part(node: node, kind: .number, range: around(left, right))
    }

    // MARK: Values

    private mutating func atom() throws(ExpressionError) -> Part {
        let token = token
        switch token.kind {
        case .number(let number):
            place += 1
            return Part(node: .number(number), kind: .number, range: token.range)
        case .word(let word):
            place += 1
            return Part(node: .word(word), kind: .word, range: token.range)
        case .name(let name) where !["and", "or", "not"].contains(name):
            place += 1
            return take("(") == nil ? try named(name, token.range) : try call(name, token.range)
        case .sign("("):
            place += 1
            let part = try deeper { parser throws(ExpressionError) in try parser.either() }
            let end = self.token.range.upperBound
            guard take(")") != nil else { throw fail(token.range, "this bracket is not closed") }
            return Part(node: part.node, kind: part.kind, range: token.range.lowerBound..<end)
        case .sign, .name, .end: throw unexpectedValue()
        }
    }

    private func unexpectedValue() -> ExpressionError {
        if case .end = token.kind { return unexpected() }
        return fail(token.range, "a value must stand here")
    }

    private mutating func named(_ name: String, _ range: Range<Int>) throws(ExpressionError) -> Part {
        guard let kind = resolve(name) else {
            let remedy = nearest(name).map { "did you mean '\($0)'?" } ?? "see 'tearsheet explain --list'"
            throw fail(range, "unknown name '\(name)'; \(remedy)")
        }
        if !names.contains(where: { $0.name == name }) { names.append((name, range)) }
        return Part(node: .name(name), kind: kind, range: range)
    }

    private mutating func call(_ name: String, _ range: Range<Int>) throws(ExpressionError) -> Part {
        guard let function = ExpressionFunction(rawValue: name) else {
            let known = ExpressionFunction.allCases.map(\.rawValue).joined(separator: ", ")
            throw fail(range, "unknown function '\(name)'; there are \(known)")
        }
        var arguments: [Part] = []
        while arguments.isEmpty || take(",") != nil {
            arguments.append(try deeper { parser throws(ExpressionError) in try parser.either() })
        }
        let end = token.range.upperBound
        guard take(")") != nil else { throw fail(token.range, "'\(name)(' is not closed") }
        let whole = range.lowerBound..<end
        guard function.argumentCounts.contains(arguments.count) else {
            throw fail(whole, "'\(name)' takes \(function.argumentWords)")
        }
        let kind = function == .default ? arguments[0].kind : .number
        for argument in arguments { try require(argument, kind, of: name) }
        return Part(node: .call(function, arguments.map(\.node)), kind: kind, range: whole)
    }
}
