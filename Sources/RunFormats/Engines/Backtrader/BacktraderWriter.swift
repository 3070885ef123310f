import Containers
import RunModel
import Series

/// The file of backtrader's `WriterFile`: `====`, a table, `====`, and a dump of the run.
///
/// The table repeats names of columns. Each data feed, strategy, indicator and observer has a section: its name, which every
/// row repeats, `len`, and its lines. A feed that starts late has `len` 0 and empty cells until then. Feeds write their own
/// local time; the strategy's `datetime` counts days and stands in for rows without a feed.
struct BacktraderWriter {
    /// The columns of one feed, strategy or observer.
    struct Section {
        let name: String
        private let first: Int
        private let lines: [String]

        /// The sections of a header: each begins before a column `len`.
        static func all(_ header: [String]) -> [Section] {
            let starts = header.indices.dropLast().filter { header[$0 + 1] == "len" && header[$0] != "len" }
            return starts.enumerated().map { place, start in
                let end = place + 1 < starts.count ? starts[place + 1] : header.count
                return Section(name: header[start], first: start + 2, lines: Array(header[min(start + 2, end)..<end]))
            }
        }

        subscript(line: String) -> Int? { lines.firstIndex(of: line).map { first + $0 } }
        var isFeed: Bool { self["datetime"] != nil && self["close"] != nil && self["open"] != nil }
    }

    let file: TableFile
    let dump: BacktraderDump
    let feeds: [Section]
    /// Value and cash of the account.
    private let value: Int
    private let cash: Int?
    /// Rows below the header that count: the last of each moment.
    private let rows: [Int]
    let timestamps: TimestampColumn

    init(_ bytes: [UInt8], name: String, log: ReadingLog) throws(RunError) {
        guard let text = BacktraderWriterText(bytes) else { throw log.fail(.noAccountValue(name)) }
        file = try TableFile(name: name, bytes: text.table, log: log) {
            HeaderLines(names: $0.texts(ofRow: 0), count: 1)
        }
        dump = BacktraderDump(text.dump, file: name)
        let sections = Section.all(file.header)
        feeds = sections.filter(\.isFeed)
        let accounts = sections.filter { $0["value"] != nil && !$0.isFeed }
        guard let account = accounts.first(where: { $0["cash"] != nil }) ?? accounts.first, let value = account["value"]
        else { throw log.fail(.noAccountValue(name)) }
        (self.value, cash) = (value, account["cash"] ?? sections.lazy.compactMap { $0["cash"] }.first)
        guard file.count > 0 else { throw log.fail(.noRows(name)) }
        let moments = BacktraderMoments(
            file: file, feeds: feeds.compactMap { $0["datetime"] },
            strategy: sections.lazy.filter { !$0.isFeed }.compactMap { $0["datetime"] }.first)
        (rows, timestamps) = try moments.read()
    }

    /// The value of the account at each bar.
    func equity() throws(RunError) -> RawSeries {
        let lines = file.dataLines
        return RawSeries(
            file: file.name, column: file.header[value], timestampColumn: "datetime", content: .levels,
            timestamps: timestamps, values: column(value), lines: rows.map { lines[$0] },
            digits: file.table.digits(column: value, from: 1))
    }

    /// A column at the rows that count.
    private func column(_ index: Int) -> [Double] {
        let values = file.numbers(index, content: nil)
        return rows.map { values[$0] }
    }

    /// The cash of the account; nil where no observer writes it.
    var cashValues: [Double]? { cash.map(column) }

    /// The lines of the file that count.
    var lines: [UInt32] {
        let lines = file.dataLines
        return rows.map { lines[$0] }
    }

    /// The close of each feed at each bar; NaN before its first.
    func closes(_ feed: Section) -> [Double] { feed["close"].map(column) ?? [] }

    /// The last close of each feed.
    var lastCloses: [String: Double] {
        var closes = [String: Double]()
        for feed in feeds { closes[feed.name] = self.closes(feed).last { !$0.isNaN } }
        return closes
    }

    /// Whether bytes begin as the writer's do: a line of `=`, and behind it a header with `len`, or the dump.
    static func isWriter(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count > 1 else { return false }
        let first = lines[0].filter { $0 > 0x20 && $0 < 0x80 }
        guard first.count >= 10, first.allSatisfy({ $0 == UInt8(ascii: "=") }) else { return false }
        let second = String(decoding: lines[1], as: UTF8.self)
        return second.hasPrefix("Cerebro:") || BacktraderWriterText.delimiter(second) != nil
    }
}

/// Where the table of a writer's file stands, and what is behind it.
struct BacktraderWriterText {
    /// The table, with an empty line for each line before it, so that lines have the numbers of the file.
    let table: [UInt8]
    let dump: ArraySlice<UInt8>

    /// Nil where there is no table.
    init?(_ bytes: [UInt8]) {
        var (start, before) = (0, 0)
        while let end = Self.lineEnd(bytes, start), end + 1 < bytes.count,
            bytes[start] == UInt8(ascii: "=") || before == 0
        {
            (start, before) = (end + 1, before + 1)
        }
        let header = String(decoding: bytes[start..<(Self.lineEnd(bytes, start) ?? bytes.count)], as: UTF8.self)
        guard before > 0, let delimiter = Self.delimiter(header) else { return nil }
        var end = start
        while end < bytes.count {
            let next = Self.lineEnd(bytes, end) ?? bytes.count
            guard bytes[end..<next].contains(delimiter), bytes[end] != UInt8(ascii: " "),
                bytes[end] != UInt8(ascii: "=")
            else { break }
            end = min(next + 1, bytes.count)
        }
        table = [UInt8](repeating: UInt8(ascii: "\n"), count: before) + bytes[start..<end]
        dump = bytes[end...]
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        start < bytes.count ? bytes[start...].firstIndex(of: UInt8(ascii: "\n")) : nil
    }

    /// What stands around the column `len`; nil where there is none.
    static func delimiter(_ header: String) -> UInt8? {
        [",", ";", "\t", "|"].first { header.contains($0 + "len" + $0) }.flatMap { $0.utf8.first }
    }
}
