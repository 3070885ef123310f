import Formatting

/// The short form of the command line: `growth_over_pain [percent, 1, higher] = cagr / abs(max_drawdown)`.
extension OwnMetric {
    /// Reads the short form; what stands in brackets may be left out, and has any order.
    ///
    /// - Parameter origin: Where it was written, for messages.
    public init(text: String, origin: String) throws(OwnMetricError) {
        guard let equals = text.firstIndex(of: "=") else {
            throw OwnMetricError(origin, "no expression; write name = expression, such as \(Self.example)")
        }
        let head = text[..<equals]
        let bracket = head.firstIndex(of: "[")
        self.init(
            key: Self.trimmed(head[..<(bracket ?? head.endIndex)]),
            expression: Self.trimmed(text[text.index(after: equals)...]), origin: origin)
        if let bracket { try readWords(Self.trimmed(head[bracket...])) }
    }

    static let example = "'growth_over_pain = cagr / abs(max_drawdown)'"

    private mutating func readWords(_ text: String) throws(OwnMetricError) {
        guard text.hasSuffix("]") else { throw OwnMetricError(origin, "the bracket behind '\(key)' is not closed") }
        for part in text.dropFirst().dropLast().split(separator: ",") {
            let word = Self.trimmed(part)
            if let unit = Self.units.first(where: { $0.word == word })?.unit {
                self.unit = unit
            } else if let places = Int(word) {
                self.places = places
            } else if let direction = MetricDeclaration.Direction(rawValue: word) {
                better = direction
            } else {
                throw unknown(word)
            }
        }
    }

    private func unknown(_ word: String) -> OwnMetricError {
        let known = Self.units.map(\.word) + ["higher", "lower"]
        let remedy = NearestMatch.of(word, in: known).map { "did you mean '\($0)'?" }
        return OwnMetricError(
            origin,
            "'\(word)' is neither a unit nor a number of decimals; "
                + (remedy ?? "units are " + Self.units.map(\.word).joined(separator: ", ")))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
