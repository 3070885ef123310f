import Glibc
import Series

/// Core metrics of every regime, and how regimes follow each other.
public struct RegimeSection: Statistic {
    /// One regime.
    public struct Row: Sendable {
        /// `bull`.
        public let name: String
        /// How many returns.
        public let count: Int
        /// Their share of all returns with a regime.
        public let share: Double
        /// How many spells: stretches of neighbours.
        public let spells: Int
        /// Mean length of a spell in returns.
        public let meanDuration: Double
        /// ∏(1+r) − 1 over the regime's returns.
        public let total: Double
        /// mean(r)·A.
        public let meanReturn: MetricValue
        /// s(r)·√A.
        public let volatility: MetricValue
        /// mean(e)/s(e)·√A.
        public let sharpe: MetricValue
        /// The deepest fall from a peak of the regime's returns put together.
        public let maxDrawdown: Double
        /// Share of positive returns.
        public let winRate: Double
        /// The lowest return.
        public let worst: Double
    }

    /// Spells of one regime that follow spells of another.
    public struct Transition: Sendable {
        /// The regime before.
        public let from: String
        /// The regime after.
        public let to: String
        /// From one return to the next; staying is a transition to itself.
        public let count: Int
        /// Over all transitions from the first regime.
        public let probability: Double
        /// Share of the spells begun so that earned; nil for staying.
        public let profitable: Double?
    }

    /// How regimes were found.
    public let source: String
    /// In the order of the names.
    public let rows: [Row]
    /// Every pair that occurs, by the order of the names.
    public let transitions: [Transition]

    /// Throws where nobody gives regimes.
    init(_ context: MetricContext) throws(Unavailable) {
        let labelling = try context(RegimeLabelling.self)
        let daily = context.daily
        source = labelling.source
        let spells = Self.spells(labelling.places)
        let known = labelling.places.count { $0 != nil }
        rows = labelling.names.indices.map { place in
            Self.row(
                labelling.names[place], labelling.places.indices.filter { labelling.places[$0] == place },
                spells.filter { $0.place == place }.map(\.range), known: known, daily)
        }
        transitions = Self.transitions(labelling, spells, daily)
    }

    private typealias Spell = (place: Int, range: Range<Int>)

    private static func spells(_ places: [Int?]) -> [Spell] {
        var (spells, start) = ([Spell](), 0)
        for index in places.indices where index + 1 == places.count || places[index + 1] != places[index] {
            if let place = places[index] { spells.append((place, start..<(index + 1))) }
            start = index + 1
        }
        return spells
    }

    private static func row(
        _ name: String, _ indices: [Int], _ spells: [Range<Int>], known: Int, _ daily: ReturnHistory
    ) -> Row {
        let returns = indices.map { daily.returns[$0] }
        let excess = indices.map { daily.returns[$0] - daily.riskFree[$0] }
        let (plain, net) = (Moments(returns, within: Rounding(ofReturns: returns)), Moments(excess))
        var wealth = [1.0]
        for value in returns { wealth.append((wealth.last ?? 1) * (1 + value)) }
        var (peak, deepest) = (1.0, 0.0)
        for level in wealth {
            peak = max(peak, level)
            if peak > 0 { deepest = min(deepest, level / peak - 1) }
        }
        let root = daily.periodsPerYear.squareRoot()
        let needed = Unavailable.fewerThan(20, "returns in the regime")
        let isEnough = returns.count >= 20
        func value(_ number: Double?) -> MetricValue {
            isEnough ? number.map { .finite($0, else: .constant) } ?? .absent(.constant) : .absent(needed)
        }
        return Row(
            name: name, count: returns.count, share: known == 0 ? 0 : Double(returns.count) / Double(known),
            spells: spells.count, meanDuration: spells.isEmpty ? 0 : Double(returns.count) / Double(spells.count),
            total: (wealth.last ?? 1) - 1, meanReturn: value(plain.mean * daily.periodsPerYear),
            volatility: value(plain.sampleDeviation.map { $0 * root }),
            sharpe: value(
                plain.isConstant ? nil : net.sampleDeviation.map { net.mean / $0 * root }),
            maxDrawdown: deepest,
            winRate: returns.isEmpty ? 0 : Double(returns.count { $0 > 0 }) / Double(returns.count),
            worst: returns.min() ?? 0)
    }

    private static func transitions(
        _ labelling: RegimeLabelling, _ spells: [Spell], _ daily: ReturnHistory
    ) -> [Transition] {
        let size = labelling.names.count
        var counts = [Int](repeating: 0, count: size * size)
        for (before, now) in zip(labelling.places, labelling.places.dropFirst()) {
            if let before, let now { counts[before * size + now] += 1 }
        }
        var (begun, earned) = ([Int](repeating: 0, count: size * size), [Int](repeating: 0, count: size * size))
        for (before, now) in zip(spells, spells.dropFirst()) where before.range.upperBound == now.range.lowerBound {
            let pair = before.place * size + now.place
            begun[pair] += 1
            if daily.returns[now.range].reduce(1, { $0 * (1 + $1) }) > 1 { earned[pair] += 1 }
        }
        return counts.indices.filter { counts[$0] > 0 }.map { pair in
            let (from, to) = (pair / size, pair % size)
            let all = counts[(from * size)..<((from + 1) * size)].reduce(0, +)
            return Transition(
                from: labelling.names[from], to: labelling.names[to], count: counts[pair],
                probability: Double(counts[pair]) / Double(all),
                profitable: begun[pair] == 0 ? nil : Double(earned[pair]) / Double(begun[pair]))
        }
    }
}

extension Analysis {
    /// Core metrics of every regime; throws where nobody gives regimes.
    public var regimes: RegimeSection { get throws(Unavailable) { try context(RegimeSection.self) } }
}
