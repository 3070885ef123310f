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
    let printed: [(MetricKey, Double)] = [
        (.totalReturn, 4.5574512940000034), (.maxDrawdown, -0.3393159182905461), (.tradeCount, 94),
        (.tradeWinRate, 0.53191489361702125), (.systemQualityNumber, 1.7913460714016227),
        (.totalFees, 10770.957060000002), (.runtimeDays, 3116), (.longestDrawdownDays, 830),
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
    for key in [MetricKey.totalReturn, .maxDrawdown, .annualVolatility, .sharpe, .historicalVaR95] {
        #expect(analysis.metrics.number(key) != nil, "\(key): \(analysis.metrics[key]?.value.reason ?? "")")
    }
    let total = 1 + (analysis.metrics.number(.totalReturn) ?? .nan)
    #expect(agree(analysis.periods.months.reduce(1) { $0 * (1 + $1.strategy) }, total))
    for caution in analysis.cautions { #expect(caution.text.hasSuffix("."), "\(caution.code)") }
}
