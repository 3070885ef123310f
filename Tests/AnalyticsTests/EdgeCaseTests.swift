import Analytics
import Foundation
import RunBuilders
import RunModel
import Series
import Testing

/// The reason of a metric that has no number.
private func reason(_ analysis: Analysis, _ key: MetricKey) -> String? { analysis.metrics[key]?.value.reason }

/// Every metric is a finite number, a word, or n/a with a reason.
private func expectSound(_ analysis: Analysis, _ name: String) {
    for metric in analysis.metrics.metrics + (analysis.benchmarkMetrics?.metrics ?? []) {
        switch metric.value {
        case .number(let value): #expect(value.isFinite, "\(name): \(metric.declaration.key)")
        case .absent(let cause):
            #expect(!cause.reason.isEmpty, "\(name): \(metric.declaration.key)")
            #expect(cause.code.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil, "\(cause.code)")
        case .word(let word): #expect(!word.isEmpty, "\(name): \(metric.declaration.key)")
        }
        #expect(!metric.convention.isEmpty, "\(name): \(metric.declaration.key)")
    }
    for series in analysis.rolling {
        #expect(series.series.values.allSatisfy { $0.isFinite }, "\(name): \(series.key)")
    }
    #expect(analysis.drawdowns.series.values.allSatisfy { $0 <= 0 }, "\(name)")
    #expect(analysis.growth.strategy.values.first == 1, "\(name)")
}

@Test func `runs of every small length are analysed without a trap, with every value sound`() {
    for count in 0...8 {
        for shape in [[0.0], [0.01], [-0.01], [0.02, -0.03], [0.5, -0.5, 0]] {
            let returns = (0..<count).map { shape[$0 % shape.count] }
            for hasBenchmark in [false, true] {
                let run = RunBuilder.run(
                    returns, timestamps: RunBuilder.weekdays(count: count),
                    benchmark: hasBenchmark ? returns.map { $0 / 2 } : nil, riskFree: 0.02, trades: [])
                for conventions in Conventions.profiles {
                    expectSound(
                        Analyzer.analyze(run, conventions: conventions), "\(count) of \(shape), \(conventions.profile)")
                }
            }
        }
    }
}

@Test func `a run of no returns says so everywhere`() {
    let analysis = Analyzer.analyze(RunBuilder.run([], timestamps: []))
    for key in [MetricKey.totalReturn, .cagr, .sharpe, .maxDrawdown, .bestDay, .worstMonth, .historicalVaR95, .oneYear]
    {
        #expect(reason(analysis, key) == "no returns", "\(key)")
    }
    #expect(
        analysis.periods.months.isEmpty && analysis.drawdowns.episodes.isEmpty
            && analysis.rolling.allSatisfy { $0.series.isEmpty })
}

@Test func `one return has a total and no deviation`() {
    let analysis = Analyzer.analyze(RunBuilder.run([0.05], timestamps: RunBuilder.weekdays(count: 1)))
    #expect(agree(analysis.metrics.number(.totalReturn), 0.05))
    #expect(reason(analysis, .annualVolatility) == "fewer than two returns")
    #expect(reason(analysis, .skewness) == "fewer than three returns")
    #expect(reason(analysis, .historicalVaR95) == "fewer than 20 returns")
}

@Test func `nothing is annualised under 90 days, unless the user asks for it`() {
    let returns = RunBuilder.returns(seed: 1, count: 40)
    let run = RunBuilder.run(
        returns, timestamps: RunBuilder.weekdays(count: 40), benchmark: returns.map { $0 * 0.5 + 0.0001 })
    let analysis = Analyzer.analyze(run)
    let growth: [MetricKey] = [.cagr, .calmar, .martinRatio, .painRatio, .burkeRatio, .sterlingRatio]
    for key in growth { #expect(reason(analysis, key) == "shorter than a year", "\(key)") }
    let yearly: [MetricKey] = [
        .annualVolatility, .sharpe, .sortino, .alpha, .trackingError, .activeReturn, .informationRatio,
        .treynor, .downsideDeviation, .sharpeStandardError, .score, .riskLevel, .turnover,
    ]
    for key in yearly where key != .turnover { #expect(reason(analysis, key) == "shorter than 90 days", "\(key)") }
    for key in [MetricKey.totalReturn, .maxDrawdown, .beta, .omega, .kelly, .gaussianVaR95, .probabilisticSharpe] {
        #expect(analysis.metrics.number(key) != nil, "\(key)")
    }
    let asked = Analyzer.analyze(run, conventions: .standard.with { $0.shortSpans = .annualised })
    for key in growth + yearly where ![.turnover, .riskLevel, .score].contains(key) {
        #expect(asked.metrics.number(key) != nil, "\(key)")
    }
}

@Test func `ninety days are enough and eighty-nine are not`() {
    for (days, isEnough) in [(89, false), (90, true)] {
        let end = Timestamp(
            milliseconds: RunBuilder.weekdays(count: 1)[0].milliseconds + Int64(days - 1) * Timestamp.day)
        let run = RunBuilder.run([0.01, 0.02], timestamps: [RunBuilder.weekdays(count: 1)[0], end])
        #expect((Analyzer.analyze(run).metrics.number(.annualVolatility) != nil) == isEnough, "\(days)")
    }
}

@Test func `a flat account has volatility 0, no drawdown, and ratios that are n/a`() {
    let analysis = Analyzer.analyze(
        RunBuilder.run([Double](repeating: 0, count: 300), timestamps: RunBuilder.weekdays(count: 300), riskFree: 0.02))
    #expect(analysis.metrics.number(.annualVolatility) == 0)
    #expect(analysis.metrics.number(.maxDrawdown) == 0)
    #expect(analysis.metrics.number(.totalReturn) == 0)
    #expect(analysis.metrics.number(.timeUnderwater) == 0)
    for key in [MetricKey.sharpe, .sortino, .omega, .kelly, .skewness, .kurtosis, .score, .probabilisticSharpe] {
        #expect(reason(analysis, key) == "returns do not vary", "\(key)")
    }
    #expect(reason(analysis, .calmar) == "no drawdown")
    #expect(reason(analysis, .averageDrawdown) == "no drawdown")
    #expect(reason(analysis, .tailRatio) == "the 5 % quantile is zero")
    #expect(reason(analysis, .gainToPain) == "no losing period")
    #expect(
        analysis.rolling.filter { $0.statistic == .volatility }.allSatisfy { $0.series.values.allSatisfy { $0 == 0 } })
    #expect(analysis.rolling.filter { $0.statistic == .sharpe }.allSatisfy { $0.series.isEmpty })
}

@Test func `a constant gain that a double cannot hold exactly still does not vary`() {
    let analysis = Analyzer.analyze(
        RunBuilder.run(
            [Double](repeating: 0.1, count: 300), timestamps: RunBuilder.weekdays(count: 300), riskFree: 0.02))
    #expect(reason(analysis, .sharpe) == "returns do not vary")
    #expect(reason(analysis, .sortino) == "returns do not vary")
    #expect(reason(analysis, .stability) == nil)
}

@Test func `a run without a losing period has n/a where a loss would divide`() {
    let returns = (0..<300).map { 0.001 + Double($0 % 3) * 0.001 }
    let analysis = Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300)))
    #expect(reason(analysis, .profitFactorDaily) == "no losing period")
    #expect(reason(analysis, .payoffRatioDaily) == "no losing period")
    #expect(reason(analysis, .omega) == "no return below the target")
    #expect(reason(analysis, .recoveryFactor) == "no drawdown")
    #expect(reason(analysis, .averageDownMonth) == "no losing month")
    #expect(analysis.metrics.number(.dailyWinRate) == 1)
    #expect(analysis.metrics.number(.longestDrawdownDays) == nil)
}

@Test func `a run of losses alone has negative ratios, one unfinished decline, and no track record length`() {
    let returns = (0..<300).map { -0.001 - Double($0 % 3) * 0.001 }
    let analysis = Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300)))
    #expect((analysis.metrics.number(.sharpe) ?? 0) < 0)
    #expect(analysis.drawdowns.episodes.count == 1 && analysis.drawdowns.episodes[0].recovery == nil)
    #expect(reason(analysis, .maxRecoveryDays) == "no drawdown has recovered")
    #expect(reason(analysis, .minimumTrackRecordLength) == "the Sharpe ratio is not above zero")
    #expect(reason(analysis, .payoffRatioDaily) == "no winning period")
    #expect(agree(analysis.metrics.number(.totalReturn), analysis.metrics.number(.maxDrawdown) ?? 0))
}

@Test func `a benchmark that does not vary, does not overlap, or is the run itself is n/a with the reason`() {
    let returns = RunBuilder.returns(seed: 5, count: 300)
    let timestamps = RunBuilder.weekdays(count: 300)
    let flat = Analyzer.analyze(
        RunBuilder.run(returns, timestamps: timestamps, benchmark: [Double](repeating: 0.0, count: 300)))
    #expect(reason(flat, .beta) == "the benchmark does not vary")
    #expect(reason(flat, .alpha) == "the benchmark does not vary")
    #expect(reason(flat, .upCapture) == "the benchmark never rose")
    #expect(flat.metrics.number(.trackingError) != nil)
    let apart = Analyzer.analyze(
        RunBuilder.run(returns, timestamps: timestamps, benchmark: [Double?](repeating: nil, count: 300)))
    #expect(reason(apart, .beta) == "no benchmark")
    #expect(apart.benchmarkMetrics == nil && apart.growth.benchmark == nil)
    let same = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps, benchmark: returns))
    #expect(agree(same.metrics.number(.beta), 1) && agree(same.metrics.number(.rSquared), 1))
    #expect(same.metrics.number(.trackingError) == 0)
    #expect(reason(same, .informationRatio) == "does not differ from the benchmark")
    #expect(same.metrics.number(.totalReturn) == same.benchmarkMetrics?.number(.totalReturn))
    let none = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps))
    #expect(reason(none, .alpha) == "no benchmark" && reason(none, .beta) == "no benchmark")
}

@Test func `comparisons use the moments that both have and nothing else`() {
    let returns = RunBuilder.returns(seed: 6, count: 300)
    let market = RunBuilder.returns(seed: 7, count: 300)
    let timestamps = RunBuilder.weekdays(count: 300)
    let gaps = market.enumerated().map { $0 % 7 == 3 ? nil : $1 as Double? }
    let kept = gaps.indices.filter { gaps[$0] != nil }
    let gappy = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps, benchmark: gaps))
    let short = Analyzer.analyze(
        RunBuilder.run(
            kept.map { returns[$0] }, timestamps: kept.map { timestamps[$0] }, benchmark: kept.map { market[$0] }))
    for key in [
        MetricKey.alpha, .beta, .alphaPValue, .trackingError, .informationRatio, .upCapture, .battingAverage,
    ] {
        #expect(agree(gappy.metrics.number(key), short.metrics.number(key) ?? .nan), "\(key)")
    }
    #expect(gappy.growth.benchmark?.count == kept.count + 1)
}

@Test func `a benchmark that starts later has its own baseline, one timestamp before its first return`() throws {
    let timestamps = RunBuilder.weekdays(count: 300)
    let market = RunBuilder.returns(seed: 8, count: 300).enumerated().map { $0 < 100 ? nil : $1 as Double? }
    let run = RunBuilder.run(RunBuilder.returns(seed: 9, count: 300), timestamps: timestamps, benchmark: market)
    let wealth = try #require(Analyzer.analyze(run).growth.benchmark)
    #expect(wealth.timestamps.first == timestamps[99] && wealth.values.first == 1)
}

@Test func `a series of risk-free rates is taken off period by period`() {
    let returns = RunBuilder.returns(seed: 10, count: 300)
    let rates = (0..<300).map { 0.00005 + Double($0 % 5) * 0.00001 }
    var run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300))
    run.riskFree = .perPeriod(rates, name: "3-month bills")
    let analysis = Analyzer.analyze(run)
    let plain = Analyzer.analyze(
        RunBuilder.run(zip(returns, rates).map { $0 - $1 }, timestamps: RunBuilder.weekdays(count: 300)))
    for key in [MetricKey.sharpe, .sortino, .omega, .kelly, .probabilisticSharpe] {
        #expect(agree(analysis.metrics.number(key), plain.metrics.number(key) ?? .nan), "\(key)")
    }
    #expect(analysis.metrics[.sharpe]?.convention == "mean(e)/s(e)·√A; A = 252, rf from 3-month bills")
    let constant = Analyzer.analyze(
        RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300), riskFree: 0.02))
    run.riskFree = .perPeriod([Double](repeating: 1.02.rootMinusOne(252), count: 300), name: "constant")
    for key in [MetricKey.sharpe, .sortino, .martinRatio] {
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
