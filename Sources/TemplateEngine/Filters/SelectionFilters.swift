/// Filters that choose, change, order and group the elements of a row.
enum SelectionFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("map", [], isVariadic: true, map),
        FilterDefinition("select", [], isVariadic: true) { call throws(Fault) in
            try select(call, keeps: true, hasPath: false)
        },
        FilterDefinition("reject", [], isVariadic: true) { call throws(Fault) in
            try select(call, keeps: false, hasPath: false)
        },
        FilterDefinition("selectattr", [], isVariadic: true) { call throws(Fault) in
            try select(call, keeps: true, hasPath: true)
        },
        FilterDefinition("rejectattr", [], isVariadic: true) { call throws(Fault) in
            try select(call, keeps: false, hasPath: true)
        },
        FilterDefinition("sort", ["reverse", "case_sensitive", "attribute"], sort),
        FilterDefinition("dictsort", ["case_sensitive", "by", "reverse"], sortEntries),
        FilterDefinition("unique", ["case_sensitive", "attribute"], unique),
        FilterDefinition("min", ["case_sensitive", "attribute"]) { call throws(Fault) in
            try extreme(call, isMaximum: false)
        },
        FilterDefinition("max", ["case_sensitive", "attribute"]) { call throws(Fault) in
            try extreme(call, isMaximum: true)
        },
        FilterDefinition("groupby", ["attribute", "default", "case_sensitive"], required: 1, group),
    ]

    /// The elements of what is selected from. Jinja asks for its truth first, so none and 0 select nothing.
    private static func source(_ call: FunctionCall) throws(Fault) -> [TemplateValue] {
        try call.renderer.isTrue(call.value) ? try call.elements() : []
    }

    private static func map(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let (arguments, renderer) = (call.arguments, call.renderer)
        let items = try source(call)
        guard let first = arguments.positional.first else {
            guard let attribute = arguments.keywords.first(where: { $0.name == "attribute" })?.value else {
                throw call.fault("needs the name of a filter or an 'attribute'")
            }
            if let extra = arguments.keywords.first(where: { $0.name != "attribute" && $0.name != "default" }) {
                throw Fault(.unknownKeyword("map", name: extra.name, nearest: nil))
            }
            let standard = arguments.keywords.first { $0.name == "default" && !$0.value.isNone }?.value
            let path = try AttributePath(attribute, call, standard: standard)
            return .builtin(
                GeneratorValue(items) { [unowned renderer] item throws(Fault) in try path.value(of: item, renderer) })
        }
        let name = try renderer.text(first)
        guard let filter = FilterTable.definition(name) else {
            throw Fault(.unknownFilter(name, nearest: Problem.nearest(name, FilterTable.names)))
        }
        let rest = Arguments(positional: Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
        return .builtin(
            GeneratorValue(items) { [unowned renderer] item throws(Fault) in try filter.apply(item, rest, renderer) })
    }

    private static func select(_ call: FunctionCall, keeps: Bool, hasPath: Bool) throws(Fault) -> TemplateValue {
        let renderer = call.renderer
        let items = try source(call)
        var positional = call.arguments.positional[...]
        var path: AttributePath?
        if hasPath {
            guard let attribute = positional.popFirst() else { throw call.fault("needs the name of an attribute") }
            path = try AttributePath(attribute, call)
        }
        let test = try positional.popFirst().map { value throws(Fault) in try namedTest(value, renderer) }
        let rest = Arguments(positional: Array(positional), keywords: call.arguments.keywords)
        return .builtin(
            GeneratorValue(items) { [unowned renderer] item throws(Fault) in
                let subject = try path?.value(of: item, renderer) ?? item
                let result = try test?.apply(subject, rest, renderer) ?? subject
                return try renderer.isTrue(result) == keeps ? item : nil
            })
    }

    private static func namedTest(_ value: TemplateValue, _ renderer: Renderer) throws(Fault) -> TestDefinition {
        let name = try renderer.text(value)
        if let test = TestTable.definition(name) { return test }
        throw Fault(.unknownTest(name, nearest: Problem.nearest(name, TestTable.names)))
    }

    /// A key for comparing: strings in lower case unless case matters.
    private static func key(_ value: TemplateValue, _ isCaseSensitive: Bool) -> TemplateValue {
        guard !isCaseSensitive, let text = value.stringValue else { return value }
        return .string(text.lowercased())
    }

    private static func sort(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let isCaseSensitive = try call.bool(1, false)
        let paths = try call.some(2).map { value throws(Fault) in try AttributePath.list(value, call) }
        let items = try Ordering.sorted(try call.elements(), isReversed: try call.bool(0, false), call.renderer) {
            item throws(Fault) in
            guard let paths else { return [key(item, isCaseSensitive)] }
            var keys = [TemplateValue]()
            for path in paths { keys.append(key(try path.value(of: item, call.renderer), isCaseSensitive)) }
            return keys
        }
        return .newList(items)
    }

    private static func sortEntries(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        guard case .mapping(let mapping) = call.value else {
            if case .undefined(let undefined) = call.value { throw Fault(.undefined(undefined)) }
            throw Fault(.operand("dictsort", call.value.typeName))
        }
        let part = try call.string(1, "key")
        guard part == "key" || part == "value" else { throw call.fault("'by' must be 'key' or 'value'") }
        let isCaseSensitive = try call.bool(0, false)
        try call.renderer.spend(mapping.count)
        let entries = MappingView(mapping, .items).items
        return .newList(
            try Ordering.sorted(entries, isReversed: try call.bool(2, false), call.renderer) { entry throws(Fault) in
                guard case .sequence(let pair) = entry else { return [] }
                return [key(pair.items[part == "key" ? 0 : 1], isCaseSensitive)]
            })
    }

    private static func unique(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let isCaseSensitive = try call.bool(0, false)
        let path = try call.some(1).map { value throws(Fault) in try AttributePath(value, call) }
        var seen = Set<HashKey>()
        var items = [TemplateValue]()
        for item in try call.elements() {
            let subject = key(try path?.value(of: item, call.renderer) ?? item, isCaseSensitive)
            try call.renderer.spend(on: subject)
            if case .undefined(let undefined) = subject { throw Fault(.undefined(undefined)) }
            guard let hashed = HashKey(subject) else { throw Fault(.notAKey(subject.typeName)) }
            if seen.insert(hashed).inserted { items.append(item) }
        }
        return .builtin(GeneratorValue(items))
    }

    private static func extreme(_ call: FunctionCall, isMaximum: Bool) throws(Fault) -> TemplateValue {
        let isCaseSensitive = try call.bool(0, false)
        let path = try call.some(1).map { value throws(Fault) in try AttributePath(value, call) }
        var best: (key: TemplateValue, item: TemplateValue)?
        for item in try call.elements() {
            let itemKey = key(try path?.value(of: item, call.renderer) ?? item, isCaseSensitive)
            guard let current = best else {
                best = (itemKey, item)
                continue
            }
            let order = try call.renderer.comparing { (comparison) throws(Fault) in
                try comparison.order(itemKey, current.key, isMaximum ? ">" : "<") ?? 0
            }
            if isMaximum ? order > 0 : order < 0 { best = (itemKey, item) }
        }
        return best?.item ?? .undefined(Undefined(.emptySequence(filter: call.name)))
    }

    private static func group(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let isCaseSensitive = try call.bool(2, false)
        let path = try AttributePath(call.optional(0) ?? .none, call, standard: call.some(1))
        let sorted = try Ordering.sorted(try call.elements(), isReversed: false, call.renderer) { item throws(Fault) in
            [key(try path.value(of: item, call.renderer), isCaseSensitive)]
        }
        var groups = [(key: TemplateValue, items: [TemplateValue])]()
        for item in sorted {
            let itemKey = key(try path.value(of: item, call.renderer), isCaseSensitive)
            if let last = groups.last, try call.renderer.areEqual(last.key, itemKey) {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append((itemKey, [item]))
            }
        }
        var result = [TemplateValue]()
        for group in groups {
            let name = try path.value(of: group.items[0], call.renderer)
            let pair = TemplateSequence([name, .newList(group.items)], kind: .group, isFrozen: true)
            result.append(.sequence(pair))
        }
        return .newList(result)
    }
}
