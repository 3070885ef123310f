/// The stable name of a metric, as JSON, CSV, templates and the command line write it.
///
/// Every metric's key is a static member that stands beside the metric's definition, so a key that does not exist does not
/// compile: `analysis.metrics[.sharpe]`. Names that a user gives become keys by ``init(rawValue:)``.
public struct MetricKey: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// `sharpe`, `trades.win_rate`.
    public let rawValue: String

    /// The key of a metric of the catalogue; for definitions alone.
    init(_ name: String) { rawValue = name }

    /// The key that a user names; nil where the catalogue has no such metric.
    public init?(rawValue: String) {
        guard let key = MetricCatalog.declaration(named: rawValue)?.key else { return nil }
        self = key
    }

    /// The name.
    public var description: String { rawValue }
}
