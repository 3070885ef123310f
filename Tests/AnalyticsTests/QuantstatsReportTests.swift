import Analytics
import Formatting
import Foundation
import RunBuilders
import RunModel
import Series
import Testing

private let folder = "real-runs/quantstats/"

/// The rows of quantstats' full table and our keys. It rounds to two decimals, writes percents as fractions, in the last two
/// rows with the sign of a percentage behind them, and rounds days to whole numbers.
private let rows: [(row: String, key: MetricKey)] = [
    ("Time in Market", .exposure), ("Cumulative Return", .totalReturn), ("CAGR﹪", .cagr), ("Sharpe", .sharpe),
    ("Prob. Sharpe Ratio", .probabilisticSharpe), ("Sortino", .sortino), ("Omega", .omega),
    ("Max Drawdown", .maxDrawdown), ("Longest DD Days", .longestDrawdownDays),
    ("Volatility (ann.)", .annualVolatility), ("R^2", .rSquared), ("Information Ratio", .informationRatio),
    ("Calmar", .calmar), ("Skew", .skewness), ("Kurtosis", .kurtosis), ("Ulcer Performance Index", .martinRatio),
    ("Risk-Return Ratio", .riskReturnRatio), ("Win/Loss Ratio", .payoffRatioDaily),
    ("Expected Daily", .expectedDaily), ("Expected Monthly", .expectedMonthly), ("Expected Yearly", .expectedYearly),
    ("Kelly Criterion", .kelly), ("Daily Value-at-Risk", .gaussianVaR95),
    ("Expected Shortfall (cVaR)", .gaussianCVaR95), ("Max Consecutive Wins", .maxConsecutiveUpDays),
    ("Max Consecutive Losses", .maxConsecutiveDownDays), ("Gain/Pain Ratio", .gainToPain),
    ("Gain/Pain (1M)", .gainToPainMonthly), ("Payoff Ratio", .payoffRatioDaily), ("Profit Factor", .profitFactorDaily),
    ("Common Sense Ratio", .commonSenseRatio), ("Tail Ratio", .tailRatio), ("MTD", .monthToDate),
    ("3M", .threeMonths), ("6M", .sixMonths), ("YTD", .yearToDate), ("1Y", .oneYear), ("3Y (ann.)", .threeYears),
    ("5Y (ann.)", .fiveYears), ("10Y (ann.)", .tenYears), ("All-time (ann.)", .sinceInception),
    ("Best Day", .bestDay), ("Worst Day", .worstDay), ("Best Month", .bestMonth), ("Worst Month", .worstMonth),
    ("Best Year", .bestYear), ("Worst Year", .worstYear), ("Avg. Drawdown", .averageDrawdown),
    ("Avg. Drawdown Days", .averageDrawdownDays), ("Recovery Factor", .recoveryFactor), ("Ulcer Index", .ulcerIndex),
    ("Avg. Up Month", .averageUpMonth), ("Avg. Down Month", .averageDownMonth), ("Win Days", .dailyWinRate),
    ("Win Month", .monthlyWinRate), ("Win Quarter", .quarterlyWinRate), ("Win Year", .annualWinRate),
    ("Beta", .beta), ("Alpha", .alpha), ("Correlation", .correlation), ("Treynor Ratio", .treynor),
]

/// Rows that state the run, and rows that have no key of ours so far.
private let others: Set<String> = [
    "Start Period", "End Period", "Risk-Free Rate", "Max DD Date", "Max DD Period Start", "Max DD Period End",
    "Smart Sharpe", "Smart Sortino", "Sortino/√2", "Smart Sortino/√2", "Risk-Adjusted Return", "Avg. Return",
    "Avg. Win", "Avg. Loss", "Profit Ratio", "Risk of Ruin", "CPC Index", "Outlier Win Ratio", "Outlier Loss Ratio",
    "Serenity Index",
]

@Test(.enabled(if: SharedFiles.has(folder + "smacross-goog.metrics-full.csv"), "the shared folder is not here"))
func `the quantstats profile prints quantstats' full table, both columns of it`() throws {
    let table = try quantstatsTable()
    let known = Set(rows.map(\.row)).union(others)
    #expect(Set(table.keys).subtracting([""]) == known)
    // The profile is of release 0.0.81; 0.0.86, which wrote this table, has mended the expected shortfall.
    let conventions = Conventions.quantstats.with { $0.gaussianTail = .closedForm }
    let analysis = Analyzer.analyze(try quantstatsRun(), conventions: conventions)
    for (row, key) in rows {
        let cells = try #require(table[row])
        expect(analysis.metrics[key], cells.strategy, "\(row), strategy")
        if cells.benchmark != "-", let metric = analysis.benchmarkMetrics?[key] {
            expect(metric, cells.benchmark, "\(row), benchmark")
        }
    }
    let worst = try #require(analysis.drawdowns.episodes.first)
    #expect(worst.valley.date.iso == table["Max DD Date"]?.strategy)
}

/// Both series from the day on which the strategy first moves, as quantstats matches them.
private func quantstatsRun() throws -> RunModel.Run {
    let own = CSVColumns(try SharedFiles.text(folder + "smacross-goog.returns.csv"))
    let market = CSVColumns(try SharedFiles.text(folder + "goog.benchmark-returns.csv"))
    let (returns, benchmark) = (own.column("SmaCross"), market.column("GOOG"))
    try #require(own.timestamps == market.timestamps && returns.count == benchmark.count)
    let first = try #require(returns.firstIndex { $0 != 0 })
    return RunBuilder.run(
        Array(returns[first...]), timestamps: Array(own.timestamps[first...]), benchmark: benchmark[first...].map { $0 }
    )
}

private func quantstatsTable() throws -> [String: (benchmark: String, strategy: String)] {
    let lines = try SharedFiles.text(folder + "smacross-goog.metrics-full.csv").split(whereSeparator: \.isNewline)
    var table = [String: (benchmark: String, strategy: String)]()
    for line in lines {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if cells.count == 3 { table[cells[0]] = (cells[1], cells[2]) }
    }
    return table
}

/// Whether a number rounds to what quantstats prints, in its way of printing it.
private func expect(_ metric: Metric?, _ cell: String, _ row: String) {
    guard let value = metric?.value.number else {
        Issue.record("\(row): \(cell) there, ours n/a: \(metric?.value.reason ?? "")")
        return
    }
    if metric?.declaration.unit == .days {
        #expect(FixedDecimal.digits(of: value.rounded(.toNearestOrEven), places: 0) == cell, "\(row)")
    } else {
        let rounded = Double(FixedDecimal.digits(of: value, places: 2)) ?? .nan
        #expect(rounded == Double(cell.filter { $0 != "%" }), "\(row): ours \(value)")
    }
}
