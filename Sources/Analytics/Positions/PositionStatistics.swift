import RunModel
import Series

/// Sums over positions that metrics and section share: one pass over rows and symbols.
struct PositionStatistics: Statistic {
    /// Moments whose account value is known and above zero.
    private(set) var timestamps = [Timestamp]()
    private(set) var long = [Double]()
    private(set) var short = [Double]()
    private(set) var counts = [Double]()
    /// The largest size of one weight over all moments.
    private(set) var largestWeight = 0.0
    private var tallies: [Tally]

    private struct Tally {
        var sum = StableSum()
        var largest = 0.0
        var held = 0
        var last = 0.0
    }

    private let symbols: [String]

    /// The statistics of a run's positions; throws why there are none. Time is linear in rows times symbols.
    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        symbols = positions.symbols
        tallies = Array(repeating: Tally(), count: positions.symbols.count)
        let values = AccountValues(run, positions)
        for row in positions.timestamps.indices {
            guard let account = values.value(row) else { continue }
            add(row, of: positions, account)
        }
        guard !timestamps.isEmpty else { throw .noMoney }
    }

    private mutating func add(_ row: Int, of positions: PositionHistory, _ account: Double) {
        var (above, below, count) = (0.0, 0.0, 0)
        for index in positions.values.indices {
            let weight = positions.values[index][row] / account
            tallies[index].last = weight
            guard weight != 0 else { continue }
            if weight > 0 { above += weight } else { below += weight }
            count += 1
            tallies[index].sum.add(weight.magnitude)
            tallies[index].held += 1
            if weight.magnitude > tallies[index].largest.magnitude { tallies[index].largest = weight }
            largestWeight = max(largestWeight, weight.magnitude)
        }
        timestamps.append(positions.timestamps[row])
        long.append(above)
        short.append(below)
        counts.append(Double(count))
    }

    /// Long less short: the size of everything held.
    var gross: [Double] { long.indices.map { long[$0] - short[$0] } }

    /// Every symbol that was ever held, the largest mean weight first, then by name.
    var holdings: [PositionSection.Holding] {
        let rows = Double(timestamps.count)
        let held = symbols.indices.filter { tallies[$0].held > 0 }.map { index in
            let tally = tallies[index]
            return PositionSection.Holding(
                symbol: symbols[index], meanWeight: tally.sum.value / rows, maxWeight: tally.largest,
                held: Double(tally.held) / rows, lastWeight: tally.last)
        }
        return held.sorted {
            $0.meanWeight != $1.meanWeight
                ? $0.meanWeight > $1.meanWeight : $0.symbol.utf8.lexicographicallyPrecedes($1.symbol.utf8)
        }
    }
}

/// The account's value at each row of positions: equity of the same moment, where that is money, else positions and cash.
struct AccountValues {
    private let positions: PositionHistory
    private var levels: [Double?]

    init(_ run: Run, _ positions: PositionHistory) {
        self.positions = positions
        levels = Array(repeating: nil, count: positions.timestamps.count)
        guard !run.equityIsDerived || run.initialCapital.value != nil else { return }
        let isIntraday = run.calendar.periodsPerSession > 1
        func moment(_ timestamp: Timestamp) -> Int64 { isIntraday ? timestamp.milliseconds : Int64(timestamp.date.day) }
        var point = 0
        for row in positions.timestamps.indices {
            let key = moment(positions.timestamps[row])
            while point < run.equity.count, moment(run.equity.timestamps[point]) < key { point += 1 }
            if point < run.equity.count, moment(run.equity.timestamps[point]) == key {
                levels[row] = run.equity.values[point]
            }
        }
    }

    /// Nil where it is not known or not above zero.
    func value(_ row: Int) -> Double? {
        let value = levels[row] ?? positions.cash.map { cash in positions.values.reduce(cash[row]) { $0 + $1[row] } }
        return value.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
}
