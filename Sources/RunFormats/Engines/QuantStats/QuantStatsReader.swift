import Containers
import RunModel

/// Series of returns or prices by the names of strategies, as users of QuantStats and pandas save them (FORMATS.md, section 9).
///
/// `returns.to_csv('run.returns.csv')` writes `,SmaCross`, or `,0` where the series has no name. Each column is a run; one that
/// is called a benchmark, or a file that is, is compared with.
enum QuantStatsReader: RunFormatReader {
    static let format = "QuantStats series"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let tables = tables(in: folder)
        guard let first = tables.first else { return nil }
        let names = first.strategies.map(\.name).filter { !$0.isEmpty }
        return Recognition(
            because: "columns of numbers without known names in \(first.name): \(Phrase.list(names))",
            runs: FoundRun.named(
                tables.map { table in
                    let labels = table.strategies.count > 1 ? table.strategies.map(\.name) : []
                    return FoundRun.ResultFile(stem: RunSource.stem(of: table.name), name: table.name, labels: labels)
                }))
    }

    /// The named table, or those of a folder; a file of a benchmark is a run only where it is named.
    private static func tables(in folder: FolderGlance) -> [QuantStatsTable] {
        if let named = folder.source.file {
            if !QuantStatsMetrics.isMetrics(folder.rows(of: named, 4)) {
                return [QuantStatsTable(named, in: folder, takesKnown: false)].compactMap { $0 }
            }
            return beginnings(of: named, folder).filter { statistics(of: $0, folder) == named }
                .compactMap { QuantStatsTable($0, in: folder, takesKnown: true) }
        }
        let tables = folder.tables.compactMap { QuantStatsTable($0, in: folder, takesKnown: false) }
        let strategies = tables.filter { !QuantStatsTable.isBenchmark($0.name) }
        return strategies.isEmpty ? tables : strategies
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let name = run.file ?? ""
        return RunIdentification(
            id: run.id, names: [name, benchmarkFile(in: folder), statistics(of: name, folder)].compactMap { $0 })
    }

    /// The one file of a folder that is called a benchmark.
    private static func benchmarkFile(in folder: FolderGlance) -> String? {
        guard folder.source.file == nil else { return nil }
        let files = folder.names.filter {
            QuantStatsTable.isBenchmark($0) && QuantStatsTable($0, in: folder, takesKnown: true) != nil
        }
        return files.count == 1 ? files[0] : nil
    }

    /// The files whose names up to the first full stop begin the name of a table of metrics, in the order of names.
    private static func beginnings(of named: String, _ folder: FolderGlance) -> [String] {
        let stem = named.prefix { $0 != "." }
        return (1...max(stem.count, 1)).flatMap { folder.sorted.withEnding(String(stem.prefix($0))) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The table of metrics beside a series, by its stem.
    private static func statistics(of name: String, _ folder: FolderGlance) -> String? {
        let stem = RunSource.stem(of: name).prefix { $0 != "." }
        return folder.sorted.beginning(with: String(stem)).first {
            $0 != name && $0.hasPrefix(stem) && QuantStatsMetrics.isMetrics(folder.rows(of: $0, 4))
        }
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        guard let table = QuantStatsTable(name, in: folder, takesKnown: true) else {
            throw source.log.fail(.unknownFormat(name))
        }
        let file = try TableFile(name: name, bytes: try source.bytes(of: name, role: "series"), log: source.log)
        guard file.count > 0 else { throw source.log.fail(.noRows(name)) }
        guard table.strategies.filter({ $0.name == found.label }).count <= 1 else {
            throw source.log.fail(.duplicateColumn(name, found.label ?? ""))
        }
        let strategy = table.strategies.first { $0.name == found.label } ?? table.strategies[0]
        let timestamps = file.timestamps(0)
        let main = series(strategy, file, timestamps, options)
        var run = RawRun(format: format, engine: format, main: main)
        if !strategy.name.isEmpty, strategy.name != "0" { run.description.strategy = .given(strategy.name) }
        if let own = table.benchmark {
            run.benchmark = series(own, file, timestamps, options)
            run.description.benchmarkName = own.name
        } else if let beside = benchmarkFile(in: folder), beside != name {
            try readBenchmark(beside, folder, options, into: &run)
        }
        if let metrics = statistics(of: name, folder) {
            let bytes = try source.bytes(of: metrics, role: "engine's statistics")
            run.reported = QuantStatsMetrics(bytes, file: metrics).reported
        }
        return run
    }

    private static func readBenchmark(
        _ name: String, _ folder: FolderGlance, _ options: RunOptions, into run: inout RawRun
    ) throws(RunError) {
        let source = folder.source
        guard let table = QuantStatsTable(name, in: folder, takesKnown: true) else { return }
        let file = try TableFile(name: name, bytes: try source.bytes(of: name, role: "benchmark"), log: source.log)
        let own = table.strategies[0]
        run.benchmark = series(own, file, file.timestamps(0), options)
        run.description.benchmarkName = own.name
    }

    /// A column without the rows before and behind it, which the other strategies have.
    private static func series(
        _ series: QuantStatsTable.Series, _ file: TableFile, _ timestamps: TimestampColumn, _ options: RunOptions
    ) -> RawSeries {
        let content = options.content?.series ?? series.content
        let raw = file.series(series.column, timestamps: timestamps, timestampColumn: 0, content: content)
        if options.content == nil, ColumnNames.role(of: series.name) == nil {
            let kind =
                content == .returns
                ? "returns: some are below 0, none at -1 or below" : "prices: all are above 0, some above 1"
            let name = series.name.isEmpty ? "the column" : "column '\(series.name)'"
            file.log.note("The numbers of \(name) of \(file.name) were read as \(kind).")
        }
        return raw.withoutEmptyEnds()
    }
}

extension RawSeries {
    /// The series from its first to its last value. Before returns one empty row stays, because it is where they begin.
    fileprivate func withoutEmptyEnds() -> RawSeries {
        guard var first = values.firstIndex(where: { !$0.isNaN }), let last = values.lastIndex(where: { !$0.isNaN })
        else {
            return self
        }
        if content == .returns, first > 0 { first -= 1 }
        return slice(first...last)
    }

    private func slice(_ rows: ClosedRange<Int>) -> RawSeries {
        var series = self
        series.values = Array(values[rows])
        series.lines = Array(lines[rows])
        series.timestamps.walls = Array(timestamps.walls[rows])
        if case .varying(let offsets) = timestamps.offsets {
            series.timestamps.offsets = .varying(Array(offsets[rows]))
        }
        return series
    }
}
