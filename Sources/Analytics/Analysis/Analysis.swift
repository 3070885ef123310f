import RunModel

/// Everything that can be said about a run under one set of conventions: its metrics and sections.
///
/// Sections are properties that their own files add (`analysis.drawdowns`, `analysis.periods`, …). Each is computed when
/// something first asks for it, and once; a caller pays for nothing else. A section that a run may lack throws why:
/// `try analysis.trades`. An analysis can be used from several threads at once.
public struct Analysis: Sendable {
    /// What everything is computed from, with what has been computed.
    let context: MetricContext
    /// What its user requires of the run and whether it meets it; nil where nobody requires anything. Nothing else follows
    /// from it.
    public var verdict: Verdict?

    /// The analysis of a context, without a verdict.
    init(context: MetricContext) { self.context = context }

    /// What is analysed.
    public var run: Run { context.run }
    /// The choices in force.
    public var conventions: Conventions { context.conventions }
    /// The metrics of the catalogue.
    public var metrics: MetricSet { MetricSet(context) }
    /// The metrics that make sense for a benchmark, over its own returns; nil without one.
    public var benchmarkMetrics: MetricSet? { context.benchmark.map { MetricSet($0) } }

    /// The names of the types that have been computed so far, in alphabetical order; for tests of what is paid for.
    package var computed: [String] { context.computed }
}
