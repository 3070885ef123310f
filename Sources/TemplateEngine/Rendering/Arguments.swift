import Formatting

/// The arguments of one call.
struct Arguments {
    var positional: [TemplateValue] = []
    var keywords: [NamedValue] = []

    /// One slot for each parameter, nil where nothing was given.
    func bind(_ function: String, _ parameters: [String], required: Int = 0) throws(Fault) -> [TemplateValue?] {
        guard positional.count <= parameters.count else {
            throw Fault(.tooManyArguments(function, most: parameters.count))
        }
        var slots = [TemplateValue?](repeating: nil, count: parameters.count)
        for index in positional.indices { slots[index] = positional[index] }
        for keyword in keywords {
            let name = keyword.name
            guard let index = parameters.firstIndex(of: name) else {
                throw Fault(.unknownKeyword(function, name: name, nearest: NearestMatch.of(name, in: parameters)))
            }
            if slots[index] != nil { throw Fault(.argumentTwice(function, name: name)) }
            slots[index] = keyword.value
        }
        for index in 0..<required where slots[index] == nil {
            throw Fault(.missingArgument(function, name: parameters[index]))
        }
        return slots
    }
}

/// A value given by name.
struct NamedValue: Sendable {
    let name: String
    let value: TemplateValue
}

/// Something with a name that templates call: a filter, a test, a method or a global function.
final class FunctionDefinition: Sendable {
    let name: String
    let parameters: [String]
    let required: Int
    /// Whether arguments beyond the parameters are taken, by position or by name.
    let isVariadic: Bool
    /// Whether the method changes the value that it belongs to.
    let changesOwner: Bool
    let body: @Sendable (FunctionCall) throws(Fault) -> TemplateValue

    /// A function of parameters, of which the first `required` must be given.
    init(
        _ name: String, _ parameters: [String], required: Int = 0, isVariadic: Bool = false,
        changesOwner: Bool = false,
        _ body: @escaping @Sendable (FunctionCall) throws(Fault) -> TemplateValue
    ) {
        self.name = name
        self.parameters = parameters
        self.required = required
        self.isVariadic = isVariadic
        self.changesOwner = changesOwner
        self.body = body
    }

    /// A function without parameters.
    convenience init(_ name: String, _ body: @escaping @Sendable (FunctionCall) throws(Fault) -> TemplateValue) {
        self.init(name, [], body)
    }

    /// Applies it to a value: the filtered one, the tested one, the owner of the method.
    func apply(_ value: TemplateValue, _ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        try renderer.spend(on: value)
        try renderer.spend(on: arguments)
        let result = try applied(value, arguments, renderer)
        try renderer.spend(on: result)
        return result
    }

    private func applied(
        _ value: TemplateValue, _ arguments: Arguments, _ renderer: Renderer
    ) throws(Fault) -> TemplateValue {
        if isVariadic {
            let call = FunctionCall(
                function: self, value: value, slots: [], arguments: arguments, renderer: renderer)
            return try body(call)
        }
        let slots = try arguments.bind(name, parameters, required: required)
        let call = FunctionCall(
            function: self, value: value, slots: slots, arguments: Arguments(), renderer: renderer)
        return try body(call)
    }
}

/// A filter: `value | name(…)`.
typealias FilterDefinition = FunctionDefinition
/// A test: `value is name(…)`, giving a boolean.
typealias TestDefinition = FunctionDefinition

/// One application of a function, with readers that check the types of the arguments.
struct FunctionCall {
    let function: FunctionDefinition
    /// What the filter, test or method is applied to.
    let value: TemplateValue
    let slots: [TemplateValue?]
    /// All arguments, for variadic functions.
    let arguments: Arguments
    let renderer: Renderer

    var name: String { function.name }
    var parameters: [String] { function.parameters }

    /// An argument, or nil if it was not given.
    func optional(_ index: Int) -> TemplateValue? { slots[index] }

    /// An argument, or nil if it was not given or is none.
    func some(_ index: Int) -> TemplateValue? {
        guard let value = slots[index], !value.isNone else { return nil }
        return value
    }

    func int(_ index: Int, _ standard: Int) throws(Fault) -> Int {
        guard let value = slots[index] else { return standard }
        return try renderer.integer(value, name, parameters[index])
    }

    func bool(_ index: Int, _ standard: Bool) throws(Fault) -> Bool {
        guard let value = slots[index] else { return standard }
        return try renderer.isTrue(value)
    }

    func string(_ index: Int, _ standard: String) throws(Fault) -> String {
        guard let value = slots[index] else { return standard }
        guard let text = value.stringValue else { throw type(index, "a string", value) }
        return text
    }

    /// The wrong type of an argument.
    func type(_ index: Int, _ expected: String, _ value: TemplateValue) -> Fault {
        if case .undefined(let undefined) = value { return Fault(.undefined(undefined)) }
        return Fault(.argumentType(name, argument: parameters[index], expected: expected, found: value.typeName))
    }

    /// A fact about the arguments that is wrong.
    func fault(_ fact: String) -> Fault { Fault(.argument(name, fact: fact)) }

    /// The value as text (Python's `str`).
    func text() throws(Fault) -> String { try renderer.text(value) }

    /// Text that is safe if the value was.
    func same(_ text: String) -> TemplateValue { .text(text, isSafe: value.isSafe) }

    /// What a loop over the value sees.
    func elements() throws(Fault) -> [TemplateValue] { try renderer.elements(value) }

    /// The value as a number.
    func number() throws(Fault) -> Double {
        if case .undefined(let undefined) = value { throw Fault(.undefined(undefined)) }
        guard let number = value.numberValue else { throw Fault(.notANumber(name, in: value.typeName)) }
        return number
    }
}
