/// A block that can be called: what `super` and `self.name` give.
final class BlockValue: BuiltinObject, @unchecked Sendable {
    private let name: String
    private let position: Renderer.Position
    /// What the block sees around it.
    private let base: Scope
    /// Which definition: 0 is the furthest child's.
    private let index: Int

    init(_ name: String, _ position: Renderer.Position, base: Scope, index: Int) {
        self.name = name
        self.position = position
        self.base = base
        self.index = index
        super.init()
    }

    override var typeName: String { "block" }
    override var isCallable: Bool { true }
    override var memberNames: [String] { ["super"] }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        name == "super" ? parentBlock : nil
    }

    /// The definition below this one.
    private var parentBlock: TemplateValue {
        guard index + 1 < position.context.definitions(name).count else {
            return .undefined(Undefined(.parentBlock(name)))
        }
        return .builtin(BlockValue(name, position, base: base, index: index + 1))
    }

    override func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        _ = try arguments.bind(name, [])
        let text = try renderer.capture { () throws(Fault) in try run(renderer) }
        return .text(text, isSafe: position.context.escapes)
    }

    /// Writes the block.
    func run(_ renderer: Renderer) throws(Fault) {
        let definitions = position.context.definitions(name)
        guard index < definitions.count else { return }
        let block = definitions[index]
        var target = position
        target.unit = block.unit
        target.escapes = block.unit.escapes
        target.scope = Scope(parent: base)
        target.blockBase = base
        target.parent = nil
        if block.node.usesSuper { target.scope.set(renderer.environment.superName, parentBlock) }
        try renderer.call(target) { () throws(Fault) in _ = try renderer.run(block.node.body) }
    }

    override func write(to text: inout ValueText) throws(Fault) { try text.write("<block " + name + ">") }
}

/// The variable `self`: the blocks of the template.
final class SelfValue: BuiltinObject, @unchecked Sendable {
    private let position: Renderer.Position

    init(_ position: Renderer.Position) {
        self.position = position
        super.init()
    }

    override var typeName: String { "template" }
    override var memberNames: [String] { position.context.blockNames }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        guard !position.context.definitions(name).isEmpty else { return nil }
        return .builtin(BlockValue(name, position, base: position.blockBase, index: 0))
    }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("<TemplateReference " + ValueText.quoted(position.unit.source.name) + ">")
    }
}

/// An imported template: its exported names, and its text when printed.
final class ModuleValue: BuiltinObject, @unchecked Sendable {
    let name: String
    let text: String
    private let members: [(String, TemplateValue)]

    init(_ name: String, _ members: [(String, TemplateValue)], text: String) {
        self.name = name
        self.members = members
        self.text = text
        super.init()
    }

    override var typeName: String { "template" }
    override var isMarkup: Bool { true }
    override var memberNames: [String] { members.map(\.0) }

    func value(_ name: String) -> TemplateValue? { members.first { $0.0 == name }?.1 }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? { value(name) }

    override func write(to text: inout ValueText) throws(Fault) { try text.write(self.text) }
}
