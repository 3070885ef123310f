import Analytics
import RunBuilders
import RunModel
import Series
import Testing

@Test func `exposure counts rows with a position where positions are recorded, and says so`() {
    let timestamps = RunBuilder.weekdays(count: 4)
    let positions = PositionHistory(
        timestamps: timestamps, symbols: ["A", "B"], values: [[0, 100, 0, 0], [0, 0, -50, 0]], cash: nil)
    let run = RunBuilder.run([0.01, 0, 0, 0.02], timestamps: timestamps, positions: positions)
    let exposure = Analyzer.analyze(run).metrics[.exposure]
    #expect(exposure?.value.number == 0.5)
    #expect(exposure?.convention.hasSuffix("; of recorded positions") == true)
    // The row of the start value is no period.
    let baseline = Timestamp(milliseconds: timestamps[0].milliseconds - Timestamp.day)
    let more = PositionHistory(
        timestamps: [baseline] + timestamps, symbols: ["A"], values: [[100, 0, 100, 0, 0]], cash: nil)
    let counted = Analyzer.analyze(RunBuilder.run([0.01, 0, 0, 0.02], timestamps: timestamps, positions: more))
    #expect(counted.metrics.number(.exposure) == 0.25)
}

@Test func `without positions exposure is the share of returns other than zero, and says so`() {
    let run = RunBuilder.run([0.01, 0, 0, 0.02], timestamps: RunBuilder.weekdays(count: 4))
    let exposure = Analyzer.analyze(run).metrics[.exposure]
    #expect(exposure?.value.number == 0.5)
    #expect(exposure?.convention.hasSuffix("; no positions recorded") == true)
    let always = RunBuilder.run([0.01, 0.02], timestamps: RunBuilder.weekdays(count: 2))
    #expect(Analyzer.analyze(always).metrics.number(.exposure) == 1)
}
