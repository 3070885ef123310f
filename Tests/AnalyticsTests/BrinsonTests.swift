import Analytics
import RunBuilders
import RunModel
import Series
import Testing

struct BrinsonTests {
    /// An account of two sectors over some months, the benchmark of three.
    private func run(seed: UInt64, months: Int) -> RunModel.Run {
        let first = CalendarDate(iso: "2020-01-01") ?? CalendarDate(day: 0)
        let ends = (0...months).map { Timestamp(CalendarDate(day: first.adding(months: $0).day - 1)) }
        let moves = (0..<3).map { RunBuilder.returns(seed: seed + UInt64($0), count: months, scale: 0.1) }
        // Metals are bought for 4000 and grains for 5000 at the start; cash is left alone.
        var (metals, grains) = ([4000.0], [5000.0])
        for month in 0..<months {
            metals.append(metals[month] * (1 + moves[0][month]))
            grains.append(grains[month] * (1 + moves[1][month]))
        }
        let equity = zip(metals, grains).map { $0 + $1 + 1000 }
        var run = RunBuilder.run(
            zip(equity, equity.dropFirst()).map { $1 / $0 - 1 }, timestamps: Array(ends.dropFirst()), baseline: ends[0],
            calendar: RunBuilder.calendar(.monthly, perYear: 12), capital: equity[0])
        run.equity = TimeSeries(timestamps: ends, values: equity)
        run.trades = []
        run.positions = PositionHistory(
            timestamps: ends, symbols: ["GLD", "CORN"], values: [metals, grains],
            cash: equity.map { _ in 1000 })
        run.instruments = [Instrument(symbol: "GLD", sector: "Metals"), Instrument(symbol: "CORN", sector: "Grains")]
        run.segments = BenchmarkSegments(
            file: "benchmark_weights.csv", names: ["Metals", "Grains", "Bonds"], timestamps: ends,
            weights: [0.5, 0.3, 0.2].map { weight in ends.map { _ in weight } },
            returns: moves.enumerated().map { place, column in [0] + column.map { $0 * (place == 0 ? 0.5 : 1) } })
        return run
    }

    @Test func `effects sum to the difference of total returns to 1e-12`() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let section = try Analyzer.analyze(run(seed: seed * 10, months: 1 + Int(seed) * 3)).brinson
            let sum = section.rows.reduce(0) { $0 + $1.effects.total }
            #expect((sum - (section.total - section.benchmarkTotal)).magnitude < 1e-12, "\(seed)")
            #expect(section.periods == 1 + Int(seed) * 3 && section.rows.last?.name == "Cash and rest")
        }
    }

    @Test func `one period's effects are Brinson and Fachler's`() throws {
        let run = run(seed: 3, months: 1)
        let section = try Analyzer.analyze(run).brinson
        let (metals, grains, bonds) = (
            run.segments?.returns[0][1] ?? 0, run.segments?.returns[1][1] ?? 0, run.segments?.returns[2][1] ?? 0
        )
        let whole = 0.5 * metals + 0.3 * grains + 0.2 * bonds
        #expect(agree(section.benchmarkTotal, whole))
        let allocation = -0.1 * (metals - whole)
        #expect(agree(section.rows[0].effects.allocation, allocation))
        // Twice the benchmark's return of metals.
        #expect(agree(section.rows[0].effects.selection, 0.5 * metals))
        #expect(agree(section.rows[0].effects.interaction, -0.1 * metals))
        let missing = -0.2 * (bonds - whole)
        #expect(agree(section.rows[2].effects.allocation, missing))
        #expect(section.rows[1].effects.selection.magnitude < 1e-15)
    }

    @Test func `without weights, or without their time, there is a reason`() {
        var run = run(seed: 4, months: 5)
        run.segments?.timestamps = RunBuilder.weekdays(from: "1999-01-04", count: 6)
        #expect(throws: Unavailable.self) { try Analyzer.analyze(run).brinson }
        run.segments = nil
        #expect(throws: Unavailable.noSegments) { try Analyzer.analyze(run).brinson }
    }
}
