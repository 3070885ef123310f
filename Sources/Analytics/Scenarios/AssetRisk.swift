import RunModel
import Series

/// What each position held at the end adds to the risk: parts that sum to the portfolio's volatility.
///
/// Σ is the sample covariance (n − 1) of the daily returns on days on which all have one, w the weights at the end. The
/// volatility is √(wᵀΣw)·√A, a position's part wᵢ(Σw)ᵢ/√(wᵀΣw)·√A (Euler's theorem), so parts sum to it exactly.
public struct AssetRisk: Statistic {
    /// One position.
    public struct Row: Equatable, Sendable {
        /// As the positions name it.
        public let symbol: String
        /// Over the account's value, negative where short.
        public let weight: Double
        /// Of its own daily returns, per year.
        public let volatility: Double
        /// Its part of the portfolio's volatility, per year; negative where it lowers the risk.
        public let contribution: Double
        /// The part over the whole.
        public let share: Double
    }

    /// Fewer common days give no covariance.
    static let fewest = 20

    /// What was held, the largest size first.
    public let rows: [Row]
    /// √(wᵀΣw)·√A.
    public let volatility: Double
    /// Σ|w|σ over the volatility: 1 for one position, more where they offset each other.
    public let diversification: Double
    /// Common days.
    public let count: Int
    /// When it was held.
    public let moment: Timestamp
    /// Held, but without returns: not in the sums.
    public let leftOut: [String]

    init(_ context: MetricContext) throws(Unavailable) {
        let held = try context(LastHoldings.self)
        let returns = try context(AssetReturns.self)
        func known(_ holding: LastHoldings.Holding) -> Int { returns.columns[holding.place].count { !$0.isNaN } }
        let kept = held.holdings.filter { known($0) >= Self.fewest }
        leftOut = held.holdings.filter { known($0) < Self.fewest }.map(\.symbol)
        guard !kept.isEmpty else { throw .fewerThan(Self.fewest, "returns of a position") }
        let days = returns.days.indices.filter { day in
            kept.allSatisfy { !returns.columns[$0.place][day].isNaN }
        }
        guard days.count >= Self.fewest else { throw .fewerThan(Self.fewest, "common returns") }
        let columns = kept.map { holding in days.map { returns.columns[holding.place][$0] } }
        let covariance = Self.covariance(columns)
        let weights = kept.map(\.weight)
        let products = covariance.map { row in StableSum.of(zip(row, weights).map { $0 * $1 }) }
        let variance = StableSum.of(zip(weights, products).map { $0 * $1 })
        guard variance > 0, variance.isFinite else { throw .constant }
        let (risk, year) = (variance.squareRoot(), context.daily.periodsPerYear.squareRoot())
        rows = kept.indices.map { place in
            let part = weights[place] * products[place] / risk
            return Row(
                symbol: kept[place].symbol, weight: weights[place],
                volatility: max(0, covariance[place][place]).squareRoot() * year, contribution: part * year,
                share: part / risk)
        }
        volatility = risk * year
        diversification = StableSum.of(rows.map { $0.weight.magnitude * $0.volatility }) / volatility
        (count, moment) = (days.count, held.moment)
    }

    /// Sample covariances of columns of one length.
    static func covariance(_ columns: [[Double]]) -> [[Double]] {
        let deviations = columns.map { column in
            let mean = StableSum.of(column) / Double(column.count)
            return column.map { $0 - mean }
        }
        return deviations.map { left in
            deviations.map { right in LeastSquares.dot(left, right) / Double(left.count - 1) }
        }
    }
}

/// Correlations of columns with each other, each pair over the moments that both have.
public struct PairCorrelations: Equatable, Sendable {
    /// Two columns.
    public struct Pair: Equatable, Sendable {
        /// The place of the one that stands first.
        public let first: Int
        /// The place of the other.
        public let second: Int
        /// Pearson's, −1…1; nil with fewer than 20 common moments or where one does not vary.
        public let value: Double?
        /// Common moments.
        public let count: Int
    }

    /// Names of the columns.
    public let names: [String]
    /// Every pair, by the first column, then the second.
    public let pairs: [Pair]

    /// Throws where no pair has a correlation.
    init(_ names: [String], _ columns: [[Double]]) throws(Unavailable) {
        guard names.count > 1 else { throw .fewerThan(2, "series to correlate") }
        self.names = names
        pairs = names.indices.flatMap { first in
            ((first + 1)..<max(names.count, first + 1)).map { Self.pair(first, $0, columns) }
        }
        guard pairs.contains(where: { $0.value != nil }) else {
            throw .fewerThan(AssetRisk.fewest, "common returns")
        }
    }

    private static func pair(_ first: Int, _ second: Int, _ columns: [[Double]]) -> Pair {
        let common = columns[first].indices.filter { !columns[first][$0].isNaN && !columns[second][$0].isNaN }
        var value: Double?
        if common.count >= AssetRisk.fewest {
            let covariance = AssetRisk.covariance([first, second].map { place in common.map { columns[place][$0] } })
            let scale = (covariance[0][0] * covariance[1][1]).squareRoot()
            if scale > 0, (covariance[0][1] / scale).isFinite { value = min(1, max(-1, covariance[0][1] / scale)) }
        }
        return Pair(first: first, second: second, value: value, count: common.count)
    }

    /// The correlation of two columns in either order.
    public func value(_ first: Int, _ second: Int) -> Double? {
        pairs.first { ($0.first, $0.second) == (min(first, second), max(first, second)) }?.value
    }
}

/// Correlations of the daily returns of what was held, the largest mean weights first.
struct PositionCorrelations: Statistic {
    let correlations: PairCorrelations

    /// More symbols make no figure and no table that anybody reads.
    private static let most = 20

    init(_ context: MetricContext) throws(Unavailable) {
        let returns = try context(AssetReturns.self)
        let places = Dictionary(
            returns.symbols.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let held = try context(PositionStatistics.self).holdings.compactMap { places[$0.symbol] }
        let chosen = held.filter { place in returns.columns[place].contains { !$0.isNaN } }.prefix(Self.most)
        correlations = try PairCorrelations(
            chosen.map { returns.symbols[$0] }, chosen.map { returns.columns[$0] })
    }
}

/// Correlations of the factors with each other and with the run.
struct FactorCorrelations: Statistic {
    let correlations: PairCorrelations

    init(_ context: MetricContext) throws(Unavailable) {
        let data = try context(FactorAlignment.self)
        correlations = try PairCorrelations(
            [Analysis.strategyName] + data.names, [data.excess] + data.factors)
    }
}

extension Analysis {
    /// What each position adds to the risk; throws where prices or positions are missing.
    public var assetRisk: AssetRisk { get throws(Unavailable) { try context(AssetRisk.self) } }
    /// Correlations of what was held; throws where prices or positions are missing.
    public var positionCorrelations: PairCorrelations {
        get throws(Unavailable) { try context(PositionCorrelations.self).correlations }
    }
    /// Correlations of the factors; throws where there are none.
    public var factorCorrelations: PairCorrelations {
        get throws(Unavailable) { try context(FactorCorrelations.self).correlations }
    }
}

extension MetricKey {
    /// Volatility of what was held at the end.
    public static let positionRisk = MetricKey("position_risk")
    /// Diversification ratio.
    public static let diversificationRatio = MetricKey("diversification_ratio")
}

extension MetricDefinition {
    static let positionRisk = MetricDefinition(
        MetricDeclaration(
            key: .positionRisk, name: "Volatility of what was held last", group: .positions, unit: .fractionPerYear,
            places: 1, better: .lower,
            summary: "The volatility that the positions of the end would have had over the run's time.",
            formula: "√(wᵀΣw)·√A, Σ the sample covariance of daily returns",
            edgeCases:
                "Of days on which every position has a return; positions with fewer than 20 are left out. No positions, no "
                + "prices or quantities, nothing held at the end, fewer than 20 common days: n/a.",
            source: "Markowitz (1952), Portfolio Selection.", appliesToBenchmark: false, hasOwnTable: true),
        decidedBy: [.periodsPerYear],
        inputs: { context in ["weights at the end", context.text.periods] },
        compute: { context throws(Unavailable) in try context(AssetRisk.self).volatility })

    static let diversificationRatio = MetricDefinition(
        MetricDeclaration(
            key: .diversificationRatio, name: "Diversification ratio", group: .positions, unit: .ratio, places: 2,
            better: .higher, summary: "How much of the positions' own risk offsets itself.",
            formula: "Σ|w|σ/√(wᵀΣw)",
            edgeCases: "1 for one position. N/a where the volatility of what was held last is.",
            source: "Choueifaty and Coignard (2008), Toward Maximum Diversification.", appliesToBenchmark: false,
            hasOwnTable: true),
        inputs: { _ in ["weights at the end"] },
        compute: { context throws(Unavailable) in try context(AssetRisk.self).diversification })
}
