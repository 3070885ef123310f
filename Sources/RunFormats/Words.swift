import Formatting
import NativeCodecs
import RunModel

/// The words of everything that reading a run may find: one function per finding, grouped by what it is about.
///
/// A message is place, fact, remedy, in lower case, values in quotes (hledger's and argument-parser's habit).
enum Words {
    /// Text of a file in a message: short, on one line, visible.
    static func excerpt(_ text: String, limit: Int = 40) -> String {
        // What is shown is cut, so that looking for secrets must not cost more than a little beyond it.
        let head = String(text.unicodeScalars.prefix(limit * 10))
        return "'" + PrintableText.excerpt(SecretText.masked(head), limit: limit) + "'"
    }

    static func list(_ names: [String]) -> String {
        let shown = names.prefix(8).map { excerpt($0) }.joined(separator: ", ")
        return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
    }

    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// An error of the schema layer, where most are. Row 0 is none: the format has no lines.
    static func error(
        _ code: String, _ file: String?, row: Int? = nil, column: String? = nil, byte: Int? = nil, _ fact: String,
        _ remedy: String? = nil
    ) -> Finding {
        error(code, .schema, file, row: row, column: column, byte: byte, fact, remedy)
    }

    static func error(
        _ code: String, _ layer: Finding.Layer, _ file: String?, row: Int? = nil, column: String? = nil,
        byte: Int? = nil, _ fact: String, _ remedy: String? = nil
    ) -> Finding {
        Finding(
            severity: .error, layer: layer, code: code, file: file, row: row == 0 ? nil : row, column: column,
            byte: byte, fact: fact,
            remedy: remedy)
    }

    static func warning(
        _ code: String, _ layer: Finding.Layer, _ file: String?, row: Int? = nil, column: String? = nil,
        _ fact: String, _ remedy: String? = nil
    ) -> Finding {
        Finding(
            severity: .warning, layer: layer, code: code, file: file, row: row == 0 ? nil : row, column: column,
            fact: fact,
            remedy: remedy)
    }

    static func note(_ code: String, _ layer: Finding.Layer, _ file: String?, _ fact: String, _ remedy: String? = nil)
        -> Finding
    {
        Finding(severity: .note, layer: layer, code: code, file: file, fact: fact, remedy: remedy)
    }
}
