import RunModel
import Series
import Testing

/// What is guaranteed of a run, and each way in which it can fail to hold.
@Suite struct RunProblemTests {
    private func days(_ count: Int, from start: Int = 19_000) -> [Timestamp] {
        (start..<start + count).map { Timestamp(CalendarDate(day: $0)) }
    }

    /// Five points that rise by a tenth each.
    private func sound() -> Run {
        let levels: [Double] = [100, 110, 121, 133.1, 146.41]
        let returns = TimeSeries(timestamps: days(4, from: 19_001), values: [0.1, 0.1, 0.1, 0.1])
        return Run(
            identity: RunIdentity(
                id: "r", strategy: .absent, version: .absent, engine: "e", created: .absent, parameters: []),
            equity: TimeSeries(timestamps: days(5), values: levels), returns: returns,
            calendar: TradingCalendar(
                name: "24x7", cadence: .daily, sessionsPerYear: 365, periodsPerSession: 1, periodsPerYear: 365,
                isInferred: true, reason: ""),
            riskFree: .annual(0.02))
    }

    private func trade(_ entry: Int, _ exit: Int, quantity: Double = 1) -> Trade {
        let timestamps = days(5)
        return Trade(
            id: "1", symbol: "A", side: .long, quantity: quantity, entry: timestamps[entry], entryPrice: 1,
            exit: timestamps[exit],
            exitPrice: 1, profit: 0, fees: 0)
    }

    @Test func `a sound run has none, with trades, positions and rates too`() {
        var run = sound()
        #expect(run.problems() == [])
        run.trades = [trade(0, 1), trade(0, 2), trade(1, 2)]
        run.positions = PositionHistory(timestamps: days(2), symbols: ["A"], values: [[1, 2]], cash: [0, 0])
        run.riskFree = .perPeriod([0, 0, 0, 0], name: "r")
        #expect(run.problems() == [])
    }

    @Test func `a run that lost everything at its end is sound, and one that goes on is not`() {
        var run = sound()
        run.equity = TimeSeries(timestamps: days(5), values: [100, 110, 121, 133.1, 0])
        run.returns = TimeSeries(timestamps: run.returns.timestamps, values: [0.1, 0.1, 0.1, -1])
        #expect(run.problems() == [])
        run.equity = TimeSeries(timestamps: days(5), values: [100, 0, 121, 133.1, 0])
        #expect(run.problems() == ["an equity is not finite and above zero"])
    }

    @Test func `each broken part is told`() {
        var run = sound()
        run.equity = TimeSeries(timestamps: days(5).reversed(), values: run.equity.values)
        #expect(run.problems().count == 2)
        run = sound()
        run.returns = TimeSeries(timestamps: run.returns.timestamps, values: [0.1, .nan, 0.1, 0.1])
        #expect(run.problems() == ["a return is not finite"])
        run = sound()
        run.trades = [trade(0, 2), trade(0, 1)]
        #expect(run.problems() == ["trades are not sorted by exit, then entry"])
        run.trades = [trade(2, 1)]
        #expect(run.problems() == ["a trade exits before it enters"])
        run.trades = [trade(0, 1, quantity: 0)]
        #expect(run.problems() == ["trade 1 has a quantity of 0.0 and a profit of 0.0"])
        run = sound()
        run.positions = PositionHistory(timestamps: days(2), symbols: ["A", "B"], values: [[1, 2]], cash: nil)
        #expect(run.problems().count == 1)
        run = sound()
        run.riskFree = .perPeriod([0], name: "r")
        #expect(run.problems() == ["1 rates for 4 returns"])
    }
}
