import Analytics
import Formatting
import Series
import Tables

/// Writes tables as CSV (RFC 4180): comma, LF, quotes only where needed, empty cell for n/a.
public enum CSVWriter {
    /// A file for every table that the subject has and for every series, in the order of the catalogue.
    ///
    /// Nothing is made before a file is written, and then one row at a time.
    public static func files<Subject>(
        of subject: Subject, tables: [TableDefinition<Subject>], series: [MadeSeries]
    ) -> [DataFile] {
        let tables = tables.compactMap { definition in
            (try? definition.content(of: subject)).map { content in
                DataFile(definition.name) { write(content, to: $0) }
            }
        }
        return tables + series.map { one in DataFile(one.name) { write(one.make(), to: $0) } }
    }

    /// The files of one run.
    public static func files(of analysis: Analysis) -> [DataFile] {
        files(of: analysis, tables: TableCatalog.ofRun, series: AnalysisSeries.made(of: analysis))
    }

    /// The table `metrics` with some of its rows; all for nil.
    public static func metrics(_ analysis: Analysis, keys: [MetricKey]? = nil) -> [UInt8] {
        (try? TableCatalog.metrics(only: keys).content(of: analysis)).map { write($0) } ?? []
    }

    /// Rows of values below a header, for tables that are made elsewhere; a row is made when it is written.
    public static func write(
        header: [String], count: Int, to put: @escaping ([UInt8]) -> Void, row: (Int) -> [TableValue]
    ) {
        var stream = ByteStream(to: put)
        append(header.map { .text($0) }, to: &stream.bytes)
        for index in 0..<count {
            append(row(index), to: &stream.bytes)
            stream.passPieces()
        }
        stream.passAll()
    }

    /// One table with its header row.
    static func write(_ content: TableContent) -> [UInt8] {
        var bytes: [UInt8] = []
        write(content) { bytes += $0 }
        return bytes
    }

    private static func write(_ content: TableContent, to put: @escaping ([UInt8]) -> Void) {
        var stream = ByteStream(to: put)
        append(content.columns.map { .text($0.key) }, to: &stream.bytes)
        for row in 0..<content.count {
            append(content.values(row: row), to: &stream.bytes)
            stream.passPieces()
        }
        stream.passAll()
    }

    /// A series as `time,value`, written without making rows: a series may have ten million of them.
    private static func write(_ series: TimeSeries, to put: @escaping ([UInt8]) -> Void) {
        var stream = ByteStream(to: put)
        append([.text("time"), .text("value")], to: &stream.bytes)
        for index in series.values.indices {
            series.timestamps[index].append(to: &stream.bytes)
            stream.bytes.append(UInt8(ascii: ","))
            append(.number(series.values[index]), to: &stream.bytes)
            stream.bytes.append(UInt8(ascii: "\n"))
            stream.passPieces()
        }
        stream.passAll()
    }

    private static func append(_ values: [TableValue], to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ value: TableValue, to bytes: inout [UInt8]) {
        switch value {
        case .number(let number), .measure(let number, _, _):
            if number.isFinite { SignificantDigits.appendJSON(number, to: &bytes) }
        case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
        case .text(let text), .words(let text): append(harmless(text), to: &bytes)
        case .time(let time): time.append(to: &bytes)
        case .date(let date): bytes.append(contentsOf: date.iso.utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .unavailable, .none: break
        }
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
