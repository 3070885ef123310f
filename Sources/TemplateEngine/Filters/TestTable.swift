/// All tests by name: `value is name`.
enum TestTable {
    private static let table = Dictionary(uniqueKeysWithValues: (types + comparisons + others).map { ($0.name, $0) })

    /// The names of all tests, sorted.
    static let names = table.keys.sorted()

    /// The test of a name.
    static func definition(_ name: String) -> TestDefinition? { table[name] }

    private static let types: [TestDefinition] = [
        test("defined") { if case .undefined = $0.value { false } else { true } },
        test("undefined") { if case .undefined = $0.value { true } else { false } },
        test("none") { $0.value.isNone },
        test("boolean") { if case .bool = $0.value { true } else { false } },
        test("true") { if case .bool(true) = $0.value { true } else { false } },
        test("false") { if case .bool(false) = $0.value { true } else { false } },
        test("integer") { call in
            switch call.value {
            case .int, .wideInteger: true
            default: false
            }
        },
        test("float") { if case .double = $0.value { true } else { false } },
        test("number") { $0.value.numberValue != nil },
        test("string") { $0.value.stringValue != nil },
        test("mapping") { call in
            switch call.value {
            case .mapping: true
            case .object(let object): object.elements == nil
            default: false
            }
        },
        test("sequence") { call in
            switch call.value {
            case .string, .safe, .sequence, .mapping: true
            case .object(let object): object.elements != nil
            case .builtin(let builtin): builtin is RangeValue
            default: false
            }
        },
        test("callable") { call in
            switch call.value {
            // Jinja's strict undefined has a method for being called, which raises.
            case .function, .undefined: true
            case .builtin(let builtin): builtin.isCallable
            default: false
            }
        },
        test("escaped") { $0.value.isSafe },
    ]

    private static let comparisons: [TestDefinition] = [
        ("eq", ComparisonNode.Operator.equal), ("equalto", .equal), ("==", .equal), ("ne", .notEqual),
        ("!=", .notEqual), ("lt", .less), ("lessthan", .less), ("<", .less), ("le", .lessOrEqual),
        ("<=", .lessOrEqual), ("gt", .greater), ("greaterthan", .greater), (">", .greater), ("ge", .greaterOrEqual),
        (">=", .greaterOrEqual), ("in", .isIn),
    ].map { name, symbol in
        TestDefinition(name, [symbol == .isIn ? "seq" : "other"], required: 1) { call throws(Fault) in
            .bool(try call.renderer.compare(symbol, call.value, call.optional(0) ?? .none))
        }
    }

    private static let others: [TestDefinition] = [
        TestDefinition("odd") { call throws(Fault) in
            .bool(try call.renderer.areEqual(try modulo(call, .int(2)), .int(1)))
        },
        TestDefinition("even") { call throws(Fault) in
            .bool(try call.renderer.areEqual(try modulo(call, .int(2)), .int(0)))
        },
        TestDefinition("divisibleby", ["num"], required: 1) { call throws(Fault) in
            .bool(try call.renderer.areEqual(try modulo(call, call.optional(0) ?? .none), .int(0)))
        },
        TestDefinition("lower") { call throws(Fault) in .bool(StringMethods.isLower(try call.text())) },
        TestDefinition("upper") { call throws(Fault) in .bool(StringMethods.isUpper(try call.text())) },
        TestDefinition("iterable") { call throws(Fault) in
            switch call.value {
            case .undefined(let undefined):
                if !undefined.isLenient { throw Fault(.undefined(undefined)) }
                return .bool(true)
            case .string, .safe, .sequence, .mapping: return .bool(true)
            case .object(let object): return .bool(object.elements != nil)
            case .builtin(let builtin):
                return .bool(builtin is GeneratorValue || builtin is MappingView || builtin is RangeValue)
            default: return .bool(false)
            }
        },
        TestDefinition("sameas", ["other"], required: 1) { call throws(Fault) in
            .bool(isSame(call.value, call.optional(0) ?? .none))
        },
        TestDefinition("filter") { call throws(Fault) in .bool(FilterTable.definition(try call.text()) != nil) },
        TestDefinition("test") { call throws(Fault) in .bool(TestTable.definition(try call.text()) != nil) },
    ]

    private static func test(_ name: String, _ body: @escaping @Sendable (FunctionCall) -> Bool) -> TestDefinition {
        TestDefinition(name) { call throws(Fault) in .bool(body(call)) }
    }

    private static func modulo(_ call: FunctionCall, _ divisor: TemplateValue) throws(Fault) -> TemplateValue {
        try call.renderer.binary(.modulo, call.value, divisor)
    }

    /// Python's `is`: the same object, or equal values of types that Python keeps once.
    private static func isSame(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
        switch (left, right) {
        case (.none, .none): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.sequence(let left), .sequence(let right)): left === right
        case (.mapping(let left), .mapping(let right)): left === right
        case (.object(let left), .object(let right)): left === right
        case (.builtin(let left), .builtin(let right)): left === right
        case (.function(let left), .function(let right)): left === right
        default: false
        }
    }
}
