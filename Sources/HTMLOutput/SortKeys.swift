import DocumentModel

/// What the script sorts rows by: a number beside the text, only where the text itself does not tell it.
enum SortKeys {
    /// For each column, whether its cells need their keys written. A column in which every key can be read off the text
    /// (`1 234.5`, `−12.3 %`, `1.54×`) needs none: five thousand cells would otherwise weigh a hundred kilobytes.
    static func columns(of table: Table) -> [Bool] {
        table.columns.indices.map { column in
            table.rows.contains { row in
                guard row.role == .body, row.cells.indices.contains(column), row.cells[column].sortKey != nil
                else { return false }
                let cell = row.cells[column]
                return !isPlainNumber(cell.plain.isEmpty ? cell.text : cell.plain)
            }
        }
    }

    /// ` data-sort="…"`: integers exactly, other numbers in the fewest digits that read back the same float.
    static func write(_ key: Double, to out: inout MarkupBuffer) {
        guard key.isFinite else { return }
        let text = Int(exactly: key).map(String.init) ?? "\(Float(key))"
        out.attribute("data-sort", text)
    }

    /// Whether a text is sign, digits with spaces between them, and a percent or times sign at most: the script reads
    /// exactly these.
    static func isPlainNumber(_ text: String) -> Bool {
        var hasDigits = false
        var hasEnded = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}": continue
            case "+", "-", "\u{2212}": if hasDigits || hasEnded { return false }
            case "0"..."9", ".":
                if hasEnded { return false }
                hasDigits = true
            case "%", "×":
                if hasEnded || !hasDigits { return false }
                hasEnded = true
            default: return false
            }
        }
        return hasDigits
    }
}
