import Analytics
import RunModel
import Series

/// A deterministic stream of numbers (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to 1.
    mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// Roughly normal with deviation 1: the sum of twelve, so that no logarithm differs between machines.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }
}

/// Builds an analysis by hand from a seeded random walk; what `Analytics` does for real runs, reduced to what figures read.
struct TestRun {
    /// Number of returns.
    var count = 500
    /// First stamp (the baseline).
    var start = CalendarDate(day: 18_263)
    /// Stamps are so far apart; days keep to weekdays.
    var step: Step = .weekdays
    /// Mean return of an observation.
    var drift = 0.0006
    /// Deviation of an observation.
    var deviation = 0.009
    /// Name of the benchmark; nil for none.
    var benchmark: String? = "S&P 500"
    /// Number of closed trades; nil for a run without a trade list.
    var trades: Int? = 120
    /// Whether trades say what was traded.
    var hasSymbols = true
    /// Windows of rolling statistics.
    var windows = [126, 252]
    /// Where the random numbers begin.
    var seed: UInt64 = 7

    enum Step {
        case weekdays
        case everyDay
        case minutes(Int)
        case months
    }

    // MARK: - Stamps

    func stamps() -> [Timestamp] {
        var stamps: [Timestamp] = []
        var date = start
        while stamps.count <= count {
            switch step {
            case .weekdays:
                if date.weekday < 5 { stamps.append(Timestamp(date)) }
                date.day += 1
            case .everyDay:
                stamps.append(Timestamp(date))
                date.day += 1
            case .months:
                stamps.append(Timestamp(date))
                date = date.adding(months: 1)
            case .minutes(let minutes):
                guard date.weekday < 5 else {
                    date.day += 1
                    continue
                }
                for minute in stride(from: 570, to: 960, by: minutes) where stamps.count <= count {
                    stamps.append(Timestamp(date, seconds: Double(minute * 60)))
                }
                date.day += 1
            }
        }
        return stamps
    }

    // MARK: - Analysis

    func analysis() -> Analysis {
        var numbers = SeededNumbers(seed: seed)
        let stamps = stamps()
        let returns = (0..<count).map { _ in drift + deviation * numbers.normal() }
        let market = returns.map { 0.5 * $0 + 0.7 * deviation * numbers.normal() }
        let wealth = TimeSeries(stamps: stamps, values: Self.compounded(returns))
        let benchmarkWealth = benchmark.map { _ in TimeSeries(stamps: stamps, values: Self.compounded(market)) }
        let daily = TimeSeries(stamps: Array(stamps.dropFirst()), values: returns)
        return Analysis(
            run: run(stamps, returns), conventions: .standard, metrics: MetricSet([]), benchmarkMetrics: nil,
            growth: GrowthSection(
                strategy: wealth, benchmark: benchmarkWealth, dailyReturns: daily,
                benchmarkDailyReturns: benchmark.map { _ in TimeSeries(stamps: daily.stamps, values: market) }),
            drawdowns: Self.drawdowns(wealth), periods: periods(daily, market),
            distribution: Self.distribution(returns),
            rolling: rolling(daily), trades: trades.map { tradeSection($0, stamps, &numbers) }, cautions: [],
            score: ScoreSection(value: .absent(.noReturns), parts: [], rating: nil, riskLevel: nil),
            positions: positions(stamps))
    }

    /// Two symbols whose weights swing slowly, the second one short at times.
    private func positions(_ stamps: [Timestamp]) -> PositionSection {
        let first = stamps.indices.map { 0.5 + 0.25 * Double($0 % 50) / 50 }
        let second = stamps.indices.map { Double($0 % 40) / 100 - 0.2 }
        func series(_ value: (Int) -> Double) -> TimeSeries {
            TimeSeries(stamps: stamps, values: stamps.indices.map(value))
        }
        return PositionSection(
            long: series { first[$0] + max(second[$0], 0) }, short: series { min(second[$0], 0) },
            net: series { first[$0] + second[$0] }, holdings: series { second[$0] == 0 ? 1 : 2 }, top: [])
    }

    private static func compounded(_ returns: [Double]) -> [Double] {
        returns.reduce(into: [1.0]) { $0.append($0[$0.count - 1] * (1 + $1)) }
    }

    private func run(_ stamps: [Timestamp], _ returns: [Double]) -> Run {
        let calendar = TradingCalendar(
            name: "xnys", cadence: .daily, sessionsPerYear: 252, periodsPerSession: 1, periodsPerYear: 252,
            isInferred: true, reason: "test")
        let later = Array(stamps.dropFirst())
        return Run(
            identity: RunIdentity(
                id: "test", strategy: .given("Walk"), version: .absent, engine: "test", created: .absent, parameters: []
            ),
            equity: TimeSeries(stamps: stamps, values: Self.compounded(returns)), equityIsDerived: true,
            baselineIsAdded: false, returns: TimeSeries(stamps: later, values: returns), calendar: calendar,
            currency: .given("USD"), initialCapital: .absent, timeZone: .absent,
            benchmark: benchmark.map {
                Benchmark(
                    name: $0, start: stamps[0], returns: TimeSeries(stamps: later, values: returns), calendar: calendar,
                    pairs: BenchmarkPairs(
                        starts: [], ends: [], stamps: [], days: 0, runReturns: [], benchmarkReturns: [],
                        periodsPerYear: 252),
                    matched: stamps.count)
            },
            riskFree: .annual(0), trades: nil, positions: nil, costs: CostModel(), trials: nil, outOfSampleStart: nil,
            provenance: Provenance(format: "test", recognisedBy: "", files: [], notes: []), findings: [])
    }
}
