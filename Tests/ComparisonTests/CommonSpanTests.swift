import Analytics
import RunModel
import Series
import Testing

@testable import Comparison

/// Which moments runs have in common, and what each earned between them.
@Suite struct CommonSpanTests {
    private func span(_ runs: [RunModel.Run]) throws -> CommonSpan {
        try CommonSpan(of: runs, names: runs.map(\.identity.id))
    }

    @Test(arguments: 1...20)
    func `daily runs share the dates that all have, and lose no move between them`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let runs = (0..<3).map { index -> RunModel.Run in
            let all = ComparedRuns.weekdays(from: "2020-01-01", count: 120)
            let timestamps = all.dropFirst(generator.index(below: 10)).filter { _ in generator.index(below: 12) > 0 }
            let returns = ComparedRuns.returns(seed: seed * 10 + UInt64(index), count: timestamps.count - 1)
            return ComparedRuns.run("\(index)", timestamps: timestamps, levels: ComparedRuns.levels(returns))
        }
        let found = try span(runs)
        // The obvious way: the dates in all sets. A first moment may stand beside a level of some days before.
        let dates = runs.map { Set($0.equity.timestamps) }
        let common = dates[0].intersection(dates[1]).intersection(dates[2]).sorted()
        #expect(Set(common).isSubset(of: Set(found.timestamps)) && found.timestamps.count <= common.count + 1)
        for (index, run) in runs.enumerated() {
            let points = found.points[index]
            let whole = run.equity.values[points[found.count]] / run.equity.values[points[0]]
            #expect(agree(found.returns[index].reduce(1) { $0 * (1 + $1) }, whole))
        }
    }

    @Test func `a market that never closes gives its weekends to Mondays`() throws {
        let coin = ComparedRuns.run(
            "coin", timestamps: ComparedRuns.days(from: "2021-01-04", count: 15),
            levels: (0..<15).map { 100 + Double($0) }, calendar: ComparedRuns.always)
        let stock = ComparedRuns.run(
            "stock", timestamps: ComparedRuns.weekdays(from: "2021-01-04", count: 11),
            levels: (0..<11).map { 50 + Double($0) })
        let found = try span([coin, stock])
        #expect(found.count == 10 && found.unmatched == [4, 0])
        // From Friday, the fifth level, to Monday, the eighth.
        #expect(agree(found.returns[0][4], 107.0 / 104 - 1) && agree(found.returns[1][4], 55.0 / 54 - 1))
        #expect(found.periodsPerYear == 252)
    }

    @Test func `of a finer run the last level at or before each month is taken`() throws {
        let months = ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"].compactMap { CalendarDate(iso: $0) }
        let slow = ComparedRuns.run(
            "slow", timestamps: months.map { Timestamp($0) }, levels: [1, 1.1, 1.2, 1.3], calendar: ComparedRuns.monthly
        )
        let timestamps = ComparedRuns.weekdays(from: "2020-01-01", count: 100)
        let fast = ComparedRuns.run("fast", timestamps: timestamps, levels: timestamps.indices.map { 100 + Double($0) })
        let found = try span([fast, slow])
        #expect(found.base == 1 && found.timestamps == Array(slow.equity.timestamps) && found.periodsPerYear == 12)
        let ends = found.points[0].map { fast.equity.timestamps[$0].date.iso }
        #expect(ends == ["2020-01-31", "2020-02-28", "2020-03-31", "2020-04-30"])
    }

    @Test func `bars are compared by trading day`() throws {
        let dates = ComparedRuns.weekdays(from: "2022-03-01", count: 12)
        let bars = dates.flatMap { day in
            [10, 12, 14, 16].map { Timestamp(day.date, seconds: Double($0) * 3600) }
        }
        let intraday = ComparedRuns.run(
            "bars", timestamps: bars, levels: bars.indices.map { 100 + Double($0) },
            calendar: ComparedRuns.calendar("xnys", .hourly, 252, perSession: 4))
        let daily = ComparedRuns.run("days", timestamps: dates, levels: dates.indices.map { 10 + Double($0) })
        let found = try span([intraday, daily])
        #expect(found.points[0].dropFirst().allSatisfy { $0 % 4 == 3 } && found.periodsPerYear == 252)
        #expect(found.unmatched == [0, 0])
    }

    @Test func `runs without common time are an error that names their spans`() throws {
        let early = ComparedRuns.daily("early", ComparedRuns.returns(seed: 1, count: 20), from: "2010-01-04")
        let late = ComparedRuns.daily("late", ComparedRuns.returns(seed: 2, count: 20), from: "2012-01-02")
        #expect {
            try span([early, late])
        } throws: { error in
            guard let error = error as? ComparisonError else { return false }
            return error.code == "no_common_span" && error.message.contains("early 2010-01-04 to 2010-02-01")
                && error.message.contains("late 2012-01-02 to") && error.message.contains("; compare runs that overlap")
        }
    }

    @Test func `runs that never observe the same day are an error too`() throws {
        let days = ComparedRuns.days(from: "2020-01-01", count: 40)
        let even = days.indices.filter { $0 % 4 == 0 }.map { days[$0] }
        let odd = days.indices.filter { $0 % 4 == 2 }.map { days[$0] }
        let runs = [("even", even), ("odd", odd)].map { name, timestamps in
            ComparedRuns.run(
                name, timestamps: timestamps, levels: timestamps.indices.map { 1 + Double($0) },
                calendar: ComparedRuns.calendar("custom", .irregular, 91))
        }
        #expect { try span(runs) } throws: { ($0 as? ComparisonError)?.code == "no_common_moments" }
    }

    @Test func `one run is no comparison`() {
        let run = ComparedRuns.daily("a", [0.01, 0.02])
        #expect { try Comparer.compare([run]) } throws: { ($0 as? ComparisonError)?.code == "one_run" }
    }
}
