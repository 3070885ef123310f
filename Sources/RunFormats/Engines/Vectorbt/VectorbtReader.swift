import RunModel

/// vectorbt: the value or returns of a portfolio beside its records, as users save them (FORMATS.md, section 6).
///
/// `pf.value().to_csv('X.value.csv')`, `pf.trades.records_readable.to_csv('X.trades.csv', index=False)`, and others. Each
/// column of the value is a run: a sweep of parameters has one for each combination.
enum VectorbtReader: RunFormatReader {
    static let format = "vectorbt"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = VectorbtResult.all(in: folder)
        guard let first = results.first else { return nil }
        let files = results.map { result in
            let columns = VectorbtColumns(rows: folder.rows(of: result.series, VectorbtColumns.mostLines))
            return FoundRun.ResultFile(
                stem: result.stem, name: result.series, labels: columns.labels.map(\.text))
        }
        return Recognition(
            because: "columns \(VectorbtResult.recordMarks(folder.header(of: first.record))) of \(first.record)",
            runs: FoundRun.named(files))
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: VectorbtResult(series: run.file ?? "", in: folder)?.names ?? [])
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let log = folder.source.log
        guard let result = VectorbtResult(series: found.file ?? "", in: folder) else {
            throw log.fail(.unknownFormat(folder.source.runName))
        }
        let series = try VectorbtSeries(file: result.series, of: folder.source)
        let column = try series.column(found.label)
        var run = RawRun(
            format: format, engine: format, isOfEngine: true,
            main: series.values(column, content: result.holdsReturns ? .returns : .levels))
        run.description.parameters = series.columns.parameters(of: column)
        try readTrades(result, series, column, folder.source, into: &run)
        try readOrders(result, series, column, folder.source, into: &run)
        try readStatistics(result, series, column, folder.source, into: &run)
        return run
    }

    private static func readTrades(
        _ result: VectorbtResult, _ series: VectorbtSeries, _ column: Int, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        guard let name = result.trades else {
            // Round trips are made of orders where there are any.
            if result.orders == nil { source.log.add(.noTradesFile(result.name(of: .trades))) }
            return
        }
        let bytes = try source.bytes(of: name, role: "trades")
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        run.trades = try VectorbtTrades(file: file, labels: series.columns.labels, column: column).read()
    }

    private static func readOrders(
        _ result: VectorbtResult, _ series: VectorbtSeries, _ column: Int, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        guard let name = result.orders else { return }
        let file = try TableFile(name: name, bytes: try source.bytes(of: name, role: "orders"), log: source.log)
        run.fills = try VectorbtFills(file: file, labels: series.columns.labels, column: column).read()
    }

    /// The value of the account before its first bar and at its end, and what the engine computed.
    private static func readStatistics(
        _ result: VectorbtResult, _ series: VectorbtSeries, _ column: Int, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        guard let name = result.statistics else { return }
        let bytes = try source.bytes(of: name, role: "engine's statistics")
        let statistics = VectorbtStatistics(bytes, label: series.columns.labels[column])
        if let start = statistics["Start Value"], start > 0, start.isFinite { run.description.initialCapital = start }
        if let end = statistics["End Value"] { run.reportedEndValue = (end, name, "End Value") }
        run.reported = statistics.reported(file: name)
    }
}
