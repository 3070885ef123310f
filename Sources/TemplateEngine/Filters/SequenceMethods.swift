/// Methods of lists and tuples, as in Python.
enum SequenceMethods {
    static let tuple = Dictionary(uniqueKeysWithValues: reading.map { ($0.name, $0) })
    static let list = tuple.merging(changing.map { ($0.name, $0) }) { $1 }

    private static let reading = [
        FunctionDefinition("index", ["value"], required: 1) { call throws(Fault) in
            guard let index = try position(call, owner(call)) else { throw try missing(call) }
            return .int(index)
        },
        FunctionDefinition("count", ["value"], required: 1) { call throws(Fault) in
            var count = 0
            let items = owner(call).items
            try call.renderer.spend(elements: items.count)
            for item in items where try call.renderer.areEqual(item, call.optional(0) ?? .none) { count += 1 }
            return .int(count)
        },
    ]

    private static let changing = [
        FunctionDefinition("append", ["value"], required: 1, changesOwner: true) { call throws(Fault) in
            try insert([call.optional(0) ?? .none], at: nil, call)
        },
        FunctionDefinition("extend", ["values"], required: 1, changesOwner: true) { call throws(Fault) in
            try insert(try call.renderer.elements(call.optional(0) ?? .none), at: nil, call)
        },
        FunctionDefinition("insert", ["index", "value"], required: 2, changesOwner: true) { call throws(Fault) in
            try insert([call.optional(1) ?? .none], at: try call.int(0, 0), call)
        },
        FunctionDefinition("remove", ["value"], required: 1, changesOwner: true) { call throws(Fault) in
            let sequence = try changed(call)
            guard let index = try position(call, sequence) else { throw try missing(call) }
            try call.renderer.spend(elements: sequence.items.count - index)
            sequence.items.remove(at: index)
            return .none
        },
        FunctionDefinition("pop", ["index"], changesOwner: true) { call throws(Fault) in
            let sequence = try changed(call)
            var index = try call.int(0, -1)
            if index < 0 { index += sequence.items.count }
            guard sequence.items.indices.contains(index) else { throw call.fault("the list has no such element") }
            try call.renderer.spend(elements: sequence.items.count - index)
            return sequence.items.remove(at: index)
        },
        FunctionDefinition("clear", [], changesOwner: true) { call throws(Fault) in
            try changed(call).items = []
            return .none
        },
        FunctionDefinition("reverse", [], changesOwner: true) { call throws(Fault) in
            let sequence = try changed(call)
            try call.renderer.spend(elements: sequence.items.count)
            sequence.items.reverse()
            return .none
        },
        FunctionDefinition("sort", ["key", "reverse"], changesOwner: true) { call throws(Fault) in
            let sequence = try changed(call)
            sequence.items = try Ordering.sorted(
                sequence.items, isReversed: try call.bool(1, false), call.renderer
            ) { [$0] }
            return .none
        },
        FunctionDefinition("copy") { call throws(Fault) in
            try call.renderer.spend(elements: owner(call).items.count)
            return .newList(owner(call).items)
        },
    ]

    private static func owner(_ call: FunctionCall) -> TemplateSequence {
        if case .sequence(let sequence) = call.value {
            sequence
        } else {
            TemplateSequence([], kind: .list, isFrozen: true)
        }
    }

    private static func changed(_ call: FunctionCall) throws(Fault) -> TemplateSequence {
        let sequence = owner(call)
        if sequence.isFrozen { throw Fault(.frozen("list")) }
        return sequence
    }

    private static func position(_ call: FunctionCall, _ sequence: TemplateSequence) throws(Fault) -> Int? {
        try call.renderer.spend(elements: sequence.items.count)
        for (index, item) in sequence.items.enumerated()
        where try call.renderer.areEqual(item, call.optional(0) ?? .none) { return index }
        return nil
    }

    private static func missing(_ call: FunctionCall) throws(Fault) -> Fault {
        let limit = call.renderer.limits.outputBytes
        return Fault(.valueMissing(try ValueText.representation(call.optional(0) ?? .none, limit: limit)))
    }

    private static func insert(_ items: [TemplateValue], at index: Int?, _ call: FunctionCall) throws(Fault)
        -> TemplateValue
    {
        let sequence = try changed(call)
        let count = sequence.items.count
        if count + items.count > TemplateLimits.elements { throw Fault(.listTooLong(limit: TemplateLimits.elements)) }
        let position = index.map { min(max($0 < 0 ? $0 + count : $0, 0), count) } ?? count
        try call.renderer.spend(elements: count - position)
        sequence.items.insert(contentsOf: items, at: position)
        for item in items {
            sequence.noteInsertion(of: item)
            try call.renderer.noteCycle(call.value, holding: item)
        }
        return .none
    }
}

/// Methods of floats.
enum NumberMethods {
    static let table = [
        "is_integer": FunctionDefinition("is_integer") { call throws(Fault) in
            let number = try call.number()
            return .bool(number.isFinite && number == number.rounded())
        }
    ]
}
