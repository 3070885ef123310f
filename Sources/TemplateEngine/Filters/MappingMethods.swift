/// Methods of dictionaries, as in Python.
enum MappingMethods {
    static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let all = [
        FunctionDefinition("keys") { call throws(Fault) in .builtin(MappingView(owner(call), .keys)) },
        FunctionDefinition("values") { call throws(Fault) in .builtin(MappingView(owner(call), .values)) },
        FunctionDefinition("items") { call throws(Fault) in .builtin(MappingView(owner(call), .items)) },
        FunctionDefinition("get", ["key", "default"], required: 1) { call throws(Fault) in
            try key(call).flatMap { owner(call).value($0) } ?? call.optional(1) ?? .none
        },
        FunctionDefinition("copy") { call throws(Fault) in
            try call.renderer.spend(elements: owner(call).count)
            return .mapping(owner(call).copy())
        },
        FunctionDefinition("pop", ["key", "default"], required: 1, changesOwner: true) { call throws(Fault) in
            let key = try key(call) ?? .none
            try call.renderer.spend(elements: owner(call).count)
            if let value = try changed(call).remove(key) ?? call.optional(1) { return value }
            throw Fault(.keyMissing(try ValueText.representation(key, limit: call.renderer.limits.outputBytes)))
        },
        FunctionDefinition("popitem", [], changesOwner: true) { call throws(Fault) in
            let mapping = try changed(call)
            guard let key = mapping.keys.last else { throw call.fault("the dictionary is empty") }
            try call.renderer.spend(elements: mapping.count)
            return .tuple([key, mapping.remove(key) ?? .none])
        },
        FunctionDefinition("setdefault", ["key", "default"], required: 1, changesOwner: true) { call throws(Fault) in
            let mapping = try changed(call)
            let key = try key(call) ?? .none
            if let value = mapping.value(key) { return value }
            let value = call.optional(1) ?? .none
            mapping.fill(key, value)
            try call.renderer.noteCycle(call.value, holding: value)
            return value
        },
        FunctionDefinition("update", [], isVariadic: true, changesOwner: true) { call throws(Fault) in
            let mapping = try changed(call)
            guard call.arguments.positional.count <= 1 else { throw Fault(.tooManyArguments("update", most: 1)) }
            if let source = call.arguments.positional.first { try update(mapping, source, call.renderer) }
            for keyword in call.arguments.keywords { mapping.fill(keyword.name, keyword.value) }
            try call.renderer.noteCycle(call.value, holding: call.value)
            return .none
        },
        FunctionDefinition("clear", [], changesOwner: true) { call throws(Fault) in
            try changed(call).removeAll()
            return .none
        },
    ]

    private static func owner(_ call: FunctionCall) -> TemplateMapping {
        if case .mapping(let mapping) = call.value { mapping } else { TemplateMapping(isFrozen: true) }
    }

    private static func changed(_ call: FunctionCall) throws(Fault) -> TemplateMapping {
        let mapping = owner(call)
        if mapping.isFrozen { throw Fault(.frozen("dictionary")) }
        return mapping
    }

    private static func key(_ call: FunctionCall) throws(Fault) -> TemplateValue? {
        guard let key = call.optional(0) else { return nil }
        if case .undefined(let undefined) = key { throw Fault(.undefined(undefined)) }
        guard HashKey(key) != nil else { throw Fault(.notAKey(key.typeName)) }
        return key
    }

    /// Adds the entries of a dictionary, or of a list of pairs.
    static func update(_ mapping: TemplateMapping, _ source: TemplateValue, _ renderer: Renderer) throws(Fault) {
        if case .mapping(let other) = source {
            try renderer.spend(other.count)
            for (key, value) in zip(other.keys, other.values) { mapping.fill(key, value) }
            return
        }
        if case .builtin(let builtin) = source, let namespace = builtin as? NamespaceValue {
            return try update(mapping, .mapping(namespace.members), renderer)
        }
        for pair in try renderer.elements(source) {
            let parts = try renderer.elements(pair)
            guard parts.count == 2 else { throw Fault(.unpack(expected: 2, found: parts.count)) }
            guard mapping.fill(parts[0], parts[1]) else { throw Fault(.notAKey(parts[0].typeName)) }
        }
    }
}
