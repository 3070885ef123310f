import RunModel
import Series

/// What every symbol earned between neighbouring moments of the positions, in money: the change of its value and what was
/// received for it less what was paid, fees included.
struct AssetResults: Statistic {
    /// Symbols of the positions in their order, then those that were only traded between two moments.
    let symbols: [String]
    /// Moments; results lie between neighbours.
    let timestamps: [Timestamp]
    /// The account's value at each moment, above zero.
    let equity: [Double]
    /// Value of each symbol at each moment.
    let values: [[Double]]
    /// Result of each symbol between each two neighbours.
    let results: [[Double]]
    /// The account's change less all results: interest, money paid in or out, and what the record does not explain.
    let rest: [Double]

    /// Throws where there are no positions, nothing says what was traded between them, or too few moments.
    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        guard run.trades != nil || run.fills != nil else { throw .noFlows }
        let account = AccountValues(run, positions)
        let rows = positions.timestamps.indices.filter { account.value($0) != nil }
        guard !rows.isEmpty else { throw .noMoney }
        var moments = rows.map { positions.timestamps[$0] }
        var equity = rows.map { account.value($0) ?? 0 }
        var values = positions.values.map { column in rows.map { column[$0] } }
        // What was bought between the start value and the first recorded positions was bought with it.
        let isIntraday = run.calendar.periodsPerSession > 1
        func isBefore(_ start: Timestamp) -> Bool {
            isIntraday ? start < moments[0] : start.date < moments[0].date
        }
        if let start = run.equity.timestamps.first, let value = run.equity.values.first, isBefore(start), value > 0,
            !run.equityIsDerived || run.initialCapital.value != nil
        {
            moments.insert(start, at: 0)
            equity.insert(value, at: 0)
            for index in values.indices { values[index].insert(0, at: 0) }
        }
        guard moments.count > 1 else { throw .fewerThan(2, "observations") }
        var flows = AssetFlows(
            symbols: positions.symbols, moments: moments, isIntraday: isIntraday)
        flows.add(run)
        for _ in positions.symbols.count..<flows.symbols.count {
            values.append([Double](repeating: 0, count: moments.count))
        }
        symbols = flows.symbols
        let results = flows.symbols.indices.map { asset in
            (1..<moments.count).map { place in
                values[asset][place] - values[asset][place - 1] + flows.amounts[asset][place]
            }
        }
        rest = (1..<moments.count).map { place in
            var sum = StableSum()
            sum.add(equity[place] - equity[place - 1])
            for asset in results.indices { sum.add(-results[asset][place - 1]) }
            return sum.value
        }
        (timestamps, self.equity, self.values, self.results) = (moments, equity, values, results)
    }
}

/// Money received less money paid per symbol, by the moment up to which it happened.
private struct AssetFlows {
    private(set) var symbols: [String]
    /// One column per symbol, one amount per moment: what happened after the moment before.
    private(set) var amounts: [[Double]]
    private var places: [String: Int]
    private let keys: [Int64]
    private let isIntraday: Bool

    init(symbols: [String], moments: [Timestamp], isIntraday: Bool) {
        self.symbols = symbols
        self.isIntraday = isIntraday
        keys = moments.map { isIntraday ? $0.milliseconds : Int64($0.date.day) }
        amounts = symbols.map { _ in [Double](repeating: 0, count: moments.count) }
        places = Dictionary(symbols.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(_ run: Run) {
        if let fills = run.fills, !fills.isEmpty {
            for fill in fills { add(fill.cashFlow - fill.fee, fill.symbol, fill.time) }
            return
        }
        for trade in run.trades ?? [] {
            let units = trade.signedQuantity * trade.multiplier
            add(-units * trade.entryPrice - (trade.isOpen ? trade.fees : 0), trade.symbol, trade.entry)
            if !trade.isOpen { add(units * trade.exitPrice - trade.fees, trade.symbol, trade.exit) }
        }
    }

    private mutating func add(_ amount: Double, _ name: String, _ time: Timestamp) {
        let key = isIntraday ? time.milliseconds : Int64(time.date.day)
        // What happened at the first moment or before is in its value, what happened after the last is in none.
        guard let last = keys.last, key > keys[0], key <= last else { return }
        let symbol = name.isEmpty && symbols.count == 1 ? symbols[0] : name
        let asset = places[symbol] ?? append(symbol)
        let place = keys.dropFirst().dropLast().partitioningIndex { $0 >= key }
        amounts[asset][place] += amount
    }

    private mutating func append(_ symbol: String) -> Int {
        places[symbol] = symbols.count
        symbols.append(symbol)
        amounts.append([Double](repeating: 0, count: keys.count))
        return symbols.count - 1
    }
}

extension Unavailable {
    /// Positions alone do not say what was bought and sold between their moments.
    public static let noFlows = Unavailable("no_flows", "no fills or trades beside the positions")
}
