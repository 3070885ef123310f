import Containers
import RunModel

/// A table with a date and one series for each strategy, as pandas writes what QuantStats takes.
struct QuantStatsTable {
    /// A column that is a series.
    struct Series: Equatable {
        var column: Int
        var name: String
        var content: RawSeries.Content
    }

    let name: String
    /// The strategies.
    let strategies: [Series]
    /// The column that its own name, or that of the file, calls the benchmark.
    let benchmark: Series?

    /// Columns that other tables have and series of strategies have not.
    private static let foreign =
        ColumnNames.transactionMarks + [
            "volume", "vol", "open_interest", "open", "high", "low", "signal", "signals", "position", "positions",
            "cash",
            "ending_value", "starting_value", "ending_cash", "starting_cash", "weight", "exposure", "leverage",
            "gross_lev", "count", "trades", "turnover", "units", "id", "year",
            "month",
            "duration", "drawdown_duration",
        ]

    /// Nil where the table is another one, or no column can be told.
    ///
    /// - Parameter takesKnown: Whether columns with telling names count; alone, a file with one is a bare file.
    init?(_ name: String, in folder: FolderGlance, takesKnown: Bool) {
        let rows = folder.rows(of: name, 2)
        guard let header = rows.first, BtTables.isTable(rows) else { return nil }
        let isKnown = header.dropFirst().contains { name in
            if case .benchmark = ColumnNames.role(of: name) { return false }
            return ColumnNames.role(of: name) != nil || ColumnMeaning(name) != nil
        }
        let isForeign = header.dropFirst().contains { Self.foreign.contains(ColumnNames.normalised($0)) }
        guard takesKnown || !isKnown, !isForeign, let table = try? CSVScanner.scan(folder.content(of: name)) else {
            return nil
        }
        var series = header.indices.dropFirst().compactMap { Self.series(header[$0], $0, table) }
        var place = series.firstIndex { ColumnNames.isBenchmark($0.name) }
        // `returns-and-benchmark.parquet`: the second of two columns.
        if place == nil, series.count == 2, header.count == 3, Self.namesBoth(name) { place = 1 }
        benchmark = place.map { series.remove(at: $0) }
        guard !series.isEmpty else { return nil }
        (self.name, strategies) = (name, series)
    }

    private static func series(_ name: String, _ column: Int, _ table: CSVTable) -> Series? {
        let content: RawSeries.Content?
        switch ColumnNames.role(of: name) {
        case .main(let known, _): content = known.series
        case .benchmark(let known?): content = known.series
        case .timestamp: content = nil
        default:
            content =
                ColumnMeaning(name) == nil
                ? SeriesKind.content(of: table.numbers(column: column, from: 1).values) : nil
        }
        return content.map { Series(column: column, name: name, content: $0) }
    }

    private static func namesBoth(_ name: String) -> Bool {
        let words = RunSource.stem(of: name).lowercased()
        return words.contains("benchmark") && words.contains("returns") && words.contains("and")
    }

    /// Whether the file's name calls all of it a benchmark.
    static func isBenchmark(_ name: String) -> Bool {
        ColumnNames.isBenchmark(RunSource.stem(of: name)) && !namesBoth(name)
    }
}
