import RunModel
import Series

/// How long it would take to sell what is held, at a tenth of the volume a day.
///
/// The volume of a day is the mean of the last twenty days with a volume, the position's own day included.
public struct Liquidity: Statistic {
    /// One symbol.
    public struct Row: Equatable, Sendable {
        /// As the positions name it.
        public let symbol: String
        /// Mean units a day at the end.
        public let volume: Double
        /// Units held at the end, without sign.
        public let units: Double
        /// Days to sell them.
        public let days: Double
        /// The most days at any moment.
        public let mostDays: Double
        /// When that was.
        public let moment: Timestamp
    }

    /// Share of the volume that is sold a day.
    public static let participation = 0.1
    /// Days that the volume is the mean of.
    static let window = 20

    /// Symbols that were held and whose volume is known, the most days first.
    public let rows: [Row]
    /// The most days at any moment, all symbols sold at once.
    public let mostDays: Double
    /// The same at the last moment.
    public let lastDays: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let prices = run.prices else { throw .noPrices }
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        guard !positions.areClasses else { throw .positionsOfClasses }
        guard prices.symbols.contains(where: { $0.volume != nil }) else { throw .noVolumes }
        let multipliers = Dictionary(
            run.instruments.map { ($0.symbol, $0.multiplier) }, uniquingKeysWith: { first, _ in first })
        let rows = positions.symbols.indices.compactMap { column -> Row? in
            guard let bars = prices.bars(of: positions.symbols[column]) else { return nil }
            return Self.row(positions, column, bars, multipliers[positions.symbols[column]] ?? 1)
        }
        guard !rows.isEmpty else { throw .noVolumes }
        self.rows = rows.enumerated().sorted { ($1.element.mostDays, $0.offset) < ($0.element.mostDays, $1.offset) }
            .map(\.element)
        mostDays = rows.map(\.mostDays).max() ?? 0
        lastDays = rows.map(\.days).max() ?? 0
    }

    /// Nil for what was never held, or never with a volume.
    private static func row(
        _ positions: PositionHistory, _ column: Int, _ bars: PriceHistory.Bars, _ multiplier: Double
    ) -> Row? {
        let days = DailyVolumes(bars)
        var (most, moment) = (0.0, nil as Timestamp?)
        var last = (units: 0.0, volume: 0.0, days: 0.0)
        for row in positions.timestamps.indices {
            let date = positions.timestamps[row].date
            guard let place = days.place(of: date), let volume = days.mean(place, over: window), volume > 0 else {
                continue
            }
            let units: Double
            if let quantities = positions.quantities {
                units = quantities[column][row].magnitude
            } else {
                let price = days.close[place] * multiplier
                guard price > 0 else { continue }
                units = positions.values[column][row].magnitude / price
            }
            guard units.isFinite else { continue }
            last = (units, volume, units / (participation * volume))
            if last.days > most { (most, moment) = (last.days, positions.timestamps[row]) }
        }
        guard let moment else { return nil }
        return Row(
            symbol: positions.symbols[column], volume: last.volume, units: last.units, days: last.days,
            mostDays: most, moment: moment)
    }
}

extension Analysis {
    /// Days to sell what is held; throws where positions or volumes are missing.
    public var liquidity: Liquidity { get throws(Unavailable) { try context(Liquidity.self) } }
}
