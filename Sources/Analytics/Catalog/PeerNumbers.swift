/// What the conventions of another profile give for a metric of the same run.
public struct PeerNumber: Sendable {
    /// The profile: `quantstats`.
    public let profile: String
    /// The metric under its conventions.
    public let metric: Metric
}

/// The same history under every other profile; nothing of it is computed before a number is asked for.
private struct PeerContexts: Statistic {
    let contexts: [MetricContext]

    init(_ context: MetricContext) {
        contexts = Conventions.profiles.filter { $0.profile != context.conventions.profile }.map {
            MetricContext(strategyOf: context.run, conventions: $0)
        }
    }
}

extension Analysis {
    /// The profiles that give another value for a metric of this run, in the order of ``Conventions/profiles``. Those whose
    /// conventions decide it alike are not even computed.
    public func peers(of key: MetricKey) -> [PeerNumber] {
        let list = MetricCatalog.ofRun
        guard let place = list.places[key], let own = metrics[key] else { return [] }
        let definition = list.definitions[place]
        return context(PeerContexts.self).contexts.compactMap { other in
            let isDecidedAlike = definition.decidedBy.allSatisfy {
                $0.phrase(in: other.conventions) == $0.phrase(in: conventions)
            }
            guard !isDecidedAlike else { return nil }
            let metric = definition.metric(in: other)
            return metric.value == own.value ? nil : PeerNumber(profile: other.conventions.profile, metric: metric)
        }
    }
}
