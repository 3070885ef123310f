import Analytics
import Reports
import RunModel
import SystemFiles

/// Reports on all runs behind some sources into one folder, and says how it came out.
///
/// The reports are made as by ``ReportBatch``, each in a process that can fail without the others; here are the search
/// for runs, the places of their reports, and the summary. Memory grows by less than a kilobyte a run.
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
        /// How many runs were found.
        public var found = 0
        /// The signal that ended it, where one did. All files are in order; whoever called ends the process with it.
        public var signal: Int32?
    }

    /// Finds the runs, reports on them, and writes the summary.
    ///
    /// - Parameter listener: Hears what was found and how each run came out.
    public func run(_ listener: any BatchListener) throws -> Result {
        try FileSystem.createDirectories(output)
        FileSystem.recover(output)
        let found = search()
        guard !found.runs.isEmpty || !found.failures.isEmpty else {
            throw BatchError.noRuns(sources.map(\.path), found.passedOver)
        }
        let listed = found.failures.map { JobOutcome(path: $0.path, failures: [JobFailure($0)]) }
        listener.found(found.runs.count + listed.count, passedOver: found.passedOver.count)
        var records: [RunRecord?] = found.runs.map { _ in nil }
        for outcome in listed { listener.done(outcome) }
        let reserved: Set = [FileSystem.join(output, SummaryFiles.name)]
        let signal = try reports.run(
            located: found.runs.map(job), reserved: reserved,
            whenEnded: { index, outcome in
                records[index] = RunRecord(found.runs[index], outcome, output: output)
                listener.ended(outcome)
            }, whenDone: listener.done)
        var result = Result(found: found.runs.count + listed.count, signal: signal)
        guard signal == nil else { return result }
        let all =
            listed.map { RunRecord(key: $0.path, name: $0.path, failures: $0.failures) } + records.compactMap { $0 }
        let summary = BatchSummary(
            all, after: BatchState(in: output), columns: columns, passedOver: found.passedOver)
        result.summary = summary
        let files = try SummaryFiles.all(
            of: summary, title: title, worker: try ReportWorker(fontFamily: reports.fontFamily))
        result.files = try FileSystem.writeTogether(files, into: output, sparing: reports.inputs)
        return result
    }

    private func search() -> FoundRuns {
        var search = RunSearch(reading: settings.reading)
        search.workers = reports.workers
        search.timeout = reports.timeout
        search.excluded = excluded
        if let identity = FileIdentity(at: output) { search.spared = [identity] }
        return search.find(sources)
    }

    private func job(_ run: BatchRun) -> ReportJob {
        ReportJob(
            path: run.path, reference: run.reference, settings: settings,
            destination: .folder(run.folder.isEmpty ? output : FileSystem.join(output, run.folder)))
    }

    private var columns: [MetricDeclaration] {
        (settings.overview ?? []).compactMap {
            MetricCatalog.declaration(named: $0.rawValue, under: settings.conventions)
        }
    }
}

/// Hears how a batch goes on.
public protocol BatchListener {
    /// The search is over.
    func found(_ count: Int, passedOver: Int)
    /// A report has ended, in any order.
    func ended(_ outcome: JobOutcome)
    /// The same in the order of the runs, for messages.
    func done(_ outcome: JobOutcome)
}

/// Why a batch cannot be done at all.
public enum BatchError: Error {
    /// Nothing behind the sources shows a run.
    case noRuns([String], [String])

    /// Place, fact, remedy.
    public var message: String {
        switch self {
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
