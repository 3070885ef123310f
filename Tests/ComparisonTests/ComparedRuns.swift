import Foundation
import RunModel
import Series
import TestSupport

/// Makes runs to compare, from levels or returns at given dates.
enum ComparedRuns {
    /// A calendar as a reader would infer it.
    static func calendar(_ name: String, _ cadence: Cadence, _ sessions: Double, perSession: Double = 1)
        -> TradingCalendar
    {
        TradingCalendar(
            name: name, cadence: cadence, sessionsPerYear: sessions, periodsPerSession: perSession,
            periodsPerYear: sessions * perSession, isInferred: true, reason: "stated by the test")
    }

    static let exchange = calendar("xnys", .daily, 252)
    static let always = calendar("24x7", .daily, 365)
    static let monthly = calendar("monthly", .monthly, 12)

    /// A run of levels, one per timestamp; the first is the start value.
    static func run(
        _ id: String, timestamps: [Timestamp], levels: [Double], calendar: TradingCalendar = exchange,
        strategy: String? = nil, riskFree: RiskFreeRate = .annual(0), currency: String? = "USD", trades: [Trade]? = nil
    ) -> RunModel.Run {
        let returns = zip(levels, levels.dropFirst()).map { $1 / $0 - 1 }
        return RunModel.Run(
            identity: RunIdentity(
                id: id, strategy: strategy.map { .given($0) } ?? .absent, version: .absent, engine: "test",
                created: .absent, parameters: []),
            equity: TimeSeries(timestamps: timestamps, values: levels), equityIsDerived: false, baselineIsAdded: false,
            returns: TimeSeries(timestamps: Array(timestamps.dropFirst()), values: returns), calendar: calendar,
            currency: currency.map { .given($0) } ?? .absent, initialCapital: .given(levels[0]), timeZone: .absent,
            benchmark: nil, riskFree: riskFree, trades: trades, positions: nil, costs: CostModel(), trials: nil,
            outOfSampleStart: nil,
            provenance: Provenance(format: "test", recognisedBy: "test", files: [], notes: []), findings: [])
    }

    /// A run of returns on weekdays from a date, the start value on the weekday before them.
    static func daily(
        _ id: String, _ returns: [Double], from first: String = "2019-03-13", strategy: String? = nil,
        riskFree: RiskFreeRate = .annual(0), currency: String? = "USD"
    ) -> RunModel.Run {
        run(
            id, timestamps: weekdays(from: first, count: returns.count + 1), levels: levels(returns),
            strategy: strategy,
            riskFree: riskFree, currency: currency)
    }

    /// Growth of 100.
    static func levels(_ returns: [Double]) -> [Double] {
        var level = 100.0
        return [level]
            + returns.map { value in
                level *= 1 + value
                return level
            }
    }

    /// Consecutive weekdays.
    static func weekdays(from first: String, count: Int) -> [Timestamp] {
        Array(days(from: first, count: count * 2 + 4).filter { $0.date.weekday < 5 }.prefix(count))
    }

    /// Consecutive days.
    static func days(from first: String, count: Int) -> [Timestamp] {
        let start = CalendarDate(iso: first)?.day ?? 0
        return (start..<start + count).map { Timestamp(CalendarDate(day: $0)) }
    }

    /// Numbers that look like a market's returns and are the same on every machine.
    static func returns(seed: UInt64, count: Int, drift: Double = 0.0005, scale: Double = 0.01) -> [Double] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<count).map { _ in drift + scale * numbers.normal() }
    }
}

/// Whether two numbers agree to ten digits.
func agree(_ one: Double?, _ other: Double, within share: Double = 1e-10) -> Bool {
    guard let one else { return false }
    return (one - other).magnitude <= share * max(1, other.magnitude)
}
