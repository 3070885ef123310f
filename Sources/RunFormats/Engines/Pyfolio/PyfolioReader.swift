import RunModel

/// pyfolio: returns, positions and transactions, as its own examples, zipline's users and backtrader's analyzer save them
/// (FORMATS.md, section 4).
///
/// Returns are fractions; positions are money, signed, and with `cash` the account; transactions are fills.
enum PyfolioReader: RunFormatReader {
    static let format = "pyfolio"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = PyfolioResult.all(in: folder)
        guard let first = results.first(where: { $0.transactions != nil }) ?? results.first else { return nil }
        return Recognition(
            because: [
                first.positions.map { "columns of symbols and cash of \($0)" },
                first.transactions.map { "columns amount, price of \($0)" },
            ].compactMap { $0 }.joined(separator: "; "),
            runs: FoundRun.named(
                results.map { result in
                    // Beside others a result without a stem has the name of its file.
                    let isNameless = result.stem.isEmpty && results.count > 1
                    let stem = isNameless ? RunSource.stem(of: result.first) : result.stem
                    return FoundRun.ResultFile(stem: stem, name: result.first, labels: [])
                }))
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: PyfolioResult(showing: run.file ?? "", in: folder)?.names ?? [])
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        guard let result = PyfolioResult(showing: found.file ?? "", in: folder) else {
            throw source.log.fail(.unknownFormat(source.runName))
        }
        var holdings = try PyfolioHoldings(positions: result.positions, transactions: result.transactions, of: source)
        if let name = result.orders {
            let bytes = try source.bytes(of: name, role: "orders")
            holdings.apply(try OrderFees(bytes, file: name, log: source.log), log: source.log)
        }
        let sums = holdings.positions.flatMap(PyfolioAccount.sums)
        var run = RawRun(format: format, engine: format, main: try main(result, sums, source))
        run.positions = holdings.positions
        run.fills = holdings.fills
        addAccount(sums, source.log, to: &run)
        if let name = result.statistics {
            let bytes = try source.bytes(of: name, role: "engine's statistics")
            run.reported = PyfolioStatistics(bytes, file: name).reported
        }
        if let name = result.sectors { try addSectors(name, holdings, source, to: &run) }
        if let name = result.benchmark { run.benchmark = try PyfolioSeries.benchmark(name, of: source) }
        if !result.others.isEmpty {
            source.log.note("Files beside the returns that are not used: \(Phrase.list(result.others)).")
        }
        return run
    }

    /// The returns; without them the sum of positions and cash.
    private static func main(_ result: PyfolioResult, _ sums: RawSeries?, _ source: RunSource) throws(RunError)
        -> RawSeries
    {
        if let name = result.returns { return try PyfolioSeries.read(name, "returns", of: source) }
        guard let sums else { throw source.log.fail(.noSeriesFile(source.names)) }
        source.log.note("There are no returns, so equity is the sum of positions and cash of \(sums.file).")
        return sums
    }

    private static func addSectors(
        _ name: String, _ holdings: PyfolioHoldings, _ source: RunSource, to run: inout RawRun
    ) throws(RunError) {
        let sectors = PyfolioSectors(try source.bytes(of: name, role: "sectors"))
        let symbols = holdings.symbols
        let found = sectors?.instruments(of: symbols, symbolOfSid: holdings.symbolOfSid) ?? []
        run.description.instruments = found
        guard found.count < symbols.count else { return }
        source.log.note("\(name) has a sector of \(found.count) of the \(Phrase.count(symbols.count, "symbol")).")
    }

    /// Returns become money where positions and cash grow as they do.
    private static func addAccount(_ sums: RawSeries?, _ log: ReadingLog, to run: inout RawRun) {
        guard let sums, run.main.content == .returns else { return }
        run.other = sums
        guard let start = PyfolioAccount(returns: run.main, sums: sums).start else { return }
        run.description.initialCapital = start.capital
        run.description.capitalSource = "positions and cash on \(start.date), and the returns until then"
    }
}
