import RunModel
import Series

/// Daily returns of the symbols that were held: of the prices given, else of value over quantity while they were held.
struct AssetReturns: Statistic {
    /// The symbols of the positions, in their order.
    let symbols: [String]
    /// Days on which any symbol has a return, increasing.
    let days: [Int]
    /// One column per symbol, one return per day; NaN where it has none.
    let columns: [[Double]]
    /// The file of the prices; nil where returns are of the positions' own.
    let file: String?

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        guard !positions.areClasses else { throw .positionsOfClasses }
        let levels: [[(day: Int, level: Double)]]
        if let prices = run.prices {
            levels = positions.symbols.map { Self.levels(prices.bars(of: $0)) }
            file = prices.file
        } else {
            guard let quantities = positions.quantities else { throw .noPrices }
            levels = positions.symbols.indices.map { Self.levels(positions, quantities[$0], $0) }
            file = nil
        }
        let (first, last) = (context.history.baseline.date.day, context.history.end.date.day)
        let returns = levels.map { column in
            zip(column, column.dropFirst()).compactMap { before, after -> (day: Int, value: Double)? in
                let value = after.level / before.level - 1
                return after.day > first && after.day <= last && value.isFinite ? (after.day, value) : nil
            }
        }
        let days = Set(returns.flatMap { $0.map(\.day) }).sorted()
        guard !days.isEmpty else { throw .noPrices }
        let places = Dictionary(days.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        columns = returns.map { column in
            var values = [Double](repeating: .nan, count: days.count)
            for one in column { if let place = places[one.day] { values[place] = one.value } }
            return values
        }
        (symbols, self.days) = (positions.symbols, days)
    }

    /// The last close of every day, above zero.
    private static func levels(_ bars: PriceHistory.Bars?) -> [(day: Int, level: Double)] {
        guard let bars else { return [] }
        var levels: [(day: Int, level: Double)] = []
        for index in bars.close.indices where bars.close[index] > 0 {
            let day = bars.timestamps[index].date.day
            if levels.last?.day == day { levels.removeLast() }
            levels.append((day, bars.close[index]))
        }
        return levels
    }

    /// Value over quantity at the last moment of every day with a position.
    private static func levels(
        _ positions: PositionHistory, _ quantities: [Double], _ column: Int
    ) -> [(day: Int, level: Double)] {
        var levels: [(day: Int, level: Double)] = []
        for row in positions.timestamps.indices {
            let level = positions.values[column][row] / quantities[row]
            guard level.isFinite, level > 0 else { continue }
            let day = positions.timestamps[row].date.day
            if levels.last?.day == day { levels.removeLast() }
            levels.append((day, level))
        }
        return levels
    }
}

/// What was held at the last moment whose account value is known.
struct LastHoldings: Statistic {
    /// A symbol that was held.
    struct Holding: Sendable {
        /// Its place among the positions.
        let place: Int
        let symbol: String
        /// Over the account's value, negative where short.
        let weight: Double
    }

    let moment: Timestamp
    /// The account's value.
    let equity: Double
    /// The largest size first.
    let holdings: [Holding]

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        let account = AccountValues(run, positions)
        guard let row = positions.timestamps.indices.last(where: { account.value($0) != nil }),
            let value = account.value(row)
        else { throw .noMoney }
        let held = positions.symbols.indices.compactMap { place -> Holding? in
            let weight = positions.values[place][row] / value
            return weight == 0 ? nil : Holding(place: place, symbol: positions.symbols[place], weight: weight)
        }
        guard !held.isEmpty else { throw .nothingHeldAtEnd }
        (moment, equity) = (positions.timestamps[row], value)
        holdings = held.sorted { ($1.weight.magnitude, $0.place) < ($0.weight.magnitude, $1.place) }
    }
}

extension Unavailable {
    /// Everything was sold before the end.
    public static let nothingHeldAtEnd = Unavailable("nothing_held_at_end", "nothing was held at the end")
}
