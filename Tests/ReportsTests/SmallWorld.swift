import Analytics
import Foundation
import Reports
import RunFormats
import TestSupport
import Testing

/// Every kind of run that a template can meet, made small: with and without benchmark and trades, short and long.
struct SmallWorld: CustomTestStringConvertible, Sendable {
    /// Days in the run.
    let days: Int
    let hasBenchmark: Bool
    /// Closed trades; nil for a run without a list of trades.
    let trades: Int?
    /// The name of the strategy.
    let name: String

    init(days: Int, hasBenchmark: Bool = false, trades: Int? = nil, name: String = "Walk") {
        self.days = days
        self.hasBenchmark = hasBenchmark
        self.trades = trades
        self.name = name
    }

    static let all: [SmallWorld] = [2, 10, 70, 300, 2600, 6000].flatMap { days in
        [false, true].flatMap { hasBenchmark in
            [nil, 0, 40].map { SmallWorld(days: days, hasBenchmark: hasBenchmark, trades: $0) }
        }
    }

    var testDescription: String {
        "\(days) days, \(hasBenchmark ? "a" : "no") benchmark, \(trades.map { "\($0)" } ?? "no list of") trades"
    }

    /// The run's analysis, through the files that a user would have.
    func analysis() throws -> Analysis {
        let folder = try TemporaryFolder()
        let dates = Self.weekdays(days)
        _ = try folder.write("{\"strategy\": \"\(name)\", \"id\": \"walk\"}", to: "run/run.json")
        _ = try folder.write("date,equity\n" + Self.rows(dates, seed: 1, drift: 5), to: "run/equity.csv")
        if hasBenchmark {
            _ = try folder.write("date,close\n" + Self.rows(dates, seed: 2, drift: 3), to: "run/benchmark.csv")
        }
        if let trades { _ = try folder.write(Self.trades(trades, dates), to: "run/trades.csv") }
        return Analyzer.analyze(try RunReader.read(folder.url("run").path), conventions: .standard)
    }

    private static func weekdays(_ count: Int) -> [String] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var day = Date(timeIntervalSince1970: 1_041_465_600)
        var dates: [String] = []
        while dates.count < count {
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: day)
            if let weekday = parts.weekday, (2...6).contains(weekday) {
                dates.append(String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0))
            }
            day += 86_400
        }
        return dates
    }

    /// An account that wanders; whole numbers, so that every machine makes the same.
    private static func rows(_ dates: [String], seed: UInt64, drift: Int) -> String {
        var state = seed
        var value = 1_000_000
        return dates.map { date in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            value += value / 10_000 * (Int(state >> 57) - 64 + drift)
            return "\(date),\(value)\n"
        }.joined()
    }

    private static func trades(_ count: Int, _ dates: [String]) -> String {
        let rows = (0..<count).map { index in
            let entry = index % dates.count
            let exit = min(entry + 1 + index % 9, dates.count - 1)
            let side = index % 4 == 0 ? "short" : "long"
            return "S\(index % 7),\(side),10,\(dates[entry]),100,\(dates[exit]),\(93 + index * 5 % 17),1\n"
        }
        return "symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees\n" + rows.joined()
    }
}
