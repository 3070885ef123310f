import Reports
import RunFormats
import RunModel

/// How a job ended.
public struct JobOutcome: Sendable {
    /// The run as the user can name it: `PATH`, or `PATH#KEY`.
    public var path: String
    /// The files written.
    public var files: [String] = []
    /// What validation found, where the run could be read.
    public var findings: [Finding] = []
    /// What was set in another way than asked.
    public var remarks: [ReportRemark] = []
    /// What a summary of many runs says of this one; nil where nobody asks, or the run could not be read.
    public var overview: RunOverview?
    /// Whether it meets each gate, in their order; empty where there are none, and for a run that could not be read.
    public var verdicts: [GateVerdict] = []
    /// SHA-256 in hex of each of ``files``; empty where nobody asks.
    var digests: [String] = []
    /// The files that it was read from; empty where nobody asks.
    var inputs: [RunFingerprint.Input] = []
    /// Why files are missing: all of them, or those of one format.
    public var failures: [JobFailure] = []
    /// How long it took, in seconds.
    public var seconds = 0.0

    /// Whether its reader should look at something.
    public var hasWarnings: Bool {
        findings.contains { $0.severity == .warning } || remarks.contains(where: \.isWarning)
    }
}

/// Why a job ended without files that it should have made.
public struct JobFailure: Error, Equatable, Sendable {
    /// Stable name for machines: `unreadable_run`, `timed_out`.
    public var code: String
    /// Place, fact, remedy; empty where an earlier run's failure says it for this one too.
    public var message: String
    /// The command line was wrong, not the run: an unknown template, section or font.
    public var isUsage = false
    /// What the failures of several runs have in common: the code of the finding where there is one, else ``code``.
    public var kind: String
}

extension JobFailure {
    /// A failure; its kind is its code where nothing else is known.
    public init(code: String, message: String, isUsage: Bool = false, kind: String? = nil) {
        self.code = code
        self.message = message
        self.isUsage = isUsage
        self.kind = kind ?? code
    }

    init(_ error: RunError) {
        self.init(code: "unreadable_run", message: error.message, kind: error.findings.first?.code)
    }

    init(_ error: ReportError) {
        self.init(code: "report_failed", message: error.message, isUsage: error.isUsage)
    }

    static func timedOut(_ seconds: Double) -> JobFailure {
        let limit = seconds.rounded() == seconds ? String(Int(min(seconds, 1e9))) : "\(seconds)"
        return JobFailure(
            code: "timed_out",
            message: "the report took longer than \(limit) s and was ended; give it more time with --timeout")
    }

    static func crashed(_ end: String) -> JobFailure {
        JobFailure(
            code: "crashed",
            message: "the report ended by \(end); please report it, with the run where you can")
    }

    static let pipeInBatch = JobFailure(
        code: "pipe_in_batch",
        message: "it is a pipe or device, which could hold up the other runs; report it alone")

    /// The summary of a batch stands where the run's files would.
    static func reservedID(_ id: String) -> JobFailure {
        JobFailure(
            code: "reserved_id",
            message: "the run id '\(id)' is the name of the batch's own files; give the run another id")
    }

    /// One file was named for the reports of several runs.
    static func severalRuns(_ path: String, _ names: [String]) -> JobFailure {
        let more = names.count > 3 ? " …" : ""
        let list = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + more
        return JobFailure(
            code: "several_runs",
            message: "'\(path)' holds \(names.count) runs; give -o a folder, or name one of them: \(list)",
            isUsage: true)
    }

    /// Two or more runs of one call have the same id, and so the same file names.
    static func duplicateID(_ id: String, first: String, others: [String]) -> JobFailure {
        let more = others.count > 3 ? others.prefix(2) + ["\(others.count - 2) more runs"] : others[...]
        let also = more.isEmpty ? "" : " (so it is for \(more.joined(separator: ", ")))"
        return JobFailure(
            code: "duplicate_id",
            message: "the run id '\(id)' is already taken by '\(first)'\(also); report them into two folders, "
                + "or give one its own id")
    }
}
