import Formatting
import Series

/// Series of the benchmark's sizes for a machine without the recorded ones; the same on every machine.
enum GeneratedSeries {
    /// Ten years of weekdays: `date,strategy,benchmark`.
    static func daily() -> [UInt8] {
        var numbers = SeededNoise(seed: 1)
        let rows = weekdays(2520).map { date in
            "\(date),\(digits(0.0006 + 0.008 * numbers.next(), 8)),\(digits(0.0004 + 0.01 * numbers.next(), 8))"
        }
        return bytes(["date,strategy,benchmark"] + rows)
    }

    /// Two thousand round trips within those ten years.
    static func trades() -> [UInt8] {
        var numbers = SeededNoise(seed: 2)
        let days = weekdays(2520)
        let rows = (0..<2000).map { index -> String in
            let (entry, price) = (days[index * 5 / 4], 100 + 20 * numbers.next())
            let exitPrice = price * (1 + 0.002 + 0.02 * numbers.next())
            let profit = (exitPrice - price) * 100 - 2
            return "\(index + 1),S\(index % 10),long,100,\(entry)T10:00:00,\(digits(price, 4)),\(entry)T15:30:00,"
                + "\(digits(exitPrice, 4)),2.00,\(digits(profit, 2))"
        }
        return bytes(["id,symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl"] + rows)
    }

    /// A year of minutes: `timestamp,equity,benchmark`.
    static func minute() -> [UInt8] {
        var numbers = SeededNoise(seed: 3)
        var (equity, benchmark) = (1_000_000.0, 100.0)
        let rows = weekdays(252).flatMap { date in
            (1...390).map { minute -> String in
                equity *= 1 + 0.000004 + 0.0004 * numbers.next()
                benchmark *= 1 + 0.000002 + 0.0005 * numbers.next()
                let (hour, rest) = ((570 + minute) / 60, (570 + minute) % 60)
                return "\(date)T\(two(hour)):\(two(rest)):00,\(digits(equity, 4)),\(digits(benchmark, 6))"
            }
        }
        return bytes(["timestamp,equity,benchmark"] + rows)
    }

    private static func weekdays(_ count: Int) -> [CalendarDate] {
        // 2 January 2015.
        var date = CalendarDate(day: 16_437)
        var dates: [CalendarDate] = []
        while dates.count < count {
            if date.weekday < 5 { dates.append(date) }
            date = CalendarDate(day: date.day + 1)
        }
        return dates
    }

    private static func digits(_ value: Double, _ places: Int) -> String {
        FixedDecimal.digits(of: value, places: places)
    }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func bytes(_ rows: [String]) -> [UInt8] { Array((rows.joined(separator: "\n") + "\n").utf8) }
}

/// Numbers around zero with a deviation near one: sums of uniform ones.
struct SeededNoise {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> Double { (uniform() + uniform() + uniform() + uniform() - 2) * 1.7 }

    private mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }
}
