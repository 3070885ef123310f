/// How the text of an option becomes a value, and what a text must be that does: `a whole number from 1 to 1024`.
///
/// A form belongs to the declaration of an ``Option``: the command line, configuration files and job files are checked by it where
/// they are read, with the same message, and what reads the option gets the value.
public struct ValueForm<Value: Sendable>: Sendable {
    /// What the value must be, behind `must be` in messages.
    public let expected: String
    /// Whether a value is the path of a file, where its option takes paths beside other words.
    let isPath: @Sendable (Value) -> Bool
    let read: @Sendable (String) throws(ValueProblem) -> Value

    /// A form that a function reads; nil, and a problem that it throws, refuse the text.
    public init(
        _ expected: String, isPath: @escaping @Sendable (Value) -> Bool = { _ in true },
        read: @escaping @Sendable (String) throws(ValueProblem) -> Value?
    ) {
        self.expected = expected
        self.isPath = isPath
        self.read = { text throws(ValueProblem) in
            guard let value = try read(text) else { throw .unsuitable(expected) }
            return value
        }
    }

    /// The value of a text; nil where it is none.
    public func value(of text: String) -> Value? { try? read(text) }

    /// The same without its type.
    var check: ValueCheck {
        ValueCheck(expected: expected) { text in
            do throws(ValueProblem) {
                _ = try read(text)
                return nil
            } catch { return error }
        } isPath: { text in
            guard let value = try? read(text) else { return true }
            return isPath(value)
        }
    }
}

/// Why a text is no value of an option.
public enum ValueProblem: Error, Equatable, Sendable {
    /// It must be something else, in the words of messages.
    case unsuitable(String)
    /// A word in it is none of those that are known.
    case unknown(String, allowed: [String])
}

/// The check of an option's values, whatever their type.
public struct ValueCheck: Equatable, Sendable {
    let expected: String
    let problem: @Sendable (String) -> ValueProblem?
    let isPath: @Sendable (String) -> Bool

    /// Forms are the same that expect the same.
    public static func == (left: ValueCheck, right: ValueCheck) -> Bool { left.expected == right.expected }
}
