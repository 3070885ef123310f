import Analytics
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

@Test func `seven profiles ship, found by name, and a slip of the keys by the nearest one`() {
    #expect(
        Conventions.profiles.map(\.profile) == [
            "standard", "beta1", "quantstats", "empyrical", "lean", "performanceanalytics", "vectorbt",
        ])
    #expect(Conventions.named("lean") == .lean && Conventions.named("leen") == nil)
    #expect(Conventions.nearest(to: "standart") == "standard" && Conventions.nearest(to: "quantstat") == "quantstats")
    #expect(Conventions.nearest(to: "zzzzzz") == nil)
    #expect(Conventions.profiles.allSatisfy { $0.summary.hasSuffix(".") })
}

@Test func `the page on conventions is what the choices say`() throws {
    try expectGolden(Conventions.reference, "../../Documentation/Conventions.md")
}

@Test func `a convention alone decides the number, never the name of the profile`() throws {
    let run = try Reference.run(riskFree: 0.02)
    let named = Analyzer.analyze(run, conventions: Conventions(profile: "quantstats"))
    #expect(named.metrics == Analyzer.analyze(run).metrics)
}

@Test func `every field of the conventions is a choice with at least two ways, in the order of the fields`() {
    let fields = Mirror(reflecting: Conventions.standard).children.compactMap(\.label)
    #expect(ConventionField.all.map(\.name) == fields.filter { !["profile", "summary", "ownMetrics"].contains($0) })
    for field in ConventionField.all {
        #expect(Set(field.ways).count == field.ways.count && field.ways.count > 1, "\(field.name)")
        #expect(field.ways.first == field.phrase(in: .standard), "\(field.name): the first way is not standard's")
        #expect(field.alternatives(to: .standard).count == field.ways.count - 1, "\(field.name)")
    }
}

@Test func `every way of every choice is taken by a profile, but the moment form of kurtosis`() {
    for field in ConventionField.all {
        let taken = Set(Conventions.profiles.map { field.phrase(in: $0) })
        #expect(Set(field.ways).subtracting(taken).subtracting(["m₄/m₂²"]).isEmpty, "\(field.name)")
    }
}

@Test func `every choice moves a number that names it, and none that does not`() throws {
    let runs = try [
        everything(count: 2881), everything(count: 40), everything(count: 2000, perYear: 365),
        Reference.run(riskFree: 0.02, trials: 3), tied(),
    ]
    for field in ConventionField.all where field.name != "rollingWindows" {
        let named = Set(
            MetricCatalog.all.map(\.key).filter { key in
                MetricCatalog.choices(of: key).contains { $0.name == field.name }
            })
        #expect(!named.isEmpty, "no metric names \(field.name)")
        for other in field.alternatives(to: .standard) {
            let way = "\(field.name): \(field.phrase(in: other))"
            let moved = runs.reduce(into: Set<MetricKey>()) { $0.formUnion(movedMetrics($1, .standard, other)) }
            #expect(!moved.isEmpty, "\(way) moves no metric")
            #expect(moved.isSubset(of: named), "\(way) moves \(moved.subtracting(named))")
        }
    }
}

@Test(arguments: Conventions.profiles)
func `from every profile, a metric that a choice moves names it and says so in its convention`(
    _ conventions: Conventions
) throws {
    let run = try Reference.run(riskFree: 0.02, trials: 3)
    for field in ConventionField.all {
        for other in field.alternatives(to: conventions) {
            for key in movedMetrics(run, conventions, other) {
                #expect(
                    MetricCatalog.choices(of: key).contains { $0.name == field.name },
                    "\(key) does not name \(field.name)")
            }
        }
    }
}

/// The metrics with another value under other conventions.
private func movedMetrics(_ run: RunModel.Run, _ one: Conventions, _ other: Conventions) -> [MetricKey] {
    let left = Analyzer.analyze(run, conventions: one).metrics.metrics
    let right = Analyzer.analyze(run, conventions: other).metrics.metrics
    return zip(left, right).filter { $0.value != $1.value }.map(\.0.declaration.key)
}

@Test func `the windows of rolling statistics are a choice`() throws {
    let run = try Reference.run(riskFree: 0.02)
    let windows = { Set(Analyzer.analyze(run, conventions: $0).rolling.map(\.window)) }
    #expect(windows(.standard) == [126, 252] && windows(.lean) == [132, 252])
}

@Test(arguments: Conventions.profiles)
func `under every profile each metric says what it is, and is the same metric`(_ conventions: Conventions) {
    let declarations = MetricCatalog.declarations(under: conventions)
    #expect(declarations.map(\.key) == MetricCatalog.all.map(\.key))
    for (declaration, standard) in zip(declarations, MetricCatalog.all) {
        #expect(!declaration.name.isEmpty && !declaration.formula.isEmpty, "\(declaration.key)")
        #expect(declaration.summary.hasSuffix(".") && declaration.edgeCases.hasSuffix("."), "\(declaration.key)")
        #expect(
            declaration.group == standard.group && declaration.appliesToBenchmark == standard.appliesToBenchmark
                && declaration.isOfBars == standard.isOfBars, "\(declaration.key)")
    }
}

@Test func `names, units and formulas follow the choice`() throws {
    let moment = Conventions.standard.with { $0.kurtosis = .moment }
    let kurtosis = try #require(MetricCatalog.declaration(named: "kurtosis", under: moment))
    #expect(kurtosis.name == "Kurtosis" && kurtosis.summary.contains("which has 3."))
    #expect(MetricCatalog.declaration(named: "kurtosis")?.summary.contains("which has 0.") == true)
    let sortino = try #require(MetricCatalog.declaration(named: "sortino", under: .lean))
    #expect(sortino.formula == "((1+mean(r))^A − 1 − rf)/(s(r | r < 0)·√A)")
    let peers = try #require(MetricCatalog.declaration(named: "downside_deviation", under: .performanceAnalytics))
    #expect(peers.unit == .fraction && peers.formula == "√(Σ min(e,0)²/n)")
    let length = try #require(MetricCatalog.declaration(named: "longest_drawdown_days", under: .performanceAnalytics))
    #expect(length.unit == .count && length.name == "Longest drawdown, observations")
}

@Test func `conventions state the formula in force, and what the run puts in`() throws {
    let analysis = Analyzer.analyze(try Reference.run(riskFree: 0.02))
    #expect(analysis.metrics[.sharpe]?.convention == "mean(e)/s(e)·√A; A = 252, rf 2\u{202F}% a year")
    #expect(
        analysis.metrics[.cagr]?.convention == "(W_end/W₀)^(1/years) − 1, years = elapsed calendar days/365.25")
    let other = Analyzer.analyze(try Reference.run(riskFree: 0.02), conventions: .quantstats)
    #expect(other.metrics[.cagr]?.convention == "(W_end/W₀)^(1/years) − 1, years = n/A; A = 252")
    #expect(other.metrics[.dailyWinRate]?.convention == "count(r > 0)/count(r ≠ 0) by days")
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

@Test func `where returns tie at the quantile, the three historical CVaRs differ`() {
    // Of 21 returns the 5 % quantile is the second lowest, and five are equal to it.
    let returns = [-0.02] + [Double](repeating: -0.01, count: 5) + (0..<15).map { 0.001 * Double($0 + 1) }
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 21))
    func tail(_ way: HistoricalTail) -> Double? {
        Analyzer.analyze(run, conventions: .standard.with { $0.historicalTail = way }).metrics.number(.historicalCVaR95)
    }
    #expect(agree(tail(.atOrBelowQuantile), -0.07 / 6))
    #expect(agree(tail(.belowQuantile), -0.02))
    #expect(agree(tail(.lowestCount), -0.015))
}

/// Returns of which many equal the 5 % quantile.
private func tied() -> RunModel.Run {
    let returns = [-0.02] + [Double](repeating: -0.01, count: 15) + (0..<105).map { 0.0001 * Double($0 + 1) }
    return RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: returns.count))
}

/// Weekdays with a benchmark that stands still on some of them, trades with an even one, positions, trials and money.
private func everything(count: Int, perYear: Double = 252) throws -> RunModel.Run {
    let timestamps = RunBuilder.weekdays(from: "2010-01-04", count: count)
    let market = RunBuilder.returns(seed: 4, count: count, drift: 0.0003).enumerated().map { $0 % 50 == 7 ? 0 : $1 }
    let own = RunBuilder.returns(seed: 3, count: count, drift: 0.001)
    let returns = zip(own, market).enumerated().map { $0 % 60 == 9 ? 0 : $1.0 + $1.1 / 2 }
    let trades = [120.0, -40, 0, 60, -20, -10, 0, 30].enumerated().map { index, profit in
        RunBuilder.trade(profit, symbol: index < 4 ? "A" : "B", day: 14_620 + index)
    }
    var run = RunBuilder.run(
        returns, timestamps: timestamps, benchmark: market.map { $0 }, riskFree: 0.02,
        calendar: RunBuilder.calendar(perYear: perYear), trades: trades, trials: 12, capital: 100_000)
    run.positions = PositionHistory(
        timestamps: timestamps, symbols: ["A"], values: [timestamps.indices.map { $0 % 7 == 0 ? 0 : 50_000 }], cash: nil
    )
    return run
}
