import RunModel

/// The native run folder: `equity.csv` or `returns.csv`, and what else is there (Documentation/Run-Folder.md).
enum NativeFolderReader: RunFormatReader {
    /// The parts of a run folder that this version reads, by the stem of their file.
    static let parts = [
        "equity", "returns", "benchmark", "trades", "fills", "orders", "positions", "margin", "risk_free", "factors",
        "benchmark_weights", "regimes", "prices",
    ]
    /// Parts that the folder may hold and later versions read.
    private static let laterParts = ["signals"]
    /// Shocks to look at the loss of.
    static let scenariosName = "scenarios.toml"
    private static let endings = [".csv", ".csv.gz", ".parquet", ".feather", ".arrow", ".xlsx"]

    static let format = "native run folder"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        guard folder.source.file == nil else { return nil }
        let found = (["run.json"] + fileNames(of: ["equity", "returns"])).filter(folder.source.names.contains)
        return found.isEmpty ? nil : Recognition(because: found.joined(separator: ", "), runs: [FoundRun()])
    }

    /// The id stands in `run.json`.
    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let source = folder.source
        let names = source.names.filter(isPart)
        guard names.contains("run.json") else { return RunIdentification(id: nil, names: names) }
        let bytes = try source.bytes(of: "run.json", role: "run description")
        let id = try RunDescriptionReader.read(bytes, file: "run.json", log: source.log).id
        return RunIdentification(id: id, names: names)
    }

    static func read(_ run: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        let names = source.names
        reportMisplaced(source)
        let series = try mainSeries(source, names, options)
        var run = RawRun(format: format, engine: format, main: series.main, benchmark: series.benchmark)
        if names.contains("run.json") {
            let bytes = try source.bytes(of: "run.json", role: "run description")
            run.description = try RunDescriptionReader.read(bytes, file: "run.json", log: source.log)
        }
        readOther(source, names, beside: series.main, into: &run)
        if let engine = run.description.engine { run.engine = engine }
        if let file = try table("benchmark", "benchmark", source, names) {
            run.benchmark = try SeriesFileReader(file: file, expectation: .init(isBenchmark: true)).read().main
        }
        if let file = try table("trades", "trades", source, names) { run.trades = try TradesReader(file: file).read() }
        if let file = try table("fills", "fills", source, names) { run.fills = try FillsReader(file: file).read() }
        if let file = try table("orders", "orders", source, names) { run.orders = try OrdersReader(file: file).read() }
        if let file = try table("margin", "margin", source, names) { run.margin = try MarginReader.read(file) }
        if let file = try table("positions", "positions", source, names) {
            run.positions = try PositionsReader.read(file)
        }
        if let file = try table("risk_free", "risk-free rate", source, names) {
            run.riskFree = try RiskFreeReader.read(file)
        }
        if let file = try table("regimes", "regimes", source, names) { run.regimes = try RegimesReader.read(file) }
        if let file = try table("factors", "factors", source, names) { run.factors = try FactorsReader.read(file) }
        if let file = try table("benchmark_weights", "benchmark weights", source, names) {
            run.segments = try SegmentsReader.read(file)
        }
        if let file = try table("prices", "prices", source, names) { run.prices = try PricesReader.read(file) }
        if names.contains(scenariosName) {
            let bytes = try source.bytes(of: scenariosName, role: "scenarios")
            run.scenarios = (scenariosName, try ScenariosReader.read(bytes, file: scenariosName, log: source.log))
        }
        noteLaterParts(source, names)
        return run
    }

    /// Equity where there is equity, else returns; the other of the two is left alone and said so.
    private static func mainSeries(
        _ source: RunSource, _ names: [String], _ options: RunOptions
    ) throws(RunError) -> SeriesFile {
        let wanted: [RunOptions.BareContent] = options.content == .returns ? [.returns, .equity] : [.equity, .returns]
        for content in wanted {
            guard let name = fileNames(of: [content.rawValue]).first(where: names.contains) else { continue }
            return try series(of: name, content, source) {
                let other = content == .equity ? "returns" : "equity"
                guard fileNames(of: [other]).contains(where: names.contains) else { return }
                source.log.note("The run has \(content.rawValue) and \(other); \(content.rawValue) was used.")
            }
        }
        throw source.log.fail(.noSeriesFile(names))
    }

    /// The series of one file; `note` is called when it is known to be a table.
    private static func series(
        of name: String, _ content: RunOptions.BareContent, _ source: RunSource, note: () -> Void
    ) throws(RunError) -> SeriesFile {
        let expectation = SeriesFileReader.Expectation(fileName: content)
        func accepts(_: [UInt8], _: TableFile) -> Bool {
            note()
            return true
        }
        if let series = source.blockwiseSeries(of: name, role: content.rawValue, expectation, accepts: accepts) {
            return series
        }
        let bytes = try source.bytes(of: name, role: content.rawValue)
        if let series = source.blockwiseSeries(of: name, in: bytes, expectation, accepts: accepts) { return series }
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        note()
        return try SeriesFileReader(file: file, expectation: expectation).read()
    }

    /// The other of equity and returns, for comparison alone: what is wrong with it stops nothing.
    private static func readOther(
        _ source: RunSource, _ names: [String], beside main: RawSeries, into run: inout RawRun
    ) {
        let content: RunOptions.BareContent = main.content == .levels ? .returns : .equity
        guard let name = fileNames(of: [content.rawValue]).first(where: names.contains) else { return }
        do throws(RunError) {
            let bytes = try source.bytes(of: name, role: content.rawValue + ", for comparison")
            let log = ReadingLog()
            let file = try TableFile(name: name, bytes: bytes, log: log)
            let series = try SeriesFileReader(file: file, expectation: .init(fileName: content)).read().main
            try log.checkpoint()
            run.other = series
        } catch {
            run.unreadable.append(name)
        }
    }

    private static func table(
        _ stem: String, _ role: String, _ source: RunSource, _ names: [String]
    ) throws(RunError) -> TableFile? {
        guard let name = fileNames(of: [stem]).first(where: names.contains) else { return nil }
        return try TableFile(name: name, bytes: try source.bytes(of: name, role: role), log: source.log)
    }

    static func fileNames(of stems: [String]) -> [String] {
        stems.flatMap { stem in endings.map { stem + $0 } }
    }

    private static func noteLaterParts(_ source: RunSource, _ names: [String]) {
        for name in names where laterParts.contains(RunSource.stem(of: name)) {
            source.log.add(.notUsed(name))
        }
    }
}

/// Names without a given ending.
enum FileStem {
    /// The name before an ending, in any case of letters; nil where it ends otherwise.
    static func before(_ ending: String, _ name: String) -> String? {
        name.lowercased().hasSuffix(ending) ? String(name.dropLast(ending.count)) : nil
    }
}
