/// A value as templates see it: Python's basic types, text that is already escaped, and the host's own objects.
///
/// A host builds values with ``none``, ``bool(_:)``, ``int(_:)``, ``double(_:)``, ``string(_:)``, ``safe(_:)``,
/// ``list(_:)``, ``tuple(_:)``, ``dictionary(_:)``, ``object(_:)`` and ``function(_:)``. Values behave and print as
/// in Python: `1.0`, `True`, `None`, `[1, 'a']`.
public enum TemplateValue: Sendable {
    /// A name or member that does not exist; every use is an error, except `is defined` and `default`.
    case undefined(Undefined)
    /// Python's `None`.
    case none
    /// Python's `True` and `False`.
    case bool(Bool)
    /// An integer of 64 bits; arithmetic that leaves them goes on as ``wideInteger(_:)``.
    case int(Int)
    /// An integer of more than 64 bits, and at most 128.
    case wideInteger(Int128)
    /// A floating-point number.
    case double(Double)
    /// Text, which is escaped when a template that escapes prints it.
    case string(String)
    /// Text that is markup already and is never escaped (Python's `Markup`).
    case safe(String)
    /// A list or a tuple.
    case sequence(TemplateSequence)
    /// A dictionary in insertion order.
    case mapping(TemplateMapping)
    /// An object of the host, asked for its members when a template names them.
    case object(any TemplateObject)
    /// A function of the host.
    case function(TemplateFunction)
    /// What the engine itself makes: `loop`, macros, ranges, namespaces.
    case builtin(BuiltinObject)

    /// A list that templates can read but not change.
    public static func list(_ items: [TemplateValue]) -> TemplateValue {
        .sequence(TemplateSequence(items, kind: .list, isFrozen: true))
    }

    /// A tuple.
    public static func tuple(_ items: [TemplateValue]) -> TemplateValue {
        .sequence(TemplateSequence(items, kind: .tuple, isFrozen: true))
    }

    /// A dictionary with text keys in the given order, which templates can read but not change; a later duplicate
    /// replaces the value of the earlier one.
    public static func dictionary(_ pairs: [(String, TemplateValue)]) -> TemplateValue {
        let mapping = TemplateMapping(isFrozen: true)
        for (key, value) in pairs { mapping.fill(key, value) }
        return .mapping(mapping)
    }

    /// A dictionary with keys of any scalar type; entries whose key cannot be a key (a list, a dictionary) are left
    /// out.
    public static func dictionary(entries: [(TemplateValue, TemplateValue)]) -> TemplateValue {
        let mapping = TemplateMapping(isFrozen: true)
        for (key, value) in entries { mapping.fill(key, value) }
        return .mapping(mapping)
    }
}

extension TemplateValue {
    /// A new list that the template may change.
    static func newList(_ items: [TemplateValue]) -> TemplateValue {
        .sequence(TemplateSequence(items, kind: .list, isFrozen: false))
    }

    /// Text that is safe if `isSafe`, plain otherwise.
    static func text(_ text: String, isSafe: Bool) -> TemplateValue { isSafe ? .safe(text) : .string(text) }

    /// The name of the type, as error messages show it.
    var typeName: String {
        switch self {
        case .undefined: "undefined"
        case .none: "none"
        case .bool: "boolean"
        case .int, .wideInteger: "integer"
        case .double: "float"
        case .string, .safe: "string"
        case .sequence(let sequence): sequence.kind == .list ? "list" : "tuple"
        case .mapping: "dictionary"
        case .object(let object): object.typeName
        case .function: "function"
        case .builtin(let builtin): builtin.typeName
        }
    }

    /// The characters of a string, plain or safe.
    var stringValue: String? {
        switch self {
        case .string(let text), .safe(let text): text
        default: nil
        }
    }

    /// Whether this is text that is markup already.
    var isSafe: Bool {
        switch self {
        case .safe: true
        case .builtin(let builtin): builtin.isMarkup
        default: false
        }
    }

    /// Whether this is Python's `None`.
    var isNone: Bool { if case .none = self { true } else { false } }

    /// The whole number in an integer of 64 bits or a boolean.
    var integerValue: Int? {
        switch self {
        case .int(let value): value
        case .bool(let value): value ? 1 : 0
        default: nil
        }
    }

    /// The number in an integer, a float or a boolean.
    var numberValue: Double? {
        switch self {
        case .int(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        case .double(let value): value
        case .wideInteger(let value): Double(value)
        default: nil
        }
    }

    /// How many containers are nested in this value; a scalar has none.
    var nesting: Int {
        switch self {
        case .sequence(let sequence): sequence.nesting
        case .mapping(let mapping): mapping.nesting
        case .builtin(let builtin): builtin.nesting
        default: 0
        }
    }
}
