import Containers
import RunModel
import Series

/// The files of one result, opened.
struct BacktraderParts {
    let files: BacktraderReader.Files
    let source: RunSource
    let writer: BacktraderWriter?
    /// Of the PyFolio analyzer.
    let returns: RawSeries?
    /// Those of JSON first, then those of the writer's dump.
    let analyzers: [BacktraderAnalyzers]
    private let ordersFile: TableFile?
    private var log: ReadingLog { source.log }

    init(_ files: BacktraderReader.Files, _ source: RunSource) throws(RunError) {
        (self.files, self.source) = (files, source)
        writer = try files[.writer].map { name throws(RunError) in
            try BacktraderWriter(try source.bytes(of: name, role: "account"), name: name, log: source.log)
        }
        returns = try files[.returns].map { name throws(RunError) in
            let file = try Self.table(name, "returns", source)
            guard file.header.count > 1, file.count > 0 else { throw source.log.fail(.noRows(name)) }
            return file.series(1, timestamps: file.timestamps(0), timestampColumn: 0, content: .returns)
        }
        var analyzers = [BacktraderAnalyzers]()
        if let name = files[.analyzers] {
            let bytes = try source.bytes(of: name, role: "engine's statistics")
            do throws(JSONError) {
                analyzers.append(BacktraderAnalyzers(try JSONReader.parse(bytes), file: name))
            } catch { throw source.log.fail(.badJSON(name, error)) }
        }
        if let dump = writer?.dump.analyzers { analyzers.append(dump) }
        // The dump has six decimals and the analyzers of JSON all: what both have counts once.
        self.analyzers =
            analyzers.count == 2 && !analyzers[0].isEmpty ? [analyzers[0], analyzers[1].withoutResults] : analyzers
        ordersFile = try files[.orders].map { name throws(RunError) in try Self.table(name, "orders", source) }
    }

    private static func table(_ name: String, _ role: String, _ source: RunSource) throws(RunError) -> TableFile {
        try TableFile(name: name, bytes: try source.bytes(of: name, role: role), log: source.log)
    }

    /// A table of the result; nil where there is none.
    func table(_ kind: BacktraderFile, _ role: String) throws(RunError) -> TableFile? {
        try files[kind].map { name throws(RunError) in try Self.table(name, role, source) }
    }

    /// The value of the account at each bar, else returns.
    func main() throws(RunError) -> RawSeries {
        if let writer { return try writer.equity() }
        if let series = returns ?? analyzers.compactMap(\.returns).first { return series }
        throw log.fail(.unknownFormat(source.runName))
    }

    // MARK: What the run is

    /// Strategy and parameters of the dump, and the capital that its `Value` began with.
    var description: RunDescription {
        var description = RunDescription()
        guard let dump = writer?.dump else { return description }
        if let name = dump.strategy { description.strategy = .given(name) }
        description.parameters = dump.parameters
        if let begin = dump.begin, begin > 0 { description.initialCapital = begin }
        return description
    }

    var endValue: (value: Double, file: String, name: String)? {
        guard let writer, let end = writer.dump.end else { return nil }
        return (end, writer.file.name, "Value - End")
    }

    // MARK: Fills and trades

    /// The executed orders with their commission, else the transactions of a bar, else those of an analyzer.
    func fills() throws(RunError) -> RawFills? {
        if let ordersFile { return try BacktraderFills.orders(ordersFile) }
        if let file = try table(.transactions, "transactions") { return try BacktraderFills.transactions(file) }
        return analyzers.lazy.compactMap(\.fills).first
    }

    /// What was ordered; nil where no file says.
    func orders() -> RawOrders? { ordersFile.flatMap(BacktraderOrders.read) }

    /// The list of closed trades; nil where there is none, and round trips are made of fills.
    func trades(fills: RawFills?, marks: [String: Double]) throws(RunError) -> RawTrades? {
        guard let file = try table(.trades, "trades") else {
            if fills == nil { log.add(.noTradesFile(files.stem.isEmpty ? "orders.csv" : files.stem + ".orders.csv")) }
            return nil
        }
        return try BacktraderTrades(file: file, fills: fills, marks: marks).read()
    }
}
