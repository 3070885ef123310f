import Analytics
import Formatting
import RunBuilders
import RunFormats
import RunModel
import Series
import Testing

private let series = "real-runs/pyfolio/test_returns.csv.gz"

/// PEERS, table 5.1: what each tool says of pyfolio's test series, to the printed digits.
private let table: [(conventions: Conventions, riskFree: Double, key: MetricKey, printed: String)] = [
    (.standard, 0, .totalReturn, "0.654043"),
    (.standard, 0, .cagr, "0.087509"),
    (PeerConventions.empyrical, 0, .cagr, "0.087548"),
    (PeerConventions.quantstats, 0, .cagr, "0.087548"),
    (PeerConventions.lumi, 0, .cagr, "0.087550"),
    (PeerConventions.lean, 0, .cagr, "0.087488"),
    (.standard, 0, .annualVolatility, "0.262076"),
    (PeerConventions.lumi, 0, .annualVolatility, "0.315408"),
    (.standard, 0, .sharpe, "0.451121"),
    (PeerConventions.lumi, 0, .sharpe, "0.542925"),
    (PeerConventions.lean, 0, .sharpe, "0.478753"),
    (.standard, 0.03, .sharpe, "0.338328"),
    (PeerConventions.lumi, 0.03, .sharpe, "0.449205"),
    (PeerConventions.lean, 0.03, .sharpe, "0.364282"),
    (.standard, 0, .sortino, "0.658788"),
    (PeerConventions.lumi, 0, .sortino, "0.792852"),
    (PeerConventions.lean, 0, .sortino, "0.680755"),
    (.standard, 0, .maxDrawdown, "-0.603908"),
    (.standard, 0, .calmar, "0.144904"),
    (PeerConventions.empyrical, 0, .calmar, "0.144970"),
    (PeerConventions.lumi, 0, .calmar, "0.144973"),
    (PeerConventions.empyrical, 0, .skewness, "0.143834"),
    (.standard, 0, .skewness, "0.143977"),
    (PeerConventions.empyrical, 0, .kurtosis, "5.913577"),
    (.standard, 0, .kurtosis, "5.937173"),
    (Conventions.standard.with { $0.kurtosis = .moment }, 0, .kurtosis, "8.913577"),
    (.standard, 0, .historicalVaR95, "-0.024951"),
    (.standard, 0, .gaussianVaR95, "-0.026686"),
    (PeerConventions.empyrical, 0, .historicalCVaR95, "-0.037601"),
    (PeerConventions.quantstats, 0, .gaussianCVaR95, "-0.039002"),
    (.standard, 0, .omega, "1.085186"),
    (.standard, 0, .tailRatio, "0.992207"),
    (.standard, 0, .stability, "0.001189"),
    (.standard, 0, .gainToPain, "0.085186"),
    (PeerConventions.quantstats, 0, .probabilisticSharpe, "0.865636"),
    (.standard, 0, .probabilisticSharpe, "0.865564"),
    (PeerConventions.quantstats, 0, .dailyWinRate, "0.519256"),
    (.standard, 0, .dailyWinRate, "0.517538"),
    (.standard, 0, .monthlyWinRate, "0.541667"),
    (PeerConventions.quantstats, 0, .ulcerIndex, "0.220914"),
    (PeerConventions.quantstats, 0, .martinRatio, "2.960615"),
    (PeerConventions.quantstats, 0, .recoveryFactor, "1.173853"),
    (.standard, 0, .recoveryFactor, "1.083017"),
    (PeerConventions.quantstats, 0, .kelly, "0.040761"),
]

@Test(.enabled(if: SharedFiles.has(series), "the shared folder is not here"))
func `each set of conventions gives its tool's printed digits on pyfolio's series`() throws {
    var run = try RunReader.read(
        SharedFiles.folder.appendingPathComponent(series).path, options: RunOptions(content: .returns))
    #expect(run.returns.count == 1511)
    for row in table {
        run.riskFree = .annual(row.riskFree)
        let conventions = row.conventions.with { $0.annualiseShort = true }
        let actual = Analyzer.analyze(run, conventions: conventions).metrics.number(row.key)
        let printed = actual.map { FixedDecimal.digits(of: $0, places: 6) }
        #expect(printed == row.printed, "\(row.conventions.profile), rf \(row.riskFree): \(row.key)")
    }
}

@Test func `a drawdown that starts to look after the first return is pyfolio's table, not its max drawdown`() throws {
    // Loses a tenth in the first period and never comes back: the table of peers that forget the baseline shows 5 %.
    let run = RunBuilder.run([-0.1, 0.02, -0.05, 0.01], stamps: RunBuilder.weekdays(count: 4))
    let forgetful = Conventions.standard.with { $0.drawdownBaseline = .afterFirstReturn }
    let depth = Analyzer.analyze(run, conventions: forgetful).metrics.number(.maxDrawdown)
    #expect(agree(depth, -0.05))
    #expect(agree(Analyzer.analyze(run).metrics.number(.maxDrawdown), 0.9 * 1.02 * 0.95 - 1))
}
