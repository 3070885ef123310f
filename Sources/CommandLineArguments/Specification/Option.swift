/// An option together with the type of its value: what the specification offers and what is read are one thing.
///
/// ```swift
/// static let format = Option.list("format", value: "LIST", default: [OutputFormat.html, .pdf], help: "what to write")
/// let formats = arguments[Options.format]  // [OutputFormat]
/// ```
public struct Option<Value: Sendable>: Sendable {
    /// The option as data.
    public let specification: OptionSpecification
    private let standard: Value
    private let read: @Sendable (String) -> Value?

    private init(_ specification: OptionSpecification, standard: Value, read: @escaping @Sendable (String) -> Value?) {
        self.specification = specification
        self.standard = standard
        self.read = read
    }

    /// The value of a text that the specification accepts; the default without one.
    func value(of text: String?) -> Value { text.flatMap(read) ?? standard }
}

extension Option where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases of a type, by their names.
    public static func choice(
        _ name: String, value valueName: String, default standard: Value,
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option {
        let specification = OptionSpecification(
            name, value: valueName, kind: .choice(Value.allCases.map(\.rawValue)), default: standard.rawValue,
            group: group, help: help)
        return Option(specification, standard: standard) { Value(rawValue: $0) }
    }
}

extension Option {
    /// Cases of a type between commas, each once, in the order given.
    public static func list<Element: CaseIterable & RawRepresentable & Equatable & Sendable>(
        _ name: String, value valueName: String, default standard: [Element],
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option where Value == [Element], Element.RawValue == String {
        let specification = OptionSpecification(
            name, value: valueName, kind: .list(Element.allCases.map(\.rawValue)),
            default: standard.map(\.rawValue).joined(separator: ","), group: group, help: help)
        return Option(specification, standard: standard) { text in
            var elements: [Element] = []
            for part in ValueKind.parts(of: text) {
                if let element = Element(rawValue: part), !elements.contains(element) { elements.append(element) }
            }
            return elements
        }
    }
}

extension ParsedArguments {
    /// The value of an option, or its default.
    public subscript<Value>(option: Option<Value>) -> Value { option.value(of: value(option.specification.name)) }

    /// Whether an option stands on the command line.
    public func isGiven<Value>(_ option: Option<Value>) -> Bool { isGiven(option.specification.name) }

    /// The long names of all options of this command, those of the program too.
    public var optionNames: [String] { path.options.map(\.name) }

    /// What the value of an option is; nil where this command has no option of the name.
    public func kind(of name: String) -> ValueKind? { path.options.first { $0.name == name }?.kind }

    /// Whether every value of an option counts; false for a name that the command does not have.
    public func takesSeveral(_ name: String) -> Bool { path.options.first { $0.name == name }?.isRepeatable == true }
}
