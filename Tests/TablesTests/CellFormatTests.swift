import Analytics
import Formatting
import Series
import Testing

@testable import Tables

/// Values as readers see them: the unit decides, in one place.
@Suite struct CellFormatTests {
    private static let thin = "\u{202F}"
    private static let minus = "\u{2212}"

    private func text(_ value: TableValue, _ unit: ValueUnit?, places: Int = 0, absent: String = "n/a") -> String {
        let column = TableColumn<Int>("c", "C", unit, places: places) { _ in value }.without(absent)
        return CellFormat().text(column.cell(0), in: column.description)
    }

    @Test(arguments: [
        (TableValue.number(-0.1234), ValueUnit.fraction, 1, "\(minus)12.3"), (.number(0.0354), .probability, 3, "0.035"),
        (.number(1234.5), .money, 2, "1\(thin)234.50"), (.integer(1234), .days, 0, "1\(thin)234"),
        (.number(7.5), .hours, 0, "7.5\(thin)h"), (.flag(true), .flag, 0, "yes"),
        (.time(Timestamp(milliseconds: 56_100_000)), .date, 0, "1 Jan 1970"),
        (.time(Timestamp(milliseconds: 56_100_000)), .time, 0, "1970-01-01 15:35"),
        (.time(Timestamp(milliseconds: 0)), .time, 0, "1 Jan 1970"),
        (.date(CalendarDate(day: 1)), .date, 0, "2 Jan 1970"), (.text("long"), .word, 0, "long"),
    ])
    func `a column has its unit in the head`(value: TableValue, unit: ValueUnit, places: Int, expected: String) {
        #expect(text(value, unit, places: places) == expected)
    }

    @Test(arguments: [
        (0.1234, ValueUnit.fraction, 1, "12.3\(thin)%"), (-12.345, .fractionPerYear, 1, "\(minus)1\(thin)234\(thin)%"),
        (1.536, .ratio, 2, "1.54"), (27, .days, 0, "27\(thin)d"), (3.25, .years, 1, "3.2\(thin)y"),
        (7.5, .hours, 0, "7.5\(thin)h"), (12, .perYear, 0, "12\(thin)a year"), (1234.5, .money, 0, "1\(thin)234"),
        (0.0354, .probability, 3, "0.035"), (3, .count, 0, "3"), (66.6, .points, 0, "67"),
    ])
    func `a value with a unit of its own carries it`(value: Double, unit: ValueUnit, places: Int, expected: String) {
        #expect(text(.measure(value, unit, places: places), nil) == expected)
    }

    @Test func `decimals of its own do not repeat the unit of the column`() {
        #expect(text(.measure(0.25, .fraction, places: 2), .fraction, places: 1) == "25.00")
    }

    @Test func `what is not there says so, and n/a says why`() {
        let cause = Unavailable(code: "none", reason: "no reason")
        #expect(text(.unavailable(cause), .ratio, absent: "–") == "n/a")
        #expect(text(.none, .ratio, absent: "–") == "–" && text(.text(""), .word, absent: "(unnamed)") == "(unnamed)")
        let column = TableColumn<Int>("c", "C", .ratio) { _ in .unavailable(cause) }.explained { _ in "else" }
        #expect(column.cell(0).help == "no reason")
    }

    @Test func `a head names unit and currency`() {
        let format = CellFormat(currency: "USD")
        func head(_ unit: ValueUnit?) -> String? {
            format.head(of: TableColumn<Int>("c", "Return", unit) { _ in .none }.description)
        }
        #expect(head(.fraction) == "Return %" && head(.money) == "Return USD" && head(.days) == "Return")
        #expect(CellFormat().head(of: TableColumn<Int>("c", "P&L", .money) { _ in .none }.description) == "P&L")
        #expect(format.head(of: TableColumn<Int>("c", nil, .money) { _ in .none }.description) == nil)
    }
}
