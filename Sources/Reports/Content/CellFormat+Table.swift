import DocumentModel
import Tables

extension CellFormat {
    /// A column with its head.
    func column(_ column: ColumnDescription) -> Table.Column {
        Table.Column(head(of: column) ?? "", Self.alignment(column.alignment), stretch: column.stretch)
    }

    /// A cell as it stands on a page: n/a is muted and carries its reason.
    func cell(_ cell: TableCell, in column: ColumnDescription) -> Table.Cell {
        let text = text(cell, in: column)
        var made = Table.Cell(
            text + cell.mark, tone: text == "n/a" ? .muted : Self.tone(cell.tone, text), sortKey: cell.value.sortKey,
            help: spelling.text(cell.help))
        made.plain = plain(cell, in: column, shown: text)
        return made
    }

    /// What sorts, filters and is copied instead of a number in a language.
    private func plain(_ cell: TableCell, in column: ColumnDescription, shown: String) -> String {
        guard !spelling.isStandard, cell.value.sortKey != nil else { return "" }
        let plain = spelled(.standard).text(cell, in: column)
        return plain == shown ? "" : plain + cell.mark
    }

    private static func alignment(_ alignment: ColumnDescription.Alignment) -> Table.Alignment {
        switch alignment {
        case .left: .left
        case .right: .right
        case .decimal: .decimal
        }
    }

    /// The colour of a number by the sign that is written: what rounds to zero is no loss.
    private static func tone(_ tone: CellTone, _ text: String) -> Table.Tone {
        switch tone {
        case .plain: .plain
        case .strong: .strong
        case .muted: .muted
        case .gain: .gain
        case .loss: .loss
        case .bySign: .signed(text)
        }
    }
}
