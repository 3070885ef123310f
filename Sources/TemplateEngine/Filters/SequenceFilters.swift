/// Filters that take a row of values apart or put it together.
enum SequenceFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("length", length), FilterDefinition("count", length),
        FilterDefinition("list") { call throws(Fault) in try call.renderer.list(try call.elements()) },
        FilterDefinition("first") { call throws(Fault) in
            if case .builtin(let builtin) = call.value, let generator = builtin as? GeneratorValue {
                return try generator.next() ?? .undefined(Undefined(.emptySequence(filter: "first")))
            }
            return try call.elements().first ?? .undefined(Undefined(.emptySequence(filter: "first")))
        },
        FilterDefinition("last") { call throws(Fault) in
            if case .builtin(let builtin) = call.value, builtin is GeneratorValue { throw Fault(.generatorLength) }
            return try call.elements().last ?? .undefined(Undefined(.emptySequence(filter: "last")))
        },
        FilterDefinition("join", ["d", "attribute"], join),
        FilterDefinition("batch", ["linecount", "fill_with"], required: 1, batch),
        FilterDefinition("slice", ["slices", "fill_with"], required: 1, slice),
        FilterDefinition("items") { call throws(Fault) in
            if case .undefined = call.value { return .builtin(GeneratorValue([])) }
            guard case .mapping(let mapping) = call.value else { throw Fault(.operand("items", call.value.typeName)) }
            try call.renderer.spend(elements: mapping.count)
            return .builtin(GeneratorValue(MappingView(mapping, .items).items))
        },
        FilterDefinition("sum", ["attribute", "start"], sum),
        FilterDefinition("default", ["default_value", "boolean"], fallback),
        FilterDefinition("d", ["default_value", "boolean"], fallback),
    ]

    private static func length(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        .int(try call.renderer.length(call.value))
    }

    private static func fallback(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let standard = call.optional(0) ?? .string("")
        if case .undefined = call.value { return standard }
        if try call.bool(1, false), try !call.renderer.isTrue(call.value) { return standard }
        return call.value
    }

    /// In a template that escapes, one safe part or a safe separator makes the result safe.
    private static func join(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let renderer = call.renderer
        var items = try call.elements()
        if let attribute = call.some(1) {
            let path = try AttributePath(attribute, call)
            for index in items.indices { items[index] = try path.value(of: items[index], renderer) }
        }
        let separator = call.optional(0) ?? .string("")
        let isSafe = renderer.here.context.escapes && (separator.isSafe || items.contains(where: \.isSafe))
        func part(_ value: TemplateValue) throws(Fault) -> String {
            let text = try renderer.text(value)
            try renderer.spend(bytes: text.utf8.count)
            return isSafe && !value.isSafe ? MarkupText.escaped(text) : text
        }
        let between = try part(separator)
        var result = ""
        for (index, item) in items.enumerated() {
            if index > 0 { result += between }
            try renderer.spend(bytes: between.utf8.count)
            result += try part(item)
            _ = try renderer.limited(length: result.utf8.count)
        }
        return .text(result, isSafe: isSafe)
    }

    private static func batch(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let size = try call.int(0, 1)
        guard size <= TemplateLimits.elements else { throw Fault(.listTooLong(limit: TemplateLimits.elements)) }
        var rows = [[TemplateValue]]()
        var row = [TemplateValue]()
        for item in try call.elements() {
            if row.count == size {
                rows.append(row)
                row = []
            }
            row.append(item)
        }
        if !row.isEmpty {
            if let filling = call.some(1), row.count < size {
                try call.renderer.spend(elements: size - row.count)
                row += Array(repeating: filling, count: size - row.count)
            }
            rows.append(row)
        }
        return .builtin(GeneratorValue(rows.map(TemplateValue.newList)))
    }

    private static func slice(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let count = try call.int(0, 1)
        let items = try call.elements()
        guard count != 0 else { throw Fault(.divisionByZero) }
        guard count <= TemplateLimits.elements else { throw Fault(.listTooLong(limit: TemplateLimits.elements)) }
        guard count > 0 else { return .builtin(GeneratorValue([])) }
        try call.renderer.spend(count)
        let (size, extra) = items.count.quotientAndRemainder(dividingBy: count)
        var rows = [TemplateValue]()
        var start = 0
        for index in 0..<count {
            let end = start + size + (index < extra ? 1 : 0)
            var row = Array(items[start..<end])
            if index >= extra, let filling = call.some(1) { row.append(filling) }
            rows.append(.newList(row))
            start = end
        }
        return .builtin(GeneratorValue(rows))
    }

    private static func sum(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let path = try call.some(0).map { value throws(Fault) in try AttributePath(value, call) }
        var total = call.optional(1) ?? .int(0)
        if total.stringValue != nil { throw call.fault("cannot add texts; use 'join'") }
        for item in try call.elements() {
            let value = try path?.value(of: item, call.renderer) ?? item
            total = try call.renderer.binary(.add, total, value)
        }
        return total
    }
}
