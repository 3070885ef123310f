import Analytics
import Formatting
import Series

/// Writes tables as CSV (RFC 4180): comma, LF, quotes only where needed, empty cell for n/a.
public enum CSVWriter {
    /// One table with its header row.
    public static func write(_ table: DataTable) -> [UInt8] {
        var bytes: [UInt8] = []
        append(table.columns, to: &bytes)
        for row in table.rows { append(row.map(text), to: &bytes) }
        return bytes
    }

    /// Every table and series by name, in the order of the report; each is made when it is asked for.
    public static func files(of analysis: Analysis) -> [(name: String, make: @Sendable () -> [UInt8])] {
        let tables = AnalysisTables.tables(of: analysis).map { table in
            (table.name, { @Sendable in write(table.make()) })
        }
        let series = AnalysisTables.namedSeries(of: analysis).map { name, series in
            (name, { @Sendable in write(series) })
        }
        return tables + series
    }

    /// A series as `stamp,value`, written without making a table: a series may have ten million rows.
    static func write(_ series: TimeSeries) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(series.count * 34 + 16)
        append(["stamp", "value"], to: &bytes)
        for index in series.values.indices {
            series.stamps[index].append(to: &bytes)
            bytes.append(UInt8(ascii: ","))
            if series.values[index].isFinite { SignificantDigits.appendJSON(series.values[index], to: &bytes) }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// The metrics as `key,value,benchmark,unit,group,convention,reason,reason_code`.
    public static func metrics(_ analysis: Analysis, keys: [MetricKey]? = nil) -> [UInt8] {
        let chosen = analysis.metrics.metrics { keys?.contains($0.key) ?? true }
        let rows = chosen.map { metric -> [DataTable.Value] in
            [
                .text(metric.declaration.key.rawValue), value(metric),
                analysis.benchmarkMetrics?[metric.declaration.key].map(value) ?? .absent,
                .text(metric.declaration.unit.rawValue), .text(metric.declaration.group.rawValue),
                .text(metric.convention), .optional(metric.value.reason),
                .optional(metric.value.unavailable?.code),
            ]
        }
        let columns = ["key", "value", "benchmark", "unit", "group", "convention", "reason", "reason_code"]
        return write(DataTable(name: "metrics", columns: columns, rows: rows))
    }

    private static func value(_ metric: Metric) -> DataTable.Value {
        switch metric.value {
        case .number(let number): .number(number)
        case .word(let word): .text(word)
        case .absent: .absent
        }
    }

    private static func text(_ value: DataTable.Value) -> String {
        switch value {
        case .number(let number): number.isFinite ? SignificantDigits.json(number) : ""
        case .integer(let integer): String(integer)
        case .text(let text): harmless(text)
        case .boolean(let flag): flag ? "true" : "false"
        case .absent: ""
        }
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Symbol names can be hostile: a text that a spreadsheet would run as a formula gets a leading apostrophe.
    private static func harmless(_ text: String) -> String {
        text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true ? "'" + text : text
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
