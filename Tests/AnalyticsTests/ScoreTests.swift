import Analytics
import RunBuilders
import RunModel
import Series
import Testing

@Test func `the score is the sum of its parts, kept between 0 and 100`() throws {
    for (drift, scale) in [(0.0005, 0.02), (0.004, 0.002), (-0.004, 0.05), (0.0001, 0.2)] {
        let run = RunBuilder.run(
            RunBuilder.returns(seed: 2, count: 500, drift: drift, scale: scale),
            timestamps: RunBuilder.weekdays(count: 500)
        )
        let analysis = Analyzer.analyze(run, conventions: .standard.with { $0.score = .predecessor })
        let score = try #require(analysis.score.value.number)
        let sum = analysis.score.parts.reduce(0) { $0 + $1.points }
        #expect(score == min(100, max(0, sum)))
        let sharpe = try #require(analysis.metrics.number(.sharpe))
        let drawdown = try #require(analysis.metrics.number(.maxDrawdown))
        let wins = try #require(analysis.metrics.number(.dailyWinRate))
        let formula = max(0, min(100, 50 + min(30, max(-30, 15 * sharpe)) + 0.3 * wins * 100 + 2 * drawdown * 100))
        #expect(agree(score, formula) || (score == 0 && formula == 0))
        #expect(analysis.metrics.number(.score) == score)
        let word = score >= 80 ? "Excellent" : score >= 65 ? "Good" : score >= 50 ? "Fair" : "Poor"
        #expect(analysis.score.rating == word && analysis.metrics[.scoreRating]?.value.word == word)
    }
}

@Test func `the predecessor takes the win rate of trades where there are trades, and says so; the standard never does`()
    throws
{
    let returns = RunBuilder.returns(seed: 2, count: 500)
    let trades = [RunBuilder.trade(1), RunBuilder.trade(-1), RunBuilder.trade(2), RunBuilder.trade(3)]
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 500), trades: trades)
    let predecessor = Conventions.standard.with { $0.score = .predecessor }
    let with = Analyzer.analyze(run, conventions: predecessor).score
    let strong = RunBuilder.returns(seed: 2, count: 500, drift: 0.003)
    let without = Analyzer.analyze(RunBuilder.run(strong, timestamps: RunBuilder.weekdays(count: 500), trades: trades))
        .score
    #expect(with.parts.map(\.name) == ["Base", "Sharpe ratio", "Win rate of trades", "Max drawdown"])
    #expect(without.parts.map(\.name) == ["Base", "Sharpe ratio", "Winning periods", "Max drawdown"])
    #expect(agree(with.parts[2].points, 22.5))
}

@Test func `the risk level is the worse of volatility and drawdown`() {
    for (returns, level) in [
        ([0.001, -0.0005], "low"), ([0.01, -0.008], "moderate"), ([0.015, -0.012], "high"),
        ([0.04, -0.035], "extreme"),
    ] {
        let values = (0..<300).map { returns[$0 % 2] }
        let analysis = Analyzer.analyze(RunBuilder.run(values, timestamps: RunBuilder.weekdays(count: 300)))
        #expect(analysis.score.riskLevel == level)
        #expect(analysis.metrics[.riskLevel]?.value.word == level)
    }
    // A slow slide of a quarter has next to no volatility.
    let slide = (0..<300).map { $0 % 2 == 0 ? -0.0012 : -0.0008 }
    let analysis = Analyzer.analyze(RunBuilder.run(slide, timestamps: RunBuilder.weekdays(count: 300)))
    #expect((analysis.metrics.number(.annualVolatility) ?? 1) < 0.01)
    #expect(analysis.score.riskLevel == "high")
}

@Test func `there is no score under a year, nor while the interval of the Sharpe ratio holds zero`() {
    let half = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 130, drift: 0.004), timestamps: RunBuilder.weekdays(count: 130))
    #expect(Analyzer.analyze(half).score.value.reason == "shorter than a year")
    let noise = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 700, drift: 0.0001), timestamps: RunBuilder.weekdays(count: 700))
    #expect(Analyzer.analyze(noise).score.value.reason == "the interval of the Sharpe ratio holds zero")
    #expect(Analyzer.analyze(noise).metrics[.scoreRating]?.value.word == nil)
}

@Test func `returns that follow each other are told, and independent ones are not`() {
    let noise = RunBuilder.returns(seed: 4, count: 120, drift: 0.004)
    let smoothed = noise.indices.dropFirst(2).map { (noise[$0] + noise[$0 - 1] + noise[$0 - 2]) / 3 }
    let caution = text(RunBuilder.run(smoothed, timestamps: RunBuilder.weekdays(count: 118)), "smoothed_returns")
    #expect(caution?.hasPrefix("Neighbouring returns resemble each other (autocorrelation 0.") == true)
    #expect(!codes(RunBuilder.run(noise, timestamps: RunBuilder.weekdays(count: 120))).contains("smoothed_returns"))
}

@Test func `a score that cannot be given has its reason and no word`() {
    let analysis = Analyzer.analyze(RunBuilder.run([0.01, 0.02], timestamps: RunBuilder.weekdays(count: 2)))
    #expect(analysis.score.value.reason == "shorter than 90 days")
    #expect(analysis.score.rating == nil && analysis.score.riskLevel == nil && analysis.score.parts.isEmpty)
}

private func codes(_ run: RunModel.Run) -> [String] { Analyzer.analyze(run).cautions.map(\.code) }

private func text(_ run: RunModel.Run, _ code: String) -> String? {
    Analyzer.analyze(run).cautions.first { $0.code == code }?.text
}

@Test func `a long, significant, deflated run has no caution`() {
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.002), timestamps: RunBuilder.weekdays(count: 1500), trials: 2)
    #expect(codes(run).isEmpty)
}

@Test func `each caution appears with its facts, and only when it applies`() {
    let timestamps = RunBuilder.weekdays(count: 1500)
    let good = RunBuilder.returns(seed: 2, count: 1500, drift: 0.002)
    let base = RunBuilder.run(good, timestamps: timestamps, trials: 2)

    var unknown = base
    unknown.trials = nil
    #expect(codes(unknown) == ["trials_unknown"])

    var many = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.0009), timestamps: timestamps, trials: 100_000)
    #expect(codes(many).contains("deflated_sharpe"))
    #expect(text(many, "deflated_sharpe")?.hasPrefix("After 100000 trials the deflated Sharpe ratio is 0.") == true)
    many.trials = 1
    #expect(!codes(many).contains("deflated_sharpe"))

    var traded = base
    traded.trades = [RunBuilder.trade(1)]
    #expect(text(traded, "few_trades") == "Only 1 trade was closed: statistics of trades rest on fewer than 30.")
    traded.trades = []
    #expect(text(traded, "few_trades") == "No trades were closed: statistics of trades rest on fewer than 30.")
    traded.trades = [Trade](repeating: RunBuilder.trade(1), count: 30)
    #expect(!codes(traded).contains("few_trades"))

    var warned = base
    warned.findings = [
        Finding(severity: .note, layer: .time, code: "note", fact: "a note"),
        Finding(severity: .warning, layer: .time, code: "gap", file: "equity.csv", row: 7, fact: "12 days are missing"),
    ]
    #expect(text(warned, "data_quality") == "The data check found one warning: equity.csv:7: 12 days are missing.")
    #expect(codes(warned).first == "data_quality")
}

@Test func `a short history is told in days under a year and in years under three`() {
    let short = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 100, drift: 0.004), timestamps: RunBuilder.weekdays(count: 100), trials: 1)
    #expect(
        text(short, "short_history")
            == "The run covers 140 days, less than a year: every number per year is a projection.")
    let middle = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 500, drift: 0.004), timestamps: RunBuilder.weekdays(count: 500), trials: 1)
    #expect(text(middle, "short_history") == "The run covers 1.9 years: few market conditions are in it.")
}

@Test func `a Sharpe ratio whose interval holds zero, and an alpha above 5 %, are called what they are`() {
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.0001), timestamps: RunBuilder.weekdays(count: 1500),
        benchmark: RunBuilder.returns(seed: 3, count: 1500), trials: 1)
    let analysis = Analyzer.analyze(run)
    let p = analysis.metrics.number(.alphaPValue) ?? 0
    #expect(p > 0.05 && codes(run).contains("insignificant_alpha") && codes(run).contains("uncertain_sharpe"))
    #expect(text(run, "uncertain_sharpe")?.contains("its 95 % interval runs from \u{2212}") == true)
    let strong = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.002), timestamps: RunBuilder.weekdays(count: 1500),
        benchmark: RunBuilder.returns(seed: 3, count: 1500), trials: 1)
    #expect(!codes(strong).contains("insignificant_alpha") && !codes(strong).contains("uncertain_sharpe"))
}

@Test func `one day that made a fifth of the growth is named`() {
    var returns = RunBuilder.returns(seed: 2, count: 1500, drift: 0.0008)
    returns[700] = 0.9
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 1500), trials: 1)
    let day = RunBuilder.weekdays(count: 1500)[700].date.display
    #expect(text(run, "dominant_day")?.hasPrefix("One observation, \(day) (+90.0\u{202F}%), made ") == true)
    // Of a total of some percent every good day is a multiple, which says nothing.
    let flat = [Double](repeating: 0, count: 200) + [0.05] + [Double](repeating: -0.0001, count: 200)
    #expect(!codes(RunBuilder.run(flat, timestamps: RunBuilder.weekdays(count: 401))).contains("dominant_day"))
}

@Test func `a benchmark of a part of the run is said to be one`() {
    let market = RunBuilder.returns(seed: 3, count: 1500).enumerated().map { $0 < 300 ? nil : $1 as Double? }
    let timestamps = RunBuilder.weekdays(count: 1500)
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1500, drift: 0.002), timestamps: timestamps, benchmark: market, trials: 1)
    let dates = "\(timestamps[299].date.display) – \(timestamps[1499].date.display)"
    #expect(text(run, "part_benchmark")?.hasPrefix("The benchmark covers \(dates) only") == true)
}
