import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// The statistic of one window, computed from nothing but its own observations.
private func direct(_ statistic: String, _ run: [Double], _ market: [Double]) -> Double {
    let count = Double(run.count)
    let mean = run.reduce(0, +) / count
    let squares = run.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    switch statistic {
    case "volatility": return (squares / (count - 1) * 252).squareRoot()
    case "sharpe": return mean / (squares / (count - 1)).squareRoot() * 252.0.squareRoot()
    case "sortino":
        let down = run.map { min($0, 0) * min($0, 0) }.reduce(0, +)
        return mean / (down / count).squareRoot() * 252.0.squareRoot()
    default:
        let other = market.reduce(0, +) / count
        let products = zip(run, market).map { ($0 - mean) * ($1 - other) }.reduce(0, +)
        let marketSquares = market.map { ($0 - other) * ($0 - other) }.reduce(0, +)
        if statistic == "correlation" { return products / (squares * marketSquares).squareRoot() }
        if statistic == "alpha" { return (mean - products / marketSquares * other) * 252 }
        return products / marketSquares
    }
}

@Test func `rolling statistics are what each window alone would give`() {
    for count in [252, 253, 377, 378, 379, 700] {
        let run = RunBuilder.returns(seed: UInt64(count), count: count)
        let market = RunBuilder.returns(seed: UInt64(count + 1), count: count)
        let analysis = Analyzer.analyze(
            RunBuilder.run(run, timestamps: RunBuilder.weekdays(count: count), benchmark: market))
        for rolling in analysis.rolling {
            #expect(rolling.series.count == count - rolling.window + 1, "\(rolling.key)")
            #expect(rolling.series.timestamps.first == RunBuilder.weekdays(count: count)[rolling.window - 1])
            for (start, value) in rolling.series.values.enumerated() {
                let window = start..<(start + rolling.window)
                let expected = direct(rolling.statistic.key, Array(run[window]), Array(market[window]))
                #expect(agree(value, expected), "\(rolling.key) \(start)")
            }
        }
    }
}

@Test func `a window without variation has volatility exactly 0 and no Sharpe ratio, however wild the past was`() {
    var returns = RunBuilder.returns(seed: 2, count: 700, scale: 0.9)
    for index in 300..<560 { returns[index] = 0.1 }
    let analysis = Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 700)))
    for rolling in analysis.rolling where rolling.statistic == .volatility {
        let flat = rolling.series.values.indices.filter { $0 >= 300 && $0 + rolling.window <= 560 }
        #expect(flat.count == 260 - rolling.window + 1)
        #expect(flat.allSatisfy { rolling.series.values[$0] == 0 }, "\(rolling.key)")
    }
    for rolling in analysis.rolling where rolling.statistic == .sharpe {
        #expect(rolling.series.count == 700 - rolling.window + 1 - (260 - rolling.window + 1), "\(rolling.key)")
        #expect(rolling.series.values.allSatisfy { $0.magnitude < 1e3 }, "\(rolling.key)")
    }
}

@Test func `a shock leaves the window without a trace`() {
    var shocked = RunBuilder.returns(seed: 3, count: 600)
    let calm = Analyzer.analyze(RunBuilder.run(shocked, timestamps: RunBuilder.weekdays(count: 600)))
    shocked[100] = 900
    let after = Analyzer.analyze(RunBuilder.run(shocked, timestamps: RunBuilder.weekdays(count: 600)))
    for (left, right) in zip(calm.rolling, after.rolling) where left.window == 126 {
        let clean = left.series.values.dropFirst(101)
        #expect(
            zip(clean, right.series.values.dropFirst(101)).allSatisfy { agree($0, $1, within: 1e-12) }, "\(left.key)")
    }
}

@Test func `a run shorter than the window has an empty series, without mean or current value`() {
    let analysis = Analyzer.analyze(
        RunBuilder.run(RunBuilder.returns(seed: 1, count: 130), timestamps: RunBuilder.weekdays(count: 130)))
    let rolling = analysis.rolling
    #expect(
        rolling.map(\.key) == [126, 252].map { "rolling_volatility_\($0)" } + [126, 252].map { "rolling_sharpe_\($0)" }
            + [126, 252].map { "rolling_sortino_\($0)" })
    #expect(rolling.filter { $0.window == 252 }.allSatisfy { $0.series.isEmpty && $0.mean == nil && $0.current == nil })
    #expect(
        rolling.filter { $0.window == 126 }.allSatisfy { $0.series.count == 5 && $0.current == $0.series.values.last })
    #expect(rolling[0].label == "Rolling volatility, 126 sessions")
}
