import RunModel
import SystemFiles

/// A run whose files and columns `--map` says: read as a native run folder's, under the names of ours.
enum MappedReader: RunFormatReader {
    static let format = "mapped columns"

    /// Never found by its looks: the user says so, see ``RecognisedPath``.
    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? { nil }

    /// What is recognised where a mapping is given.
    static func recognition(_ folder: FolderGlance) -> Recognition {
        Recognition(because: "--map says what the columns are", runs: [FoundRun(file: folder.source.file)])
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        guard let mapping = options.mapping else { throw source.log.fail(.unknownFormat(source.runName)) }
        let isReturns = mapping.part("equity") == nil
        guard let main = try table(isReturns ? "returns" : "equity", mapping, source) else {
            throw source.log.fail(.noSeriesFile(source.names))
        }
        let content: RunOptions.BareContent = isReturns ? .returns : .equity
        let series = try SeriesFileReader(file: main, expectation: .init(fileName: content)).read()
        var run = RawRun(format: format, engine: format, main: series.main, benchmark: series.benchmark)
        try readParts(mapping, source, into: &run)
        if let engine = run.description.engine { run.engine = engine }
        return run
    }

    private static func readParts(
        _ mapping: ColumnMapping, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        if source.holds("run.json") {
            let bytes = try source.bytes(of: "run.json", role: "run description")
            run.description = try RunDescriptionReader.read(bytes, file: "run.json", log: source.log)
        }
        if let file = try table("benchmark", mapping, source) {
            run.benchmark = try SeriesFileReader(file: file, expectation: .init(isBenchmark: true)).read().main
        }
        if let file = try table("trades", mapping, source) { run.trades = try TradesReader(file: file).read() }
        if let file = try table("fills", mapping, source) { run.fills = try FillsReader(file: file).read() }
        if let file = try table("positions", mapping, source) { run.positions = try PositionsReader.read(file) }
        if let file = try table("risk_free", mapping, source) { run.riskFree = try RiskFreeReader.read(file) }
    }

    /// The table of a part under our names; nil where the mapping has no such part.
    private static func table(
        _ name: String, _ mapping: ColumnMapping, _ source: RunSource
    ) throws(RunError) -> TableFile? {
        guard let part = mapping.part(name) else { return nil }
        guard let file = part.file ?? source.file else {
            throw source.log.fail(.mappingWithoutFile(name, source.names))
        }
        let bytes = try source.bytes(of: file, role: name.replacing("_", with: "-"))
        return try TableFile(name: file, bytes: bytes, log: source.log).renamed(part.columns)
    }
}

extension TableFile {
    /// The same table with columns under our names; throws where it lacks one. A column of one of our names that was not
    /// meant keeps its name with a mark, so that it is not taken.
    fileprivate func renamed(_ columns: [ColumnMapping.Column]) throws(RunError) -> TableFile {
        var names = header
        let taken = Set(columns.map(\.field))
        for index in names.indices where taken.contains(ColumnNames.normalised(names[index])) {
            names[index] += " (not mapped)"
        }
        for column in columns {
            guard let index = header.firstIndex(of: column.column) else {
                throw log.fail(.missingColumn(name, column.column, header))
            }
            names[index] = column.field
        }
        log.note(
            "Columns of \(name) were taken as --map says: "
                + columns.map { "'\($0.column)' as \($0.field)" }.joined(separator: ", ") + ".")
        return TableFile(self, header: names)
    }
}
