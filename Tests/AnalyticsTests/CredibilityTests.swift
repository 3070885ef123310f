import Analytics
import RunBuilders
import RunModel
import Testing

/// Whether a run can be believed: one list of questions, asked of every run.
@Suite struct CredibilityTests {
    private func section(_ run: RunModel.Run) -> CredibilitySection { Analyzer.analyze(run).credibility }

    private let good = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.002), timestamps: RunBuilder.weekdays(count: 1500), trials: 2)

    @Test func `every run is asked the same questions in the same order`() {
        let short = RunBuilder.run([0.01, 0.02], timestamps: RunBuilder.weekdays(count: 2))
        for run in [good, short] { #expect(section(run).checks.map(\.key) == CredibilityCheck.Key.allCases) }
    }

    @Test func `what holds has its value on the right side of the threshold, what fails on the wrong one`() {
        let noise = RunBuilder.run(
            RunBuilder.returns(seed: 2, count: 500, drift: 0.0001), timestamps: RunBuilder.weekdays(count: 500),
            benchmark: RunBuilder.returns(seed: 3, count: 500), trades: [RunBuilder.trade(1, fees: 0)], trials: 50)
        for run in [good, noise] {
            for check in section(run).checks where check.key != .alpha && check.key != .independence {
                guard let value = check.value else {
                    #expect(check.outcome == .notChecked, "\(check)")
                    continue
                }
                let holds =
                    switch check.key.relation {
                    case .above: value > check.key.threshold
                    case .atLeast: value >= check.key.threshold
                    case .atMost: value <= check.key.threshold
                    }
                #expect(holds == (check.outcome == .holds), "\(check)")
            }
        }
    }

    @Test func `one cause counts once, and what was not checked is no praise`() {
        let noise = RunBuilder.run(
            RunBuilder.returns(seed: 2, count: 1500, drift: 0.0001), timestamps: RunBuilder.weekdays(count: 1500),
            benchmark: RunBuilder.returns(seed: 3, count: 1500), trials: 50)
        let section = section(noise)
        #expect(section[.sharpe]?.outcome == .fails && section[.deflation]?.outcome == .fails)
        #expect(section[.deflation]?.cause == .sharpe && section[.alpha]?.cause == .sharpe)
        #expect(!section.failing.contains { $0.key == .deflation || $0.key == .alpha })
        #expect(section[.trades]?.outcome == .notChecked && section[.outOfSample]?.outcome == .notChecked)
        #expect(!section.holding.contains { $0.key == .trades })
        #expect(
            section.holding.count + section.failing.count + section.notChecked.count
                + section.checks.count { $0.cause != nil } == CredibilityCheck.Key.allCases.count)
    }

    @Test func `a contradiction of the parts is told once, not again as a warning of the data`() {
        var run = good
        run.reconciliation = Reconciliation(checks: [.init(.tradesExplainEquity, .differs, "trades explain 50 %")])
        run.findings = [Finding(severity: .warning, layer: .relations, code: "trades_sum", fact: "trades explain 50 %")]
        let section = section(run)
        #expect(section[.reconciliation]?.outcome == .fails && section[.dataQuality]?.outcome == .holds)
        #expect(Analyzer.analyze(run).cautions.map(\.code) == ["parts_disagree"])
    }
}
