import Analytics
import Containers
import DocumentModel
import Series
import Tables

/// Columns of data for a figure of a template's own: of a series, a table, or a CSV file beside the template.
struct OwnData {
    /// One column: numbers where all its values are, else texts; missing numbers are not finite.
    struct Column {
        let name: String
        var texts: [String]
        var numbers: [Double]?
        /// Days since 1970, where all values are moments.
        var days: [Double]?
    }

    let columns: [Column]

    /// The data of a name: series first, then tables, then files.
    static func named<Subject: Reportable>(
        _ name: String, of subject: Subject, files: NeighbouringFiles
    ) throws(OwnFigureProblem) -> OwnData {
        let series = subject.allSeries
        if let found = series.first(where: { $0.name == name }) { return OwnData(found.series) }
        let tableName = String(name.map { $0 == "-" ? "_" : $0 })
        if let table = Subject.tables.first(where: { $0.name == tableName }) {
            do throws(Unavailable) { return OwnData(try table.content(of: subject)) } catch {
                throw .unavailable(error.reason)
            }
        }
        guard let bytes = files.bytes(of: name) else {
            // A series that other runs have is no mistake of the template.
            if Analyzer.analyze(TemplateSamples.rich).allSeries.contains(where: { $0.name == name }) {
                throw .unavailable("the run has no series '\(name)'")
            }
            throw .unknownData(
                allowed: series.map(\.name) + Subject.tables.map(\.name) + files.names(ending: ["csv"]))
        }
        return try OwnData(csv: bytes)
    }

    /// The column of a name.
    func column(_ name: String) throws(OwnFigureProblem) -> Column {
        guard let column = columns.first(where: { $0.name == name }) else {
            throw .unknownColumn(name, allowed: columns.map(\.name))
        }
        return column
    }

    private init(_ series: TimeSeries) {
        columns = [
            Column(
                name: "time", texts: series.timestamps.map(\.description), numbers: nil,
                days: series.timestamps.map(\.fractionalDays)),
            Column(name: "value", texts: [], numbers: series.values, days: nil),
        ]
    }

    private init(_ content: TableContent) {
        columns = content.columns.indices.map { index in
            Self.column(
                content.columns[index].key,
                (0..<content.count).map { content.value(row: $0, column: index) })
        }
    }

    private static func column(_ name: String, _ values: [TableValue]) -> Column {
        let texts = values.map { value -> String in
            switch value {
            case .text(let text), .words(let text): text
            case .time(let time): time.description
            case .date(let date): date.iso
            default: value.sortKey.map { "\($0)" } ?? ""
            }
        }
        let isTime = values.allSatisfy { value in
            switch value {
            case .time, .date, .none, .unavailable: true
            default: false
            }
        }
        let hasTexts = values.contains { if case .text = $0 { true } else { false } }
        let keys = values.map { $0.sortKey ?? .nan }
        let isEmpty = !keys.contains(where: \.isFinite)
        return Column(
            name: name, texts: texts, numbers: hasTexts || isTime || isEmpty ? nil : keys,
            days: isTime && !isEmpty ? keys : nil)
    }

    private init(csv bytes: [UInt8]) throws(OwnFigureProblem) {
        let table: CSVTable
        do { table = try CSVScanner.scan(bytes) } catch {
            throw .unsuitable("the file is no table of delimited text")
        }
        guard table.rowCount > 1 else { throw .unsuitable("the file has no rows") }
        columns = (0..<table.columnCount).map { column in
            let texts = (1..<table.rowCount).map { table.text($0, column) }
            let days = texts.map(Self.day)
            let numbers = table.numbers(column: column, from: 1)
            return Column(
                name: table.text(0, column), texts: texts,
                numbers: numbers.badCount == 0 ? numbers.values : nil,
                days: days.allSatisfy { $0 != nil } ? days.compactMap { $0 } : nil)
        }
    }

    /// `2024-01-31`, or with a time behind a blank or a `T`.
    private static func day(_ text: String) -> Double? {
        guard let date = CalendarDate(iso: String(text.prefix(10))) else { return nil }
        let clock = text.dropFirst(11).split(separator: ":").map { Double($0) }
        guard text.count > 10 else { return Double(date.day) }
        guard (2...3).contains(clock.count), clock.allSatisfy({ $0 != nil }) else { return nil }
        let seconds = zip(clock, [3600.0, 60, 1]).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
        return Timestamp(date, seconds: seconds).fractionalDays
    }
}
