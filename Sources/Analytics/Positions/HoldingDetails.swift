import RunModel
import Series

/// What was held in more detail than long and short: leverage, concentration, cash, sectors. Weights are fractions of the
/// account's value at the same moment.
public struct HoldingDetails: Statistic {
    /// A symbol's or sector's weight over time.
    public struct Share: Equatable, Sendable {
        /// As the run names it.
        public let name: String
        /// Its weight at every moment, negative where short.
        public let weights: [Double]
    }

    /// Moments whose account value is known.
    public let timestamps: [Timestamp]
    /// Long less short: how many times the account's value is held.
    public let gross: TimeSeries
    /// Herfindahl index of the sizes held, Σ(|v|/Σ|v|)², at the moments with a position: 1/n for n equal ones, 1 for one.
    public let herfindahl: TimeSeries
    /// The largest size of one weight.
    public let largest: TimeSeries
    /// Cash over the account's value; nil where the run records none.
    public let cash: TimeSeries?
    /// Symbols that were ever held, the largest mean size first.
    public let symbols: [Share]
    /// Sectors, the largest mean size first; empty where the run names none.
    public let sectors: [Share]
}

extension HoldingDetails {
    /// The details of a run's positions; throws why there are none. Time is linear in rows times symbols.
    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        let account = AccountValues(run, positions)
        let rows = positions.timestamps.indices.filter { account.value($0) != nil }
        guard !rows.isEmpty else { throw .noMoney }
        let equity = rows.map { account.value($0) ?? 1 }
        let columns = positions.values.map { column in zip(rows, equity).map { column[$0] / $1 } }
        let moments = rows.map { positions.timestamps[$0] }
        let sizes = rows.indices.map { row in columns.reduce(0) { $0 + $1[row].magnitude } }
        let held = rows.indices.filter { sizes[$0] > 0 }
        timestamps = moments
        gross = TimeSeries(timestamps: moments, values: sizes)
        herfindahl = TimeSeries(
            timestamps: held.map { moments[$0] },
            values: held.map { row in
                columns.reduce(0) { sum, column in
                    let share = column[row] / sizes[row]
                    return sum + share * share
                }
            })
        largest = TimeSeries(
            timestamps: moments,
            values: rows.indices.map { row in columns.reduce(0) { max($0, $1[row].magnitude) } })
        cash = positions.cash.map { cash in
            TimeSeries(timestamps: moments, values: zip(rows, equity).map { cash[$0] / $1 })
        }
        symbols = Self.sorted(zip(positions.symbols, columns).map { Share(name: $0, weights: $1) })
        sectors = Self.sectors(run, positions.symbols, columns, count: rows.count)
    }

    private static func sectors(
        _ run: Run, _ symbols: [String], _ columns: [[Double]], count: Int
    ) -> [Share] {
        let known = Dictionary(
            run.instruments.compactMap { instrument in instrument.sector.map { (instrument.symbol, $0) } },
            uniquingKeysWith: { first, _ in first })
        guard symbols.contains(where: { known[$0] != nil }) else { return [] }
        var names = [String]()
        var sums = [String: [Double]]()
        for (symbol, column) in zip(symbols, columns) {
            let name = known[symbol] ?? "(none)"
            if sums[name] == nil { names.append(name) }
            var sum = sums[name] ?? [Double](repeating: 0, count: count)
            for row in column.indices { sum[row] += column[row] }
            sums[name] = sum
        }
        return sorted(names.map { Share(name: $0, weights: sums[$0] ?? []) })
    }

    /// The largest mean size first, then by name; without what was never held.
    private static func sorted(_ shares: [Share]) -> [Share] {
        let sized = shares.map { ($0, $0.weights.reduce(0) { $0 + $1.magnitude }) }.filter { $0.1 > 0 }
        return sized.sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }.map(\.0)
    }
}

extension Analysis {
    /// Leverage, concentration, cash and sectors over time; throws where the run records no positions.
    public var holdingDetails: HoldingDetails { get throws(Unavailable) { try context(HoldingDetails.self) } }
}

extension MetricKey {
    /// Mean concentration, Herfindahl.
    public static let herfindahlMean = MetricKey("herfindahl_mean")
    /// Mean cash.
    public static let cashMean = MetricKey("cash_mean")
}

extension MetricDefinition {
    static let herfindahlMean = MetricDefinition(
        MetricDeclaration(
            key: .herfindahlMean, name: "Mean concentration, Herfindahl", group: .positions, unit: .ratio, places: 2,
            better: .neither,
            summary: "How few positions held how much: 1 for one position, 1/n for n equal ones.",
            formula: "mean over moments with a position of Σ(|v|/Σ|v|)²",
            edgeCases:
                "Its inverse is the effective number of positions. Never a position, no positions recorded: n/a.",
            source: "Herfindahl (1950), Concentration in the Steel Industry.", appliesToBenchmark: false),
        inputs: { _ in ["recorded positions"] },
        compute: { context throws(Unavailable) in
            let values = try context(HoldingDetails.self).herfindahl.values
            guard !values.isEmpty else { throw .nothingHeld }
            return StableSum.of(values) / Double(values.count)
        })

    static let cashMean = MetricDefinition(
        MetricDeclaration(
            key: .cashMean, name: "Mean cash", group: .positions, unit: .fraction, places: 1, better: .neither,
            summary: "Cash as a share of the account's value, on average.", formula: "mean(cash/E)",
            edgeCases: "Negative where money was borrowed. No positions or no cash recorded: n/a.",
            appliesToBenchmark: false),
        inputs: { _ in ["recorded cash over the account's value of the same moment"] },
        compute: { context throws(Unavailable) in
            guard let cash = try context(HoldingDetails.self).cash else { throw .noCash }
            return StableSum.of(cash.values) / Double(cash.count)
        })
}

extension Unavailable {
    /// Positions without a column of cash.
    public static let noCash = Unavailable("no_cash", "no cash recorded")
}
