import Analytics
import RunBuilders
import RunModel
import Series

extension RandomWalk {
    /// What figures are drawn from.
    ///
    /// - Parameter isSplit: Whether the last half is out of sample.
    func analysis(isSplit: Bool = false) -> Analysis {
        var run = Self.furnished(run())
        if isSplit { run.outOfSampleStart = run.returns.timestamps[run.returns.count / 2].date }
        return Analyzer.analyze(run)
    }

    /// The run with sectors, factors, excursions and times of entries, which a walk alone does not have.
    private static func furnished(_ walk: RunModel.Run) -> RunModel.Run {
        var run = walk
        run.instruments = [
            Instrument(symbol: "AAPL", sector: "Technology"), Instrument(symbol: "TLT", sector: "Bonds"),
        ]
        run.trades = run.trades?.enumerated().map { index, trade in
            var trade = trade
            trade.entry = Timestamp(milliseconds: trade.exit.milliseconds - Int64(3 + index % 90) * 3_600_000)
            trade.mae = min(trade.profit, 0) - Double(index % 7) * 10
            trade.exitReason = ["signal", "stop", "target"][index % 3]
            trade.mfe = max(trade.profit, 0) + Double(index % 5) * 12
            return trade
        }
        let returns = run.returns
        guard returns.count > 2 else { return run }
        let market = returns.values.enumerated().map { 0.6 * $1 + ($0 % 3 == 0 ? 0.002 : -0.001) }
        let size = returns.values.indices.map { $0 % 4 == 0 ? 0.003 : -0.001 }
        run.factors = FactorReturns(
            file: "factors.csv", names: ["Market", "Size"], timestamps: Array(returns.timestamps),
            values: [market, size])
        let days = returns.timestamps
        run.stressPeriods = [
            StressPeriod(name: "first", start: days[days.count / 4].date, end: days[days.count / 3].date),
            StressPeriod(name: "second", start: days[days.count / 2].date, end: days[days.count * 3 / 5].date),
        ]
        run.prices = prices(run)
        var fall = Scenario(name: "Stocks fall")
        fall.assets = [.init("AAPL", -0.3), .init("TLT", 0.05)]
        run.scenarios = [fall]
        return run
    }

    /// A bar a day for both symbols.
    private static func prices(_ run: RunModel.Run) -> PriceHistory {
        let days = run.returns.timestamps.map { Timestamp($0.date) }
        var unique: [Timestamp] = []
        for day in days where unique.last != day { unique.append(day) }
        let bars = [bars("AAPL", unique, stride: 7), bars("TLT", unique, stride: 11)]
        return PriceHistory(file: "prices.csv", symbols: bars, hasRanges: true)
    }

    private static func bars(_ symbol: String, _ days: [Timestamp], stride: Int) -> PriceHistory.Bars {
        var closes: [Double] = []
        var close = 100.0
        for index in days.indices {
            let step = (index * stride) % 13 - 6
            close *= 1 + Double(step) / 600
            closes.append(close)
        }
        let highs: [Double] = closes.map { $0 * 1.004 }
        let lows: [Double] = closes.map { $0 * 0.995 }
        let volumes = [Double](repeating: 1e6, count: closes.count)
        return PriceHistory.Bars(
            symbol: symbol, timestamps: days, open: closes, high: highs, low: lows, close: closes, volume: volumes)
    }
}
