import Containers
import NativeCodecs
import RunModel
import Series

/// Makes the series of a table of typed columns, of a Parquet or an Arrow file: its numbers reach the run bit for bit and its
/// moments as they are counted, without becoming text.
///
/// Of moments and plain numbers. At the first thing that is otherwise it gives up with nothing said, and the table is read as the
/// text that pandas would have written of it, by the code that knows every way of writing and tells what is wrong where. The
/// names of the columns, and which of them is what, come from such a text of the first rows.
struct ColumnSeries {
    let name: String
    let expectation: SeriesFileReader.Expectation
    let log: ReadingLog

    /// The series of a table; nil where it has to be read as text.
    ///
    /// - Parameter accepts: Whether the beginning of a table is one of a series.
    func read(_ table: ColumnTable, accepts: (_ bytes: [UInt8], _ file: TableFile) -> Bool) -> SeriesFile? {
        guard log.rules.dateFormat == nil, table.rowCount > 1,
            let text = try? TableText.text(of: table, limit: 1 << 24, enough: FolderGlance.headSize),
            let cells = try? CSVScanner.scan(text),
            let head = BlockwiseSeries.Head(TableFile(name: name, beginning: cells, log: log), expectation),
            accepts(text, head.file)
        else { return nil }
        let columns = TableText.ordered(table)
        guard let timestamps = timestamps(columns[head.plan.timestamps]) else { return nil }
        var all = [RawSeries]()
        for choice in [head.plan.main, head.plan.benchmark].compactMap({ $0 }) {
            guard let series = series(choice, columns[choice.index], timestamps, head) else { return nil }
            all.append(series)
        }
        SeriesFileReader(file: head.file, expectation: expectation).noteUnused(besides: head.plan)
        return SeriesFile(main: all[0], benchmark: all.count > 1 ? all[1] : nil)
    }

    private func series(
        _ choice: SeriesFileReader.Choice, _ column: TableColumn, _ timestamps: TimestampColumn,
        _ head: BlockwiseSeries.Head
    ) -> RawSeries? {
        guard let (values, digits) = numbers(column) else { return nil }
        let header = head.file.header
        // The header would be the first line of the text.
        let lines = (0..<values.count).map { UInt32(truncatingIfNeeded: $0 + 2) }
        let series = head.file.oldestFirst(
            RawSeries(
                file: name, column: header[choice.index], timestampColumn: header[head.plan.timestamps],
                content: choice.content.series, timestamps: timestamps, values: values, lines: lines, digits: digits))
        guard let conversion = choice.conversion else { return series }
        return ColumnConversion(conversion: conversion, file: head.file, index: choice.index).apply(to: series)
    }

    /// The moments of a column; nil where one is missing, and where the column holds something else.
    private func timestamps(_ column: TableColumn) -> TimestampColumn? {
        guard case .times(let values) = column.values, let times = TypedTimes(values, column.validity) else {
            return nil
        }
        var collector = TimestampCollector()
        collector.reserve(values.counts.count)
        for row in values.counts.indices {
            guard let timestamp = times.timestamp(row) else { return nil }
            collector.add(timestamp, row: row)
        }
        return collector.isClean ? collector.finish().column : nil
    }

    /// The numbers of a column, NaN where one is missing, and with how many digits they would be written; nil where one is
    /// infinite, and where the column holds something else.
    private func numbers(_ column: TableColumn) -> (values: [Double], digits: WrittenDigits)? {
        switch column.values {
        case .doubles(var values):
            if column.validity.missingCount > 0 {
                for row in values.indices where !column.validity[row] { values[row] = .nan }
            }
            guard values.allSatisfy({ !$0.isInfinite }) else { return nil }
            return (values, WrittenDigits(shortestOf: values))
        case .integers(let whole):
            let values = whole.indices.map { column.validity[$0] ? Double(whole[$0]) : .nan }
            let largest = whole.indices.reduce(UInt64(0)) { max($0, column.validity[$1] ? whole[$1].magnitude : 0) }
            let digits = largest == 0 ? 0 : String(largest).utf8.count
            return (values, WrittenDigits(decimals: 0, significant: digits))
        default: return nil
        }
    }
}

extension WrittenDigits {
    /// With how many digits numbers are written so that reading them gives the same ones.
    ///
    /// Looks no further than the first number with 17 significant digits: all are exact then. A column of rounded numbers, which a
    /// program keeps in cents, shows how they were rounded.
    init(shortestOf values: [Double]) {
        self.init(decimals: 0, significant: 0)
        for value in values where !value.isNaN {
            let text = Array(value.description.utf8)
            guard let written = DecimalText.written(text.span, 0..<text.count) else { continue }
            decimals = max(decimals, written.decimals)
            significant = max(significant, written.significant)
            if significant >= 17 { return }
        }
    }
}
