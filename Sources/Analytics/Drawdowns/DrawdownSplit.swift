import RunModel
import Series

/// What one symbol, or sector, lost or earned while the account fell from a peak to a valley.
public struct DrawdownPart: Equatable, Sendable {
    /// Place of the drawdown among the worst, from 1.
    public let rank: Int
    /// The drawdown.
    public let drawdown: DrawdownEpisode
    /// Symbol.
    public let symbol: String
    /// Sector of the symbol, where the run says it.
    public let sector: String?
    /// Money between peak and valley, fees included.
    public let profit: Double
    /// Whether it is of positions and flows; else of trades that were closed in between.
    public let isOfPositions: Bool
}

extension Analysis {
    /// The worst drawdowns split by symbol, those that lost most first: from positions where they and what was traded
    /// between them are recorded, else from the trades closed between peak and valley. Throws without either.
    public func drawdownParts(worst count: Int = 5) throws(Unavailable) -> [DrawdownPart] {
        let episodes = drawdowns.worst(count)
        guard !episodes.isEmpty else { throw .noDrawdown }
        let results = try? context(AssetResults.self)
        let closed = if results == nil { try context(TradeStatistics.self).withClosed().closed } else { [Trade]() }
        let sectors = Dictionary(
            run.instruments.compactMap { instrument in instrument.sector.map { (instrument.symbol, $0) } },
            uniquingKeysWith: { first, _ in first })
        return episodes.enumerated().flatMap { place, episode -> [DrawdownPart] in
            let sums = results.map { Self.sums($0, in: episode) } ?? Self.sums(closed, in: episode)
            return sums.sorted { ($0.profit, $0.symbol) < ($1.profit, $1.symbol) }.map { symbol, profit in
                DrawdownPart(
                    rank: place + 1, drawdown: episode, symbol: symbol, sector: sectors[symbol], profit: profit,
                    isOfPositions: results != nil)
            }
        }
    }

    private static func sums(
        _ results: AssetResults, in episode: DrawdownEpisode
    ) -> [(symbol: String, profit: Double)] {
        let periods = results.results.first?.indices.filter { place in
            results.timestamps[place + 1].date > episode.peak.date
                && results.timestamps[place + 1].date <= episode.valley.date
        }
        return results.symbols.enumerated().compactMap { asset, symbol in
            let sum = StableSum.of((periods ?? []).map { results.results[asset][$0] })
            return sum == 0 ? nil : (symbol, sum)
        }
    }

    private static func sums(
        _ closed: [Trade], in episode: DrawdownEpisode
    ) -> [(symbol: String, profit: Double)] {
        let inside = closed.filter { $0.exit > episode.peak && $0.exit.date <= episode.valley.date }
        return TradeGroup.groups(of: inside) { $0.symbol.isEmpty ? "all" : $0.symbol }.map { ($0.name, $0.profit) }
    }
}
