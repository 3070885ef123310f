import Containers
import RunModel
import Series
import SystemFiles

/// Reads the series of a long table of text block by block: columns grow, and neither bytes nor cells are ever whole in
/// memory.
///
/// Only of what is plain throughout: one line of header, timestamps as ISO 8601 or since 1970, numbers with a full stop,
/// every row as long as the first. At the first thing that is otherwise it gives up with nothing said, and the table is read
/// whole, by the code that knows every way of writing and tells what is wrong where.
struct BlockwiseSeries {
    let name: String
    let expectation: SeriesFileReader.Expectation
    let log: ReadingLog

    /// What came of a table: its series, and how it ended.
    struct Outcome {
        var series: SeriesFile
        /// The line that has no end; nil where the last one has one.
        var openLine: Int?
    }

    /// The series of a table; nil where it has to be read whole.
    ///
    /// - Parameter accepts: Whether the beginning of a table is one of a series.
    func read(_ blocks: TextBlocks, accepts: (_ bytes: [UInt8], _ file: TableFile) -> Bool) -> Outcome? {
        guard log.rules.dateFormat == nil, let first = try? blocks.next(), Self.isPlain(first) else { return nil }
        var rows = CSVBlocks(beginning: first)
        guard let (table, end) = try? rows.rows(in: first, isLast: false), table.rowCount > 2,
            let head = Head(TableFile(name: name, beginning: table, log: log), expectation), accepts(first, head.file)
        else { return nil }
        var columns = BlockwiseColumns(head, rows: blocks.expectedCount / max(1, end / table.rowCount))
        guard columns.add(table, from: 1) else { return nil }
        guard Self.add(blocks, after: first[end...], &rows, to: &columns) else { return nil }
        guard let series = columns.series(head, log: log) else { return nil }
        let isOpen = blocks.lastByte != 0x0A && blocks.lastByte != 0x0D
        // Where lines end otherwise, their number is told by who reads the table whole.
        guard !isOpen || !rows.hasLoneReturn else { return nil }
        return Outcome(series: series, openLine: isOpen ? rows.line : nil)
    }

    /// Whether bytes begin as a table of text does.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
        return first != UInt8(ascii: "{") && first != UInt8(ascii: "[") && first != UInt8(ascii: "<")
            && !ContainerText.isContainer(bytes) && ContainerCheck.finding(name: "", bytes: bytes) == nil
    }

    /// Adds the rows of all further blocks; false where something in them is not plain.
    private static func add(
        _ blocks: TextBlocks, after rest: ArraySlice<UInt8>, _ rows: inout CSVBlocks, to columns: inout BlockwiseColumns
    ) -> Bool {
        var rest = rest
        while let bytes = try? blocks.next(after: rest) {
            let isLast = bytes.count == rest.count
            guard let (table, end) = try? rows.rows(in: bytes, isLast: isLast), columns.add(table, from: 0)
            else { return false }
            if isLast { return true }
            rest = bytes[end...]
        }
        return false
    }
}

extension BlockwiseSeries {
    /// The beginning of a table, and which of its columns are read as what.
    struct Head {
        let file: TableFile
        let plan: SeriesFileReader.Plan
        let expectation: SeriesFileReader.Expectation

        /// Nil where the header leaves it open, or asks for what only the whole table shows.
        init?(_ file: TableFile?, _ expectation: SeriesFileReader.Expectation) {
            guard let file, !file.lacksHeader else { return nil }
            let reader = SeriesFileReader(file: file, expectation: expectation)
            guard let plan = try? reader.plan(), reader.payments.isEmpty,
                file.timeColumn(besides: plan.timestamps) == nil
            else { return nil }
            (self.file, self.plan, self.expectation) = (file, plan, expectation)
        }
    }
}
