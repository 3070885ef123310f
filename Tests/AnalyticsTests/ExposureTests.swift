import Analytics
import RunModel
import Series
import Testing

@Test func `exposure counts rows with a position where positions are recorded, and says so`() {
    let stamps = RunMaking.weekdays(count: 4)
    let positions = PositionHistory(
        stamps: stamps, symbols: ["A", "B"], values: [[0, 100, 0, 0], [0, 0, -50, 0]], cash: nil)
    let run = RunMaking.run([0.01, 0, 0, 0.02], stamps: stamps, positions: positions)
    let exposure = Analyzer.analyze(run).metrics["exposure"]
    #expect(exposure?.value.number == 0.5)
    #expect(exposure?.convention == "share of periods with a position")
}

@Test func `without positions exposure is the share of returns other than zero, and says so`() {
    let run = RunMaking.run([0.01, 0, 0, 0.02], stamps: RunMaking.weekdays(count: 4))
    let exposure = Analyzer.analyze(run).metrics["exposure"]
    #expect(exposure?.value.number == 0.5)
    #expect(exposure?.convention == "share of periods with a return other than zero")
    let always = RunMaking.run([0.01, 0.02], stamps: RunMaking.weekdays(count: 2))
    #expect(Analyzer.analyze(always).metrics.number("exposure") == 1)
}
