import Containers
import RunModel
import Series

/// The columns of a long table while its blocks are added: timestamps, the main column, and a benchmark beside it.
struct BlockwiseColumns {
    /// Neighbours that differ by this factor may be full stops between thousands, see `ThousandsCheck`.
    private static let jump = 50.0

    private let timestampColumn: Int
    private var timestamps = TimestampCollector()
    private var columns: [Values]
    private var lines = [UInt32]()

    /// The numbers of one column.
    private struct Values {
        let choice: SeriesFileReader.Choice
        var numbers = NumberColumn()
        var digits: WrittenDigits {
            WrittenDigits(decimals: numbers.decimals, significant: numbers.significant)
        }
    }

    /// Columns of about so many rows.
    init(_ head: BlockwiseSeries.Head, rows: Int) {
        timestampColumn = head.plan.timestamps
        columns = [head.plan.main, head.plan.benchmark].compactMap { $0 }.map { Values(choice: $0) }
        // A column that grows beyond its room is there twice for a moment; room that is not used costs nothing.
        let room = rows + rows / 8
        timestamps.reserve(room)
        lines.reserveCapacity(room)
        for place in columns.indices { columns[place].numbers.reserve(room) }
    }

    /// Adds the rows of a block; false where one of its cells is not plain.
    mutating func add(_ table: CSVTable, from firstRow: Int) -> Bool {
        guard table.rowCount > firstRow else { return true }
        table.addTimestamps(column: timestampColumn, from: firstRow, to: &timestamps)
        guard timestamps.isClean else { return false }
        lines.append(contentsOf: table.lines[firstRow...])
        for place in columns.indices {
            guard Self.add(table, from: firstRow, to: &columns[place]) else { return false }
        }
        return true
    }

    /// Static, because a copy of the columns beside the ones that grow would copy them at every block.
    private static func add(_ table: CSVTable, from firstRow: Int, to column: inout Values) -> Bool {
        let (index, start) = (column.choice.index, column.numbers.values.count)
        table.addNumbers(column: index, from: firstRow, to: &column.numbers)
        guard column.numbers.badCount == 0 else { return false }
        guard column.choice.content.series == .levels else { return true }
        if start == 0, firstRow == 1, looksLikeThousands(table, column) { return false }
        return !jumps(column.numbers.values, from: max(1, start))
    }

    /// Whether all cells of the first block have one full stop and three digits behind it.
    private static func looksLikeThousands(_ table: CSVTable, _ column: Values) -> Bool {
        ThousandsCheck(table: table, column: column.choice.index, values: column.numbers.values).suspiciousRow() != nil
    }

    private static func jumps(_ values: [Double], from start: Int) -> Bool {
        let span = values.span
        var index = start
        while index < span.count {
            let (before, value) = (span[index - 1], span[index])
            if before > 0, value > 0, before > value * jump || value > before * jump { return true }
            index += 1
        }
        return false
    }

    /// The series of all blocks, with the notes of them; nil where there is no row.
    mutating func series(_ head: BlockwiseSeries.Head, log: ReadingLog) -> SeriesFile? {
        let reading = timestamps.finish()
        guard !reading.column.walls.isEmpty else { return nil }
        let all = columns.map { column in
            let series = RawSeries(
                file: head.file.name, column: head.file.header[column.choice.index],
                timestampColumn: head.file.header[timestampColumn], content: column.choice.content.series,
                timestamps: reading.column, values: column.numbers.values, lines: lines, digits: column.digits)
            return converted(head.file.oldestFirst(series), column.choice, head.file)
        }
        SeriesFileReader(file: head.file, expectation: head.expectation).noteUnused(besides: head.plan)
        return SeriesFile(main: all[0], benchmark: all.count > 1 ? all[1] : nil)
    }

    private func converted(_ series: RawSeries, _ choice: SeriesFileReader.Choice, _ file: TableFile) -> RawSeries {
        guard let conversion = choice.conversion else { return series }
        return ColumnConversion(conversion: conversion, file: file, index: choice.index).apply(to: series)
    }
}
