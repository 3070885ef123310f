import Containers

extension ColumnTable {
    /// The table as `Tests/Fixtures/Containers/containers.py` writes it: a line for each column, then one for each value.
    var listing: String {
        var lines = [String]()
        for column in columns {
            lines.append("column \(column.name): \(column.values.kindWords)")
            for row in 0..<rowCount { lines.append(column.validity[row] ? column.values.word(row) : "-") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ColumnValues {
    fileprivate var kindWords: String {
        switch self {
        case .doubles: "doubles"
        case .integers: "integers"
        case .texts: "texts"
        case .booleans: "booleans"
        case .decimals: "decimals"
        case .times(let values):
            "times \(values.meaning == .date ? "day" : values.unit.rawValue) \(values.meaning.word)"
        }
    }

    fileprivate func word(_ row: Int) -> String {
        switch self {
        case .doubles(let values): values[row].isNaN ? "nan" : Self.hexadecimal(values[row].bitPattern)
        case .integers(let values): "\(values[row])"
        case .booleans(let values): "\(values[row])"
        case .decimals(let values): values.text(row)
        case .times(let values):
            values.meaning == .date ? "\(values.counts[row] / values.unit.perDay)" : "\(values.counts[row])"
        case .texts(let values):
            values[row].replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
        }
    }

    private static func hexadecimal(_ bits: UInt64) -> String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension TimeValues.Meaning {
    fileprivate var word: String {
        switch self {
        case .instant(let zone): "instant \(zone ?? "UTC")"
        case .local: "local"
        case .date: "date"
        case .timeOfDay: "timeOfDay"
        case .duration: "duration"
        }
    }
}
