import Analytics
import RunBuilders
import RunModel
import Testing

@Test func `profiles are found by name, and a slip of the keys by the nearest one`() {
    #expect(Profile.all.first == .standard)
    #expect(Set(Profile.all.map(\.profile)).count == Profile.all.count)
    #expect(Profile.named("standard") == .standard && Profile.named("standart") == nil)
    #expect(Profile.nearest(to: "standart") == "standard" && Profile.nearest(to: "quantum") == nil)
}

@Test func `a convention alone decides the number, never the name of the profile`() throws {
    let run = try Reference.run(riskFree: 0.02)
    let named = Analyzer.analyze(run, conventions: Conventions(profile: "quantstats"))
    #expect(named.metrics == Analyzer.analyze(run).metrics)
}

@Test func `each choice changes the numbers that it is about, and no other`() throws {
    let run = try Reference.run(riskFree: 0.02, trials: 3)
    let standard = Analyzer.analyze(run).metrics
    let choices: [(Conventions, Set<MetricKey>)] = [
        (.standard.with { $0.skewness = .moment }, [.skewness]),
        (.standard.with { $0.kurtosis = .momentExcess }, [.kurtosis]),
        (.standard.with { $0.gaussianTail = .observationsBelow }, [.gaussianCVaR95, .gaussianCVaR99]),
        (.standard.with { $0.kelly = .payoff }, [.kelly]),
        (.standard.with { $0.ulcerDivisor = .observationsLessOne }, [.ulcerIndex, .martinRatio]),
        (.standard.with { $0.martinNumerator = .totalReturn }, [.martinRatio]),
        (.standard.with { $0.recoveryNumerator = .summed }, [.recoveryFactor]),
        (.standard.with { $0.averageDrawdown = .underwaterPoints }, [.averageDrawdown]),
        (
            .standard.with { $0.drawdownDays = .underwaterInclusive },
            [.longestDrawdownDays, .averageDrawdownDays]
        ),
        (.standard.with { $0.alphaAnnualisation = .compounded }, [.alpha]),
        (.standard.with { $0.informationRatio = .perPeriod }, [.informationRatio]),
        (.standard.with { $0.treynorNumerator = .annualGrowth }, [.treynor]),
        (.standard.with { $0.capture = .annualReturns }, [.upCapture, .downCapture]),
        (.standard.with { $0.gainToPainMonths = .summed }, [.gainToPainMonthly]),
        (
            .standard.with { $0.partialPeriods = .counted },
            [
                .bestYear, .worstYear, .annualWinRate, .expectedYearly, .consistencyScore, .bestMonth,
                .worstMonth, .expectedMonthly,
            ]
        ),
    ]
    for (conventions, keys) in choices {
        let other = Analyzer.analyze(run, conventions: conventions).metrics
        let changed = zip(standard.metrics, other.metrics).filter { $0.value != $1.value }.map(\.0.declaration.key)
        #expect(Set(changed).isSubset(of: keys) && !changed.isEmpty, "\(changed) for \(keys.map(\.rawValue).sorted())")
        for (left, right) in zip(standard.metrics, other.metrics) where left.value != right.value {
            #expect(
                left.convention != right.convention, "\(left.declaration.key) does not say how it was computed")
        }
    }
}

@Test func `Treynor's numerators are what they say`() throws {
    let run = try Reference.run(riskFree: 0.02)
    func metrics(_ numerator: TreynorNumerator) -> MetricSet {
        Analyzer.analyze(run, conventions: .standard.with { $0.treynorNumerator = numerator }).metrics
    }
    let standard = metrics(.annualMeanExcess)
    let beta = try #require(standard.number(.beta))
    let cagr = try #require(standard.number(.cagr))
    let total = try #require(standard.number(.totalReturn))
    let mean = run.returns.values.reduce(0, +) / Double(run.returns.count)
    #expect(agree(metrics(.annualGrowth).number(.treynor), (cagr - 0.02) / beta))
    #expect(agree(metrics(.totalReturn).number(.treynor), (total - 0.02) / beta))
    #expect(agree(metrics(.periodMean).number(.treynor), mean / beta))
}

@Test func `where returns tie at the quantile, the two historical CVaRs differ`() {
    // Of 21 returns the 5 % quantile is the second lowest, and five are equal to it.
    let returns = [-0.02] + [Double](repeating: -0.01, count: 5) + (0..<15).map { 0.001 * Double($0 + 1) }
    let run = RunBuilder.run(returns, stamps: RunBuilder.weekdays(count: 21))
    let standard = Analyzer.analyze(run).metrics
    #expect(standard.number(.historicalVaR95) == -0.01)
    #expect(agree(standard.number(.historicalCVaR95), -0.07 / 6))
    let other = Analyzer.analyze(run, conventions: .standard.with { $0.historicalTail = .lowestCount }).metrics
    #expect(agree(other.number(.historicalCVaR95), -0.015))
}
