/// An option together with the type of its value: what the specification offers, what is checked and what is read are one thing.
///
/// ```swift
/// static let format = Option.list("format", value: "LIST", default: [OutputFormat.html, .pdf], help: "what to write")
/// static let jobs = Option.optional("jobs", short: "j", value: "N", .integer(in: 1...1024), help: "runs at the same time")
/// let formats = arguments[Options.format]  // [OutputFormat]
/// let jobs = arguments[Options.jobs]  // Int?
/// ```
public struct Option<Value: Sendable>: Sendable {
    /// The option as data.
    public let specification: OptionSpecification
    private let read: @Sendable ([String]) -> Value

    private init(_ specification: OptionSpecification, read: @escaping @Sendable ([String]) -> Value) {
        self.specification = specification
        self.read = read
    }

    /// The value of texts that the specification accepts.
    func value(of texts: [String]) -> Value { read(texts) }
}

// MARK: Cases of a type

extension Option where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases of a type, by their names.
    public static func choice(
        _ name: String, value valueName: String, default standard: Value,
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option {
        let specification = OptionSpecification(
            name, value: valueName, kind: .choice(Value.allCases.map(\.rawValue)), default: standard.rawValue,
            group: group, help: help)
        return Option(specification) { texts in texts.last.flatMap { Value(rawValue: $0) } ?? standard }
    }
}

extension Option {
    /// One of the cases of a type, by their names; nil where it is not given.
    public static func optionalChoice<Case: CaseIterable & RawRepresentable & Sendable>(
        _ name: String, value valueName: String, group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option where Value == Case?, Case.RawValue == String {
        let specification = OptionSpecification(
            name, value: valueName, kind: .choice(Case.allCases.map(\.rawValue)), group: group, help: help)
        return Option(specification) { texts in texts.last.flatMap { Case(rawValue: $0) } }
    }

    /// Cases of a type between commas, each once, in the order given.
    public static func list<Element: CaseIterable & RawRepresentable & Equatable & Sendable>(
        _ name: String, value valueName: String, default standard: [Element],
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option where Value == [Element], Element.RawValue == String {
        let specification = OptionSpecification(
            name, value: valueName, kind: .list(Element.allCases.map(\.rawValue)),
            check: ValueForm.list.check, default: standard.map(\.rawValue).joined(separator: ","), group: group,
            help: help)
        return Option(specification) { texts in
            var elements: [Element] = []
            for part in ValueKind.parts(of: texts.last ?? "") {
                if let element = Element(rawValue: part), !elements.contains(element) { elements.append(element) }
            }
            return elements
        }
    }
}

// MARK: Values of a form

extension Option {
    /// A value that a form reads; nil where it is not given.
    public static func optional<Read: Sendable>(
        _ name: String, short: Character? = nil, value valueName: String, kind: ValueKind = .text,
        _ form: ValueForm<Read>, group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option where Value == Read? {
        let specification = OptionSpecification(
            name, short: short, value: valueName, kind: kind, check: form.check, group: group, help: help)
        return Option(specification) { texts in texts.last.map { checked($0, form, name) } }
    }

    /// A value that a form reads, with the text of its default.
    public static func required(
        _ name: String, value valueName: String, _ form: ValueForm<Value>, default standard: String,
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option {
        let specification = OptionSpecification(
            name, value: valueName, check: form.check, default: standard, group: group, help: help)
        return Option(specification) { texts in checked(texts.last ?? standard, form, name) }
    }

    /// Every value given, in order.
    public static func repeated<Element: Sendable>(
        _ name: String, value valueName: String, kind: ValueKind = .text, _ form: ValueForm<Element>,
        group: String = OptionSpecification.defaultGroup, help: String
    ) -> Option where Value == [Element] {
        let specification = OptionSpecification(
            name, value: valueName, kind: kind, check: form.check, isRepeatable: true, group: group, help: help)
        return Option(specification) { texts in texts.map { checked($0, form, name) } }
    }

    /// Nothing comes here that the specification's check has refused.
    private static func checked<Read>(_ text: String, _ form: ValueForm<Read>, _ name: String) -> Read {
        guard let value = try? form.read(text) else { preconditionFailure("--\(name) has no such value: \(text)") }
        return value
    }
}

// MARK: Reading

extension ParsedArguments {
    /// The value of an option, or its default.
    public subscript<Value>(option: Option<Value>) -> Value { option.value(of: texts(option.specification.name)) }

    /// Whether an option stands on the command line.
    public func isGiven<Value>(_ option: Option<Value>) -> Bool { isGiven(option.specification.name) }

    /// The long names of all options of this command, those of the program too.
    public var optionNames: [String] { path.options.map(\.name) }

    /// The declaration of an option; nil where this command has none of the name.
    public func option(named name: String) -> OptionSpecification? { path.options.first { $0.name == name } }
}
