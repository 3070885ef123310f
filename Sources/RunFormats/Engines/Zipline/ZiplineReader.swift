import RunModel

/// zipline and RustyBT: the frame of days that `run_algorithm` returns, as CSV, Parquet or JSON (FORMATS.md, section 4).
///
/// `perf.to_csv('run.perf.csv')` writes positions, orders and transactions of a day as Python prints them. Equity is
/// `portfolio_value`; `ending_value` is that of the positions alone.
enum ZiplineReader: RunFormatReader {
    static let format = "zipline"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = ZiplineResult.all(in: folder)
        guard let first = results.first else { return nil }
        let marks = ZiplineColumns.marks(in: folder.header(of: first.frame))
        return Recognition(
            because: "columns \(marks.prefix(3).joined(separator: ", ")) of \(first.frame)",
            runs: FoundRun.named(results.map { FoundRun.ResultFile(stem: $0.stem, name: $0.frame, labels: []) }))
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: ZiplineResult(frame: run.file ?? "", in: folder).names)
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        let result = ZiplineResult(frame: found.file ?? "", in: folder)
        let bytes = try source.bytes(of: result.frame, role: "days")
        let frame = try ZiplineFrame(TableFile(name: result.frame, bytes: bytes, log: source.log))
        let account = try ZiplineAccount(frame)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: account.main)
        run.description.initialCapital = account.capital
        run.description.capitalStandsBefore = account.capital != nil
        run.other = account.returns
        run.benchmark = account.benchmark
        run.description.riskFree = account.riskFree
        run.reported = ZiplineStatistics(frame).reported
        try RustyBTMetadata(source)?.apply(to: &run)
        try readHoldings(result, frame, source, into: &run)
        noteRecorded(frame)
        return run
    }

    /// Positions, fills and their fees: in the cells of the frame, or in tables beside it.
    private static func readHoldings(
        _ result: ZiplineResult, _ frame: ZiplineFrame, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        var (fees, orders) = (OrderFees(), ZiplineOrders(file: result.orders ?? frame.file.name))
        if let name = result.orders {
            let bytes = try source.bytes(of: name, role: "orders")
            for order in try OrderFees.orders(bytes, file: name, log: source.log) {
                fees.add(order, at: nil)
                orders.add(order, at: nil)
            }
        }
        var tables = try PyfolioHoldings(positions: result.positions, transactions: result.transactions, of: source)
        let days = ZiplineDays(frame)
        if result.positions == nil { tables.positions = days.positions() }
        if result.transactions == nil { tables.fills = days.fills(fees: &fees, orders: &orders) }
        tables.apply(fees, log: source.log)
        run.positions = tables.positions
        run.fills = tables.fills
        run.orders = orders.raw()
        if tables.fills == nil { source.log.note("\(frame.file.name) has no transactions, so there are no trades.") }
    }

    private static func noteRecorded(_ frame: ZiplineFrame) {
        let recorded = ZiplineColumns.recorded(in: frame.file.header)
        guard !recorded.isEmpty else { return }
        frame.file.log.note(
            "Columns of \(frame.file.name) that the strategy recorded are not used: \(Phrase.list(recorded)).")
    }
}
