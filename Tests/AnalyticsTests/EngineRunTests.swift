import Analytics
import RunFormats
import RunModel
import TestSupport
import Testing

private func sample(_ name: String) throws -> RunModel.Run {
    try RunReader.read(repositoryRoot.appendingPathComponent("SampleRuns/\(name)").path)
}

@Test func `backtesting.py's own statistics of its GOOG run are ours, where the definition is the same`() throws {
    let metrics = Analyzer.analyze(try sample("goog-smacross")).metrics
    let printed: [(String, Double)] = [
        ("total_return", 4.5574512940000034), ("max_drawdown", -0.3393159182905461), ("trades.count", 94),
        ("trades.win_rate", 0.53191489361702125), ("trades.sqn", 1.7913460714016227),
        ("trades.total_fees", 10770.957060000002), ("runtime_days", 3116), ("longest_drawdown_days", 830),
    ]
    for (key, value) in printed {
        #expect(agree(metrics.number(key), value), "\(key) \(metrics.number(key) ?? .nan)")
    }
}

@Test(arguments: ["goog-smacross", "zipline-4-stocks", "eurusd-hourly", "crypto-365", "daily-returns.csv.gz"])
func `every sample run has a headline, months that compound to it, and cautions in whole sentences`(_ name: String)
    throws
{
    let analysis = Analyzer.analyze(try sample(name))
    for key in ["total_return", "max_drawdown", "annual_volatility", "sharpe", "var_historical_95"] {
        #expect(analysis.metrics.number(key) != nil, "\(key): \(analysis.metrics[key]?.value.reason ?? "")")
    }
    let total = 1 + (analysis.metrics.number("total_return") ?? .nan)
    #expect(agree(analysis.periods.months.reduce(1) { $0 * (1 + $1.strategy) }, total))
    for caution in analysis.cautions { #expect(caution.text.hasSuffix("."), "\(caution.code)") }
}
