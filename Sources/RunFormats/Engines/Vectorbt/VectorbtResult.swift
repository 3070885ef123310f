/// The files of one result of vectorbt: same stem, names by what they hold.
struct VectorbtResult {
    /// What a file holds, by the end of its name: `goog.value.csv`.
    enum Part: String, CaseIterable {
        case value, returns, trades, positions, orders, drawdowns, stats

        /// Files of records: their header shows the format.
        static let records: [Part] = [.trades, .positions, .orders, .drawdowns]
    }

    /// Text comes first, which is read as it was written.
    private static let endings = [".csv", ".csv.gz", ".parquet", ".feather", ".arrow"]

    let stem: String
    /// The value of the account, else its returns.
    let series: String
    let holdsReturns: Bool
    /// The first file of records.
    let record: String
    /// Round trips: trades, else positions.
    let trades: String?
    let orders: String?
    let statistics: String?
    private let separator: String

    /// The results in a folder, or that of the named file, in the order of their names.
    static func all(in folder: FolderGlance) -> [VectorbtResult] { folder.once { look(in: folder) } }

    private static func look(in folder: FolderGlance) -> [VectorbtResult] {
        var seen = Set<String>()
        return folder.candidates.compactMap { name in
            guard let (stem, separator, _) = split(name), seen.insert(stem + separator).inserted else { return nil }
            return VectorbtResult(stem: stem, separator, in: folder)
        }
    }

    /// The result that a file of values or returns belongs to.
    init?(series name: String, in folder: FolderGlance) {
        guard let (stem, separator, _) = Self.split(name) else { return nil }
        self.init(stem: stem, separator, in: folder)
    }

    private init?(stem: String, _ separator: String, in folder: FolderGlance) {
        func file(_ part: Part) -> String? {
            Self.endings.lazy.map { stem + separator + part.rawValue + $0 }.first(where: folder.source.holds)
        }
        func records(_ part: Part) -> String? {
            file(part).flatMap { Self.recordMarks(folder.header(of: $0)).isEmpty ? nil : $0 }
        }
        guard let record = Part.records.lazy.compactMap(records).first,
            let series = file(.value) ?? file(.returns)
        else { return nil }
        self.stem = stem
        self.separator = separator
        self.record = record
        self.series = series
        holdsReturns = file(.value) == nil
        trades = records(.trades) ?? records(.positions)
        orders = records(.orders)
        statistics = file(.stats)
    }

    /// The files that a run of the result is read from.
    var names: [String] { [series, trades, orders, statistics].compactMap { $0 } }

    /// How a file of the result would be named.
    func name(of part: Part) -> String { stem + separator + part.rawValue + ".csv" }

    /// `goog.value.csv` is `goog`, `.` and the value.
    private static func split(_ name: String) -> (stem: String, separator: String, part: Part)? {
        guard endings.contains(where: { FileStem.before($0, name) != nil }) else { return nil }
        let whole = RunSource.stem(of: name)
        for part in Part.allCases where whole.hasSuffix(part.rawValue) {
            let rest = whole.dropLast(part.rawValue.count)
            if rest.isEmpty { return ("", "", part) }
            guard let mark = rest.last, "._-".contains(mark) else { continue }
            return (String(rest.dropLast()), String(mark), part)
        }
        return nil
    }

    /// The columns that only records of vectorbt have beside each other: `Exit Trade Id, Column`; empty where they are not
    /// all there.
    static func recordMarks(_ header: [String]) -> String {
        let known = ["Exit Trade Id", "Entry Trade Id", "Trade Id", "Position Id", "Order Id", "Drawdown Id"]
        guard let first = header.first, known.contains(first), header.contains("Column") else { return "" }
        return first + ", Column"
    }
}
