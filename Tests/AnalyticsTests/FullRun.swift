import Analytics
import RunBuilders
import RunModel
import Series

/// A run that has everything that a metric may need.
enum FullRun {
    /// Eleven years of days with a benchmark, trades, trials and money.
    static func run() -> RunModel.Run {
        let timestamps = RunBuilder.weekdays(from: "2010-01-04", count: 2880)
        let profits = [120.0, -40, 0, 60, -20, 30, -5, 20, -10, 15, 25, -8]
        let trades = profits.enumerated().map { index, profit in
            RunBuilder.trade(profit, symbol: index < 4 ? "A" : "B", day: 15_000 + index, mae: -5)
        }
        let market = RunBuilder.returns(seed: 4, count: 2880, drift: 0.0003)
        let returns = zip(RunBuilder.returns(seed: 3, count: 2880, drift: 0.001), market).map { $0 + $1 / 2 }
        var run = RunBuilder.run(
            returns, timestamps: timestamps, benchmark: market.map { $0 }, riskFree: 0.02, trades: trades,
            trials: 12, capital: 100_000)
        run.trades = trades.map { trade in
            var copy = trade
            copy.mfe = 9
            return copy
        }
        run.positions = PositionHistory(
            timestamps: timestamps, symbols: ["A"], values: [timestamps.map { _ in 50_000 }],
            cash: timestamps.map { _ in 40_000 })
        run.stressPeriods = [StressPeriod(name: "summer", start: timestamps[100].date, end: timestamps[150].date)]
        run.limits = Limits(file: "limits.toml")
        run.limits?.drawdown = 0.1
        run.outOfSampleStart = timestamps[2000].date
        addPrices(to: &run)
        addOrders(to: &run)
        return run
    }

    /// Bars of both symbols, and fills of one with the prices that were decided on.
    private static func addPrices(to run: inout RunModel.Run) {
        let timestamps = Array(run.equity.timestamps)
        let close = timestamps.indices.map { 100 + Double($0 % 7) }
        let bars = ["A", "B"].map { name in
            PriceHistory.Bars(
                symbol: name, timestamps: timestamps, open: close, high: close.map { $0 + 1 },
                low: close.map { $0 - 1 },
                close: close, volume: close.map { _ in 10_000 })
        }
        run.prices = PriceHistory(file: "prices.csv", symbols: bars, hasRanges: true)
        run.fills = [1, 50].map { place in
            var fill = Fill(
                time: timestamps[place], symbol: "A", quantity: place == 1 ? 500 : -500, price: close[place])
            (fill.decisionPrice, fill.decided) = (close[place - 1], timestamps[place - 1])
            return fill
        }
    }

    /// Orders with every end, and margin of half of what is held.
    private static func addOrders(to run: inout RunModel.Run) {
        let timestamps = Array(run.equity.timestamps)
        run.orders = Order.Status.allCases.enumerated().map { place, status in
            var order = Order(
                id: "\(place)", symbol: "A", submitted: timestamps[place * 10 + 30],
                quantity: place.isMultiple(of: 2) ? 10 : -10, type: place < 3 ? "market" : "limit", status: status,
                filled: status == .filled ? 10 : status == .partlyFilled ? 4 : 0, price: 101,
                ended: status == .open ? nil : timestamps[place * 10 + 31])
            order.decisionPrice = 100
            return order
        }
        run.margin = MarginUse(
            file: "margin.csv", timestamps: [timestamps[1], timestamps[900]], shares: [0.25, 0.5])
    }
}
