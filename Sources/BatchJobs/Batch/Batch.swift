import Analytics
import Reports
import RunModel
import SystemFiles

/// Reports on all runs behind some sources into one folder, and says how it came out.
///
/// The reports are made as by ``ReportBatch``, each in a process that can fail without the others; here are the search
/// for runs, the places of their reports, what need not be made again, and the summary. Memory grows by a kilobyte or two
/// with every run.
public struct Batch {
    /// Folders, files and patterns of paths.
    public var sources: [BatchSource]
    /// The folder for reports and summary.
    public var output: String
    /// How to read, compute, render.
    public var settings: ReportSettings
    /// Patterns of names of files and folders that are left out of the search.
    public var excluded: [String] = []
    /// How to make the reports: workers, time, fonts, files to spare.
    public var reports = ReportBatch()
    /// The title of the summary.
    public var title = "Batch"
    /// The metrics of the summary's table.
    public var columns: [MetricKey] = []
    /// What every run must meet.
    public var gates: [Gate] { settings.judge?.gates ?? [] }
    /// Where the reports are archived too; nil for nowhere.
    public var archiving: ReportArchiving?
    /// The version that makes the reports, with those of the libraries that draw.
    public var version = ""
    /// The options that decide the reports' bytes.
    public var options: [BatchOption] = []
    /// The part of the runs to do; nil for all of them.
    public var shard: BatchShard?
    /// Whether to render what need not be.
    public var isForced = false

    /// A batch with what it cannot do without.
    public init(sources: [BatchSource], output: String, settings: ReportSettings) {
        self.sources = sources
        self.output = output
        self.settings = settings
    }

    /// What a batch came to.
    public struct Result: Sendable {
        /// How it came out; nil where it was ended before all runs were done.
        public var summary: BatchSummary?
        /// Paths of the summary's files.
        public var files: [String] = []
        /// What came of archiving; nil where nobody asked.
        public var archived: ArchivingResult?
        /// What it did and what it took.
        public var measures = BatchMeasures()
        /// The signal that ended it, where one did. All files are in order; whoever called ends the process with it.
        public var signal: Int32?
    }

    /// A run, and why it would be rendered; nil where its reports stand.
    public typealias Intent = (key: String, run: String, reason: RenderReason?)

    /// What ``run(_:)`` would do with each run. Changes nothing.
    public func intents() throws -> [Intent] {
        let plan = try planned()
        return zip(plan.found.runs, plan.reasons).map { ($0.key, $0.name, $1) }
    }

    /// Finds the runs, renders those whose reports do not stand, and writes the summary.
    ///
    /// - Parameter listener: Hears what was found and how each run came out.
    public func run(_ listener: any BatchListener) throws -> Result {
        try FileSystem.createDirectories(output)
        guard let lock = try FileLock.take(FileSystem.join(output, names.lock)) else {
            throw BatchError.isRunning(output)
        }
        defer { withExtendedLifetime(lock) {} }
        FileSystem.recover(output)
        let plan = try planned()
        let performance = BatchPerformance(batch: self, plan: plan, listener: listener)
        return try plan.isFinished(in: output, names) ? performance.finish() : performance.run()
    }

    private func planned() throws -> PlannedBatch {
        let all = search()
        guard !all.runs.isEmpty || !all.failures.isEmpty else {
            throw BatchError.noRuns(sources.map(\.path), all.passedOver)
        }
        let found = shard?.part(of: all) ?? all
        let state = BatchState(in: output, names)
        let left = BatchJournal.records(in: output, names, number: state.number + 1)
        let common = RunFingerprint(version: version, options: BatchOption.digest(of: options))
        let known = Dictionary(
            (left + state.records + recordsOfShards).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let decision = RenderDecision(
            known: known, common: common, changedOptions: BatchOption.changed(options, state.options),
            optionFiles: settings.optionFiles, metrics: (settings.overview ?? []).map(\.rawValue), isForced: isForced,
            output: output)
        return PlannedBatch(found, decision, state, left: left)
    }

    /// What shards have left in the folder: a whole batch after them has only to sum up.
    private var recordsOfShards: [RunRecord] {
        guard shard == nil, let there = try? FileSystem.listDirectory(output) else { return [] }
        return BatchFileNames.shards(among: there).flatMap { BatchState(in: output, $0).records }
    }

    /// What the files beside the reports are called.
    var names: BatchFileNames { BatchFileNames(shard) }

    private func search() -> FoundRuns {
        var search = RunSearch(reading: settings.reading)
        search.workers = reports.workers
        search.timeout = reports.timeout
        search.excluded = excluded
        if let identity = FileIdentity(at: output) { search.spared = [identity] }
        return search.find(sources)
    }
}

/// Hears how a batch goes on.
public protocol BatchListener {
    /// The search is over: so many runs, of which the reports of `kept` stand already.
    func found(_ count: Int, kept: Int)
    /// A report has ended, in any order.
    func ended(_ outcome: JobOutcome)
    /// The same in the order of the runs, for messages.
    func done(_ outcome: JobOutcome)
}

/// Why a batch cannot be done at all.
public enum BatchError: Error {
    /// Nothing behind the sources shows a run.
    case noRuns([String], [String])
    /// Another batch writes into the folder.
    case isRunning(String)

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .isRunning(let output):
            return
                "another batch is writing into '\(PathText.shown(output))'; wait for it, or write into another folder"
        case .noRuns(let sources, let passedOver):
            let places = sources.prefix(3).map { "'\(PathText.shown($0))'" }.joined(separator: ", ")
            let more = sources.count > 3 ? " and \(sources.count - 3) more" : ""
            let tables =
                passedOver.isEmpty
                ? ""
                : "; \(passedOver.count) tables name no returns or equity in their header, such as '"
                    + PathText.shown(passedOver[0]) + "'"
            return "no run found in \(places)\(more)\(tables); name a run itself to be told why"
        }
    }
}

extension JobFailure {
    init(_ error: FileError) { self.init(code: "unreadable_folder", message: error.message) }
}
