import Formatting
import MetricExpressions

/// The metrics of a user's own, read and held against the catalogue: they stand behind its metrics wherever those stand.
///
/// ```swift
/// let own = try OwnMetrics([OwnMetric(text: "a = cagr / abs(max_drawdown)", origin: "--metric")])
/// let conventions = Conventions.standard.with { $0.ownMetrics = own }
/// ```
public struct OwnMetrics: Equatable, Sendable {
    /// As they were written.
    public let written: [OwnMetric]
    private let lists: Lists?

    /// None.
    public static let none = OwnMetrics()

    /// The most of them.
    public static let most = 500

    private init() { (written, lists) = ([], nil) }

    /// Reads the expressions. Names may be of metrics that stand further down; circles are mistakes.
    public init(_ metrics: [OwnMetric]) throws(OwnMetricError) {
        written = metrics
        guard let first = metrics.first else {
            lists = nil
            return
        }
        guard metrics.count <= Self.most else {
            throw OwnMetricError(first.origin, "\(metrics.count) metrics of one's own; there may be \(Self.most)")
        }
        var reader = OwnMetricReader(metrics)
        lists = Lists(try reader.definitions())
    }

    /// Whether there are none.
    public var isEmpty: Bool { written.isEmpty }

    /// Their computations, in the order in which they were written.
    var definitions: [MetricDefinition] { lists?.definitions ?? [] }
    /// All metrics of a run.
    var ofRun: MetricList { lists?.ofRun ?? MetricCatalog.ofRun }
    /// All metrics of a benchmark.
    var ofBenchmark: MetricList { lists?.ofBenchmark ?? MetricCatalog.ofBenchmark }

    /// The definition of a key.
    func definition(_ name: String) -> MetricDefinition? {
        definitions.first { $0.declaration.key.rawValue == name }
    }

    /// What is written decides what is computed.
    public static func == (left: OwnMetrics, right: OwnMetrics) -> Bool { left.written == right.written }

    /// Made once, since conventions are copied often.
    private final class Lists: Sendable {
        let definitions: [MetricDefinition]
        let ofRun: MetricList
        let ofBenchmark: MetricList

        init(_ own: [MetricDefinition]) {
            definitions = own
            ofRun = MetricList(MetricCatalog.definitions + own)
            ofBenchmark = MetricList(
                MetricCatalog.ofBenchmark.definitions + own.filter(\.declaration.appliesToBenchmark))
        }
    }
}

extension MetricKey {
    /// The key that a user names, of the catalogue or of the user's own metrics; nil where there is none.
    public init?(_ name: String, under conventions: Conventions) {
        guard let key = MetricCatalog.declaration(named: name, under: conventions)?.key else { return nil }
        self = key
    }
}
