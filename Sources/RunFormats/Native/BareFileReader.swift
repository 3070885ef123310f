import RunModel

/// A single file of returns or equity, with a benchmark beside it or not.
enum BareFileReader: RunFormatReader {
    static let format = "bare file"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        folder.source.file.map { Recognition(because: "header of the file", runs: [FoundRun(file: $0)]) }
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let expectation = SeriesFileReader.Expectation(option: options.content)
        if let series = source.blockwiseSeries(of: name, role: "run", expectation, accepts: isSeries) {
            return run(series, recognisedBy: "column '\(series.main.column)' of \(name)", source: source)
        }
        let bytes = try source.bytes(of: name, role: "run")
        if let series = source.blockwiseSeries(of: name, in: bytes, expectation, accepts: isSeries) {
            source.forgetStream(name)
            return run(series, recognisedBy: "column '\(series.main.column)' of \(name)", source: source)
        }
        return try whole(bytes, source, name, options)
    }

    /// Whether a table that begins so is one of a series, and not of what ``whole(_:_:_:_:)`` refuses.
    private static func isSeries(_ bytes: [UInt8], _ file: TableFile) -> Bool {
        let rows = FileHead(Array(bytes.prefix(FolderGlance.headSize))).rows(9)
        return !BacktestingPyStats.isStats(bytes) && !BtTables.isStatistics(rows) && !BtTables.isDisplayed(rows)
            && !QuantStatsMetrics.isMetrics(rows) && !isTrades(file.header) && transactionMarks(file.header).isEmpty
            && !isPositions(file.header)
    }

    private static func isTrades(_ header: [String]) -> Bool {
        BacktestingPyTrades.isTrades(header) || TradeColumns(header).missing.isEmpty
    }

    private static func transactionMarks(_ header: [String]) -> [String] {
        header.filter { ColumnNames.transactionMarks.contains(ColumnNames.normalised($0)) }
    }

    private static func isPositions(_ header: [String]) -> Bool {
        ZiplineColumns.marks(in: header).isEmpty && header.contains("ending_value")
            && !header.contains("portfolio_value") && !header.contains("returns")
    }

    /// A file that is short, or not plain throughout.
    private static func whole(
        _ bytes: [UInt8], _ source: RunSource, _ name: String, _ options: RunOptions
    ) throws(RunError) -> RawRun {
        if BacktestingPyStats.isStats(bytes) { throw source.log.fail(.statisticsOnly(name)) }
        let rows = FileHead(bytes).rows(9)
        if BtTables.isStatistics(rows) || BtTables.isDisplayed(rows) { throw source.log.fail(.btStatisticsOnly(name)) }
        if QuantStatsMetrics.isMetrics(rows) { throw source.log.fail(.quantStatsMetricsOnly(name)) }
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        if isTrades(file.header) { throw source.log.fail(.tradesOnly(name)) }
        let marks = transactionMarks(file.header)
        guard marks.isEmpty else { throw source.log.fail(.transactionsOnly(name, marks)) }
        if file.lacksHeader { return try headerless(file, source, options) }
        if isPositions(file.header) { throw source.log.fail(.positionsWithoutCash(name)) }
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
