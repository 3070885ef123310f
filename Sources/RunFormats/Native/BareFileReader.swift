import RunModel

/// A single file of returns or equity, with a benchmark beside it or not.
enum BareFileReader: RunFormatReader {
    static let format = "bare file"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        folder.source.file.map { Recognition(because: "header of the file", runs: [FoundRun(file: $0)]) }
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let bytes = try source.bytes(of: name, role: "run")
        if BacktestingPyStats.isStats(bytes) { throw source.log.fail(.statisticsOnly(name)) }
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        if BacktestingPyTrades.isTrades(file.header) || TradeColumns(file.header).missing.isEmpty {
            throw source.log.fail(.tradesOnly(name))
        }
        let marks = file.header.filter { ColumnNames.transactionMarks.contains(ColumnNames.normalised($0)) }
        guard marks.isEmpty else { throw source.log.fail(.transactionsOnly(name, marks)) }
        if file.lacksHeader { return try headerless(file, source, options) }
        let series = try SeriesFileReader(file: file, expectation: .init(option: options.content)).read()
        return run(series, recognisedBy: "column '\(series.main.column)' of \(name)", source: source)
    }

    /// Two columns without a header are timestamps and values, once an option says what the values are.
    private static func headerless(
        _ file: TableFile, _ source: RunSource, _ options: RunOptions
    ) throws(RunError) -> RawRun {
        guard let content = options.content, file.table.columnCount == 2 else {
            throw source.log.fail(.noHeader(file.name))
        }
        source.log.note("\(file.name) has no header: its columns were taken as timestamps and \(content.rawValue).")
        let named = try file.withHeader(["date", content.rawValue])
        let series = try SeriesFileReader(file: named, expectation: .init(option: content)).read()
        return run(series, recognisedBy: "two columns without header, and an option", source: source)
    }

    private static func run(_ series: SeriesFile, recognisedBy: String, source: RunSource) -> RawRun {
        let isReturns = series.main.content == .returns
        let format = isReturns ? "bare file of returns" : "bare file of equity"
        source.log.assign(role: isReturns ? "returns" : "equity", to: series.main.file)
        return RawRun(
            format: format, recognisedBy: recognisedBy, engine: format, main: series.main, benchmark: series.benchmark)
    }
}
