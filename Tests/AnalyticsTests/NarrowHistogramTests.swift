import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// No normal double any more. The compiler has no literals for such numbers.
private let tiny = Double.leastNonzeroMagnitude * 1e10

/// Ranges at the ends of what a double can hold: a histogram always comes, with every value in it.
@Suite struct NarrowHistogramTests {
    private func histogram(_ returns: [Double]) -> Histogram {
        Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: returns.count))).distribution
            .histogram
    }

    @Test(arguments: [
        [tiny, 0], [.leastNonzeroMagnitude, 0, tiny], [.leastNormalMagnitude, tiny, -tiny], [0.01, 0.01.nextUp],
        [0.5, 0.5.nextDown, 0.5],
        [1e-17, 2e-17, -1e-300], [0, 0, 0], [1e-200, -1e-200, 3e-201],
    ])
    func `every value is counted once`(values: [Double]) {
        let bins = histogram(values)
        #expect(bins.width > 0 && bins.width.isFinite)
        #expect(bins.counts.reduce(0, +) + bins.below + bins.above == values.count)
        #expect(bins.counts.count < 1000)
    }

    @Test func `profits of any size are binned`() {
        for scale in [tiny, .leastNormalMagnitude, 1e-100, 1e200, 1e300] {
            let timestamps = RunBuilder.weekdays(count: 5)
            let trades = [1.0, -2, 0.5, 3].map { profit in
                Trade(
                    id: "1", symbol: "A", side: .long, quantity: 1, entry: timestamps[0], entryPrice: 1,
                    exit: timestamps[1],
                    exitPrice: 1, profit: profit * scale, fees: 0)
            }
            let run = RunBuilder.run([0.01, 0.02, -0.01, 0, 0.01], timestamps: timestamps, trades: trades)
            let bins = (try? Analyzer.analyze(run).trades)?.profitHistogram
            #expect(bins.map { $0.counts.reduce(0, +) + $0.below + $0.above } == trades.count, "\(scale)")
        }
    }
}
