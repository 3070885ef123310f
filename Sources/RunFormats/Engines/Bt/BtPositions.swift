import RunModel

/// Positions of bt as money: weights times the account's value, with units beside them where there are any.
struct BtPositions {
    let weights: TableFile
    let units: TableFile?
    let account: RawSeries

    /// Values of each security on the dates that weights and account have in common; cash is what is left of the account.
    func read() throws(RunError) -> RawPositions? {
        let columns = leaves
        guard weights.count > 0, !columns.isEmpty else { return nil }
        let timestamps = weights.timestamps(0)
        let levels = Self.values(of: account.values, at: account.timestamps.walls, on: timestamps.walls)
        let values = columns.map { column in
            zip(weights.numbers(column.index), levels).map { $0.isNaN || $1.isNaN ? 0 : $0 * $1 }
        }
        if let row = values.compactMap({ column in column.firstIndex { !$0.isFinite } }).min() {
            weights.log.add(.outOfRange(weights.name, weights.line(ofRow: row + 1), weights.header[0]))
        }
        let cash = levels.indices.map { row in values.reduce(levels[row]) { $0 - $1[row] } }
        weights.log.note(
            "Positions are the weights of \(weights.name) times the value of the account; cash is what is left of it.")
        return RawPositions(
            file: weights.name, timestampColumn: weights.header[0], timestamps: timestamps,
            symbols: columns.map(\.symbol), values: values, cash: cash.map { $0.isNaN ? 0 : $0 },
            lines: weights.dataLines,
            details: quantities(columns.map(\.symbol), timestamps).map {
                RawPositionDetails(quantities: $0, contradictions: [], compared: 0)
            })
    }

    /// Securities: of weights within strategies (`parent>GOOG`) those that hold no others.
    private var leaves: [(index: Int, symbol: String)] {
        let names = weights.header
        let isNested = names.contains { $0.contains(">") }
        return names.indices.dropFirst().compactMap { index in
            let name = names[index]
            guard isNested else { return (index, name) }
            let holds = names.contains { $0.hasPrefix(name + ">") }
            return holds || !name.contains(">")
                ? nil : (index, name.split(separator: ">").last.map(String.init) ?? name)
        }
    }

    private func quantities(_ symbols: [String], _ timestamps: TimestampColumn) -> [[Double]]? {
        guard let units, units.count > 0 else { return nil }
        let walls = units.timestamps(0).walls
        var columns = [[Double]]()
        for symbol in symbols {
            guard let column = units.header.firstIndex(of: symbol) else { return nil }
            columns.append(
                Self.values(of: units.numbers(column), at: walls, on: timestamps.walls).map { $0.isNaN ? 0 : $0 })
        }
        return columns
    }

    /// The values that stand at some moments; NaN where there is none. Both increase.
    private static func values(of values: [Double], at walls: [Int64], on wanted: [Int64]) -> [Double] {
        var place = 0
        return wanted.map { wall in
            while place < walls.count, walls[place] < wall { place += 1 }
            return place < walls.count && walls[place] == wall ? values[place] : .nan
        }
    }
}
