import Analytics
import RunBuilders
import RunModel
import Series
import Testing

private func drawdowns(_ returns: [Double]) -> DrawdownSection {
    Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: returns.count))).drawdowns
}

@Test func `a loss in the first period is a drawdown from the start value`() throws {
    let section = drawdowns([-0.1, 0.05, 0.1])
    let episode = try #require(section.episodes.first)
    #expect(agree(episode.depth, -0.1))
    #expect(episode.peak == section.series.timestamps[0] && episode.valley == section.series.timestamps[1])
    #expect(episode.recovery == section.series.timestamps[3])
    #expect(section.series.values[0] == 0 && section.series.count == 4)
}

@Test func `reaching the peak to the cent is a recovery, though products of returns miss it by a bit`() {
    let section = drawdowns([0.1, -0.1, 1 / 0.9 - 1, -0.3, 1 / 0.7 - 1])
    #expect(section.episodes.count == 2)
    #expect(section.episodes.allSatisfy { $0.recovery != nil })
}

@Test func `a decline starts at the last moment at the peak`() {
    let section = drawdowns([0.1, 0, 0, -0.2, 0.05])
    #expect(section.episodes[0].peak == section.series.timestamps[3])
    #expect(section.episodes[0].recovery == nil && section.episodes[0].end == section.series.timestamps[5])
}

@Test func `declines are numbered by depth, equals by time`() {
    let section = drawdowns([0.1, -0.05, 0.2, -0.2, 0.5, -0.1, 0.5, -0.1, 0.5])
    #expect(section.episodes.map { ($0.depth * 100).rounded() } == [-20, -10, -10, -5])
    #expect(section.episodes[1].peak < section.episodes[2].peak)
    #expect(section.worst(2).count == 2)
}

@Test func `days run from the peak to the recovery on the calendar, weekends counted`() {
    // Friday 2 January 2015 is the peak, Monday the valley, Wednesday the recovery.
    let run = RunBuilder.run(
        [0.1, -0.1, 0.05, 0.2], timestamps: RunBuilder.weekdays(from: "2015-01-02", count: 4))
    let episode = Analyzer.analyze(run).drawdowns.episodes[0]
    #expect(episode.days == 5 && episode.daysToValley == 3 && episode.recoveryDays == 2)
    #expect(Analyzer.analyze(run).metrics.number(.longestDrawdownDays) == 5)
    #expect(Analyzer.analyze(run).metrics.number(.maxRecoveryDays) == 2)
    #expect(Analyzer.analyze(run, conventions: Conventions.quantstats).metrics.number(.longestDrawdownDays) == 2)
}

@Test func `declines do not overlap, and together they are every moment below the peak`() {
    for seed in 1...12 as ClosedRange<UInt64> {
        let section = drawdowns(RunBuilder.returns(seed: seed, count: 400, drift: 0.001))
        let ordered = section.episodes.sorted { $0.peak < $1.peak }
        for (left, right) in zip(ordered, ordered.dropFirst()) { #expect(left.end <= right.peak) }
        for (timestamp, value) in zip(section.series.timestamps, section.series.values) {
            let holder = ordered.filter {
                timestamp > $0.peak && (timestamp < $0.end || ($0.recovery == nil && timestamp == $0.end))
            }
            #expect(holder.count == (value < 0 ? 1 : 0), "\(timestamp)")
            #expect(value >= (holder.first?.depth ?? 0))
        }
        #expect(section.episodes.first?.depth == section.series.values.min())
    }
}

@Test func `averages of drawdown are two numbers with two names`() {
    let returns = [-0.1, 1 / 0.9 - 1, -0.2, -0.1, 1.0]
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 5))
    let metrics = Analyzer.analyze(run).metrics
    #expect(agree(metrics.number(.averageDrawdown), (-0.1 - 0.28) / 2))
    #expect(agree(metrics.number(.averageUnderwater), (-0.1 - 0.2 - 0.28) / 3))
    #expect(agree(metrics.number(.timeUnderwater), 0.6))
    let beta1 = Analyzer.analyze(run, conventions: Conventions.beta1).metrics
    #expect(beta1.number(.averageDrawdown) == metrics.number(.averageUnderwater))
}

@Test func `Burke squares every decline`() {
    let returns = RunBuilder.returns(seed: 20, count: 400, drift: 0.001)
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 400), riskFree: 0.02)
    let analysis = Analyzer.analyze(run)
    let squares = analysis.drawdowns.episodes.map { $0.depth * $0.depth }.reduce(0, +)
    let cagr = analysis.metrics.number(.cagr) ?? .nan
    #expect(agree(analysis.metrics.number(.burkeRatio), (cagr - 0.02) / squares.squareRoot()))
}
