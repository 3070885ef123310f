import Formatting
import RunModel

/// Numbers, counts and texts of a file as messages show them: values in quotes, short, on one line.
enum Phrase {
    /// Text of a file in a message: short, on one line, visible.
    static func excerpt(_ text: String, limit: Int = 40) -> String {
        // What is shown is cut, so that looking for secrets must not cost more than a little beyond it.
        let head = String(text.unicodeScalars.prefix(limit * 10))
        return "'" + PrintableText.excerpt(SecretText.masked(head), limit: limit) + "'"
    }

    /// The first names of a list, and how many there are more.
    static func list(_ names: [String], limit: Int = 40) -> String {
        let shown = names.prefix(8).map { excerpt($0, limit: limit) }.joined(separator: ", ")
        return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
    }

    /// `'a', 'b' or 'c'`.
    static func either(_ names: [String]) -> String {
        let quoted = names.map { excerpt($0) }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }

    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    static func number(_ value: Double) -> String { SignificantDigits.json(value) }

    static func percent(_ fraction: Double) -> String { FixedDecimal.digits(of: fraction * 100, places: 2) + " %" }

    /// Money as a person writes it; amounts below a cent keep their digits.
    static func amount(_ value: Double) -> String {
        value == 0 || value.magnitude >= 0.01
            ? FixedDecimal.digits(of: value, places: 2) : SignificantDigits.json(value, count: 4)
    }

    /// `trades explain 96.1 % of the change in equity`: never 100.0 % of what is not all.
    static func explained(_ share: Double?, explained: Double, agrees: Bool) -> String {
        guard let share else { return "trades sum to \(amount(explained)), equity does not change" }
        var places = 1
        while !agrees, places < 6, FixedDecimal.digits(of: (share - 1) * 100, places: places).allSatisfy(isZeroOrMark) {
            places += 1
        }
        return "trades explain \(FixedDecimal.digits(of: share * 100, places: places)) % of the change in equity"
    }

    private static func isZeroOrMark(_ character: Character) -> Bool { "0.-".contains(character) }

    static func perYear(_ value: Double) -> String { SignificantDigits.json(value, count: 4) }
}
