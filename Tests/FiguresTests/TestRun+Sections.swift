import Analytics
import RunModel
import Series

extension TestRun {
    static func drawdowns(_ wealth: TimeSeries) -> DrawdownSection {
        var peak = wealth.values.first ?? 1
        let values = wealth.values.map { value in
            peak = max(peak, value)
            return value / peak - 1
        }
        var episodes: [DrawdownEpisode] = []
        var start: Int?
        for (index, value) in values.enumerated() {
            if value < 0, start == nil { start = index - 1 }
            if let first = start, value == 0 || index == values.count - 1 {
                let valley = (first...index).min { values[$0] < values[$1] } ?? first
                let stamps = wealth.stamps
                episodes.append(
                    DrawdownEpisode(
                        peak: stamps[first], valley: stamps[valley], recovery: value == 0 ? stamps[index] : nil,
                        end: stamps[index], depth: values[valley]))
                start = nil
            }
        }
        return DrawdownSection(
            series: TimeSeries(stamps: wealth.stamps, values: values), episodes: episodes.sorted { $0.depth < $1.depth }
        )
    }

    func periods(_ daily: TimeSeries, _ market: [Double]) -> PeriodSection {
        PeriodSection(
            months: grouped(daily, market, by: \.monthStart), years: grouped(daily, market, by: \.yearStart),
            trailing: [],
            weekdays: [
                GroupedReturn(index: 0, label: "Mon", observations: 80, mean: 0.0012, winRate: 0.55),
                GroupedReturn(index: 4, label: "Fri", observations: 79, mean: -0.0004, winRate: 0.48),
            ], hours: [])
    }

    private func grouped(
        _ daily: TimeSeries, _ market: [Double], by key: KeyPath<CalendarDate, CalendarDate>
    ) -> [PeriodReturn] {
        var periods: [PeriodReturn] = []
        for (index, stamp) in daily.stamps.enumerated() {
            let start = stamp.date[keyPath: key]
            let last = periods.last?.start == start ? periods.removeLast() : nil
            periods.append(
                PeriodReturn(
                    start: start, strategy: (1 + (last?.strategy ?? 0)) * (1 + daily.values[index]) - 1,
                    benchmark: benchmark.map { _ in (1 + (last?.benchmark ?? 0)) * (1 + market[index]) - 1 },
                    observations: (last?.observations ?? 0) + 1, isPartial: false))
        }
        guard let last = periods.popLast() else { return [] }
        return periods + [
            PeriodReturn(
                start: last.start, strategy: last.strategy, benchmark: last.benchmark, observations: last.observations,
                isPartial: true)
        ]
    }

    static func histogram(_ values: [Double], width: Double, bins: Int) -> Histogram {
        var counts = [Int](repeating: 0, count: bins)
        var (below, above) = (0, 0)
        for value in values {
            let bin = Int((value / width).rounded(.down)) + bins / 2
            if bin < 0 { below += 1 } else if bin >= bins { above += 1 } else { counts[bin] += 1 }
        }
        return Histogram(start: -width * Double(bins / 2), width: width, counts: counts, below: below, above: above)
    }

    static func distribution(_ returns: [Double]) -> DistributionSection {
        let mean = returns.reduce(0, +) / Double(max(returns.count, 1))
        let squares = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = returns.count > 1 ? (squares / Double(returns.count - 1)).squareRoot() : nil
        let sorted = returns.sorted()
        return DistributionSection(
            histogram: histogram(returns, width: 0.002, bins: 34), periodName: "daily", mean: mean,
            deviation: deviation,
            var95: sorted.isEmpty ? nil : sorted[sorted.count / 20],
            var99: sorted.isEmpty ? nil : sorted[sorted.count / 100],
            best: [], worst: [])
    }

    func rolling(_ daily: TimeSeries) -> [RollingSeries] {
        windows.flatMap { window in
            ["volatility", "sharpe", "sortino", "beta"].filter { $0 != "beta" || benchmark != nil }
                .map { rolling(daily, window, $0) }
        }
    }

    /// Mean over deviation of a moving window, scaled to look like the statistic.
    private func rolling(_ daily: TimeSeries, _ window: Int, _ statistic: String) -> RollingSeries {
        var values: [Double] = []
        var (sum, squares) = (0.0, 0.0)
        for (index, value) in daily.values.enumerated() {
            sum += value
            squares += value * value
            if index >= window {
                let old = daily.values[index - window]
                sum -= old
                squares -= old * old
            }
            guard index >= window - 1 else { continue }
            let mean = sum / Double(window)
            let deviation = max(squares / Double(window) - mean * mean, 1e-12).squareRoot()
            switch statistic {
            case "volatility": values.append(deviation * 15.87)
            case "beta": values.append(0.5 + 20 * (deviation - self.deviation))
            case "sortino": values.append(mean / deviation * 15.87 * 1.5)
            default: values.append(mean / deviation * 15.87)
            }
        }
        let stamps = Array(daily.stamps.suffix(values.count))
        return RollingSeries(
            key: "rolling_\(statistic)_\(window)", label: "Rolling \(statistic), \(window) sessions",
            statistic: statistic,
            window: window, series: TimeSeries(stamps: stamps, values: values),
            mean: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count), current: values.last)
    }

    func tradeSection(_ count: Int, _ stamps: [Timestamp], _ numbers: inout SeededNumbers) -> TradeSection {
        let symbols = ["AAPL", "MSFT", "SPY", "TLT", "GLD", "BRK.B preferred class"]
        let closed = (0..<count).map { index in
            let exit = stamps[min(1 + index * (stamps.count - 1) / max(count, 1), stamps.count - 1)]
            return Trade(
                id: "\(index)", symbol: hasSymbols ? symbols[index % symbols.count] : "", side: .long, quantity: 10,
                entry: stamps[0],
                entryPrice: 100, exit: exit, exitPrice: 101,
                profit: (120 * numbers.normal() + 25).rounded(), fees: 1, returnFraction: 0.01 * numbers.normal())
        }
        let groups = symbols.map { symbol in
            let profits = closed.filter { $0.symbol == symbol }.map(\.profit)
            return TradeGroup(
                name: symbol, count: profits.count, winRate: 0.5, profit: profits.reduce(0, +), average: 0,
                profitFactor: .absent(.noClosedTrade))
        }
        return TradeSection(
            closed: closed, open: [], profitHistogram: Self.histogram(closed.map(\.profit), width: 50, bins: 16),
            cumulativeProfit: Self.cumulative(closed), bySymbol: groups, bySide: [])
    }

    private static func cumulative(_ trades: [Trade]) -> TimeSeries {
        var stamps: [Timestamp] = []
        var values: [Double] = []
        for trade in trades {
            let sum = (values.last ?? 0) + trade.profit
            if stamps.last == trade.exit {
                values[values.count - 1] = sum
            } else {
                stamps.append(trade.exit)
                values.append(sum)
            }
        }
        return TimeSeries(stamps: stamps, values: values)
    }
}
