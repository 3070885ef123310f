/// A macro, or the body of a `call` tag, with the scope in which it was defined.
final class MacroValue: BuiltinObject, @unchecked Sendable {
    private let node: MacroNode
    private let position: Renderer.Position

    init(_ node: MacroNode, _ position: Renderer.Position) {
        self.node = node
        self.position = position
        super.init()
    }

    override var typeName: String { "macro" }
    override var isCallable: Bool { true }
    override var traceName: String? { node.name.text }
    override var memberNames: [String] { ["name", "arguments", "catch_kwargs", "catch_varargs", "caller"] }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        switch name {
        case "name": .string(node.name.text)
        case "arguments": .tuple(node.parameters.map { .string($0.name.text) })
        case "catch_kwargs": .bool(node.usesKeywords)
        case "catch_varargs": .bool(node.usesVarargs)
        case "caller": .bool(node.usesCaller)
        default: nil
        }
    }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("<Macro " + ValueText.quoted(node.name.text) + ">")
    }

    override func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        let isSafe = renderer.here.context.escapes
        var inner = position
        inner.scope = Scope(parent: position.scope)
        inner.parent = nil
        let bound = try bind(arguments, inner.scope, renderer)
        let text = try renderer.call(inner) { () throws(Fault) in
            try fillDefaults(bound, renderer)
            return try renderer.capture { () throws(Fault) in _ = try renderer.run(node.body) }
        }
        return .text(text, isSafe: isSafe)
    }

    /// Puts the arguments into the scope; the parameters that still need their default are returned.
    private func bind(_ arguments: Arguments, _ scope: Scope, _ renderer: Renderer) throws(Fault) -> [Int] {
        let names = renderer.environment.names
        var keywords = arguments.keywords
        var open = [Int]()
        for (index, parameter) in node.parameters.enumerated() {
            if index < arguments.positional.count {
                scope.set(parameter.name, arguments.positional[index])
            } else if let found = keywords.firstIndex(where: { $0.name == parameter.name.text }) {
                scope.set(parameter.name, keywords.remove(at: found).value)
            } else {
                scope.set(parameter.name, .undefined(Undefined(.parameter(parameter.name.text))))
                open.append(index)
            }
        }
        if node.usesCaller { scope.set(names.identifier("caller"), takeCaller(&keywords)) }
        try bindRest(arguments, keywords, scope, names)
        return open
    }

    private func takeCaller(_ keywords: inout [NamedValue]) -> TemplateValue {
        guard let index = keywords.firstIndex(where: { $0.name == "caller" }) else {
            return .undefined(Undefined(.caller))
        }
        return keywords.remove(at: index).value
    }

    private func bindRest(
        _ arguments: Arguments, _ keywords: [NamedValue], _ scope: Scope, _ names: NameTable
    ) throws(Fault) {
        if node.usesKeywords {
            let mapping = TemplateMapping(isFrozen: false)
            for keyword in keywords { mapping.fill(keyword.name, keyword.value) }
            scope.set(names.identifier("kwargs"), .mapping(mapping))
        } else if let extra = keywords.first {
            if extra.name == "caller" { throw Fault(.callerTwice(node.name.text)) }
            let parameters = node.parameters.map(\.name.text)
            let isTwice = parameters.contains(extra.name)
            throw Fault(
                isTwice
                    ? .argumentTwice(node.name.text, name: extra.name)
                    : .unknownKeyword(
                        node.name.text, name: extra.name, nearest: Problem.nearest(extra.name, parameters)))
        }
        if node.usesVarargs {
            let rest = arguments.positional.dropFirst(node.parameters.count)
            scope.set(names.identifier("varargs"), .tuple(Array(rest)))
        } else if arguments.positional.count > node.parameters.count {
            throw Fault(.tooManyArguments(node.name.text, most: node.parameters.count))
        }
    }

    /// Defaults see the parameters before them.
    private func fillDefaults(_ open: [Int], _ renderer: Renderer) throws(Fault) {
        for index in open {
            guard let initial = node.parameters[index].initial else { continue }
            renderer.here.scope.set(node.parameters[index].name, try renderer.evaluate(initial))
        }
    }
}
