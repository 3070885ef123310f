/// The variable `loop`.
final class LoopValue: BuiltinObject, @unchecked Sendable {
    private let items: [TemplateValue]
    private let node: ForNode
    /// Where the loop stands, for calling it again with other items.
    private let position: Renderer.Position
    private let depth: Int
    private var lastChanged: [TemplateValue]?
    var index = 0

    init(_ items: [TemplateValue], _ node: ForNode, _ position: Renderer.Position, depth: Int) {
        self.items = items
        self.node = node
        self.position = position
        self.depth = depth
        super.init()
    }

    override var typeName: String { "loop" }
    override var isCallable: Bool { true }
    override var count: Int? { items.count }
    override var memberNames: [String] {
        [
            "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth",
            "depth0", "cycle", "changed",
        ]
    }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        switch name {
        case "index": .int(index + 1)
        case "index0": .int(index)
        case "revindex": .int(items.count - index)
        case "revindex0": .int(items.count - index - 1)
        case "first": .bool(index == 0)
        case "last": .bool(index == items.count - 1)
        case "length": .int(items.count)
        case "depth": .int(depth + 1)
        case "depth0": .int(depth)
        case "previtem": index > 0 ? items[index - 1] : .undefined(Undefined(.previousItem))
        case "nextitem": index + 1 < items.count ? items[index + 1] : .undefined(Undefined(.nextItem))
        case "cycle", "changed": .builtin(BoundFunction(.builtin(self), name == "cycle" ? Self.cycle : Self.changed))
        default: nil
        }
    }

    private static let cycle = FunctionDefinition("loop.cycle", [], isVariadic: true) { call throws(Fault) in
        guard case .builtin(let owner) = call.value, let loop = owner as? LoopValue else { return .none }
        let choices = call.arguments.positional
        guard !choices.isEmpty else { throw call.fault("needs at least one value") }
        return choices[loop.index % choices.count]
    }

    private static let changed = FunctionDefinition("loop.changed", [], isVariadic: true) { call throws(Fault) in
        guard case .builtin(let owner) = call.value, let loop = owner as? LoopValue else { return .none }
        let values = call.arguments.positional
        if let last = loop.lastChanged {
            let isSame = try call.renderer.comparing { (comparison) throws(Fault) in
                try comparison.equal(last, values)
            }
            if isSame { return .bool(false) }
        }
        loop.lastChanged = values
        return .bool(true)
    }

    override func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        guard node.isRecursive else { throw Fault(.notRecursive) }
        guard let values = try arguments.bind("loop", ["iterable"], required: 1).first ?? nil else { return .none }
        var target = position
        target.parent = renderer.here.parent
        let text = try renderer.call(target) { () throws(Fault) in
            try renderer.renderLoop(node, values, depth: depth + 1)
        }
        return .text(text, isSafe: renderer.here.escapes)
    }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("<LoopContext \(index + 1)/\(items.count)>")
    }
}
