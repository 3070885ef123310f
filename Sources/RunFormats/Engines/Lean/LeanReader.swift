import Containers
import RunModel
import Series

/// QuantConnect LEAN: results of backtests of the engine, its command line and the cloud, of 2020 to 2026 (FORMATS.md, section 1).
///
/// `<id>.json` with `<id>-order-events.json` beside it, a download of the cloud, or an answer of its API.
enum LeanReader: RunFormatReader {
    static let format = "QuantConnect LEAN"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = LeanFiles.all(in: folder)
        guard let first = files.first else { return nil }
        let results = files.map {
            FoundRun.ResultFile(stem: LeanFiles.stem(of: $0.main), name: $0.main, labels: [])
        }
        return Recognition(because: because(first.kind), runs: FoundRun.named(results))
    }

    /// What shows a file.
    static func because(_ kind: LeanFiles.Kind) -> String {
        switch kind {
        case .result: "members charts, orders and statistics"
        case .summary: "members charts and statistics without orders"
        case .events: "members orderId and orderEventId"
        case .trades: "columns Entry Time, Exit Time, MAE and MFE"
        case .orders: "columns Time, Symbol, Type, Status and Tag"
        }
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: files(of: run, in: folder)?.names ?? [])
    }

    private static func files(of run: FoundRun, in folder: FolderGlance) -> LeanFiles? {
        LeanFiles.all(in: folder).first { $0.main == run.file }
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let source = folder.source
        guard let files = files(of: found, in: folder) else { throw source.log.fail(.unknownFormat(source.runName)) }
        switch files.kind {
        case .result, .summary: return try LeanRun(files, id: found.id, source, options).read()
        case .trades, .orders, .events: return try LeanTables.run(files, source, options)
        }
    }
}
