/// One piece of a template: text, a printed expression or a tag.
enum Statement: Sendable {
    /// Text and where it starts in its template; `isRoot` is false within blocks, macros and captures, which print also below an `extends`.
    case data([UInt8], start: Int, isRoot: Bool)
    case output(Expression, isRoot: Bool)
    case condition(IfNode)
    case loop(ForNode)
    case assign(AssignTarget, Expression)
    case assignBlock(AssignBlockNode)
    case block(BlockNode)
    case extends(Expression, Span)
    case include(IncludeNode)
    case importing(ImportNode)
    case macro(MacroNode)
    case call(CallBlockNode)
    case filterBlock(FilterNode, [Statement])
    case with([(target: AssignTarget, value: Expression)], [Statement])
    case autoescape(Expression, [Statement])
    case evaluate(Expression)
    case breakLoop
    case continueLoop
}

/// What a `for`, `set` or `with` gives a value to.
indirect enum AssignTarget: Sendable {
    case name(Identifier)
    case member(of: NameNode, String)
    case tuple([AssignTarget], Span)
}

/// `if … elif … else`.
final class IfNode: Sendable {
    struct Branch: Sendable {
        let test: Expression
        let body: [Statement]
    }

    let branches: [Branch]
    let otherwise: [Statement]

    init(_ branches: [Branch], _ otherwise: [Statement]) {
        self.branches = branches
        self.otherwise = otherwise
    }
}

/// `for target in values if test … else`.
final class ForNode: Sendable {
    let target: AssignTarget
    let values: Expression
    let test: Expression?
    let isRecursive: Bool
    let body: [Statement]
    let otherwise: [Statement]?
    /// Whether the body mentions `loop`, so that it must be made.
    let usesLoop: Bool
    let span: Span

    init(
        target: AssignTarget, values: Expression, test: Expression?, isRecursive: Bool, body: [Statement],
        otherwise: [Statement]?, usesLoop: Bool, span: Span
    ) {
        self.target = target
        self.values = values
        self.test = test
        self.isRecursive = isRecursive
        self.body = body
        self.otherwise = otherwise
        self.usesLoop = usesLoop
        self.span = span
    }
}

/// `set target | filter … endset`.
final class AssignBlockNode: Sendable {
    let target: AssignTarget
    let filter: FilterNode?
    let body: [Statement]

    init(_ target: AssignTarget, _ filter: FilterNode?, _ body: [Statement]) {
        self.target = target
        self.filter = filter
        self.body = body
    }
}

/// `block name`.
final class BlockNode: Sendable {
    let name: String
    let body: [Statement]
    let isScoped: Bool
    let isRequired: Bool
    /// Whether it stands outside loops and other scopes of its template.
    let isTop: Bool
    /// Whether it stands inside another block.
    let isNested: Bool
    let usesSuper: Bool
    let span: Span

    init(
        _ name: String, _ body: [Statement], isScoped: Bool, isRequired: Bool, isTop: Bool, isNested: Bool,
        usesSuper: Bool, span: Span
    ) {
        self.name = name
        self.body = body
        self.isScoped = isScoped
        self.isRequired = isRequired
        self.isTop = isTop
        self.isNested = isNested
        self.usesSuper = usesSuper
        self.span = span
    }
}

/// `include`.
final class IncludeNode: Sendable {
    let template: Expression
    let ignoresMissing: Bool
    let withContext: Bool
    let span: Span

    init(_ template: Expression, ignoresMissing: Bool, withContext: Bool, span: Span) {
        self.template = template
        self.ignoresMissing = ignoresMissing
        self.withContext = withContext
        self.span = span
    }
}

/// `import … as name` or `from … import names`.
final class ImportNode: Sendable {
    enum Names: Sendable {
        case module(Identifier)
        case members([(name: String, alias: Identifier, span: Span)])
    }

    let template: Expression
    let names: Names
    let withContext: Bool
    let span: Span

    init(_ template: Expression, _ names: Names, withContext: Bool, span: Span) {
        self.template = template
        self.names = names
        self.withContext = withContext
        self.span = span
    }
}

/// `macro name(parameters)`, and the body of a `call` tag.
final class MacroNode: Sendable {
    let name: Identifier
    let parameters: [(name: Identifier, initial: Expression?)]
    let body: [Statement]
    let usesCaller: Bool
    let usesKeywords: Bool
    let usesVarargs: Bool
    let span: Span

    init(
        _ name: Identifier, _ parameters: [(name: Identifier, initial: Expression?)], _ body: [Statement],
        usesCaller: Bool, usesKeywords: Bool, usesVarargs: Bool, span: Span
    ) {
        self.name = name
        self.parameters = parameters
        self.body = body
        self.usesCaller = usesCaller
        self.usesKeywords = usesKeywords
        self.usesVarargs = usesVarargs
        self.span = span
    }
}

/// `call(parameters) callee(…)`.
final class CallBlockNode: Sendable {
    let call: CallNode
    let caller: MacroNode

    init(_ call: CallNode, _ caller: MacroNode) {
        self.call = call
        self.caller = caller
    }
}
