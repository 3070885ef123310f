import RunModel
import Series

/// Makes runs for tests from columns, without a reader.
public enum RunBuilder {
    /// A daily calendar of `sessions` days a year.
    public static func calendar(_ cadence: Cadence = .daily, perYear: Double = 252, perSession: Double = 1)
        -> TradingCalendar
    {
        TradingCalendar(
            name: "xnys", cadence: cadence, sessionsPerYear: perYear / perSession, periodsPerSession: perSession,
            periodsPerYear: perYear, isInferred: false, reason: "declared by the test")
    }

    /// A run of returns, with the start value one period earlier.
    public static func run(
        _ returns: [Double], timestamps: [Timestamp], baseline: Timestamp? = nil, benchmark: [Double?]? = nil,
        riskFree: Double = 0, calendar: TradingCalendar = calendar(), trades: [Trade]? = nil, trials: Int? = nil,
        positions: PositionHistory? = nil, findings: [Finding] = [], capital: Double? = nil
    ) -> Run {
        let start = baseline ?? Timestamp(milliseconds: (timestamps.first?.milliseconds ?? 0) - Timestamp.day)
        var level = capital ?? 1
        let equity =
            [level]
            + returns.map { value in
                level *= 1 + value; return level
            }
        return Run(
            identity: RunIdentity(
                id: "test", strategy: .absent, version: .absent, engine: "test", created: .absent, parameters: []),
            equity: TimeSeries(timestamps: [start] + timestamps, values: equity), equityIsDerived: capital == nil,
            baselineIsAdded: true, returns: TimeSeries(timestamps: timestamps, values: returns), calendar: calendar,
            currency: .absent, initialCapital: capital.map { .given($0) } ?? .absent, timeZone: .absent,
            benchmark: benchmark.flatMap { aligned($0, returns, timestamps: [start] + timestamps, calendar) },
            riskFree: .annual(riskFree), trades: trades,
            positions: positions, costs: CostModel(), trials: trials, outOfSampleStart: nil,
            provenance: Provenance(format: "test", recognisedBy: "test", files: [], notes: []), findings: findings)
    }

    /// A benchmark of returns at the run's own moments, some of them missing; nil where all are. Bars are paired by date.
    private static func aligned(
        _ values: [Double?], _ returns: [Double], timestamps: [Timestamp], _ calendar: TradingCalendar
    ) -> Benchmark? {
        let present = values.indices.filter { values[$0] != nil }
        guard let first = present.first else { return nil }
        let isByDate = calendar.periodsPerSession > 1
        let ends = returns.indices.filter { index in
            !isByDate || index == returns.count - 1 || timestamps[index + 1].date != timestamps[index + 2].date
        }
        var pairs = BenchmarkPairs(
            starts: [], ends: [], timestamps: [], days: 0, runReturns: [], benchmarkReturns: [],
            periodsPerYear: calendar.sessionsPerYear)
        var start = 0
        for end in ends {
            defer { start = end + 1 }
            let span = start...end
            guard span.allSatisfy({ values[$0] != nil }) else { continue }
            pairs.starts.append(start)
            pairs.ends.append(end + 1)
            pairs.timestamps.append(timestamps[end + 1])
            pairs.days += timestamps[end + 1].fractionalDays - timestamps[start].fractionalDays
            pairs.runReturns.append(span.count == 1 ? returns[end] : span.reduce(1) { $0 * (1 + returns[$1]) } - 1)
            pairs.benchmarkReturns.append(
                span.count == 1 ? values[end] ?? 0 : span.reduce(1) { $0 * (1 + (values[$1] ?? 0)) } - 1)
        }
        return Benchmark(
            name: "Benchmark", start: timestamps[first],
            returns: TimeSeries(
                timestamps: present.map { timestamps[$0 + 1] }, values: present.compactMap { values[$0] }),
            calendar: calendar, pairs: pairs, matched: present.count + 1,
            missingPairs: ends.count - pairs.count)
    }

    /// So many consecutive weekdays.
    public static func weekdays(from first: String = "2015-01-02", count: Int) -> [Timestamp] {
        var day = CalendarDate(iso: first)?.day ?? 0
        var timestamps = [Timestamp]()
        while timestamps.count < count {
            let date = CalendarDate(day: day)
            if date.weekday < 5 { timestamps.append(Timestamp(date)) }
            day += 1
        }
        return timestamps
    }

    /// Returns that look like a market's and are the same on every machine: a linear congruential generator, integers
    /// only, then one division.
    public static func returns(seed: UInt64, count: Int, drift: Double = 0.0005, scale: Double = 0.02) -> [Double] {
        var state = seed
        return (0..<count).map { _ in
            var sum: Int64 = 0
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Int64(state >> 44) - (1 << 19)
            }
            return drift + scale * Double(sum) / Double(1 << 20)
        }
    }

    /// A closed trade of one day.
    public static func trade(
        _ profit: Double, symbol: String = "A", side: Trade.Side = .long, day: Int = 20_000, hours: Double = 24,
        fees: Double = 1, isOpen: Bool = false, mae: Double? = nil, quantity: Double = 1, entryPrice: Double = 100,
        exitPrice: Double = 100
    ) -> Trade {
        let exit = Timestamp(CalendarDate(day: day))
        let entry = Timestamp(milliseconds: exit.milliseconds - Int64(hours * 3_600_000))
        return Trade(
            id: "1", symbol: symbol, side: side, quantity: quantity, entry: entry, entryPrice: entryPrice, exit: exit,
            exitPrice: exitPrice, profit: profit, fees: fees, mae: mae, isOpen: isOpen)
    }
}
