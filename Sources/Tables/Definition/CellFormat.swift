import Analytics
import Formatting

/// Turns values into text for readers: on every page, in tiles and in the terminal.
public struct CellFormat: Sendable {
    /// Stands in heads of columns of money; nil where the run names none.
    public let currency: String?
    /// How numbers and dates read.
    public var spelling = NumberSpelling.standard

    /// A format; `currency` is the account's.
    public init(currency: String? = nil) { self.currency = currency }

    /// The same in a spelling.
    public func spelled(_ spelling: NumberSpelling) -> CellFormat {
        var format = self
        format.spelling = spelling
        return format
    }

    /// The head of a column, with its unit: `Return %`, `P&L USD`. Nil for a column that is only in data files.
    public func head(of column: ColumnDescription) -> String? {
        column.header.map { spelling.text($0) + (column.unit?.headSuffix(currency: currency) ?? "") }
    }

    /// A metric with its unit, as it stands alone: `12.3 %`, `1.54`, `n/a`.
    public func text(_ metric: Metric) -> String {
        text(.metric(metric.value, metric.declaration), unit: nil, places: metric.declaration.places)
    }

    /// A metric where there is room for about six characters: amounts from a thousand on are whole, from a million on
    /// in millions, and below a thousandth in powers of ten.
    public func headline(_ metric: Metric) -> String {
        guard let value = metric.value.number, metric.declaration.unit == .money,
            value.magnitude >= 1000 || value.magnitude < 0.001 && value != 0
        else {
            return text(metric)
        }
        return spelling.text(DisplayNumber.shortAmount(value))
    }

    /// A value with its unit, as it stands alone.
    public func text(_ value: TableValue) -> String { text(value, unit: nil, places: 0) }

    /// A cell without its mark. A column's unit stands in its head; a value with a unit of its own carries it.
    public func text(_ cell: TableCell, in column: ColumnDescription) -> String {
        switch cell.value {
        case .none, .text(""): cell.absentText
        default: text(cell.value, unit: column.unit, places: column.places)
        }
    }

    private func text(_ value: TableValue, unit: ValueUnit?, places: Int) -> String {
        if case .text(let text) = value { return text }
        if case .time(let time) = value, time.millisecondsOfDay != 0, unit != .date, !spelling.isStandard {
            // The time of day stands behind the date, as it does in the form that has no language.
            return spelling.text(time.date.display) + time.description.dropFirst(10)
        }
        return spelling.text(neutralText(value, unit: unit, places: places))
    }

    private func neutralText(_ value: TableValue, unit: ValueUnit?, places: Int) -> String {
        switch value {
        case .number(let number): (unit ?? .ratio).columnText(number, places: places)
        // A column of one unit has it in its head; its values may have decimals of their own.
        case .measure(let number, let own, let places) where unit == own: own.columnText(number, places: places)
        case .measure(let number, let own, let places): own.text(number, places: places)
        case .integer(let number): DisplayNumber.number(Double(number), places: 0)
        case .text(let text), .words(let text): text
        case .time(let time): unit == .date || time.millisecondsOfDay == 0 ? time.date.display : time.description
        case .date(let date): date.display
        case .flag(let flag): flag ? "yes" : "no"
        case .unavailable: "n/a"
        case .none: ""
        }
    }
}
