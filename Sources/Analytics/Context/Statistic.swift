/// Numbers that several metrics or sections are made of: moments, drawdowns, a regression.
///
/// A statistic is computed from a context when something asks for it, `context(Drawdowns.self)`, and once: the context keeps
/// it under its type. To add one, write a type; nothing else has to know it.
protocol Statistic: Sendable {
    /// `Never` for statistics that every run has.
    associatedtype Failure: Error

    /// Computes the statistic, or says why a run has none. What it needs of other statistics it asks the context for.
    init(_ context: MetricContext) throws(Failure)
}
