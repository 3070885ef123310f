import Formatting
import RunModel
import Series

/// Asks a run the questions of ``CredibilityCheck/Key``.
struct CredibilityJudge {
    let context: MetricContext
    let metrics: MetricSet

    /// Judges a context by its metrics.
    init(_ context: MetricContext) {
        self.context = context
        metrics = MetricSet(context)
    }

    /// The answer to one question.
    func check(_ key: CredibilityCheck.Key) -> CredibilityCheck {
        switch key {
        case .dataQuality: dataQuality
        case .reconciliation: reconciliation
        case .history: history
        case .sharpe: sharpe
        case .outOfSample: outOfSample
        case .independence: independence
        case .trades: trades
        case .costs: costs
        case .alpha: alpha
        case .dominantDay: dominantDay
        case .benchmark: benchmark
        case .deflation: deflation
        }
    }

    /// The question whose failure explains that of a check, if it fails too.
    ///
    /// A Sharpe ratio that may be zero cannot survive deflation, and alpha is then in doubt for the same lack of evidence;
    /// fees that the run states and the trades lack are a contradiction already.
    func possibleCause(of check: CredibilityCheck) -> CredibilityCheck.Key? {
        switch check.key {
        case .deflation, .alpha: .sharpe
        case .costs: context.run.reconciliation[.feesPresent]?.outcome == .differs ? .reconciliation : nil
        default: nil
        }
    }

    func number(_ value: Double, _ places: Int) -> String { DisplayNumber.number(value, places: places) }
    func count(_ value: Int) -> String { DisplayNumber.number(Double(value), places: 0) }
    func percent(_ value: Double, _ places: Int = 1) -> String { DisplayNumber.percent(value, places: places) }
}

/// The run's data.
extension CredibilityJudge {
    /// Findings of the reconciliation have a check of their own.
    private static let reconciled: Set<String> = [
        "trades_sum", "trades_in_time", "positions_sum", "position_value", "positions_and_trades", "cash_and_trades",
        "returns_and_equity", "profit_contradicts_prices", "fees_missing", "trade_repeated", "trade_left_out",
        "end_value",
    ]

    /// An engine says that it did not complete the run: every number is of a part.
    private static let unfinished: Set<String> = ["run_failed", "run_unfinished"]

    /// Warnings of validation: the numbers may mislead. What another check tells is not told again.
    private var dataQuality: CredibilityCheck {
        if let finding = context.run.findings.first(where: { Self.unfinished.contains($0.code) }) {
            return .init(
                .dataQuality, .fails, 1, "the run is not complete",
                caution: (finding.code, "This run is not complete: \(finding.fact)."))
        }
        let toldByParts = context.run.reconciliation.count(.differs) > 0
        let warnings = context.run.findings.filter { finding in
            finding.severity == .warning && !(toldByParts && Self.reconciled.contains(finding.code))
                && !(finding.code == "benchmark_part" && !context.run.benchmarkIsWhole)
        }
        guard let first = warnings.first else { return .init(.dataQuality, .holds, 0, "no warning of the data check") }
        let words = warnings.count == 1 ? "one warning" : "\(warnings.count) warnings, first"
        return .init(
            .dataQuality, .fails, Double(warnings.count),
            "\(warnings.count == 1 ? "one warning" : "\(warnings.count) warnings") of the data check",
            caution: ("data_quality", "The data check found \(words): \(first.message)."))
    }

    private var reconciliation: CredibilityCheck {
        let checks = context.run.reconciliation.checks.filter { $0.key != .benchmarkMatched }
        let differing = checks.filter { $0.outcome == .differs }
        if let first = differing.first {
            let more = differing.count > 1 ? "; \(differing.count - 1) more checks differ" : ""
            return .init(
                .reconciliation, .fails, Double(differing.count), first.statement,
                caution: ("parts_disagree", "The parts of the run contradict each other: \(first.statement)\(more)."))
        }
        let agreeing = checks.filter { $0.outcome == .agrees }
        guard let first = agreeing.first(where: \.isTelling) ?? agreeing.first else {
            return .notChecked(.reconciliation, "one part alone explains nothing")
        }
        return .init(.reconciliation, .holds, 0, first.statement)
    }

    private var benchmark: CredibilityCheck {
        guard let benchmark = context.run.benchmark else { return .notChecked(.benchmark, "no benchmark") }
        guard !context.run.benchmarkIsWhole else {
            let matched = context.run.reconciliation[.benchmarkMatched]
            let statement = matched?.outcome == .agrees ? matched?.statement : nil
            return .init(.benchmark, .holds, 1, statement ?? "the benchmark covers the whole run")
        }
        let all = context.run.returns.timestamps
        let covered = all.count { (benchmark.firstDate...benchmark.lastDate).contains($0.date) }
        return .init(
            .benchmark, .fails, all.isEmpty ? 0 : Double(covered) / Double(all.count),
            "the benchmark covers a part of the run",
            caution: (
                "part_benchmark",
                "The benchmark covers \(benchmark.firstDate.display) – \(benchmark.lastDate.display) only: its numbers "
                    + "and every comparison are of that time, not of the whole run."
            ))
    }
}

extension Reconciliation.Check {
    /// What is worth a place on page one when it agrees.
    public var isTelling: Bool {
        switch key {
        case .tradesExplainEquity, .positionsSum, .engineEndValue, .returnsMatchEquity, .profitsMatchPrices: true
        default: false
        }
    }
}
