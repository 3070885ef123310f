import CXLSXWriter
import Formatting
import Series
import Tables
import XLSXCalls

extension Workbook {
    /// Notes on single cells of a sheet; a table in which more is missing says why in the cells themselves.
    private static let mostNotes = 200

    /// A sheet for a table: its head stays when it is scrolled and filters its columns.
    func add(_ table: WorkbookSheet, named name: String) {
        guard let sheet = unsafe sheet(name) else { return }
        let count = min(table.count, XLSXWriter.mostRows)
        unsafe setWidths(table, count, sheet)
        for (column, description) in table.columns.enumerated() {
            _ = unsafe worksheet_write_string(sheet, 0, UInt16(clamping: column), description.key, head)
        }
        unsafe worksheet_freeze_panes(sheet, 1, 1)
        if count > 0, !table.columns.isEmpty {
            _ = unsafe worksheet_autofilter(sheet, 0, 0, UInt32(count), UInt16(clamping: table.columns.count - 1))
        }
        var notes = 0
        for row in 0..<count {
            for (column, value) in table.values(row).enumerated() where column < table.columns.count {
                let cell = unsafe Cell(sheet: sheet, row: UInt32(row + 1), column: UInt16(clamping: column))
                write(value, table.columns[column], to: cell, &notes)
            }
        }
    }

    /// The first sheet: what the others hold, and what there is not.
    func addContents(
        _ sheets: [(sheet: WorkbookSheet, name: String)], missing: [(name: String, title: String, reason: String)]
    ) {
        guard let sheet = unsafe sheet("contents") else { return }
        for (column, width) in [30.0, 40, 10, 60].enumerated() {
            _ = unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        for (column, key) in ["sheet", "title", "rows", "note"].enumerated() {
            _ = unsafe worksheet_write_string(sheet, 0, UInt16(column), key, head)
        }
        unsafe worksheet_freeze_panes(sheet, 1, 1)
        var row: UInt32 = 1
        for (table, name) in sheets {
            let target = "internal:'\(name)'!A1"
            _ = unsafe worksheet_write_url(sheet, row, 0, target, link)
            _ = unsafe worksheet_write_string(sheet, row, 0, name, link)
            _ = unsafe worksheet_write_string(sheet, row, 1, table.title, nil)
            _ = unsafe worksheet_write_number(sheet, row, 2, Double(table.count), format(NumberFormat.integer))
            if table.count > XLSXWriter.mostRows {
                let note = "the first \(XLSXWriter.mostRows) rows: a sheet holds no more; CSV has all"
                _ = unsafe worksheet_write_string(sheet, row, 3, note, nil)
            }
            row += 1
        }
        for entry in missing {
            for (column, text) in [entry.name, entry.title].enumerated() {
                _ = unsafe worksheet_write_string(sheet, row, UInt16(column), text, nil)
            }
            _ = unsafe worksheet_write_string(sheet, row, 2, "n/a", absent)
            _ = unsafe worksheet_write_string(sheet, row, 3, entry.reason, nil)
            row += 1
        }
    }

    @safe private struct Cell {
        let sheet: Sheet
        let row: UInt32
        let column: UInt16
    }

    private func write(_ value: TableValue, _ column: WorkbookColumn, to cell: Cell, _ notes: inout Int) {
        switch value {
        case .number(let number):
            write(number, NumberFormat.of(column.unit ?? .ratio, places: column.places), to: cell)
        case .measure(let number, let unit, let places):
            write(number, NumberFormat.of(unit, places: places), to: cell)
        case .integer(let number): write(Double(number), NumberFormat.integer, to: cell)
        case .text(let text), .words(let text): unsafe write(text, nil, to: cell)
        case .time(let time): write(time, to: cell)
        case .date(let date): write(Timestamp(date), to: cell)
        case .flag(let flag): _ = unsafe worksheet_write_boolean(cell.sheet, cell.row, cell.column, flag ? 1 : 0, nil)
        case .unavailable(let cause):
            notes += 1
            guard notes <= Self.mostNotes else { return unsafe write("n/a: " + cause.reason, absent, to: cell) }
            unsafe write("n/a", absent, to: cell)
            _ = unsafe worksheet_write_comment_opt(cell.sheet, cell.row, cell.column, cause.reason, nil)
        case .none: break
        }
    }

    private func write(_ number: Double, _ format: String, to cell: Cell) {
        guard number.isFinite else { return unsafe write("n/a", absent, to: cell) }
        _ = unsafe worksheet_write_number(cell.sheet, cell.row, cell.column, number, self.format(format))
    }

    /// A cell holds 32,767 characters.
    private func write(_ text: String, _ format: Format?, to cell: Cell) {
        guard !text.isEmpty else { return }
        let shown = text.utf16.count <= 32_767 ? text : String(text.prefix(10_000)) + "…"
        _ = unsafe worksheet_write_string(cell.sheet, cell.row, cell.column, shown, format)
    }

    /// Days since 30 December 1899, as spreadsheets count. They take 1900 for a leap year, so earlier days are texts.
    private func write(_ time: Timestamp, to cell: Cell) {
        let days = time.fractionalDays + 25_569
        guard days >= 61, days < 2_958_466 else { return unsafe write(time.description, nil, to: cell) }
        write(days, time.millisecondsOfDay == 0 ? NumberFormat.date : NumberFormat.time, to: cell)
    }

    /// Wide enough for the head and the first rows.
    private func setWidths(_ table: WorkbookSheet, _ count: Int, _ sheet: Sheet) {
        var widths = table.columns.map { max(8, $0.key.count + 4) }
        for row in 0..<min(count, 40) {
            for (column, value) in table.values(row).enumerated() where column < widths.count {
                if case .text(let text) = value { widths[column] = max(widths[column], text.count + 1) }
                if case .words(let text) = value { widths[column] = max(widths[column], text.count + 1) }
                if case .time = value { widths[column] = max(widths[column], 19) }
            }
        }
        for (column, width) in widths.enumerated() {
            let place = UInt16(clamping: column)
            _ = unsafe worksheet_set_column(sheet, place, place, Double(min(width, 60)), nil)
        }
    }
}
