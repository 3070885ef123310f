/// A function with the value that it belongs to: `text.upper`, `loop.cycle`, and `range`, which belongs to nothing.
final class BoundFunction: BuiltinObject, @unchecked Sendable {
    private let owner: TemplateValue
    let definition: FunctionDefinition

    init(_ owner: TemplateValue, _ definition: FunctionDefinition) {
        self.owner = owner
        self.definition = definition
        super.init()
    }

    override var typeName: String { "function" }
    override var nesting: Int { owner.nesting + 1 }
    override var isCallable: Bool { true }

    override func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        try definition.apply(owner, arguments, renderer)
    }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("<function " + definition.name + ">")
    }
}

/// What `namespace()` makes: an object whose members a `set` may change from inner scopes.
final class NamespaceValue: BuiltinObject, @unchecked Sendable {
    let members: TemplateMapping

    init(_ members: TemplateMapping) {
        self.members = members
        super.init()
    }

    override var typeName: String { "namespace" }
    override var nesting: Int { members.nesting + 1 }
    override var memberNames: [String] { members.names }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? { members.value(name) }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("<Namespace ")
        try text.write(members)
        try text.write(">")
    }
}

/// What `cycler()` makes.
final class CyclerValue: BuiltinObject, @unchecked Sendable {
    private let items: [TemplateValue]
    private var position = 0

    init(_ items: [TemplateValue]) {
        self.items = items
        super.init()
    }

    override var typeName: String { "cycler" }
    override var nesting: Int { (items.map(\.nesting).max() ?? 0) + 1 }
    override var memberNames: [String] { ["next", "current", "reset", "items", "pos"] }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        switch name {
        case "current": items[position]
        case "items": .tuple(items)
        case "pos": .int(position)
        case "next": .builtin(BoundFunction(.builtin(self), Self.next))
        case "reset": .builtin(BoundFunction(.builtin(self), Self.reset))
        default: nil
        }
    }

    private static let next = FunctionDefinition("next") { call throws(Fault) in
        guard case .builtin(let owner) = call.value, let cycler = owner as? CyclerValue else { return .none }
        defer { cycler.position = (cycler.position + 1) % cycler.items.count }
        return cycler.items[cycler.position]
    }

    private static let reset = FunctionDefinition("reset") { call throws(Fault) in
        guard case .builtin(let owner) = call.value, let cycler = owner as? CyclerValue else { return .none }
        cycler.position = 0
        return .none
    }
}

/// What `joiner()` makes: nothing on the first call, the separator on all others.
final class JoinerValue: BuiltinObject, @unchecked Sendable {
    private let separator: TemplateValue
    private var isUsed = false

    init(_ separator: TemplateValue) {
        self.separator = separator
        super.init()
    }

    override var typeName: String { "joiner" }
    override var isCallable: Bool { true }

    override func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        _ = try arguments.bind("joiner", [])
        defer { isUsed = true }
        return isUsed ? separator : .string("")
    }
}
