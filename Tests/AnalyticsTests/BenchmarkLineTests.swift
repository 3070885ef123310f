import Analytics
import RunBuilders
import Testing

@Test func `the line against the benchmark has the error of beta that the residuals give`() throws {
    let run = RunBuilder.returns(seed: 5, count: 300)
    let market = RunBuilder.returns(seed: 6, count: 300)
    let analysis = Analyzer.analyze(RunBuilder.run(run, timestamps: RunBuilder.weekdays(count: 300), benchmark: market))
    let line = try analysis.benchmarkLine
    let (x, y) = (line.points.benchmark, line.points.run)
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let squares = x.map { ($0 - meanX) * ($0 - meanX) }.reduce(0, +)
    let slope = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }.reduce(0, +) / squares
    let residuals = zip(x, y).map { $1 - meanY - slope * ($0 - meanX) }.map { $0 * $0 }.reduce(0, +)
    #expect(agree(line.slope, slope))
    #expect(agree(line.slopeError ?? .nan, (residuals / (n - 2) / squares).squareRoot()))
    #expect(agree(line.intercept, meanY - slope * meanX))
    let ratio = try #require(line.volatilityRatio)
    let (own, other) = (y.map { ($0 - meanY) * ($0 - meanY) }.reduce(0, +), squares)
    #expect(agree(ratio, (other / own).squareRoot()))
}

@Test func `autocorrelations of returns that alternate are near minus one and one`() throws {
    let returns = (0..<200).map { $0 % 2 == 0 ? 0.01 : -0.01 }
    let found = try Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 200)))
        .autocorrelations
    #expect(found.values.count == 20)
    for (index, value) in found.values.enumerated() {
        let lag = Double(index + 1)
        #expect(agree(value, (index % 2 == 0 ? -1 : 1) * (200 - lag) / 200), "\(index + 1)")
    }
    #expect(agree(found.bound, 1.96 / 200.0.squareRoot()))
}

@Test func `the plot against a normal distribution keeps the outermost returns and has every one of few`() throws {
    for count in [20, 600, 601, 5_000] {
        let returns = RunBuilder.returns(seed: 9, count: count)
        let plot = try Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: count)))
            .normalPlot
        #expect(plot.count == count)
        #expect(plot.observed.count <= 600)
        #expect(plot.observed.first == returns.min() && plot.observed.last == returns.max())
        #expect(plot.observed == plot.observed.sorted() && plot.expected == plot.expected.sorted())
        if count <= 600 { #expect(plot.observed == returns.sorted()) }
    }
}

@Test func `other profiles are named where they give another number, and only there`() throws {
    let returns = RunBuilder.returns(seed: 3, count: 900)
    let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 900))
    let analysis = Analyzer.analyze(run)
    for key in [MetricKey.sharpe, .cagr, .maxDrawdown, .calmar, .sortino] {
        let own = try #require(analysis.metrics[key])
        let found = analysis.peers(of: key)
        for conventions in Conventions.profiles where conventions.profile != "standard" {
            let value = Analyzer.analyze(run, conventions: conventions).metrics[key]?.value
            let peer = found.first { $0.profile == conventions.profile }
            #expect(peer == nil ? value == own.value : value == peer?.metric.value, "\(key) \(conventions.profile)")
        }
    }
}
