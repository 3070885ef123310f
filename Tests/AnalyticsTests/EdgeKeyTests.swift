import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// Every key on every shape of run at which numbers break: a finite value, a word, or n/a with its reason.
struct EdgeKeyTests {
    /// A run that is awkward in one way.
    struct Edge: Sendable, CustomStringConvertible {
        let description: String
        let returns: [Double]
        var hasBenchmark = true
        var hasTrades = true
        var hasPositions = true
        var benchmark: [Double]?
        /// Close and volume of a bar by its number; nil for no prices.
        var bar: (@Sendable (Int) -> (close: Double, volume: Double))? = { (100 + Double($0 % 7), 1000) }
        /// Days without an observation behind the hundredth one.
        var gap = 0
    }

    static let edges: [Edge] = {
        let long = RunBuilder.returns(seed: 1, count: 300)
        return [
            Edge(description: "empty", returns: []),
            Edge(description: "one observation", returns: [0.01]),
            Edge(description: "two observations", returns: [0.01, -0.02]),
            Edge(description: "three observations", returns: [0.01, -0.02, 0.03]),
            Edge(description: "flat", returns: [Double](repeating: 0, count: 300)),
            Edge(description: "constant growth", returns: [Double](repeating: 0.0003, count: 300)),
            Edge(description: "constant loss", returns: [Double](repeating: -0.0003, count: 300)),
            Edge(description: "no benchmark", returns: long, hasBenchmark: false),
            Edge(description: "no trades", returns: long, hasTrades: false),
            Edge(description: "no positions", returns: long, hasPositions: false),
            Edge(
                description: "nothing but returns", returns: long, hasBenchmark: false, hasTrades: false,
                hasPositions: false),
            Edge(description: "30 days", returns: Array(long.prefix(21))),
            Edge(description: "ruin", returns: Array(long.prefix(200)) + [-1]),
            Edge(description: "nearly ruined", returns: Array(long.prefix(200)) + [-0.999_999_999_999]),
            Edge(description: "two values in turn", returns: (0..<300).map { $0.isMultiple(of: 2) ? 0.01 : -0.01 }),
            Edge(description: "one jump", returns: (0..<300).map { $0 == 150 ? 0.5 : 0 }),
            Edge(description: "its own benchmark", returns: long, benchmark: long),
            Edge(
                description: "benchmark of two values", returns: long,
                benchmark: (0..<300).map { $0 % 3 == 0 ? 0.01 : -0.01 }),
            Edge(description: "benchmark that only rises", returns: long, benchmark: long.map { $0.magnitude + 0.001 }),
            Edge(description: "huge", returns: long.map { $0 * 1e6 > 0 ? $0 * 1e6 : -0.5 }),
            Edge(description: "tiny", returns: long.map { $0 * 1e-12 }),
            Edge(description: "a gap of half a year", returns: long, gap: 180),
            Edge(description: "no prices", returns: long, bar: nil),
            Edge(description: "prices that stand still", returns: long, bar: { _ in (100, 1000) }),
            Edge(description: "prices of zero", returns: long, bar: { _ in (0, 1000) }),
            Edge(description: "negative prices", returns: long, bar: { (-1 - Double($0 % 3), 1000) }),
            Edge(description: "volumes of zero", returns: long, bar: { (100 + Double($0 % 7), 0) }),
            Edge(description: "unknown volumes", returns: long, bar: { (100 + Double($0 % 7), .nan) }),
            Edge(description: "huge prices", returns: long, bar: { (1e300 * Double(1 + $0 % 2), 1e-300) }),
        ]
    }()

    private static func run(_ edge: Edge) -> RunModel.Run {
        let timestamps = RunBuilder.weekdays(count: edge.returns.count).enumerated().map { place, moment in
            Timestamp(milliseconds: moment.milliseconds + (place >= 100 ? Int64(edge.gap) * Timestamp.day : 0))
        }
        let market = edge.benchmark ?? RunBuilder.returns(seed: 2, count: edge.returns.count)
        let trades = [12.0, -4, 0].enumerated().map { RunBuilder.trade($1, day: 16_440 + $0, mae: -1) }
        var run = RunBuilder.run(
            edge.returns, timestamps: timestamps, benchmark: edge.hasBenchmark ? market : nil, riskFree: 0.02,
            trades: edge.hasTrades ? trades : nil, trials: 5, capital: 10_000)
        if edge.hasPositions, !timestamps.isEmpty {
            run.positions = PositionHistory(
                timestamps: timestamps, symbols: ["A", "B"],
                values: [timestamps.map { _ in 4_000 }, timestamps.map { _ in -1_000 }], cash: nil)
        }
        if let first = timestamps.first, let last = timestamps.last, edge.bar != nil {
            run.fills = [
                Fill(time: first, symbol: "A", quantity: 40, price: 100),
                Fill(time: last, symbol: "B", quantity: -10, price: 100),
            ]
            run.fills?[0].decisionPrice = 99
            run.prices = prices(edge, timestamps)
            addOrders(to: &run, first, last)
        }
        return run
    }

    /// One that was filled at no price, one of which nobody says how much was, one that stands, and no margin but at the end.
    private static func addOrders(to run: inout RunModel.Run, _ first: Timestamp, _ last: Timestamp) {
        run.orders = [
            Order(symbol: "A", submitted: first, quantity: 40, status: .filled, filled: 40, price: 0, ended: first),
            Order(symbol: "A", submitted: first, quantity: -1e300, status: .partlyFilled, ended: last),
            Order(symbol: "B", submitted: last, quantity: 1e-300, status: .open),
        ]
        run.orders?[0].decisionPrice = 0
        run.margin = MarginUse(file: "margin.csv", timestamps: [last], shares: [0])
    }

    private static func prices(_ edge: Edge, _ timestamps: [Timestamp]) -> PriceHistory {
        let bars = timestamps.indices.compactMap { edge.bar?($0) }
        let close = bars.map(\.close)
        let symbols = ["A", "B"].map { name in
            PriceHistory.Bars(
                symbol: name, timestamps: timestamps, open: close, high: close.map { $0 + $0.magnitude / 100 },
                low: close.map { $0 - $0.magnitude / 100 }, close: close, volume: bars.map(\.volume))
        }
        return PriceHistory(file: "prices.csv", symbols: symbols, hasRanges: true)
    }

    @Test(arguments: edges)
    func `every key has a value or a reason, under every profile`(_ edge: Edge) {
        let run = Self.run(edge)
        for conventions in Conventions.profiles {
            let analysis = Analyzer.analyze(run, conventions: conventions)
            #expect(analysis.metrics.keys == MetricCatalog.all.map(\.key))
            for metric in analysis.metrics.metrics + (analysis.benchmarkMetrics?.metrics ?? []) {
                let place = "\(edge), \(conventions.profile): \(metric.declaration.key)"
                switch metric.value {
                case .number(let value):
                    #expect(value.isFinite, "\(place)")
                    if metric.declaration.unit == .probability {
                        #expect((0...1).contains(value), "\(place) is \(value)")
                    }
                case .absent(let cause):
                    #expect(!cause.reason.isEmpty && !cause.code.isEmpty, "\(place)")
                    #expect(cause.code != "not_finite" || edge.description.hasPrefix("huge"), "\(place) overflowed")
                case .word(let word): #expect(!word.isEmpty, "\(place)")
                }
            }
        }
    }
}
