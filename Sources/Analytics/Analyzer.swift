import RunModel

/// Turns a run into everything that a report says about it.
///
/// ```swift
/// let (run, _) = try RunReader.open("SampleRuns/goog-smacross")
/// let analysis = Analyzer.analyze(run)
/// print(analysis.metrics.number(.sharpe) ?? .nan)
/// for decline in analysis.drawdowns.worst(5) { print(decline.peak, decline.depth) }
/// do {
///     print(try analysis.trades.closed.count)
/// } catch {
///     print("n/a:", error.reason)
/// }
/// ```
public enum Analyzer {
    /// The analysis of a run under one set of conventions: a pure function of both, which never fails. What cannot be
    /// computed is n/a with its cause. Nothing is computed before it is asked for.
    public static func analyze(_ run: Run, conventions: Conventions = .standard) -> Analysis {
        Analysis(context: MetricContext(strategyOf: run, conventions: conventions))
    }
}
