import RunFormats

/// A run to be reported, or all runs behind one path.
public struct ReportJob: Sendable {
    /// Where a report's files go.
    public enum Destination: Equatable, Sendable {
        /// `<folder>/<run-id>.<format>`; the folder is made when it is missing.
        case folder(String)
        /// This file, for a single format.
        case file(String)
        /// Standard output, for a single format of one file.
        case standardOutput
    }

    /// The runs: a folder or a file, for all of them, or `PATH#KEY` for one.
    public var path: String
    /// The run, once the path has been looked at; nil where it could not be recognised, which reading it will explain.
    public internal(set) var reference: RunReference?
    /// How to do it.
    public let settings: ReportSettings
    /// Where to.
    public var destination: Destination

    /// A job with all its parts; `reference` is the run where it has been looked for already.
    public init(path: String, reference: RunReference? = nil, settings: ReportSettings, destination: Destination) {
        self.path = path
        self.reference = reference
        self.settings = settings
        self.destination = destination
    }

    /// The run as the user can name it: `results.json#SmaCross`.
    var name: String { reference?.name ?? path }

    /// The job for one run of its path.
    func job(for reference: RunReference) -> ReportJob {
        var job = self
        job.reference = reference
        return job
    }
}
