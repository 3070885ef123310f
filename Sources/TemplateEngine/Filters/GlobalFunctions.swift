/// The functions that every template knows without being given them.
enum GlobalFunctions {
    static let all = [
        FunctionDefinition("range", [], isVariadic: true, range),
        FunctionDefinition("dict", [], isVariadic: true) { call throws(Fault) in .mapping(try mapping(call)) },
        FunctionDefinition("namespace", [], isVariadic: true) { call throws(Fault) in
            .builtin(NamespaceValue(try mapping(call)))
        },
        FunctionDefinition("cycler", [], isVariadic: true) { call throws(Fault) in
            guard !call.arguments.positional.isEmpty else { throw call.fault("needs at least one value") }
            return .builtin(CyclerValue(call.arguments.positional))
        },
        FunctionDefinition("joiner", ["sep"]) { call throws(Fault) in
            .builtin(JoinerValue(call.optional(0) ?? .string(", ")))
        },
    ]

    private static func range(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let arguments = call.arguments
        if let keyword = arguments.keywords.first {
            throw Fault(.unknownKeyword("range", name: keyword.name, nearest: nil))
        }
        guard let first = arguments.positional.first else { throw Fault(.missingArgument("range", name: "stop")) }
        guard arguments.positional.count <= 3 else { throw Fault(.tooManyArguments("range", most: 3)) }
        var numbers = [try call.renderer.integer(first, "range", "start")]
        for argument in arguments.positional.dropFirst() {
            numbers.append(try call.renderer.integer(argument, "range", numbers.count == 1 ? "stop" : "step"))
        }
        let step = numbers.count > 2 ? numbers[2] : 1
        guard step != 0 else { throw call.fault("the step cannot be zero") }
        let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
        guard let range = RangeValue(start, stop, step) else {
            throw Fault(.rangeTooLong(limit: TemplateLimits.rangeLength))
        }
        return .builtin(range)
    }

    /// The dictionary of Python's `dict(mapping or pairs, key=value)`.
    private static func mapping(_ call: FunctionCall) throws(Fault) -> TemplateMapping {
        guard call.arguments.positional.count <= 1 else { throw Fault(.tooManyArguments(call.name, most: 1)) }
        let mapping = TemplateMapping(isFrozen: false)
        if let source = call.arguments.positional.first { try MappingMethods.update(mapping, source, call.renderer) }
        for keyword in call.arguments.keywords { mapping.fill(keyword.name, keyword.value) }
        if mapping.nesting > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
        return mapping
    }
}
