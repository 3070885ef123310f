import Foundation
import RunFormats
import RunModel
import Series

extension FindingFixture {
    /// A table of one row a day with values by number.
    private static func table(
        _ header: String, _ count: Int, from start: String = "2024-01-01",
        keep: (CalendarDate) -> Bool = { $0.weekday < 5 },
        _ value: (Int) -> String
    ) -> String {
        var date = CalendarDate(iso: start) ?? CalendarDate(day: 0)
        var (rows, number) = ([header], 0)
        while number < count {
            if keep(date) {
                rows.append("\(date.iso),\(value(number))")
                number += 1
            }
            date.day += 1
        }
        return rows.joined(separator: "\n") + "\n"
    }

    private static func small(_ number: Int) -> String { "0.00\((number * 7) % 9)" }

    private static func bars(_ days: Int, _ count: (Int) -> Int) -> String {
        let timestamps = (0..<days).flatMap { day in (0..<count(day)).map { (day, $0) } }
        return "time,equity\n"
            + timestamps.map { day, bar in "2024-01-0\(day + 1) \(10 + bar):00,\(100 + (bar * 7 + day) % 5)\n" }
            .joined()
    }

    /// Values, order, calendar.
    static let series: [FindingFixture] = [
        .init(
            .percentsLookLikeFractions, .isRead,
            ["returns.csv": table("date,return_pct", 30) { "0.000\(($0 * 7) % 9)" }]),
        .init(
            .threeDecimals, .isRead, ["run.csv": table("date,equity", 20) { "\(100 + $0).\(100 + ($0 * 37) % 900)" }],
            name: "run.csv"),
        .init(
            .ruin, .isRead, ["equity.csv": "date,equity\n2024-01-02,100\n2024-01-03,50\n2024-01-04,-1\n2024-01-05,3\n"]),
        .init(.missingValues, .isRead, ["equity.csv": "date,equity\n2024-01-02,100\n2024-01-03,\n2024-01-04,101\n"]),
        .init(.capitalMismatch, beside: ["run.json": #"{"initial_capital": 10}"#]),
        .init(
            .endValue, .isRead,
            [
                "x.equity.csv": ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,101,0,\n",
                "x.stats.csv": ",0\nStart,2024-01-02\nEquity Final [$],99\n",
            ]),
        .init(
            .manyReturnSpikes, .isRead,
            ["returns.csv": table("date,returns", 200) { $0 % 20 == 0 ? "0.4" : small($0) }]),
        .init(.returnSpikes, .isRead, ["returns.csv": table("date,returns", 60) { $0 == 30 ? "0.5" : small($0) }]),
        .init(
            .equityJump, .isRead,
            ["equity.csv": table("date,equity", 60) { "\(($0 < 30 ? 10_000 : 60_000) + ($0 * 37) % 50)" }]),
        .init(
            .returnsLookLikePercents, .isRead,
            ["returns.csv": table("date,returns", 60) { ($0 % 2 == 0 ? "" : "-") + "0.\(3 + $0 % 5)" }]),
        .init(
            .sparseObservations, .isRead,
            [
                "equity.csv": table("date,equity", 120, keep: { $0.weekday < 4 }) {
                    "\(100 + $0 % 7)"
                }
            ]),
        .init(
            .periodsFromData, .isRead,
            ["equity.csv": table("date,equity", 40, keep: { $0.day % 28 == 0 }) { "\(100 + $0 % 7)" }]),
        .init(.calendarContradicted, beside: ["run.json": #"{"calendar": "24x7"}"#], days: 300),
        .init(
            .endOfBarTimestamps, .isRead,
            ["equity.csv": table("date,equity", 60, keep: { (1...5).contains($0.weekday) }) { "\(100 + $0 % 7)" }]),
        .init(
            .midnightsEastward, .isRead,
            [
                "returns.csv": table("date,returns", 40, keep: { $0.weekday == 6 || $0.weekday < 4 }) { small($0) }
                    .replacing(#/(?m)(\d{4}-\d\d-\d\d),/#) { $0.1 + " 15:00:00+00:00," }
            ]),
        .init(
            .firstOfMonthTimestamps, .isRead,
            ["returns.csv": "date,returns\n2024-01-01,0.1\n2024-02-01,0.2\n2024-03-01,0.3\n"]),
        .init(
            .gaps, .isRead,
            [
                "equity.csv": table("date,equity", 200, keep: { $0.weekday < 5 && $0.day % 100 > 12 }) {
                    "\(100 + $0 % 7)"
                }
            ]),
        .init(.shortSessions, .isRead, ["equity.csv": bars(5) { $0 == 2 ? 2 : 8 }]),
        .init(
            .futureTimestamps, .isRead, ["equity.csv": dailyEquity(20)],
            options: RunOptions(today: CalendarDate(iso: "2024-01-10"))),
    ]

    private static func closes(_ count: Int, from start: String = "2024-01-01", _ value: (Int) -> String) -> String {
        table("date,close", count, from: start, value)
    }

    /// Benchmarks and rates.
    static let benchmarks: [FindingFixture] = [
        .init(.benchmarkUnmatched, beside: ["benchmark.csv": closes(20, from: "2023-12-20") { "\(100 + $0)" }]),
        .init(
            .benchmarkMissingReturns,
            beside: ["benchmark.csv": table("date,returns", 20) { $0 == 9 ? "" : small($0) }]),
        .init(
            .benchmarkPart, beside: ["benchmark.csv": dailyEquity(20, from: "2024-02-01", header: "date,close")],
            days: 80),
        .init(
            .benchmarkTooShort, beside: ["benchmark.csv": "date,close\n2024-01-01,5\n2024-02-01,6\n2024-02-02,6\n"],
            days: 6),
        .init(.benchmarkNotPositive, beside: ["benchmark.csv": closes(20) { $0 == 5 ? "-1" : "5" }]),
        .init(.benchmarkTotalLoss, beside: ["benchmark.csv": table("date,returns", 20) { $0 == 5 ? "-1" : small($0) }]),
        .init(.benchmarkAbsent, beside: ["run.json": #"{"benchmark": "SPY"}"#]),
        .init(
            .benchmarkTooCoarse, beside: ["benchmark.csv": "date,close\n2024-01-31,1\n2024-02-29,2\n2024-03-31,3\n"],
            days: 60),
        .init(
            .benchmarkEmpty, .isRead, ["run.csv": "date,equity,benchmark\n2024-01-02,100,\n2024-01-03,110,\n"],
            name: "run.csv"),
        .init(.riskFreeCoverage, beside: ["risk_free.csv": "date,annual_rate\n2024-01-20,0.02\n2024-01-22,0.02\n"]),
    ]
}
