import Formatting

/// What a column is called and in what its values are given.
public struct ColumnDescription: Equatable, Sendable {
    /// How cells stand.
    public enum Alignment: Sendable {
        /// At the left: texts.
        case left
        /// At the right: dates.
        case right
        /// By their digits: numbers of the same decimals.
        case decimal
    }

    /// Stable name in JSON and CSV: `recovery_days`.
    public let key: String
    /// As readers see it, without the unit; nil for a column that is only in data files.
    public var header: String?
    /// In what values are given; nil where every row has its own, which its column `unit` names.
    public let unit: ValueUnit?
    /// Decimals that readers see.
    public let places: Int
    /// How cells stand.
    public let alignment: Alignment
    /// Relative share of spare width; 0 keeps the column as narrow as its content.
    public let stretch: Double
}

/// One column of a table whose rows are made from values of `Row`.
///
/// ```swift
/// TableColumn<DrawdownEpisode>("depth", "Depth", .fraction, places: 2) { .number($0.depth) }.toned(.bySign)
/// ```
public struct TableColumn<Row: Sendable>: Sendable {
    /// Name, header, unit.
    public let description: ColumnDescription
    let value: @Sendable (Row) -> TableValue
    private(set) var shown: (@Sendable (Row) -> TableValue)?
    private(set) var tone: CellTone = .plain
    private(set) var toneOfRow: (@Sendable (Row) -> CellTone)?
    private(set) var mark: (@Sendable (Row) -> String)?
    private(set) var help: (@Sendable (Row) -> String)?
    private(set) var absentText = "n/a"

    /// A column; `header` is nil for data files alone, `unit` nil where each row has its own.
    public init(
        _ key: String, _ header: String?, _ unit: ValueUnit?, places: Int = 0, stretch: Double = 0,
        alignment: ColumnDescription.Alignment? = nil, value: @escaping @Sendable (Row) -> TableValue
    ) {
        description = ColumnDescription(
            key: key, header: header, unit: unit, places: places, alignment: alignment ?? Self.alignment(of: unit),
            stretch: stretch)
        self.value = value
    }

    private static func alignment(of unit: ValueUnit?) -> ColumnDescription.Alignment {
        switch unit {
        case .word, .flag: .left
        case .date, .time: .right
        default: .decimal
        }
    }
}

extension TableColumn {
    /// Colours all cells the same, or numbers by their sign.
    public func toned(_ tone: CellTone) -> TableColumn { changed { $0.tone = tone } }

    /// Colours each cell by its row.
    public func toned(by tone: @escaping @Sendable (Row) -> CellTone) -> TableColumn {
        changed { $0.toneOfRow = tone }
    }

    /// Readers see another value than programs: `#12` for a trade without a symbol.
    public func showing(_ value: @escaping @Sendable (Row) -> TableValue) -> TableColumn {
        changed { $0.shown = value }
    }

    /// Puts a mark behind what readers see: ` *`, explained in the footnote. Empty for none.
    public func marked(_ mark: @escaping @Sendable (Row) -> String) -> TableColumn { changed { $0.mark = mark } }

    /// Explains a cell on hover and to screen readers; n/a explains itself.
    public func explained(_ help: @escaping @Sendable (Row) -> String) -> TableColumn { changed { $0.help = help } }

    /// What readers see where there is no value; `n/a` else.
    public func without(_ text: String) -> TableColumn { changed { $0.absentText = text } }

    private func changed(_ change: (inout TableColumn) -> Void) -> TableColumn {
        var copy = self
        change(&copy)
        return copy
    }

    func cell(_ row: Row) -> TableCell {
        let value = shown?(row) ?? value(row)
        return TableCell(
            value: value, tone: toneOfRow?(row) ?? tone, mark: mark?(row) ?? "",
            help: value.reason ?? help?(row) ?? "", absentText: absentText)
    }
}

/// One cell as readers see it, before it is formatted.
public struct TableCell: Equatable, Sendable {
    /// Its value.
    public let value: TableValue
    /// How it is meant.
    public let tone: CellTone
    /// Stands behind the value; empty for none.
    public let mark: String
    /// Explains it; empty for nothing.
    public let help: String
    /// What stands there where there is no value, or an empty text.
    public let absentText: String
}

/// How a cell is meant.
public enum CellTone: Sendable {
    /// As usual.
    case plain
    /// Semibold.
    case strong
    /// Secondary.
    case muted
    /// A positive result.
    case gain
    /// A negative result.
    case loss
    /// A number that is a loss where it is written with a minus.
    case bySign
}
