import Analytics
import Formatting
import RunBuilders
import RunFormats
import RunModel
import Series
import Testing

private let series = "real-runs/pyfolio/test_returns.csv.gz"
/// SPY's daily returns over the same years, `date,return`; not among the real runs so far.
private let market = "real-runs/pyfolio/spy_returns.csv"

/// quantstats_lumi 1.1.5 (PEERS 1.2), as a set of one's own: every year has 365 periods and starts with the first return.
private let lumi = Conventions(profile: "lumi").with {
    $0.shortSpans = .annualised
    $0.periodsPerYear = .fixed(365)
    $0.growthYears = .elapsed(daysPerYear: 365.25, from: .firstRecord)
    $0.regressionReturns = .plain
}
private let moment = Conventions.standard.with { $0.kurtosis = .moment }

private typealias Row = (conventions: Conventions, riskFree: Double, key: MetricKey, printed: String)

/// PEERS, table 5.1: what each tool says of pyfolio's test series, to the printed digits.
private let table: [Row] = [
    (.standard, 0, .totalReturn, "0.654043"),
    (.beta1, 0, .totalReturn, "0.654043"),
    (.quantstats, 0, .totalReturn, "0.654043"),
    (.empyrical, 0, .totalReturn, "0.654043"),
    (.lean, 0, .totalReturn, "0.654043"),
    (.performanceAnalytics, 0, .totalReturn, "0.654043"),
    (.standard, 0, .cagr, "0.087509"),
    (.empyrical, 0, .cagr, "0.087548"),
    (.quantstats, 0, .cagr, "0.087548"),
    (.performanceAnalytics, 0, .cagr, "0.087548"),
    (lumi, 0, .cagr, "0.087550"),
    (.lean, 0, .cagr, "0.087488"),
    (.quantstats.with { $0.periodsPerYear = .fixed(365) }, 0, .cagr, "0.129256"),
    (.standard, 0, .annualVolatility, "0.262076"),
    (.empyrical, 0, .annualVolatility, "0.262076"),
    (.quantstats, 0, .annualVolatility, "0.262076"),
    (lumi, 0, .annualVolatility, "0.315408"),
    (.standard, 0, .sharpe, "0.451121"),
    (.empyrical, 0, .sharpe, "0.451121"),
    (.quantstats, 0, .sharpe, "0.451121"),
    (.performanceAnalytics, 0, .sharpe, "0.451121"),
    (lumi, 0, .sharpe, "0.542925"),
    (.lean, 0, .sharpe, "0.478753"),
    (.standard, 0.03, .sharpe, "0.338328"),
    (.empyrical, 0.03, .sharpe, "0.338328"),
    (.quantstats, 0.03, .sharpe, "0.338328"),
    (lumi, 0.03, .sharpe, "0.449205"),
    (.lean, 0.03, .sharpe, "0.364282"),
    (.standard, 0, .sortino, "0.658788"),
    (.empyrical, 0, .sortino, "0.658788"),
    (.quantstats, 0, .sortino, "0.658788"),
    (lumi, 0, .sortino, "0.792852"),
    (.lean, 0, .sortino, "0.680755"),
    (.performanceAnalytics, 0, .sortino, "0.041500"),
    (.standard, 0, .maxDrawdown, "-0.603908"),
    (.quantstats, 0, .maxDrawdown, "-0.603908"),
    (.empyrical, 0, .maxDrawdown, "-0.603908"),
    (.lean, 0, .maxDrawdown, "-0.603908"),
    (.performanceAnalytics, 0, .maxDrawdown, "-0.603908"),
    (.standard, 0, .calmar, "0.144904"),
    (.empyrical, 0, .calmar, "0.144970"),
    (.quantstats, 0, .calmar, "0.144970"),
    (lumi, 0, .calmar, "0.144973"),
    (.empyrical, 0, .skewness, "0.143834"),
    (.performanceAnalytics, 0, .skewness, "0.143834"),
    (.standard, 0, .skewness, "0.143977"),
    (.quantstats, 0, .skewness, "0.143977"),
    (.empyrical, 0, .kurtosis, "5.913577"),
    (.performanceAnalytics, 0, .kurtosis, "5.913577"),
    (.standard, 0, .kurtosis, "5.937173"),
    (.quantstats, 0, .kurtosis, "5.937173"),
    (moment, 0, .kurtosis, "8.913577"),
    (.standard, 0, .historicalVaR95, "-0.024951"),
    (.empyrical, 0, .historicalVaR95, "-0.024951"),
    (.standard, 0, .gaussianVaR95, "-0.026686"),
    (.quantstats, 0, .gaussianVaR95, "-0.026686"),
    (.empyrical, 0, .gaussianVaR95, "-0.032549"),
    (.lean, 0, .gaussianVaR95, "-0.027631"),
    (.empyrical, 0, .historicalCVaR95, "-0.037601"),
    (.quantstats, 0, .gaussianCVaR95, "-0.039002"),
    (.standard, 0, .omega, "1.085186"),
    (.quantstats, 0, .omega, "1.085186"),
    (.empyrical, 0, .omega, "1.085186"),
    (.standard, 0, .tailRatio, "0.992207"),
    (.empyrical, 0, .tailRatio, "0.992207"),
    (.standard, 0, .stability, "0.001189"),
    (.empyrical, 0, .stability, "0.001189"),
    (.standard, 0, .gainToPain, "0.085186"),
    (.quantstats, 0, .gainToPain, "0.085186"),
    (.quantstats, 0, .probabilisticSharpe, "0.865636"),
    (.standard, 0, .probabilisticSharpe, "0.865564"),
    (.lean, 0, .probabilisticSharpe, "0.089205"),
    (.standard.with { $0.sharpeTarget = .onePerYear }, 0, .probabilisticSharpe, "0.089271"),
    (.quantstats, 0, .dailyWinRate, "0.519256"),
    (.standard, 0, .dailyWinRate, "0.517538"),
    (.standard, 0, .monthlyWinRate, "0.541667"),
    (.quantstats, 0, .monthlyWinRate, "0.541667"),
    (.quantstats, 0, .ulcerIndex, "0.220914"),
    (.quantstats, 0, .martinRatio, "2.960615"),
    (.quantstats, 0, .recoveryFactor, "1.173853"),
    (.standard, 0, .recoveryFactor, "1.083017"),
    (.quantstats, 0, .kelly, "0.040761"),
    (.performanceAnalytics, 0, .kelly, "0.860669"),
]

/// The rows that need the benchmark.
private let benchmarkTable: [Row] = [
    (.standard, 0, .beta, "0.833157"), (.beta1, 0, .beta, "0.833157"), (.quantstats, 0, .beta, "0.833157"),
    (.empyrical, 0, .beta, "0.833157"), (.lean, 0, .beta, "0.833157"), (.performanceAnalytics, 0, .beta, "0.833157"),
    (.empyrical, 0, .alpha, "0.083909"), (.quantstats, 0, .alpha, "0.080587"), (lumi, 0, .alpha, "0.116724"),
    (.lean, 0, .alpha, "0.086969"),
    (.empyrical, 0, .informationRatio, "0.024489"), (.quantstats, 0, .informationRatio, "0.024489"),
    (.standard, 0, .informationRatio, "0.388756"), (.performanceAnalytics, 0, .informationRatio, "0.357278"),
    (.lean, 0, .informationRatio, "0.421802"),
    (.quantstats, 0, .treynor, "0.785017"), (.empyrical, 0, .treynor, "0.105080"),
    (.performanceAnalytics, 0, .treynor, "0.105080"),
]

@Test(.enabled(if: SharedFiles.has(series), "the shared folder is not here"))
func `each profile gives its tool's printed digits on pyfolio's series`() throws {
    var run = try RunReader.read(
        SharedFiles.folder.appendingPathComponent(series).path, options: RunOptions(content: .returns))
    #expect(run.returns.count == 1511)
    for row in table { expectPrinted(row, &run) }
    // Up to release 2.0 PerformanceAnalytics divided the growth per year by the deviation.
    run.riskFree = .annual(0)
    let older = Analyzer.analyze(run, conventions: .performanceAnalytics).metrics
    let ratio = (older.number(.cagr) ?? .nan) / (older.number(.annualVolatility) ?? .nan)
    #expect(FixedDecimal.digits(of: ratio, places: 6) == "0.334057")
}

@Test(
    .enabled(
        if: SharedFiles.has(series) && SharedFiles.has(market),
        "SPY's returns are not in real-runs/pyfolio: beta, alpha, information ratio and Treynor of PEERS 5.1 unchecked")
)
func `each profile gives its tool's printed digits beside SPY`() throws {
    var options = RunOptions(content: .returns)
    options.benchmark = RunOptions.BenchmarkFile(
        path: SharedFiles.folder.appendingPathComponent(market).path, column: nil)
    var run = try RunReader.read(SharedFiles.folder.appendingPathComponent(series).path, options: options)
    for row in benchmarkTable { expectPrinted(row, &run) }
}

private func expectPrinted(_ row: Row, _ run: inout RunModel.Run) {
    run.riskFree = .annual(row.riskFree)
    let actual = Analyzer.analyze(run, conventions: row.conventions).metrics.number(row.key)
    let printed = actual.map { FixedDecimal.digits(of: $0, places: 6) }
    #expect(printed == row.printed, "\(row.conventions.profile), rf \(row.riskFree): \(row.key)")
}
