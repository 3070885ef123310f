import Synchronization

/// The metrics of a run, or of its benchmark, under one set of conventions: found by key, computed when asked for.
///
/// ```swift
/// let sharpe = analysis.metrics[.sharpe]           // computes nothing else but what Sharpe is made of
/// let all = analysis.metrics.metrics               // every metric of the catalogue, in its order
/// ```
public struct MetricSet: Sendable {
    private let context: MetricContext
    private let computed: ComputedMetrics

    /// The metrics of a context.
    init(_ context: MetricContext) {
        self.context = context
        computed = context(ComputedMetrics.self)
    }

    /// The keys of all metrics, in the order of the catalogue; computes nothing.
    public var keys: [MetricKey] { computed.list.keys }

    /// Every metric in the order of the catalogue. Computes those that nobody has asked for yet.
    public var metrics: [Metric] { computed.list.definitions.indices.map { computed.metric($0, in: context) } }

    /// The metrics whose declaration satisfies a condition, in the order of the catalogue; computes no other.
    public func metrics(where isChosen: (MetricDeclaration) -> Bool) -> [Metric] {
        let definitions = computed.list.definitions
        return definitions.indices.filter { isChosen(definitions[$0].declaration(under: context.conventions)) }
            .map { computed.metric($0, in: context) }
    }

    /// What the metrics are under the conventions in force, in the order of the catalogue; computes none.
    public var declarations: [MetricDeclaration] {
        computed.list.definitions.map { $0.declaration(under: context.conventions) }
    }

    /// The metric of a key; nil where the set leaves it out, as a benchmark's does with metrics of trades.
    public subscript(key: MetricKey) -> Metric? {
        computed.list.places[key].map { computed.metric($0, in: context) }
    }

    /// The metric of a name that a user gives; nil where there is none of that name.
    public subscript(named name: String) -> Metric? { self[MetricKey(name)] }

    /// The number of a key, where the set has the metric and the metric a number.
    public func number(_ key: MetricKey) -> Double? { self[key]?.value.number }
}

extension MetricSet: Equatable {
    /// Whether all metrics are the same; computes every one.
    public static func == (left: MetricSet, right: MetricSet) -> Bool { left.metrics == right.metrics }
}

/// Definitions in the catalogue's order, found by key.
struct MetricList: Sendable {
    /// In the order of the catalogue.
    let definitions: [MetricDefinition]
    /// Their keys, in the same order.
    let keys: [MetricKey]
    /// Where each key stands.
    let places: [MetricKey: Int]

    /// A list; keys must be unique.
    init(_ definitions: [MetricDefinition]) {
        self.definitions = definitions
        keys = definitions.map(\.declaration.key)
        places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The metrics of a context that have been computed. It does not hold the context, which holds it.
private final class ComputedMetrics: Statistic {
    let list: MetricList
    private let values: Mutex<[Metric?]>

    init(_ context: MetricContext) {
        let own = context.conventions.ownMetrics
        list = context.isBenchmark ? own.ofBenchmark : own.ofRun
        values = Mutex(Array(repeating: nil, count: list.definitions.count))
    }

    /// The metric at a place; computed outside the lock, because cautions and scores ask for others.
    func metric(_ place: Int, in context: MetricContext) -> Metric {
        if let known = values.withLock({ $0[place] }) { return known }
        let made = list.definitions[place].metric(in: context)
        values.withLock { $0[place] = made }
        return made
    }
}
