import RunModel
import Series

/// What was held, from the chart of exposure: shares of the account by class and side, to four decimals.
///
/// The file has no values of single symbols. Where never more than one symbol of a class and side was held at a time, the
/// class's value is the symbol's; otherwise positions are those of classes.
struct LeanPositions {
    private let account: LeanAccount
    /// Columns of values, in the order in which they came.
    private var names = [String]()
    private var columns = [[Double]]()
    let areClasses: Bool

    /// Nil where the file has no exposure.
    init?(_ charts: LeanCharts, _ account: LeanAccount, fills: [Fill], symbols: LeanSymbols) {
        self.account = account
        var series = [(name: LeanExposureName, values: [Double])]()
        for name in charts.names(of: "Exposure") {
            guard let ratios = charts.series("Exposure", name)?.values(at: account.samples.seconds) else { continue }
            // Every day has a sample, those that are no observations too.
            let values = account.sessions.kept.map { ratios[$0].isNaN ? 0 : ratios[$0] * account.samples.values[$0] }
            if values.contains(where: { $0 != 0 }) { series.append((LeanExposureName(name), values)) }
        }
        guard !series.isEmpty, series.allSatisfy({ $0.values.allSatisfy(\.isFinite) }) else { return nil }
        let stamps = account.sessions.kept.map { account.samples.seconds[$0] }
        let holdings = LeanHoldings(fills, at: stamps)
        let attributed = Self.attributed(series, holdings, symbols)
        areClasses = attributed == nil
        for (name, values) in attributed ?? series.map({ ($0.name.words, $0.values) }) { add(values, to: name) }
    }

    /// The values of classes as those of the one symbol that was held; nil where there were several, or none.
    private static func attributed(
        _ series: [(name: LeanExposureName, values: [Double])], _ holdings: LeanHoldings, _ symbols: LeanSymbols
    ) -> [(String, [Double])]? {
        guard !holdings.areTooMany else { return nil }
        var columns = [(name: String, values: [Double])]()
        for (name, values) in series {
            for (row, value) in values.enumerated() where value != 0 {
                let held = holdings.symbols(at: row) { symbol, quantity in
                    symbols.classes[symbol] == name.securityType && name.holds(quantity)
                }
                guard held.count == 1 else { return nil }
                if !columns.contains(where: { $0.name == held[0] }) {
                    columns.append((held[0], [Double](repeating: 0, count: values.count)))
                }
                for index in columns.indices where columns[index].name == held[0] {
                    columns[index].values[row] += value
                }
            }
        }
        return columns.map { ($0.name, $0.values) }
    }

    private mutating func add(_ values: [Double], to name: String) {
        names.append(name)
        columns.append(values)
    }

    /// The positions on the days of the account.
    func positions(_ main: RawSeries) -> RawPositions {
        // Four decimals of a share of the account are so much money, at least.
        var (decimals, power) = (0, WrittenDigits.powerOfTen(below: max((main.values.max() ?? 1) * 1e-4, 1e-9)))
        while power >= 1, decimals > -12 { (decimals, power) = (decimals - 1, power / 10) }
        return RawPositions(
            file: main.file, timestampColumn: "time", timestamps: main.timestamps, symbols: names, values: columns,
            lines: main.lines, digits: names.map { _ in WrittenDigits(decimals: decimals, significant: 16) },
            areClasses: areClasses)
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

    /// `Equity, long`.
    var words: String { securityType + (isLong.map { $0 ? ", long" : ", short" } ?? "") }

    /// Whether such a quantity is on this side.
    func holds(_ quantity: Double) -> Bool { isLong.map { $0 == (quantity > 0) } ?? true }
}

/// Which symbols were held at some increasing moments, by the fills until then.
struct LeanHoldings {
    private var rows = [[(symbol: String, quantity: Double)]]()
    /// Whether more symbols were held at a time than there are classes and sides to tell them apart by.
    private(set) var areTooMany = false

    init(_ fills: [Fill], at stamps: [Int64]) {
        let fills = fills.sorted { $0.time < $1.time }
        var held = [(symbol: String, quantity: Double)]()
        var next = 0
        for stamp in stamps {
            while next < fills.count, fills[next].time.milliseconds <= stamp * 1000 {
                Self.add(fills[next], to: &held)
                next += 1
            }
            areTooMany = held.count > 32
            guard !areTooMany else { return }
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
