import Comparison
import RunModel
import Series

/// Runs made of a formula, for looking at templates without data: one that has every part a run may have, and one that has
/// only what every run has.
enum TemplateSamples {
    /// Two runs that have everything, side by side.
    static var comparison: Comparison? {
        var second = rich
        second.identity.id = "sample-2"
        return try? Comparer.compare([rich, second], options: ComparisonOptions(resamples: 50))
    }

    /// A run of nine days with nothing beside its account.
    static let bare = run(days: 9, isRich: false)
    /// A run with every part that a run may have.
    static let rich = run(days: 900, isRich: true)

    private static func run(days: Int, isRich: Bool) -> Run {
        let times = weekdays(days + 1)
        let returns = (0..<days).map { wave($0, 7, 13) }
        var level = 100_000.0
        var equity = [level]
        for value in returns {
            level *= 1 + value
            equity.append(level)
        }
        let calendar = TradingCalendar(
            name: "xnys", cadence: .daily, sessionsPerYear: 252, periodsPerSession: 1,
            periodsPerYear: 252,
            isInferred: true, reason: "a sample")
        var run = Run(
            identity: RunIdentity(
                id: isRich ? "sample" : "bare", strategy: isRich ? .given("Sample") : .absent,
                version: .absent,
                engine: "sample", created: .absent, parameters: []),
            equity: TimeSeries(timestamps: times, values: equity),
            returns: TimeSeries(timestamps: Array(times.dropFirst()), values: returns),
            calendar: calendar,
            riskFree: .annual(0.02))
        if isRich { fill(&run, times) }
        return run
    }

    /// Everything that a run may have.
    private static func fill(_ run: inout Run, _ times: [Timestamp]) {
        run.identity.version = .given("1")
        run.identity.created = .given("2024-01-02")
        run.identity.parameters = [RunParameter(name: "window", value: "20")]
        run.currency = .given("USD")
        run.initialCapital = .given(100_000)
        run.benchmark = benchmark(run, times)
        run.trades = trades(times)
        run.fills = (0..<8).map { index in
            Fill(
                time: times[40 * index + 1], symbol: "ABC", quantity: index % 2 == 0 ? 10 : -10, price: 100,
                fee: 1,
                multiplier: 1, order: nil, tag: nil)
        }
        run.positions = positions(run, times)
        run.costs = CostModel(commission: "0.1 %", slippage: "1 bp")
        run.trials = 20
        run.outOfSampleStart = times[times.count * 2 / 3].date
        run.provenance = Provenance(
            format: "sample", recognisedBy: "a sample",
            files: [
                .init(
                    name: "equity.csv", size: 1, sha256: String(repeating: "0", count: 64), role: "equity")
            ], notes: ["a sample"])
        run.reported = [
            ReportedStatistic(
                name: "Sharpe", text: "1.00", value: 1, key: "sharpe", note: "", file: "stats.csv")
        ]
        run.findings = [
            Finding(
                severity: .warning, layer: .time, code: "gap", file: "equity.csv", row: 7, fact: "a sample")
        ]
        run.reconciliation = Reconciliation(checks: [
            .init(
                .tradesExplainEquity, .agrees, "trades explain 100.0 % of the change in equity", compared: 1
            ),
            .init(.positionsSum, .differs, "positions differ", compared: 9, differing: 1),
            .init(.cashMatchesTrades, .notChecked, "no cash"),
        ])
    }

    private static func benchmark(_ run: Run, _ times: [Timestamp]) -> Benchmark {
        let values = run.returns.values.indices.map { wave($0, 11, 5) }
        let count = values.count
        let days = times[count].fractionalDays - times[0].fractionalDays
        let pairs = BenchmarkPairs(
            starts: Array(0..<count), ends: Array(1...count), timestamps: Array(run.returns.timestamps),
            days: days,
            runReturns: run.returns.values, benchmarkReturns: values, periodsPerYear: 252)
        return Benchmark(
            name: "Market", start: times[0],
            returns: TimeSeries(timestamps: run.returns.timestamps, values: values),
            calendar: run.calendar,
            pairs: pairs, matched: count + 1)
    }

    private static func trades(_ times: [Timestamp]) -> [Trade] {
        (0..<40).map { index in
            let entry = 20 * index + 1
            let profit = index % 3 == 0 ? -150.0 : 220.0
            return Trade(
                id: "\(index + 1)", symbol: index % 2 == 0 ? "ABC" : "XYZ",
                side: index % 4 == 0 ? .short : .long,
                quantity: 10, entry: times[entry], entryPrice: 100, exit: times[entry + 1 + index % 9],
                exitPrice: 100 + profit / 10, profit: profit, fees: 1, returnFraction: profit / 1000,
                mae: -200,
                mfe: 300, tag: "a", exitReason: index % 2 == 0 ? "stop" : "signal", isOpen: index == 39)
        }
    }

    private static func positions(_ run: Run, _ times: [Timestamp]) -> PositionHistory {
        let half = run.equity.values.map { 0.5 * $0 }
        return PositionHistory(
            timestamps: times, symbols: ["ABC", "XYZ"], values: [half, half.map { -0.4 * $0 }],
            cash: run.equity.values.enumerated().map { $1 - half[$0] * 0.6 }, quantities: nil)
    }

    /// A return that looks like none and is the same on every machine.
    private static func wave(_ index: Int, _ first: Int, _ second: Int) -> Double {
        Double((index * first) % 17 - 8) / 1000 + Double((index * index) % second - second / 2) / 2000
            + 0.0006
    }

    private static func weekdays(_ count: Int) -> [Timestamp] {
        var times: [Timestamp] = []
        var day = 18_263
        while times.count < count {
            let date = CalendarDate(day: day)
            if date.weekday < 5 { times.append(Timestamp(date)) }
            day += 1
        }
        return times
    }
}
