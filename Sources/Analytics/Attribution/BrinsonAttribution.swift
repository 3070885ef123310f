import RunModel
import Series

/// One segment's effects over a span, linked over its periods.
public struct BrinsonRow: Equatable, Sendable {
    /// As the benchmark's file names it; `Cash and rest` for what is in no segment.
    public let name: String
    /// Mean weight of the portfolio at the starts of the periods.
    public let meanWeight: Double
    /// Mean weight of the benchmark.
    public let meanBenchmarkWeight: Double
    /// Linked effects; those of all rows sum to the difference of total returns.
    public let effects: BrinsonEffects
}

/// Why the run returned otherwise than its benchmark of segments.
public struct BrinsonSection: Equatable, Sendable {
    /// Segments in the file's order, then cash and rest.
    public let rows: [BrinsonRow]
    /// The run's return over the periods.
    public let total: Double
    /// The benchmark's, by its weights and segments' returns.
    public let benchmarkTotal: Double
    /// First moment.
    public let start: Timestamp
    /// Last moment.
    public let end: Timestamp
    /// Periods that were linked.
    public let periods: Int
}

/// Brinson's attribution by the segments of the benchmark, linked after Cariño.
struct BrinsonAttribution: Statistic {
    let section: BrinsonSection

    init(_ context: MetricContext) throws(Unavailable) {
        guard let segments = context.run.segments else { throw .noSegments }
        let results = try context(AssetResults.self)
        let members = Self.members(of: segments.names, results.symbols, context.run)
        let days = results.timestamps.map(\.date.day)
        var periods = [Period]()
        for place in segments.timestamps.indices.dropFirst() {
            let (from, to) = (segments.timestamps[place - 1].date.day, segments.timestamps[place].date.day)
            // The positions' moments that stand for the ends of the period: the last ones at or before them.
            guard let first = days.lastIndex(where: { $0 <= from }), let last = days.lastIndex(where: { $0 <= to }),
                first < last, from - days[first] <= 4, to - days[last] <= 4
            else { continue }
            periods.append(Period(results, members, segments, first...last, place))
        }
        guard !periods.isEmpty else { throw .noSegmentOverlap }
        section = try Self.section(periods, segments.names, results, context)
    }

    /// The segment of each symbol: its sector's, else its own name's; nil for the rest.
    private static func members(of names: [String], _ symbols: [String], _ run: Run) -> [Int?] {
        let sectors = Dictionary(
            run.instruments.compactMap { instrument in instrument.sector.map { (instrument.symbol, $0) } },
            uniquingKeysWith: { first, _ in first })
        let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return symbols.map { symbol in sectors[symbol].flatMap { places[$0] } ?? places[symbol] }
    }

    private static func section(
        _ periods: [Period], _ names: [String], _ results: AssetResults, _ context: MetricContext
    ) throws(Unavailable) -> BrinsonSection {
        let (own, other) = (periods.map(\.total), periods.map(\.benchmarkTotal))
        guard let factors = Linking.factors(own, against: other) else { throw .ruined }
        let count = Double(periods.count)
        let rows = (0...names.count).map { segment -> BrinsonRow in
            func linked(_ part: (BrinsonEffects) -> Double) -> Double {
                StableSum.of(zip(periods, factors).map { part($0.effects[segment]) * $1 })
            }
            return BrinsonRow(
                name: segment < names.count ? names[segment] : "Cash and rest",
                meanWeight: StableSum.of(periods.map { $0.weights[segment] }) / count,
                meanBenchmarkWeight: StableSum.of(periods.map { $0.benchmarkWeights[segment] }) / count,
                effects: BrinsonEffects(
                    allocation: linked(\.allocation), selection: linked(\.selection), interaction: linked(\.interaction)
                ))
        }
        return BrinsonSection(
            rows: rows, total: own.reduce(1) { $0 * (1 + $1) } - 1,
            benchmarkTotal: other.reduce(1) { $0 * (1 + $1) } - 1,
            start: results.timestamps[periods[0].range.lowerBound],
            end: results.timestamps[periods[periods.count - 1].range.upperBound], periods: periods.count)
    }

    /// One period of the benchmark's file.
    private struct Period {
        let range: ClosedRange<Int>
        let weights: [Double]
        let benchmarkWeights: [Double]
        let effects: [BrinsonEffects]
        let total: Double
        let benchmarkTotal: Double

        init(
            _ results: AssetResults, _ members: [Int?], _ segments: BenchmarkSegments, _ range: ClosedRange<Int>,
            _ place: Int
        ) {
            let count = segments.names.count
            let equity = results.equity[range.lowerBound]
            var weights = [Double](repeating: 0, count: count + 1)
            var parts = weights
            for (asset, segment) in members.enumerated() {
                let target = segment ?? count
                weights[target] += results.values[asset][range.lowerBound] / equity
                let sum = StableSum.of(Array(results.results[asset][range.lowerBound..<range.upperBound]))
                parts[target] += sum / equity
            }
            // What no segment holds is cash; what no symbol earned is its.
            weights[count] = 1 - weights[..<count].reduce(0, +)
            parts[count] += StableSum.of(Array(results.rest[range.lowerBound..<range.upperBound])) / equity
            let other = segments.weights.map { $0[place] }
            benchmarkWeights = other + [1 - other.reduce(0, +)]
            let returns = segments.returns.map { $0[place] } + [0]
            effects = BrinsonEffects.of(
                weights: weights, results: parts, benchmarkWeights: benchmarkWeights, benchmarkReturns: returns)
            total = results.equity[range.upperBound] / equity - 1
            benchmarkTotal = zip(benchmarkWeights, returns).reduce(0) { $0 + $1.0 * $1.1 }
            (self.range, self.weights) = (range, weights)
        }
    }
}

extension Analysis {
    /// Allocation, selection and interaction by the benchmark's segments; throws where none are given, or positions are not
    /// recorded.
    public var brinson: BrinsonSection { get throws(Unavailable) { try context(BrinsonAttribution.self).section } }
}

extension Unavailable {
    /// A run without the weights of its benchmark.
    public static let noSegments = Unavailable("no_benchmark_weights", "no benchmark weights given")
    static let noSegmentOverlap = Unavailable(
        "no_benchmark_weights_overlap", "no period of the benchmark's weights lies within the positions")
}
