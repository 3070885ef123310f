import Containers
import Series

/// Finds the one way in which a column's timestamps are written, where it is not ISO 8601.
///
/// A format is taken when at least four of five cells are timestamps in it, so that a few damaged cells are told by their
/// lines. Two formats that read the same cells differently leave the column open.
struct TimestampInference {
    /// What the cells show.
    enum Outcome: Equatable {
        /// One format reads them.
        case format(DateFormat)
        /// Two do, and the cell of this row differs between them.
        case ambiguous(DateFormat, DateFormat, row: Int)
        /// Numbers since 1970, so many to the second.
        case epoch(perSecond: Double)
        /// `20240102.0`: days in numbers with a fraction.
        case compactDays
        case unknown
    }

    let table: CSVTable
    let column: Int
    let firstRow: Int

    /// Rows with text, in order.
    private var rows: [Int] {
        (firstRow..<max(firstRow, table.rowCount)).filter { !table.isMissing($0, column) }
    }

    func outcome() -> Outcome {
        let rows = rows
        guard let first = rows.first else { return .unknown }
        let numbers = numberOutcome(rows)
        if numbers != .unknown { return numbers }
        let candidates = candidates(rows.prefix(20).map { $0 }, first)
        let counts = candidates.map { format in rows.count { timestamp($0, format) != nil } }
        guard let best = counts.max(), best * 5 >= rows.count * 4, best > 0 else { return .unknown }
        let fitting = candidates.indices.filter { counts[$0] == best }.map { candidates[$0] }
        return decided(Self.withoutMonthFirstDots(fitting), rows)
    }

    /// Formats that read most of the first cells.
    private func candidates(_ sample: [Int], _ first: Int) -> [DateFormat] {
        (DateFormat.days + DateFormat.labels).filter { format in
            let fitting = sample.count { timestamp($0, format) != nil }
            guard fitting * 5 >= sample.count * 4, fitting > 0 else { return false }
            // A year and a month as one decimal number: `2015.1` would be January or October.
            return format.text != "%Y.%m" || table.trimmedRange(first, column).count == 7
        }
    }

    /// Between full stops the day stands before the month wherever people write so.
    private static func withoutMonthFirstDots(_ formats: [DateFormat]) -> [DateFormat] {
        let hasDayFirst = formats.contains { $0.text.hasPrefix("%d.%m.") }
        return hasDayFirst ? formats.filter { !$0.text.hasPrefix("%m.%d.") } : formats
    }

    private func decided(_ formats: [DateFormat], _ rows: [Int]) -> Outcome {
        guard let first = formats.first else { return .unknown }
        for other in formats.dropFirst() {
            if let row = rows.first(where: { timestamp($0, first) != timestamp($0, other) }) {
                return .ambiguous(first, other, row: row)
            }
        }
        return .format(first)
    }

    private func timestamp(_ row: Int, _ format: DateFormat) -> WrittenTimestamp? {
        format.timestamp(table.bytes, table.trimmedRange(row, column))
    }

    // MARK: Numbers

    /// Unix time with a fraction, or before 1970: the largest number tells the unit for the whole column.
    private func numberOutcome(_ rows: [Int]) -> Outcome {
        var largest = 0.0
        var areDays = true
        for row in rows {
            guard let value = table.number(row, column, style: .plain) else { return .unknown }
            largest = max(largest, value.magnitude)
            areDays = areDays && Self.compactDay(value) != nil
        }
        if areDays { return .compactDays }
        switch largest {
        case 1e8..<1e11: return .epoch(perSecond: 1)
        case 1e11..<1e14: return .epoch(perSecond: 1e3)
        case 1e14..<1e17: return .epoch(perSecond: 1e6)
        case 1e17..<9e18: return .epoch(perSecond: 1e9)
        default: return .unknown
        }
    }

    /// The day that `20240102.0` is.
    static func compactDay(_ value: Double) -> CalendarDate? {
        guard let number = Int(exactly: value), (1_800_01_01...2_200_12_31).contains(number) else { return nil }
        return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
