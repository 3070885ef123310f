import RunModel
import Series
import TestSupport

/// A seeded random walk as a run, with benchmark, trades and positions: what figures and pages are tried on.
public struct RandomWalk: Sendable {
    /// How far timestamps are apart.
    public enum Step: Sendable {
        /// A day, without Saturdays and Sundays.
        case weekdays
        /// A day.
        case everyDay
        /// So many minutes of a session from 9:30 to 16:00.
        case minutes(Int)
        /// A calendar month.
        case months
    }

    /// Number of returns.
    public var count: Int
    /// The baseline's date.
    public var start: CalendarDate
    /// How far timestamps are apart.
    public var step: Step
    /// Mean return of an observation.
    public var drift: Double
    /// Deviation of an observation.
    public var deviation: Double
    /// Name of the benchmark; nil for none.
    public var benchmark: String?
    /// Number of closed trades; nil for a run without a record of trades.
    public var trades: Int?
    /// Whether trades say what was traded.
    public var hasSymbols: Bool
    /// Where the random numbers begin.
    public var seed: UInt64

    /// A walk with all its parts.
    public init(
        count: Int = 500, start: CalendarDate = CalendarDate(day: 18_263), step: Step = .weekdays,
        drift: Double = 0.0006, deviation: Double = 0.009, benchmark: String? = "S&P 500", trades: Int? = 120,
        hasSymbols: Bool = true, seed: UInt64 = 7
    ) {
        self.count = count
        self.start = start
        self.step = step
        self.drift = drift
        self.deviation = deviation
        self.benchmark = benchmark
        self.trades = trades
        self.hasSymbols = hasSymbols
        self.seed = seed
    }

    /// The run.
    public func run() -> Run {
        var numbers = SeededNumbers(seed: seed)
        let timestamps = timestamps
        let returns = (0..<count).map { _ in drift + deviation * numbers.normal() }
        let market = returns.map { 0.5 * $0 + 0.7 * deviation * numbers.normal() }
        var run = RunBuilder.run(
            returns, timestamps: Array(timestamps.dropFirst()), baseline: timestamps[0],
            benchmark: benchmark.map { _ in market.map { $0 } }, calendar: calendar,
            trades: trades.map { closed($0, timestamps, &numbers) }, capital: 100_000)
        run.baselineIsAdded = false
        run.currency = .given("USD")
        run.benchmark?.name = benchmark ?? ""
        run.positions = positions(run.equity)
        return run
    }

    private var calendar: TradingCalendar {
        switch step {
        case .weekdays: RunBuilder.calendar()
        case .everyDay: RunBuilder.calendar(perYear: 365)
        case .minutes(let minutes):
            RunBuilder.calendar(.minute, perYear: 252 * 390 / Double(minutes), perSession: 390 / Double(minutes))
        case .months: RunBuilder.calendar(.monthly, perYear: 12)
        }
    }

    private func closed(_ count: Int, _ timestamps: [Timestamp], _ numbers: inout SeededNumbers) -> [Trade] {
        let symbols = ["AAPL", "MSFT", "SPY", "TLT", "GLD", "BRK.B preferred class"]
        return (0..<count).map { index in
            Trade(
                id: "\(index)", symbol: hasSymbols ? symbols[index % symbols.count] : "", side: .long, quantity: 10,
                entry: timestamps[0], entryPrice: 100,
                exit: timestamps[min(1 + index * (timestamps.count - 1) / max(count, 1), timestamps.count - 1)],
                exitPrice: 101,
                profit: (120 * numbers.normal() + 25).rounded(), fees: 1, returnFraction: 0.01 * numbers.normal())
        }
    }

    /// Two symbols whose weights swing slowly, the second one short at times.
    private func positions(_ equity: TimeSeries) -> PositionHistory {
        let weights = equity.values.indices.map { (0.5 + 0.25 * Double($0 % 50) / 50, Double($0 % 40) / 100 - 0.2) }
        return PositionHistory(
            timestamps: Array(equity.timestamps), symbols: ["AAPL", "TLT"],
            values: [
                zip(equity.values, weights).map { $0 * $1.0 }, zip(equity.values, weights).map { $0 * $1.1 },
            ], cash: nil)
    }
}

extension RandomWalk {
    /// The baseline and one timestamp for each return.
    private var timestamps: [Timestamp] {
        var timestamps: [Timestamp] = []
        var date = start
        while timestamps.count <= count {
            switch step {
            case .weekdays:
                if date.weekday < 5 { timestamps.append(Timestamp(date)) }
                date.day += 1
            case .everyDay:
                timestamps.append(Timestamp(date))
                date.day += 1
            case .months:
                timestamps.append(Timestamp(date))
                date = date.adding(months: 1)
            case .minutes(let minutes):
                if date.weekday < 5 {
                    timestamps += stride(from: 570, to: 960, by: minutes)
                        .map { Timestamp(date, seconds: Double($0 * 60)) }.prefix(count + 1 - timestamps.count)
                }
                date.day += 1
            }
        }
        return timestamps
    }
}
