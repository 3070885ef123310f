import Analytics
import Reports
import RunFormats

/// What many jobs have in common: how to read, compute and render, and what to write. One object for all of them.
public final class ReportSettings: Sendable {
    /// How to read a run.
    public let reading: RunOptions
    /// How to compute.
    public let conventions: Conventions
    /// How to render.
    public let rendering: ReportOptions
    /// What to write.
    public let formats: [OutputFormat]
    /// The metrics that outcomes carry, for summaries; nil where nobody asks.
    public let overview: [MetricKey]?
    /// Files that options name, which are no inputs of a run.
    public let optionFiles: Set<String>
    /// What every run must meet; nil where nobody requires anything.
    public let judge: GateJudge?

    /// Settings with all their parts.
    public init(
        reading: RunOptions, conventions: Conventions, rendering: ReportOptions, formats: [OutputFormat],
        overview: [MetricKey]? = nil, optionFiles: Set<String> = [], judge: GateJudge? = nil
    ) {
        self.reading = reading
        self.conventions = conventions
        self.rendering = rendering
        self.formats = formats
        self.overview = overview
        self.optionFiles = optionFiles
        self.judge = judge
    }
}
