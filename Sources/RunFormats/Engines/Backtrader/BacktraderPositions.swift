import RunModel
import Series

/// What a run of backtrader held: units at the feeds' closes, else value less cash, for the writer's file; the positions of the
/// PyFolio analyzer where there is none.
///
/// That analyzer keeps only the last of several feeds (`v[-2:]` in its source). Its positions count where they make the equity
/// together with cash; where one symbol is missing, it is the rest of the equity.
struct BacktraderPositions {
    private let parts: BacktraderParts
    private let main: RawSeries
    private let fills: [Fill]
    private var log: ReadingLog { parts.source.log }

    init(_ parts: BacktraderParts, main: RawSeries, fills: RawFills?) {
        (self.parts, self.main) = (parts, main)
        self.fills = (fills?.rows.map(\.fill) ?? []).sorted { $0.time < $1.time }
    }

    /// The positions; sets the run's capital where they tell it.
    func read(into run: inout RawRun) throws(RunError) -> RawPositions? {
        if let writer = parts.writer { return ofWriter(writer) }
        guard let file = try parts.table(.positions, "positions"), var positions = try PositionsReader.read(file) else {
            return nil
        }
        place(&positions)
        let levels = BacktraderLevels(main, positions)
        if let capital = levels.capital {
            run.description.initialCapital = capital
            return positions
        }
        let capital = startCash(positions, levels)
        if let capital { run.description.initialCapital = capital }
        let missing = missingSymbols(positions)
        let isCompleted = complete(&positions, missing, capital, levels)
        log.add(.positionsIncomplete(file.name, missing, isCompleted: isCompleted))
        return isCompleted ? positions : nil
    }

    // MARK: The writer's file

    private func ofWriter(_ writer: BacktraderWriter) -> RawPositions? {
        guard let cash = writer.cashValues else { return nil }
        let invested = zip(main.values, cash).map { $0 - $1 }
        func positions(_ symbols: [String], _ values: [[Double]], cash: [Double]?) -> RawPositions {
            RawPositions(
                file: writer.file.name, timestampColumn: "datetime", timestamps: writer.timestamps, symbols: symbols,
                values: values, cash: cash, lines: writer.lines)
        }
        if let values = valued(writer, invested) {
            log.note("Positions are the units of the fills at the closes of \(writer.file.name).")
            return positions(writer.feeds.map(\.name), values, cash: cash)
        }
        guard writer.feeds.count == 1, Set(fills.map(\.symbol)).count <= 1 else { return nil }
        log.note("Positions are the value of the account less its cash; of a future that is its margin.")
        return positions([writer.feeds[0].name], [invested], cash: nil)
    }

    /// Units at closes, where they make what is invested on every row; nil elsewhere.
    private func valued(_ writer: BacktraderWriter, _ invested: [Double]) -> [[Double]]? {
        guard !fills.isEmpty, Set(writer.feeds.map(\.name)).count == writer.feeds.count,
            fills.allSatisfy({ fill in writer.feeds.contains { $0.name == fill.symbol } })
        else { return nil }
        let walls = writer.timestamps.walls
        let values = writer.feeds.map { feed in
            let closes = writer.closes(feed)
            return units(of: feed.name, at: walls).enumerated().map { row, units in
                units == 0 || closes[row].isNaN ? 0 : units * closes[row]
            }
        }
        let fits = invested.indices.allSatisfy { row in
            let sum = values.reduce(0) { $0 + $1[row] }
            return (sum - invested[row]).magnitude <= 1e-6 * max(1, main.values[row].magnitude)
        }
        return fits ? values : nil
    }

    /// What fills leave of a symbol at each moment.
    private func units(of symbol: String, at walls: [Int64]) -> [Double] {
        let own = fills.filter { $0.symbol == symbol }
        var (place, held, largest) = (0, 0.0, 0.0)
        return walls.map { wall in
            while place < own.count, own[place].time.milliseconds <= wall {
                held += own[place].quantity
                largest = max(largest, own[place].quantity.magnitude)
                place += 1
            }
            return held.magnitude <= 1e-9 * largest ? 0 : held
        }
    }

    // MARK: The PyFolio analyzer

    /// Bars within days, and weeks that returns name by their Sunday: the last row until the day of a return stands for it.
    private func place(_ positions: inout RawPositions) {
        let (own, other) = (main.timestamps.walls, positions.timestamps.walls)
        guard own != other, main.timestamps.areDates else { return }
        var (row, rows, kept) = (0, [Int](), [Int]())
        for (index, wall) in own.enumerated() {
            let before = row
            while row < other.count, other[row] < wall + Timestamp.day { row += 1 }
            guard row > before else { continue }
            rows.append(row - 1)
            kept.append(index)
        }
        positions.timestamps = TimestampColumn(walls: kept.map { own[$0] }, offsets: .none)
        if case .uniform(let offset) = main.timestamps.offsets { positions.timestamps.offsets = .uniform(offset) }
        positions.values = positions.values.map { column in rows.map { column[$0] } }
        positions.cash = positions.cash.map { cash in rows.map { cash[$0] } }
        positions.lines = rows.map { positions.lines[$0] }
        log.note("Of the rows of \(positions.file) the last one until each return counts.")
    }

    /// The cash before anything was bought; nil where that is not known.
    private func startCash(_ positions: RawPositions, _ levels: BacktraderLevels) -> Double? {
        guard let first = positions.timestamps.walls.first, let level = levels.first, !fills.isEmpty,
            fills.allSatisfy({ $0.time.milliseconds > first }), positions.values.allSatisfy({ $0[0] == 0 })
        else { return nil }
        return positions.cash.map { $0[0] / level }
    }

    private func missingSymbols(_ positions: RawPositions) -> [String] {
        var seen = Set(positions.symbols)
        return fills.map(\.symbol).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Adds the one symbol that is missing as the rest of the equity; whether that is where its fills say that it was held.
    private func complete(
        _ positions: inout RawPositions, _ missing: [String], _ capital: Double?, _ levels: BacktraderLevels
    ) -> Bool {
        guard missing.count == 1, let capital else { return false }
        let units = units(of: missing[0], at: positions.timestamps.walls)
        let rest = levels.rest(capital)
        for row in rest.indices where (rest[row] == 0) != (units[row] == 0) { return false }
        positions.symbols.insert(missing[0], at: 0)
        positions.values.insert(rest, at: 0)
        positions.digits = []
        return true
    }
}

/// The growth of a series of returns at the rows of positions.
private struct BacktraderLevels {
    private var levels = [Double]()
    private var sums = [Double]()

    init(_ main: RawSeries, _ positions: RawPositions) {
        var (place, level) = (0, 1.0)
        for (row, wall) in positions.timestamps.walls.enumerated() {
            while place < main.values.count, main.timestamps.walls[place] <= wall {
                level *= main.values[place].isNaN ? 1 : 1 + main.values[place]
                place += 1
            }
            levels.append(level)
            sums.append(positions.values.reduce(positions.cash?[row] ?? 0) { $0 + $1[row] })
        }
    }

    var first: Double? { levels.first }

    /// What the account began with, where positions and cash are the equity on every row; nil elsewhere.
    var capital: Double? {
        guard let sum = sums.first, let level = levels.first else { return nil }
        let capital = sum / level
        guard capital.isFinite, capital > 0 else { return nil }
        let areEqual = levels.indices.allSatisfy { (sums[$0] / (capital * levels[$0]) - 1).magnitude < 1e-6 }
        return areEqual ? capital : nil
    }

    /// What the equity has beside positions and cash; 0 where that is rounding.
    func rest(_ capital: Double) -> [Double] {
        levels.indices.map { row in
            let rest = capital * levels[row] - sums[row]
            return rest.magnitude < 1e-8 * capital * levels[row] ? 0 : rest
        }
    }
}
