import RunModel
import Series

/// bt and ffn: the index of each strategy, or the value of one with what it held (FORMATS.md, section 6).
///
/// `res.prices.to_csv('run.prices.csv')`, `res.stats.to_csv('run.stats.csv')`; of one strategy `strategy.values`,
/// `strategy.positions`, `res.get_security_weights()` and `res.get_transactions()`. Fees are in no file.
enum BtReader: RunFormatReader {
    static let format = "bt"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = BtResult.all(in: folder)
        guard let first = results.first else { return nil }
        let because =
            first.transactions.map { "columns Date, Security, price, quantity of \($0)" }
            ?? first.statistics.map { "rows total_return, cagr of \($0)" }
            ?? "an index of strategies from 100 in \(first.account)"
        return Recognition(
            because: because,
            runs: FoundRun.named(
                results.map { FoundRun.ResultFile(stem: $0.stem, name: $0.account, labels: $0.runs) }))
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: BtResult(showing: run.file ?? "", in: folder)?.names ?? [])
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        guard let result = BtResult(showing: found.file ?? "", in: folder) else {
            throw source.log.fail(.unknownFormat(source.runName))
        }
        let file = try TableFile(
            name: result.account, bytes: try source.bytes(of: result.account, role: "equity"), log: source.log)
        guard file.count > 0 else { throw source.log.fail(.noRows(file.name)) }
        let column = found.label.flatMap(file.header.firstIndex) ?? 1
        let timestamps = file.timestamps(0)
        var run = RawRun(
            format: format, engine: format, isOfEngine: true,
            main: file.series(column, timestamps: timestamps, timestampColumn: 0, content: .levels))
        if let label = found.label { run.description.strategy = .given(label) }
        if result.values == nil { noteStart(run.main, file) } else { try readHoldings(result, source, into: &run) }
        if let name = result.statistics {
            let bytes = try source.bytes(of: name, role: "engine's statistics")
            run.reported = BtStatistics(bytes, file: name).reported(
                of: found.label, from: timestamps.walls.first.map { Timestamp(milliseconds: $0).date })
        }
        return run
    }

    /// bt leaves out the rows before its last strategy begins: those that began before start at another number than 100.
    private static func noteStart(_ series: RawSeries, _ file: TableFile) {
        guard let first = series.values.first(where: { !$0.isNaN }), first != 100 else { return }
        file.log.add(.lateStart(file.name, Int(series.lines.first ?? 1), series.column, first))
    }

    // MARK: What was held

    private static func readHoldings(_ result: BtResult, _ source: RunSource, into run: inout RawRun) throws(RunError) {
        if let name = result.transactions {
            let bytes = try source.bytes(of: name, role: "transactions")
            run.fills = try BtTransactions(TableFile(name: name, bytes: bytes, log: source.log)).fills()
            source.log.note("bt writes no fees: those of \(name) count as 0.")
        }
        guard let name = result.weights else {
            if let positions = result.positions {
                source.log.note("\(positions) counts units; without weights or prices their values are not known.")
            }
            return
        }
        let weights = try TableFile(name: name, bytes: try source.bytes(of: name, role: "weights"), log: source.log)
        var units: TableFile?
        if let name = result.positions {
            units = try TableFile(name: name, bytes: try source.bytes(of: name, role: "positions"), log: source.log)
        }
        run.positions = try BtPositions(weights: weights, units: units, account: run.main).read()
    }
}

extension Finding {
    static func btStatisticsOnly(_ name: String) -> Finding {
        Finding(
            .statisticsOnly, name, "these are the statistics of bt; the equity is not in them",
            "save it with res.prices.to_csv('run.prices.csv') and name that file")
    }

    /// A strategy of bt whose first value is not 100.
    static func lateStart(_ file: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        Finding(
            .lateStart, file, row: line, column: column,
            "begins at \(Phrase.number(value)): bt's index begins at 100, and its rows before the last strategy's start are "
                + "left out",
            "for the whole run save its own backtest alone: bt.run(backtest).prices")
    }
}
