/// Reads what Python prints of lists, dictionaries and simple objects; nothing is evaluated.
///
/// Read are lists, tuples, dictionaries, sets, `None`, `True`, `False`, numbers with `nan` and `inf`, text in either kind of
/// quotes, names with arguments, and objects in angle brackets. JSON is read too. What Python shortens (`...`) is no value.
public enum PythonLiteralReader {
    /// The deepest nesting of brackets and calls.
    public static let maximumDepth = 32
    /// The most values in one text.
    public static let maximumValues = 1 << 20

    /// The value that a text is, all of it; throws ``PythonError`` with the byte where it stops being one.
    public static func parse(_ bytes: ArraySlice<UInt8>) throws(PythonError) -> PythonValue {
        var parser = PythonParser(bytes)
        return try parser.document()
    }

    /// The value that a text is, all of it.
    public static func parse(_ text: String) throws(PythonError) -> PythonValue { try parse(Array(text.utf8)[...]) }
}

/// Where and why a text is no value of Python.
public struct PythonError: Error, Equatable, Sendable {
    /// 0-based byte of the first thing that does not fit.
    public var byte: Int
    /// What was expected there: `expected ',' or ']' in a list`.
    public var fact: String

    /// An error at a byte.
    public init(byte: Int, fact: String) {
        self.byte = byte
        self.fact = fact
    }

    /// `byte 17: expected ':' after a key`.
    public var message: String { "byte \(byte): \(fact)" }
}
