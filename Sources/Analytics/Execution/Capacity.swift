import RunModel
import Series

/// How much of the volume was traded, and how much capital the strategy would carry before it trades too much of it.
///
/// What was bought and sold of a symbol within a bar counts together. An account k times as large trades k times as much.
public struct Capacity: Statistic {
    /// The capital at which a share of the bars with trades stay within a share of the volume.
    public struct Row: Equatable, Sendable {
        /// Largest share of a bar's volume.
        public let participation: Double
        /// So that every bar with trades stays within.
        public let all: Double
        /// So that 95 % of the bars with trades stay within.
        public let most: Double
        /// So that half of the bars with trades stay within.
        public let half: Double
    }

    /// Bars with trades whose volume is known.
    public let count: Int
    /// Mean of traded units over the bar's volume.
    public let meanShare: Double
    /// The largest.
    public let largestShare: Double
    /// Where the largest was.
    public let largest: (symbol: String, moment: Timestamp)
    /// Capital at 1 %, 5 % and 10 % of the volume; empty where the account's value in money is not known.
    public let rows: [Row]

    static let participations = [0.01, 0.05, 0.1]

    init(_ context: MetricContext) throws(Unavailable) {
        let executions = try context(Executions.self)
        guard context.run.prices?.symbols.contains(where: { $0.volume != nil }) == true else { throw .noVolumes }
        let traded = Self.traded(executions.all)
        guard let first = traded.first else { throw .noVolumes }
        let shares = traded.map(\.share)
        count = shares.count
        meanShare = StableSum.of(shares) / Double(shares.count)
        let top = traded.dropFirst().reduce(first) { $1.share > $0.share ? $1 : $0 }
        largestShare = top.share
        largest = (top.symbol, top.moment)
        rows = Self.rows(traded, context.run)
    }

    private struct Traded {
        var symbol: String
        var moment: Timestamp
        var share: Double
    }

    /// Units of one symbol in one bar over its volume, in the order of the first execution of each.
    private static func traded(_ all: [Executions.Execution]) -> [Traded] {
        struct Key: Hashable {
            var symbol: String
            var place: Int
        }
        var places: [Key: Int] = [:]
        var traded: [Traded] = []
        for one in all {
            guard let volume = one.bars.volume?[one.place], volume > 0 else { continue }
            let key = Key(symbol: one.bars.symbol, place: one.place)
            let share = one.fill.quantity.magnitude / volume
            if let place = places[key] {
                traded[place].share += share
            } else {
                places[key] = traded.count
                traded.append(
                    Traded(symbol: one.fill.symbol, moment: one.bars.timestamps[one.place], share: share))
            }
        }
        return traded.filter { $0.share.isFinite && $0.share > 0 }
    }

    private static func rows(_ traded: [Traded], _ run: Run) -> [Row] {
        guard !run.equityIsDerived || run.initialCapital.value != nil else { return [] }
        // The account's value over the share of volume: capital per whole volume.
        let capitals = traded.compactMap { one in equity(run, before: one.moment).map { $0 / one.share } }
        guard !capitals.isEmpty else { return [] }
        func quantile(_ share: Double) -> Double { Quantile.of(unsorted: capitals, at: share) ?? 0 }
        let (all, most, half) = (quantile(0), quantile(0.05), quantile(0.5))
        return participations.map { Row(participation: $0, all: $0 * all, most: $0 * most, half: $0 * half) }
    }

    /// The account's last value before a moment's date, the start value for what is earlier.
    private static func equity(_ run: Run, before moment: Timestamp) -> Double? {
        let moments = run.equity.timestamps
        return run.equity.values[max(0, moments.partitioningIndex { $0 >= moment } - 1)]
    }
}

extension Analysis {
    /// Shares of volume and the capital that they allow; throws where prices have no volumes.
    public var capacity: Capacity { get throws(Unavailable) { try context(Capacity.self) } }
}
