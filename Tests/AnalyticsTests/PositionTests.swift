import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// What was held, against a slow and obvious computation.
struct PositionTests {
    private let timestamps = RunBuilder.weekdays(count: 4)

    private func analysis(_ positions: PositionHistory, capital: Double? = 100) -> Analysis {
        Analyzer.analyze(
            RunBuilder.run([0, 0.1, 0, 0], timestamps: timestamps, positions: positions, capital: capital))
    }

    /// 50 long; 66 long and 22 short; nothing; 110 long, 55 short.
    private var positions: PositionHistory {
        PositionHistory(
            timestamps: timestamps, symbols: ["A", "B"], values: [[50, 66, 0, 110], [0, -22, 0, -55]],
            cash: [50, 66, 110, 55])
    }

    @Test func `exposure, leverage, concentration and holdings are what the definitions say`() {
        let metrics = analysis(positions).metrics
        let gross = [0.5, 0.8, 0, 1.5]
        #expect(agree(metrics.number(.grossExposureMean), gross.reduce(0, +) / 4))
        #expect(agree(metrics.number(.netExposureMean), (0.5 + 0.4 + 0 + 0.5) / 4))
        #expect(agree(metrics.number(.leverageMean), gross.reduce(0, +) / 3))
        #expect(agree(metrics.number(.leverageMax), 1.5))
        #expect(agree(metrics.number(.concentrationMax), 1))
        #expect(agree(metrics.number(.holdingsMean), (1.0 + 2 + 0 + 2) / 4))
    }

    @Test func `holdings are ordered by mean weight and keep their side`() throws {
        let section = try analysis(positions).positions
        #expect(section.top.map(\.symbol) == ["A", "B"])
        #expect(agree(section.top[0].meanWeight, (0.5 + 0.6 + 0 + 1) / 4) && agree(section.top[0].maxWeight, 1))
        #expect(agree(section.top[1].maxWeight, -0.5) && agree(section.top[1].held, 0.5))
        #expect(agree(section.top[1].lastWeight, -0.5))
        #expect(zip(section.short.values, [0, -0.2, 0, -0.5]).allSatisfy { agree($0, $1) })
        #expect(section.net.timestamps == TimeAxis(timestamps))
    }

    @Test func `without money the account is positions and cash, and without cash nothing can be said`() {
        let returns = analysis(positions, capital: nil)
        #expect(agree(returns.metrics.number(.leverageMax), 1.5))
        var withoutCash = positions
        withoutCash.cash = nil
        let unknown = analysis(withoutCash, capital: nil)
        #expect((try? unknown.positions) == nil)
        #expect(unknown.metrics[.leverageMax]?.value.reason == "the account's value in money is not known")
    }

    @Test func `a run without positions says so, and one that never held anything is zero`() {
        let none = Analyzer.analyze(RunBuilder.run([0, 0.1, 0, 0], timestamps: timestamps))
        #expect((try? none.positions) == nil && none.metrics[.holdingsMean]?.value.reason == "no positions recorded")
        let flat = PositionHistory(
            timestamps: timestamps, symbols: ["A"], values: [[0, 0, 0, 0]], cash: [100, 110, 110, 110])
        #expect(
            analysis(flat).metrics.number(.leverageMean) == 0 && (try? analysis(flat).positions)?.top.isEmpty == true)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5])
    func `random books agree with a row by row computation`(seed: UInt64) throws {
        let timestamps = RunBuilder.weekdays(count: 60)
        let returns = RunBuilder.returns(seed: seed, count: 60)
        let values = (0..<5).map { symbol in
            RunBuilder.returns(seed: seed &* 31 &+ UInt64(symbol), count: 60, scale: 20_000).map { $0 < 3000 ? 0 : $0 }
        }
        let history = PositionHistory(
            timestamps: timestamps, symbols: ["A", "B", "C", "D", "E"], values: values, cash: nil)
        let run = RunBuilder.run(returns, timestamps: timestamps, positions: history, capital: 10_000)
        let analysis = Analyzer.analyze(run)
        let section = try analysis.positions
        var largest = 0.0
        for row in 0..<60 {
            let equity = run.equity.values[row + 1]
            let weights = values.map { $0[row] / equity }
            #expect(agree(section.long.values[row], weights.filter { $0 > 0 }.reduce(0, +)))
            #expect(section.holdings.values[row] == Double(weights.count { $0 != 0 }))
            largest = max(largest, weights.map(\.magnitude).max() ?? 0)
        }
        #expect(agree(analysis.metrics.number(.concentrationMax), largest))
    }
}
