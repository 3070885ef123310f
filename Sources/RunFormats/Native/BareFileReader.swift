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
        let rows = FileHead(bytes).rows(9)
        if BtTables.isStatistics(rows) || BtTables.isDisplayed(rows) { throw source.log.fail(.btStatisticsOnly(name)) }
        if QuantStatsMetrics.isMetrics(rows) { throw source.log.fail(.quantStatsMetricsOnly(name)) }
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        if BacktestingPyTrades.isTrades(file.header) || TradeColumns(file.header).missing.isEmpty {
            throw source.log.fail(.tradesOnly(name))
        }
        let marks = file.header.filter { ColumnNames.transactionMarks.contains(ColumnNames.normalised($0)) }
        guard marks.isEmpty else { throw source.log.fail(.transactionsOnly(name, marks)) }
        if file.lacksHeader { return try headerless(file, source, options) }
        if ZiplineColumns.marks(in: file.header).isEmpty, file.header.contains("ending_value"),
            !file.header.contains("portfolio_value"), !file.header.contains("returns")
        {
            throw source.log.fail(.positionsWithoutCash(name))
        }
        let series = try SeriesFileReader(file: file, expectation: .init(option: options.content)).read()
        return run(series, recognisedBy: "column '\(series.main.column)' of \(name)", source: source)
    }

    /// Two columns without a header are timestamps and values, once an option says what the values are.
    private static func headerless(
        _ file: TableFile, _ source: RunSource, _ options: RunOptions
    ) throws(RunError) -> RawRun {
        guard file.table.columnCount == 2, let content = options.content ?? toldBySigns(file) else {
            throw source.log.fail(.noHeader(file.name))
        }
        source.log.note("\(file.name) has no header: its columns were taken as timestamps and \(content.rawValue).")
        let named = try file.withHeader(["date", content.rawValue])
        let series = try SeriesFileReader(file: named, expectation: .init(option: content)).read()
        return run(
            series,
            recognisedBy:
                options.content == nil
                ? "two columns without header, some numbers below 0" : "two columns without header, and an option",
            source: source)
    }

    /// Numbers below 0 and above -1 are returns, as pyfolio's examples write them without a header; others are not told.
    private static func toldBySigns(_ file: TableFile) -> RunOptions.BareContent? {
        SeriesKind.content(of: file.table.numbers(column: 1, from: 0).values) == .returns ? .returns : nil
    }

    private static func run(_ series: SeriesFile, recognisedBy: String, source: RunSource) -> RawRun {
        let isReturns = series.main.content == .returns
        let format = isReturns ? "bare file of returns" : "bare file of equity"
        source.log.assign(role: isReturns ? "returns" : "equity", to: series.main.file)
        return RawRun(
            format: format, recognisedBy: recognisedBy, engine: format, main: series.main, benchmark: series.benchmark)
    }
}
