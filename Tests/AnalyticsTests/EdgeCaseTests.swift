import Analytics
import Foundation
import RunModel
import Series
import Testing

/// The reason of a metric that has no number.
private func reason(_ analysis: Analysis, _ key: String) -> String? { analysis.metrics[key]?.value.reason }

/// Every metric is a finite number, a word, or n/a with a reason.
private func expectSound(_ analysis: Analysis, _ name: String) {
    for metric in analysis.metrics.metrics + (analysis.benchmarkMetrics?.metrics ?? []) {
        switch metric.value {
        case .number(let value): #expect(value.isFinite, "\(name): \(metric.declaration.key)")
        case .absent(let reason): #expect(!reason.isEmpty, "\(name): \(metric.declaration.key)")
        case .word(let word): #expect(!word.isEmpty, "\(name): \(metric.declaration.key)")
        }
        #expect(!metric.convention.isEmpty, "\(name): \(metric.declaration.key)")
    }
    for series in analysis.rolling {
        #expect(series.series.values.allSatisfy { $0.isFinite }, "\(name): \(series.key)")
    }
    #expect(analysis.drawdowns.series.values.allSatisfy { $0 <= 0 }, "\(name)")
    #expect(analysis.wealth.strategy.values.first == 1, "\(name)")
}

@Test func `runs of every small length are analysed without a trap, with every value sound`() {
    for count in 0...8 {
        for shape in [[0.0], [0.01], [-0.01], [0.02, -0.03], [0.5, -0.5, 0]] {
            let returns = (0..<count).map { shape[$0 % shape.count] }
            for hasBenchmark in [false, true] {
                let run = RunMaking.run(
                    returns, stamps: RunMaking.weekdays(count: count),
                    benchmark: hasBenchmark ? returns.map { $0 / 2 } : nil, riskFree: 0.02, trades: [])
                for conventions in [
                    .standard, PeerConventions.quantstats, PeerConventions.empyrical, PeerConventions.lumi,
                    PeerConventions.lean, PeerConventions.beta1,
                ] {
                    expectSound(
                        Analyzer.analyze(run, conventions: conventions), "\(count) of \(shape), \(conventions.profile)")
                }
            }
        }
    }
}

@Test func `a run of no returns says so everywhere`() {
    let analysis = Analyzer.analyze(RunMaking.run([], stamps: []))
    for key in ["total_return", "cagr", "sharpe", "max_drawdown", "best_day", "worst_month", "var_historical_95", "1y"]
    {
        #expect(reason(analysis, key) == "no returns", "\(key)")
    }
    #expect(
        analysis.periods.months.isEmpty && analysis.drawdowns.episodes.isEmpty
            && analysis.rolling.allSatisfy { $0.series.isEmpty })
}

@Test func `one return has a total and no deviation`() {
    let analysis = Analyzer.analyze(RunMaking.run([0.05], stamps: RunMaking.weekdays(count: 1)))
    #expect(agree(analysis.metrics.number("total_return"), 0.05))
    #expect(reason(analysis, "annual_volatility") == "fewer than two returns")
    #expect(reason(analysis, "skewness") == "fewer than three returns")
    #expect(reason(analysis, "var_historical_95") == "fewer than 20 returns")
}

@Test func `nothing is annualised under 90 days, unless the user asks for it`() {
    let returns = RunMaking.returns(seed: 1, count: 40)
    let run = RunMaking.run(
        returns, stamps: RunMaking.weekdays(count: 40), benchmark: returns.map { $0 * 0.5 + 0.0001 })
    let analysis = Analyzer.analyze(run)
    let growth = ["cagr", "calmar", "martin_ratio", "pain_ratio", "burke_ratio", "sterling_ratio"]
    for key in growth { #expect(reason(analysis, key) == "shorter than a year", "\(key)") }
    let yearly = [
        "annual_volatility", "sharpe", "sortino", "alpha", "tracking_error", "active_return", "information_ratio",
        "treynor", "downside_deviation", "sharpe_standard_error", "score", "risk_level", "turnover",
    ]
    for key in yearly where key != "turnover" { #expect(reason(analysis, key) == "shorter than 90 days", "\(key)") }
    for key in ["total_return", "max_drawdown", "beta", "omega", "kelly", "var_gaussian_95", "probabilistic_sharpe"] {
        #expect(analysis.metrics.number(key) != nil, "\(key)")
    }
    let asked = Analyzer.analyze(run, conventions: Conventions(profile: "standard", annualiseShort: true))
    for key in growth + yearly where !["turnover", "risk_level", "score"].contains(key) {
        #expect(asked.metrics.number(key) != nil, "\(key)")
    }
}

@Test func `ninety days are enough and eighty-nine are not`() {
    for (days, isEnough) in [(89, false), (90, true)] {
        let end = Timestamp(
            milliseconds: RunMaking.weekdays(count: 1)[0].milliseconds + Int64(days - 1) * Timestamp.day)
        let run = RunMaking.run([0.01, 0.02], stamps: [RunMaking.weekdays(count: 1)[0], end])
        #expect((Analyzer.analyze(run).metrics.number("annual_volatility") != nil) == isEnough, "\(days)")
    }
}

@Test func `a flat account has volatility 0, no drawdown, and ratios that are n/a`() {
    let analysis = Analyzer.analyze(
        RunMaking.run([Double](repeating: 0, count: 300), stamps: RunMaking.weekdays(count: 300), riskFree: 0.02))
    #expect(analysis.metrics.number("annual_volatility") == 0)
    #expect(analysis.metrics.number("max_drawdown") == 0)
    #expect(analysis.metrics.number("total_return") == 0)
    #expect(analysis.metrics.number("time_underwater") == 0)
    for key in ["sharpe", "sortino", "omega", "kelly", "skewness", "kurtosis", "score", "probabilistic_sharpe"] {
        #expect(reason(analysis, key) == "returns do not vary", "\(key)")
    }
    #expect(reason(analysis, "calmar") == "no drawdown")
    #expect(reason(analysis, "average_drawdown") == "no drawdown")
    #expect(reason(analysis, "tail_ratio") == "the 5 % quantile is zero")
    #expect(reason(analysis, "gain_to_pain") == "no losing period")
    #expect(
        analysis.rolling.filter { $0.statistic == "volatility" }.allSatisfy { $0.series.values.allSatisfy { $0 == 0 } })
    #expect(analysis.rolling.filter { $0.statistic == "sharpe" }.allSatisfy { $0.series.isEmpty })
}

@Test func `a constant gain that a double cannot hold exactly still does not vary`() {
    let analysis = Analyzer.analyze(
        RunMaking.run([Double](repeating: 0.1, count: 300), stamps: RunMaking.weekdays(count: 300), riskFree: 0.02))
    #expect(reason(analysis, "sharpe") == "returns do not vary")
    #expect(reason(analysis, "sortino") == "returns do not vary")
    #expect(reason(analysis, "stability") == nil)
}

@Test func `a run without a losing period has n/a where a loss would divide`() {
    let returns = (0..<300).map { 0.001 + Double($0 % 3) * 0.001 }
    let analysis = Analyzer.analyze(RunMaking.run(returns, stamps: RunMaking.weekdays(count: 300)))
    #expect(reason(analysis, "profit_factor_daily") == "no losing period")
    #expect(reason(analysis, "payoff_ratio_daily") == "no losing period")
    #expect(reason(analysis, "omega") == "no return below the target")
    #expect(reason(analysis, "recovery_factor") == "no drawdown")
    #expect(reason(analysis, "average_down_month") == "no losing month")
    #expect(analysis.metrics.number("daily_win_rate") == 1)
    #expect(analysis.metrics.number("longest_drawdown_days") == nil)
}

@Test func `a run of losses alone has negative ratios, one unfinished decline, and no track record length`() {
    let returns = (0..<300).map { -0.001 - Double($0 % 3) * 0.001 }
    let analysis = Analyzer.analyze(RunMaking.run(returns, stamps: RunMaking.weekdays(count: 300)))
    #expect((analysis.metrics.number("sharpe") ?? 0) < 0)
    #expect(analysis.drawdowns.episodes.count == 1 && analysis.drawdowns.episodes[0].recovery == nil)
    #expect(reason(analysis, "max_recovery_days") == "no drawdown has recovered")
    #expect(reason(analysis, "minimum_track_record_length") == "the Sharpe ratio is not above zero")
    #expect(reason(analysis, "payoff_ratio_daily") == "no winning period")
    #expect(agree(analysis.metrics.number("total_return"), analysis.metrics.number("max_drawdown") ?? 0))
}

@Test func `a benchmark that does not vary, does not overlap, or is the run itself is n/a with the reason`() {
    let returns = RunMaking.returns(seed: 5, count: 300)
    let stamps = RunMaking.weekdays(count: 300)
    let flat = Analyzer.analyze(RunMaking.run(returns, stamps: stamps, benchmark: [Double](repeating: 0.0, count: 300)))
    #expect(reason(flat, "beta") == "the benchmark does not vary")
    #expect(reason(flat, "alpha") == "the benchmark does not vary")
    #expect(reason(flat, "up_capture") == "the benchmark never rose")
    #expect(flat.metrics.number("tracking_error") != nil)
    let apart = Analyzer.analyze(
        RunMaking.run(returns, stamps: stamps, benchmark: [Double?](repeating: nil, count: 300)))
    #expect(reason(apart, "beta") == "no benchmark")
    #expect(apart.benchmarkMetrics == nil && apart.wealth.benchmark == nil)
    let same = Analyzer.analyze(RunMaking.run(returns, stamps: stamps, benchmark: returns))
    #expect(agree(same.metrics.number("beta"), 1) && agree(same.metrics.number("r_squared"), 1))
    #expect(same.metrics.number("tracking_error") == 0)
    #expect(reason(same, "information_ratio") == "does not differ from the benchmark")
    #expect(same.metrics.number("total_return") == same.benchmarkMetrics?.number("total_return"))
    let none = Analyzer.analyze(RunMaking.run(returns, stamps: stamps))
    #expect(reason(none, "alpha") == "no benchmark" && none.regression == nil)
}

@Test func `comparisons use the moments that both have and nothing else`() {
    let returns = RunMaking.returns(seed: 6, count: 300)
    let market = RunMaking.returns(seed: 7, count: 300)
    let stamps = RunMaking.weekdays(count: 300)
    let gaps = market.enumerated().map { $0 % 7 == 3 ? nil : $1 as Double? }
    let kept = gaps.indices.filter { gaps[$0] != nil }
    let gappy = Analyzer.analyze(RunMaking.run(returns, stamps: stamps, benchmark: gaps))
    let short = Analyzer.analyze(
        RunMaking.run(kept.map { returns[$0] }, stamps: kept.map { stamps[$0] }, benchmark: kept.map { market[$0] }))
    for key in [
        "alpha", "beta", "alpha_p_value", "tracking_error", "information_ratio", "up_capture", "batting_average",
    ] {
        #expect(agree(gappy.metrics.number(key), short.metrics.number(key) ?? .nan), "\(key)")
    }
    #expect(gappy.wealth.benchmark?.count == kept.count + 1)
}

@Test func `a benchmark that starts later has its own baseline, one stamp before its first return`() throws {
    let stamps = RunMaking.weekdays(count: 300)
    let market = RunMaking.returns(seed: 8, count: 300).enumerated().map { $0 < 100 ? nil : $1 as Double? }
    let run = RunMaking.run(RunMaking.returns(seed: 9, count: 300), stamps: stamps, benchmark: market)
    let wealth = try #require(Analyzer.analyze(run).wealth.benchmark)
    #expect(wealth.stamps.first == stamps[99] && wealth.values.first == 1)
}

@Test func `a series of risk-free rates is taken off period by period`() {
    let returns = RunMaking.returns(seed: 10, count: 300)
    let rates = (0..<300).map { 0.00005 + Double($0 % 5) * 0.00001 }
    var run = RunMaking.run(returns, stamps: RunMaking.weekdays(count: 300))
    run.riskFree = .perPeriod(rates, name: "3-month bills")
    let analysis = Analyzer.analyze(run)
    let plain = Analyzer.analyze(
        RunMaking.run(zip(returns, rates).map { $0 - $1 }, stamps: RunMaking.weekdays(count: 300)))
    for key in ["sharpe", "sortino", "omega", "kelly", "probabilistic_sharpe"] {
        #expect(agree(analysis.metrics.number(key), plain.metrics.number(key) ?? .nan), "\(key)")
    }
    #expect(analysis.metrics["sharpe"]?.convention == "mean(e)/s(e)·√252, rf from 3-month bills")
    let constant = Analyzer.analyze(
        RunMaking.run(returns, stamps: RunMaking.weekdays(count: 300), riskFree: 0.02))
    run.riskFree = .perPeriod([Double](repeating: 1.02.rootMinusOne(252), count: 300), name: "constant")
    for key in ["sharpe", "sortino", "martin_ratio"] {
        #expect(agree(Analyzer.analyze(run).metrics.number(key), constant.metrics.number(key) ?? .nan), "\(key)")
    }
    for (column, single) in zip(Analyzer.analyze(run).rolling, constant.rolling) {
        let worst = zip(column.series.values, single.series.values).map { ($0 - $1).magnitude }.max() ?? 1
        #expect(worst < 1e-9, "\(column.key)")
    }
}

extension Double {
    /// x^(1/n) − 1.
    fileprivate func rootMinusOne(_ periods: Double) -> Double { expm1(log(self) / periods) }
}
