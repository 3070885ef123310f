import RunModel
import Series

/// What was held, from the chart of exposure: shares of the account by class and side, to four decimals.
///
/// The file has no values of single symbols. Where never more than one symbol of a class and side was held at a time, the
/// class's value is the symbol's; otherwise there are no positions.
struct LeanPositions {
    private let account: LeanAccount
    private let holdings: LeanHoldings
    private let symbols: LeanSymbols
    /// Columns of values, in the order in which they came.
    private var names = [String]()
    private var columns = [[Double]]()

    /// Nil where the file has no exposure, or it cannot be told whose it is.
    init?(_ charts: LeanCharts, _ account: LeanAccount, fills: [Fill], symbols: LeanSymbols) {
        (self.account, self.symbols) = (account, symbols)
        let stamps = account.sessions.kept.map { account.samples.seconds[$0] }
        holdings = LeanHoldings(fills, at: stamps)
        let names = charts.names(of: "Exposure")
        guard !names.isEmpty, !fills.isEmpty else { return nil }
        for name in names {
            guard let series = charts.series("Exposure", name) else { continue }
            let side = LeanExposureName(name)
            // Every day has a sample, those that are no observations too.
            let ratios = series.values(at: account.samples.seconds)
            guard add(account.sessions.kept.map { ratios[$0] }, of: side) else { return nil }
        }
        guard !columns.isEmpty else { return nil }
    }

    /// False where it cannot be told which symbol a share of the account is in.
    private mutating func add(_ ratios: [Double], of name: LeanExposureName) -> Bool {
        for (row, ratio) in ratios.enumerated() where ratio != 0 && !ratio.isNaN {
            let held = holdings.symbols(at: row) { symbol, quantity in
                symbols.classes[symbol] == name.securityType && name.holds(quantity)
            }
            guard held.count == 1, let symbol = held.first else { return false }
            columns[column(symbol)][row] += ratio * account.samples.values[account.sessions.kept[row]]
        }
        return true
    }

    private mutating func column(_ symbol: String) -> Int {
        if let known = names.firstIndex(of: symbol) { return known }
        names.append(symbol)
        columns.append([Double](repeating: 0, count: account.sessions.kept.count))
        return names.count - 1
    }

    /// The positions on the days of the account.
    func positions(_ main: RawSeries) -> RawPositions {
        let largest = main.values.max() ?? 1
        // Four decimals of a share of the account are so much money, at least.
        let spacing = WrittenDigits.powerOfTen(below: max(largest * 1e-4, 1e-9))
        var decimals = 0
        var power = spacing
        while power >= 1, decimals > -12 { (decimals, power) = (decimals - 1, power / 10) }
        return RawPositions(
            file: main.file, timestampColumn: "time", timestamps: main.timestamps, symbols: names, values: columns,
            lines: main.lines, digits: names.map { _ in WrittenDigits(decimals: decimals, significant: 16) })
    }
}

/// The name of a series of exposure: `Equity - Long Ratio`, until 2021 `Equity` for long and short together.
struct LeanExposureName {
    let securityType: String
    private let isLong: Bool?

    init(_ name: String) {
        if name.hasSuffix(" - Long Ratio") {
            (securityType, isLong) = (String(name.dropLast(13)), true)
        } else if name.hasSuffix(" - Short Ratio") {
            (securityType, isLong) = (String(name.dropLast(14)), false)
        } else {
            (securityType, isLong) = (name, nil)
        }
    }

    /// Whether such a quantity is on this side.
    func holds(_ quantity: Double) -> Bool { isLong.map { $0 == (quantity > 0) } ?? true }
}

/// Which symbols were held at some increasing moments, by the fills until then.
struct LeanHoldings {
    private var rows = [[(symbol: String, quantity: Double)]]()

    init(_ fills: [Fill], at stamps: [Int64]) {
        let fills = fills.sorted { $0.time < $1.time }
        var held = [(symbol: String, quantity: Double)]()
        var next = 0
        for stamp in stamps {
            while next < fills.count, fills[next].time.milliseconds <= stamp * 1000 {
                Self.add(fills[next], to: &held)
                next += 1
            }
            rows.append(held)
        }
    }

    private static func add(_ fill: Fill, to held: inout [(symbol: String, quantity: Double)]) {
        guard let place = held.firstIndex(where: { $0.symbol == fill.symbol }) else {
            return held.append((fill.symbol, fill.quantity))
        }
        held[place].quantity += fill.quantity
        // What rounding leaves of a closed position is none.
        if held[place].quantity.magnitude <= 1e-9 * fill.quantity.magnitude { held.remove(at: place) }
    }

    func symbols(at row: Int, where isMeant: (String, Double) -> Bool) -> [String] {
        rows[row].filter { isMeant($0.symbol, $0.quantity) }.map(\.symbol)
    }
}
