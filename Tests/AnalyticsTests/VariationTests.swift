import Foundation
import RunBuilders
import RunModel
import Series
import Testing

@testable import Analytics

/// An account that grows by the same share every day, each value written with so many decimals (nil: as a double).
private func growth(_ share: Double, from start: Double, decimals: Int?, count: Int = 400) -> RunModel.Run {
    let levels = (0...count).map { index in
        let level = start * pow(1 + share, Double(index))
        return decimals.map { (level * pow(10, Double($0))).rounded() / pow(10, Double($0)) } ?? level
    }
    let returns = levels.indices.dropFirst().map { levels[$0] / levels[$0 - 1] - 1 }
    let timestamps = RunBuilder.weekdays(count: count)
    var run = RunBuilder.run(returns, timestamps: timestamps, riskFree: 0.02)
    let baseline = run.equity.timestamps[0]
    run.equity = TimeSeries(timestamps: [baseline] + timestamps, values: levels)
    run.equityDigits = decimals.map { WrittenDigits(decimals: $0, significant: 12) }
    return run
}

private let needVariation: [MetricKey] = [.sharpe, .kelly, .skewness, .kurtosis, .probabilisticSharpe, .score]

@Test(arguments: [(0.0003, 100.0, nil), (0.0002, 100, 6), (0.0003, 100_000, 2), (0.001, 1_000_000, 0), (0, 50, 4)])
func `constant growth does not vary, however its values were rounded`(share: Double, start: Double, decimals: Int?) {
    let analysis = Analyzer.analyze(growth(share, from: start, decimals: decimals))
    #expect(analysis.metrics.number(.annualVolatility) == 0)
    for key in needVariation { #expect(analysis.metrics[key]?.value.reason == "returns do not vary", "\(key)") }
    for series in analysis.rolling {
        let isVolatility = series.statistic == .volatility
        #expect(series.series.values.allSatisfy { isVolatility && $0 == 0 }, "\(series.key)")
    }
}

@Test func `what moves by more than its rounding varies`() {
    var run = growth(0.0002, from: 100, decimals: 6)
    var levels = run.equity.values
    for index in 200..<levels.count { levels[index] += 0.00002 }
    run.equity = TimeSeries(timestamps: run.equity.timestamps, values: levels)
    run.returns = TimeSeries(
        timestamps: run.returns.timestamps, values: levels.indices.dropFirst().map { levels[$0] / levels[$0 - 1] - 1 })
    #expect(Analyzer.analyze(run).metrics.number(.sharpe) != nil)
    // The same numbers as doubles of full precision vary in their sixth decimal.
    var exact = growth(0.0002, from: 100, decimals: 6)
    exact.equityDigits = nil
    #expect(Analyzer.analyze(exact).metrics.number(.sharpe) != nil)
}

@Test func `values vary exactly where no number lies within the rounding of each`() {
    for seed in 0..<300 {
        let noise = RunBuilder.returns(seed: UInt64(seed), count: 12, drift: 0, scale: 0.02)
        let bounds = RunBuilder.returns(seed: UInt64(seed + 1000), count: 12, drift: 0, scale: 0.05).map(\.magnitude)
        let rounding = Rounding(bounds)
        // Intervals on a line have a common point if and only if one of their ends is common to all.
        let ends = zip(noise, bounds).flatMap { [$0 - $1, $0 + $1] }
        let isShared = ends.contains { end in zip(noise, bounds).allSatisfy { (end - $0).magnitude <= $1 + 1e-15 } }
        #expect(Variation.exists(in: noise, within: rounding) == !isShared, "\(seed)")
        let flat = MovingWindow.statistics(noise, bounds, window: 12, of: FlatWindow.self)
        #expect(flat.map(\.isFlat) == [isShared], "\(seed)")
    }
    #expect(!Variation.exists(in: [], within: .none) && !Variation.exists(in: [1.5], within: .none))
    #expect(
        Variation.exists(in: [0.1, 0.1.nextUp], within: .none) && !Variation.exists(in: [0.1, 0.1], within: .none))
}

@Test func `rounding grows with sums and products, and keeps its places when some are chosen`() {
    let column = Rounding([0.1, 0.3, 0.2])
    #expect(column.largest == 0.3 && column.selecting([2, 0])[0] == 0.2)
    #expect(column.adding(Rounding(0.5), times: -2)[1] == 1.3)
    #expect(Rounding(0.1).adding(Rounding(0.2)).largest == 0.1 + 0.2)
    let days = column.compounded(at: [1, 2])
    #expect(days[0] >= 0.3 && days[0] < 0.3000001 && days[1] == 0.2)
}

@Test func `a number's spacing is that of its decimals, or of its significant digits where those are fewer`() {
    let cents = WrittenDigits(decimals: 2, significant: 8)
    #expect(cents.spacing(near: 123_456.78) == 0.01 && cents.spacing(near: 1.5) == 0.01)
    let six = WrittenDigits(decimals: 4, significant: 6)
    #expect(agree(six.spacing(near: 99.1234), 0.0001) && agree(six.spacing(near: 1001.23), 0.01))
    #expect(WrittenDigits(decimals: 14, significant: 17).spacing(near: 100) == 0)
    for power in -8...8 {
        let size = pow(10, Double(power))
        #expect(agree(WrittenDigits.powerOfTen(below: size), size))
        #expect(agree(WrittenDigits.powerOfTen(below: size * 9.99), size))
    }
}
