/// A value as Python prints it (`repr`): what pandas writes into a cell that holds a list, a dictionary or an object.
public indirect enum PythonValue: Equatable, Sendable {
    /// `None`, and what stands for no moment or number: `NaT`, `<NA>`; `null` of JSON.
    case none
    /// `True` or `False`.
    case bool(Bool)
    /// A whole number that fits 64 bits.
    case integer(Int)
    /// Any other number; `nan` and `inf` too.
    case number(Double)
    /// Text.
    case string(String)
    /// `[1, 2]`; a set too.
    case list([PythonValue])
    /// `(1, 2)`.
    case tuple([PythonValue])
    /// `{'a': 1}`, in the order of the text.
    case dictionary([PythonMember])
    /// `Timestamp('2012-05-08', tz='UTC')`, `Equity(1 [IBM])`: a name with what stands in its parentheses.
    case call(PythonCall)
    /// `<ORDER_STATUS.FILLED: 1>`: what stands between the brackets.
    case object(String)
}

/// A key of a dictionary and its value.
public struct PythonMember: Equatable, Sendable {
    /// The key.
    public var key: PythonValue
    /// The value.
    public var value: PythonValue
}

/// A name with arguments; nothing is called.
public struct PythonCall: Equatable, Sendable {
    /// `Timestamp`, `datetime.datetime`.
    public var name: String
    /// Arguments without a name. The text in `Equity(1 [IBM])` is one: 1 and `IBM`.
    public var arguments: [PythonValue]
    /// Arguments with a name, whose key is text.
    public var keywords: [PythonMember]

    /// The last part of the name: `datetime` of `datetime.datetime`.
    public var lastName: Substring { name.split(separator: ".").last ?? "" }

    /// The argument of that name; nil where there is none.
    public subscript(keyword: String) -> PythonValue? { keywords.last { $0.key == .string(keyword) }?.value }
}

extension PythonValue {
    /// The value under a text; nil where this is no dictionary or has no such key.
    public subscript(name: String) -> PythonValue? {
        guard case .dictionary(let members) = self else { return nil }
        return members.last { $0.key == .string(name) }?.value
    }

    /// The elements of a list or tuple; nil for anything else.
    public var elements: [PythonValue]? {
        switch self {
        case .list(let values), .tuple(let values): values
        default: nil
        }
    }

    /// The number, also within `Decimal('1.5')` and `np.float64(1.5)`; nil where it is none, or no finite one.
    public var finiteNumber: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value) where value.isFinite: value
        case .string(let text): Self.number(text)
        case .call(let call) where call.arguments.count == 1 && call.keywords.isEmpty:
            Self.wrapsNumber(call.lastName) ? call.arguments[0].finiteNumber : nil
        default: nil
        }
    }

    private static func wrapsNumber(_ name: Substring) -> Bool {
        name == "Decimal" || name == "int" || name == "float"
            || ["float", "int", "uint"].contains {
                name.hasPrefix($0) && name.dropFirst($0.count).allSatisfy(\.isNumber)
            }
    }

    /// Text as numbers only where it is one: JSON of decimals has them in quotes.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.count <= 64, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The text; nil where it is none.
    public var text: String? {
        if case .string(let text) = self { return text }
        return nil
    }
}

extension PythonValue {
    /// The same value of JSON.
    public init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .none
            case .bool(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            case .array(let values): .list(values.map(PythonValue.init))
            case .object(let members):
                .dictionary(members.map { PythonMember(key: .string($0.name), value: PythonValue($0.value)) })
            }
    }
}
