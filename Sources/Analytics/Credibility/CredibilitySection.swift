/// Whether the numbers of a run can be believed: the same list of checks for every run.
///
/// Failures are counted by cause, so that a Sharpe ratio that may be zero is not held against a run twice, and what could
/// not be checked is counted apart. There is no score: twelve questions have no common unit.
public struct CredibilitySection: Statistic, Equatable {
    /// Every check in the order of ``CredibilityCheck/Key``.
    public let checks: [CredibilityCheck]

    init(_ context: MetricContext) {
        let judge = CredibilityJudge(context)
        let failing = { (checks: [CredibilityCheck], key: CredibilityCheck.Key) in
            checks.contains { $0.key == key && $0.outcome == .fails }
        }
        let made = CredibilityCheck.Key.allCases.map(judge.check)
        checks = made.map { check in
            guard check.outcome == .fails, let cause = judge.possibleCause(of: check), failing(made, cause) else {
                return check
            }
            var follower = check
            follower.cause = cause
            return follower
        }
    }

    /// The check of a key.
    public subscript(key: CredibilityCheck.Key) -> CredibilityCheck? { checks.first { $0.key == key } }

    /// Checks that hold.
    public var holding: [CredibilityCheck] { checks.filter { $0.outcome == .holds } }
    /// Checks that fail, one for each cause.
    public var failing: [CredibilityCheck] { checks.filter { $0.outcome == .fails && $0.cause == nil } }
    /// Checks that the run has no data for.
    public var notChecked: [CredibilityCheck] { checks.filter { $0.outcome == .notChecked } }
}

extension Analysis {
    /// Whether the numbers can be believed.
    public var credibility: CredibilitySection { context(CredibilitySection.self) }

    /// What a reader should mind, most important first.
    public var cautions: [Caution] { credibility.checks.compactMap(\.caution) }
}
