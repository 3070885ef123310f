import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// Generated calendars against an implementation that is slow and obvious: levels by date in dictionaries.
struct BenchmarkPropertyTests {
    /// Levels of two assets on the days that each has.
    private struct World {
        var run = [(day: Int, level: Double)]()
        var benchmark = [(day: Int, level: Double)]()

        /// - Parameters:
        ///   - keepsRun: Whether a day is one of the run's, before some are lost at random.
        ///   - keepsBenchmark: The same for the benchmark.
        init(
            seed: UInt64, days: Int, keepsRun: (CalendarDate) -> Bool, keepsBenchmark: (CalendarDate) -> Bool,
            lost: Int = 17
        ) {
            var chance = SeededNumbers(seed: seed)
            var (own, other) = (100.0, 50.0)
            let first = (CalendarDate(iso: "2020-03-02")?.day ?? 0) + chance.below(40)
            let (begin, end) = (chance.below(days / 3), days - chance.below(days / 3))
            for offset in 0..<days {
                let date = CalendarDate(day: first + offset)
                own *= 1 + Double(chance.below(2001) - 998) / 50_000
                other *= 1 + Double(chance.below(2001) - 998) / 40_000
                if keepsRun(date), chance.below(lost) > 0 { run.append((date.day, own)) }
                if (begin..<end).contains(offset), keepsBenchmark(date), chance.below(lost) > 0 {
                    benchmark.append((date.day, other))
                }
            }
        }

        func file(_ side: [(day: Int, level: Double)], _ header: String) -> String {
            ([header] + side.map { "\(CalendarDate(day: $0.day).iso),\($0.level)" }).joined(separator: "\n") + "\n"
        }

        func read() throws -> Run {
            try TemporaryRun(["equity.csv": file(run, "date,equity"), "benchmark.csv": file(benchmark, "date,close")])
                .read()
        }
    }

    private struct Pair {
        var end: Int
        var run: Double
        var benchmark: Double
    }

    private func slowPairs(_ world: World, level: (Int) -> Double?) -> [Pair] {
        let common = world.run.compactMap { day, own in level(day).map { (day: day, own: own, other: $0) } }
        return zip(common, common.dropFirst()).map { start, end in
            Pair(end: end.day, run: end.own / start.own - 1, benchmark: end.other / start.other - 1)
        }
    }

    private func expect(_ run: Run, _ pairs: [Pair], _ seed: UInt64) {
        guard pairs.count > 0 else { return }
        let found = run.benchmark?.pairs
        #expect(found?.timestamps.map { $0.date.day } == pairs.map(\.end), "seed \(seed)")
        for (index, pair) in pairs.enumerated() where index < found?.count ?? 0 {
            #expect(abs((found?.runReturns[index] ?? .nan) - pair.run) < 1e-12, "seed \(seed), pair \(index)")
            #expect(
                abs((found?.benchmarkReturns[index] ?? .nan) - pair.benchmark) < 1e-12, "seed \(seed), pair \(index)")
        }
    }

    /// The benchmark's level of a day, for the run's first day the last one before it.
    private func matched(_ world: World) -> (Int) -> Double? {
        let levels = Dictionary(uniqueKeysWithValues: world.benchmark.map { ($0.day, $0.level) })
        let first = world.run[0].day
        let before = world.benchmark.last { $0.day < first && first - $0.day <= 10 }?.level
        return { levels[$0] ?? ($0 == first ? before : nil) }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `two exchanges with holidays of their own`(seed: UInt64) throws {
        let world = World(seed: seed, days: 400, keepsRun: { $0.weekday < 5 }, keepsBenchmark: { $0.weekday < 5 })
        let run = try world.read()
        expect(run, slowPairs(world, level: matched(world)), seed)
        #expect(run.benchmark?.pairs.periodsPerYear ?? 252 <= 252)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a coin beside an index, and an index beside a coin`(seed: UInt64) throws {
        let isCoinRun = seed % 2 == 0
        let world = World(
            seed: seed, days: 500, keepsRun: { isCoinRun || $0.weekday < 5 },
            keepsBenchmark: { !isCoinRun || $0.weekday < 5 }, lost: 60)
        let run = try world.read()
        expect(run, slowPairs(world, level: matched(world)), seed)
        let benchmark = try #require(run.benchmark)
        #expect(benchmark.pairs.periodsPerYear == 252)
        #expect(benchmark.calendar.periodsPerYear == (isCoinRun ? 252 : 365))
        // Its own returns hold every one of its days, and its whole move.
        let inside = world.benchmark.filter {
            $0.day > benchmark.start.date.day && $0.day <= world.run[world.run.count - 1].day
        }
        #expect(benchmark.returns.count == inside.count)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `months with gaps beside days`(seed: UInt64) throws {
        let isMonthEnd: (CalendarDate) -> Bool = { CalendarDate(day: $0.day + 1).components.day == 1 }
        let world = World(
            seed: seed, days: 1200, keepsRun: isMonthEnd, keepsBenchmark: { $0.weekday < 5 }, lost: 25)
        let last = world.benchmark[world.benchmark.count - 1].day
        let run = try world.read()
        expect(
            run,
            slowPairs(world) { day in
                // The last level of the days before, unless the benchmark has ended by more than a day.
                guard let level = world.benchmark.last(where: { $0.day <= day }), day - level.day <= 10 else {
                    return nil
                }
                let open = (level.day + 1..<max(day + 1, level.day + 1)).count { CalendarDate(day: $0).weekday < 5 }
                return day > last && open > 1 ? nil : level.level
            }, seed)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `returns with missing cells leave out exactly their pairs`(seed: UInt64) throws {
        var chance = SeededNumbers(seed: seed)
        var rows = [(day: Int, own: Double?, other: Double?)]()
        var date = CalendarDate(iso: "2021-02-01") ?? CalendarDate(day: 0)
        while rows.count < 120 {
            if date.weekday < 5 {
                let value = { (chance: inout SeededNumbers) in
                    chance.below(15) == 0 ? nil : Double(chance.below(401) - 199) / 10_000
                }
                rows.append((date.day, value(&chance), value(&chance)))
            }
            date.day += 1
        }
        rows[0] = (rows[0].day, 0.01, 0.01)
        let lines = rows.map { row in
            "\(CalendarDate(day: row.day).iso),\(row.own.map { "\($0)" } ?? ""),\(row.other.map { "\($0)" } ?? "")"
        }
        let run = try bare("date,returns,benchmark\n" + lines.joined(separator: "\n") + "\n")
        let both = rows.filter { $0.own != nil && $0.other != nil }
        let pairs = try #require(run.benchmark?.pairs)
        #expect(pairs.timestamps.map { $0.date.day } == both.map(\.day), "seed \(seed)")
        #expect(
            pairs.runReturns == both.map { $0.own ?? .nan } && pairs.benchmarkReturns == both.map { $0.other ?? .nan })
    }
}
