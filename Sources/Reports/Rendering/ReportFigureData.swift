import Analytics
import DataOutput
import DocumentModel
import Series

/// The exact numbers of an analysis for the pages that show them.
enum ReportFigureData {
    /// Days that growth must have taken before it is stated per year: 98 % of a year.
    private static let growthDays = 0.98 * 365.25
    /// Days that deviations must have been observed over before they are stated per year.
    private static let deviationDays = 90.0

    /// Every series that a figure may show, and what a page needs to say how a part of the run did.
    static func make(_ analysis: Analysis) -> FigureData {
        let beside = AnalysisSeries.beside(analysis).map { name, series in
            var one = FigureData.Series(
                name, times: series.timestamps.map(\.milliseconds), values: series.values,
                derivation: derivation(of: name, analysis))
            if name == SeriesName.benchmarkGrowth { one.startLevel = analysis.run.benchmark?.startLevel }
            return one
        }
        return FigureData(
            series: inOrder(ofEveryMoment(analysis) + beside + closes(analysis)), selection: selection(analysis),
            timeSeparator: timeSeparator)
    }

    /// Growth and drawdown, which are as long as the run.
    private static func ofEveryMoment(_ analysis: Analysis) -> [FigureData.Series] {
        let (growth, drawdowns) = (analysis.growth, analysis.drawdowns)
        let (times, count) = (growth.timestamps, growth.timestamps.count)
        var wealth = FigureData.Series(
            SeriesName.growth, count: count, time: { times.milliseconds($0) },
            values: { growth.strategy.values }, derivation: derivation(of: SeriesName.growth, analysis))
        if !analysis.run.equityIsDerived { wealth.startLevel = analysis.run.equity.values.first }
        return [
            wealth,
            FigureData.Series(
                SeriesName.drawdown, count: count, time: { times.milliseconds($0) },
                values: { drawdowns.series.values }, derivation: derivation(of: SeriesName.drawdown, analysis)),
        ]
    }

    /// `1970-01-01 00:01`: whatever stands between date and time there stands there in pages.
    static let timeSeparator = String(Timestamp(milliseconds: 60_000).description.dropFirst(10).prefix(1))

    /// The ends of the benchmark's own trading days, which no data file names.
    private static let benchmarkCloses = "benchmark_closes"

    private static func closes(_ analysis: Analysis) -> [FigureData.Series] {
        guard let basis = analysis.benchmarkDaily, analysis.growth.benchmark != nil else { return [] }
        let times = basis.timestamps.map(\.milliseconds)
        return [
            FigureData.Series(
                benchmarkCloses, times: times, values: times.map { _ in 0 },
                derivation: .returns(of: SeriesName.benchmarkGrowth))
        ]
    }

    /// Growth first, then daily returns, then what follows from them.
    private static func inOrder(_ series: [FigureData.Series]) -> [FigureData.Series] {
        func rank(_ one: FigureData.Series) -> Int {
            switch one.derivation {
            case .growth: 0
            case .returns: 1
            case .drawdown, .rolling, .none: 2
            case .sum: 3
            }
        }
        return (0...3).flatMap { wanted in series.filter { rank($0) == wanted } }
    }

    private static func derivation(of name: String, _ analysis: Analysis) -> FigureData.Derivation {
        switch name {
        case SeriesName.growth, SeriesName.benchmarkGrowth: return .growth
        case SeriesName.drawdown: return .drawdown(of: SeriesName.growth)
        case SeriesName.dailyReturns: return .returns(of: SeriesName.growth)
        case SeriesName.netExposure: return sum(of: [(SeriesName.longExposure, 1), (SeriesName.shortExposure, 1)])
        case SeriesName.grossExposure: return sum(of: [(SeriesName.longExposure, 1), (SeriesName.shortExposure, -1)])
        case SeriesName.cash: return sum(of: [(SeriesName.longExposure, -1), (SeriesName.shortExposure, -1)], plus: 1)
        case SeriesName.benchmarkDailyReturns: return .returns(of: SeriesName.benchmarkGrowth)
        default:
            guard let rolling = analysis.rolling.first(where: { $0.key == name }) else { return .none }
            return .rolling(statistic: rolling.statistic.key, window: rolling.window)
        }
    }

    private static func sum(of parts: [(String, Double)], plus number: Double = 0) -> FigureData.Derivation {
        .sum(of: parts.map { FigureData.Part($0.0, times: $0.1) }, plus: number)
    }

    private static func selection(_ analysis: Analysis) -> SelectionFacts? {
        let daily = analysis.daily
        guard !daily.riskFree.isEmpty, analysis.growth.timestamps.count > 2 else { return nil }
        var accounts = [account(Analysis.strategyName, SeriesName.growth, closes: SeriesName.dailyReturns, daily)]
        if let benchmark = analysis.benchmarkDaily, analysis.growth.benchmark != nil {
            let name = analysis.run.benchmark?.name ?? "Benchmark"
            accounts.append(account(name, SeriesName.benchmarkGrowth, closes: benchmarkCloses, benchmark))
        }
        let isShortToo = analysis.conventions.shortSpans == .annualised
        return SelectionFacts(
            accounts: accounts,
            pairs: analysis.growth.benchmarkDailyReturns == nil ? "" : SeriesName.benchmarkDailyReturns,
            growthDays: isShortToo ? 0 : growthDays, deviationDays: isShortToo ? 0 : deviationDays,
            metrics: metrics(analysis.conventions))
    }

    private static func account(
        _ label: String, _ growth: String, closes: String, _ basis: DailyBasis
    ) -> SelectionFacts.Account {
        SelectionFacts.Account(
            label: label, growth: growth, closes: closes, periodsPerYear: basis.periodsPerYear,
            riskFree: basis.riskFree)
    }

    /// Metrics whose convention in this report is the documented default: a page computes no other.
    private static func metrics(_ conventions: Conventions) -> [String] {
        let standard = Conventions.standard
        var keys: [MetricKey] = [.totalReturn]
        if conventions.growthYears == standard.growthYears { keys.append(.cagr) }
        keys.append(.annualVolatility)
        if conventions.ratioNumerator == standard.ratioNumerator { keys.append(.sharpe) }
        keys.append(.maxDrawdown)
        return keys.map(\.rawValue)
    }
}
