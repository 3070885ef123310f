import Formatting

/// Walks the tree of a template and writes its text.
///
/// One renderer serves one rendering. The state that calls change together (scope, template, escaping) is one value,
/// so that it is saved and restored in one step; a fault ends the whole rendering, so nothing is restored then.
final class Renderer {
    /// Where the rendering is.
    struct Position {
        var scope: Scope
        var context: Context
        var unit: TemplateUnit
        /// What blocks placed here see: the top of the template, or more within scoped blocks.
        var blockBase: Scope
        /// Whether what is printed here is escaped.
        var escapes: Bool
        /// The parent that will replace the text of the template whose root is being run.
        var parent: TemplateUnit?
    }

    /// How a body ended.
    enum Flow {
        case normal
        case brokeLoop
        case continuedLoop
    }

    let environment: EnvironmentState
    let limits: TemplateLimits
    let globals: Scope
    var here: Position
    var output: [UInt8] = []
    var modules: [String: ModuleValue] = [:]
    /// Where the text comes from that is not captured, as far as it has been written.
    var origins: [TextOrigin] = []
    /// How many captures are open: what they give is printed later, by an expression.
    private(set) var captures = 0
    /// Whether a fault is noted and the statement left out, instead of ending the rendering.
    let collectsFaults: Bool
    var faults: [Fault] = []
    private var steps = 0
    private var parts = 0
    private var workDepth = 0
    private var callDepth = 0
    /// Scopes and lists that may hold themselves, emptied at the end so that nothing leaks.
    private var cyclic: [Scope] = []
    private var cyclicValues: [TemplateValue] = []

    init(
        _ unit: TemplateUnit, _ environment: EnvironmentState, context: TemplateValue,
        collectsFaults: Bool = false
    ) {
        self.environment = environment
        self.collectsFaults = collectsFaults
        limits = environment.limits
        globals = Scope(host: HostVariables(.none, globals: environment.globals))
        let root = Scope(host: HostVariables(context, globals: environment.globals))
        let context = Context(parent: root, escapes: unit.escapes)
        here = Position(scope: context.top, context: context, unit: unit, blockBase: context.top, escapes: unit.escapes)
        context.add(unit)
    }

    /// The text of the template.
    func render() throws(Fault) -> String {
        defer { breakCycles() }
        try runRoot(here.unit)
        return String(decoding: output, as: UTF8.self)
    }

    // MARK: Bookkeeping

    func locate(_ fault: Fault, _ span: Span) -> Fault {
        let located = fault.located(Place(source: here.unit.source, span: span))
        guard case .undefined(let undefined) = located.problem, case .name(let name) = undefined.origin else {
            return located
        }
        let known = knownNames()
        var named = Fault(
            .undefinedName(undefined, nearest: NearestMatch.of(name, in: known.all), available: known.shown),
            at: located.place)
        named.trail = located.trail
        return named
    }

    private func knownNames() -> (shown: [String], all: [String]) {
        var shown = [String]()
        var scope: Scope? = here.scope
        var globals = [String]()
        while let current = scope {
            if let host = current.host {
                shown += host.names
                globals = host.globalNames
            } else {
                shown += current.ids.map(environment.names.text)
            }
            scope = current.parent
        }
        return (shown, shown + globals)
    }

    /// Counts work, so that no template runs for ever.
    func spend(_ count: Int = 1) throws(Fault) {
        steps += count
        if steps > limits.steps { throw Fault(.tooManySteps(limit: limits.steps)) }
    }

    /// Counts the bytes of a text that is copied, compared or printed.
    func spend(bytes: Int) throws(Fault) { try spend(bytes >> 6) }

    func checkOutput() throws(Fault) {
        if output.count > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
    }

    /// One level deeper into tags or parts of an expression.
    func enter(_ span: @autoclosure () -> Span) throws(Fault) {
        workDepth += 1
        if workDepth > TemplateLimits.workDepth {
            throw locate(Fault(.tooDeep(limit: TemplateLimits.callDepth)), span())
        }
    }

    func leave() { workDepth -= 1 }

    /// Runs a statement; one that fails is left out, and its fault noted. Limits end the rendering all the same.
    func runCollecting(_ statement: Statement) throws(Fault) -> Flow {
        let (outer, depth) = (here, workDepth)
        do { return try run(statement) } catch {
            guard error.problem.code != .limit else { throw error }
            (here, workDepth) = (outer, depth)
            faults.append(error)
            return .normal
        }
    }

    /// Counts a part of an expression, or a body of statements.
    func spendPart() throws(Fault) {
        parts &+= 1
        if parts & 15 == 0 { try spend() }
    }

    /// Runs a macro, block, include or recursive loop at another position.
    func call<Result>(_ position: Position, _ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        try spend(TemplateLimits.callSteps)
        callDepth += 1
        guard callDepth <= TemplateLimits.callDepth else {
            throw Fault(.tooDeep(limit: TemplateLimits.callDepth))
        }
        let outer = here
        here = position
        defer {
            here = outer
            callDepth -= 1
        }
        return try body()
    }

    /// Runs something and returns what it wrote instead of writing it.
    func capture(_ body: () throws(Fault) -> Void) throws(Fault) -> String {
        let outer = output
        output = []
        captures += 1
        try body()
        captures -= 1
        let text = String(decoding: output, as: UTF8.self)
        output = outer
        try spend(bytes: text.utf8.count)
        return text
    }

    /// Runs something in a scope of its own.
    func inScope<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        let outer = here.scope
        here.scope = Scope(parent: outer)
        let result = try body()
        here.scope = outer
        return result
    }

    /// Notes a scope that holds a macro which holds the scope.
    func noteCycle(_ scope: Scope) { if cyclic.last !== scope { cyclic.append(scope) } }

    /// Notes a changed list, dictionary or namespace that may have been put into itself.
    func noteCycle(_ owner: TemplateValue, holding value: TemplateValue) throws(Fault) {
        guard value.nesting > 0 else { return }
        if owner.nesting > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
        cyclicValues.append(owner)
    }

    private func breakCycles() {
        for scope in cyclic { scope.clear() }
        var scope: Scope? = here.scope
        while let current = scope {
            current.clear()
            scope = current.parent
        }
        for value in cyclicValues {
            switch value {
            case .sequence(let sequence): sequence.items = []
            case .mapping(let mapping): mapping.removeAll()
            case .builtin(let builtin): (builtin as? NamespaceValue)?.members.removeAll()
            default: break
            }
        }
        modules = [:]
    }
}
