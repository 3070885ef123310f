import RunModel
import Series

/// Are positions and cash together the equity, at every moment that both have?
struct PositionSumCheck {
    let evidence: RunEvidence

    /// A row of positions beside a point of equity.
    struct Difference {
        var row: Int
        /// Positions and cash less equity.
        var amount: Double
        var tolerance: Double
        var equity: Double
    }

    func result() -> CheckResult {
        guard let positions = evidence.positions, let raw = evidence.raw.positions else {
            return .notChecked(.positionsSum, "the run has no positions")
        }
        guard let cash = positions.cash else {
            return .notChecked(.positionsSum, "\(raw.file) has no column 'cash'")
        }
        guard evidence.moneyIsKnown else { return .notChecked(.positionsSum, RunEvidence.noMoney) }
        let compared = compared(positions, cash)
        guard let closest = compared.max(by: { $0.tolerance < $1.tolerance }) else {
            return .notChecked(.positionsSum, "positions and equity have no moment in common")
        }
        let differing = compared.filter { $0.amount.magnitude > $0.tolerance }
        guard let first = differing.first else {
            return CheckResult(
                check: Reconciliation.Check(
                    .positionsSum, .agrees, "positions sum to equity on \(Phrase.count(compared.count, "row"))",
                    compared: compared.count, differing: 0, tolerance: closest.tolerance))
        }
        return result(positions, raw, compared.count, differing, first)
    }

    private func result(
        _ positions: PositionHistory, _ raw: RawPositions, _ count: Int, _ differing: [Difference], _ first: Difference
    ) -> CheckResult {
        let cause = PositionDifference(differing, positions: positions, evidence: evidence).cause
        let timestamp = positions.timestamps[first.row]
        return CheckResult(
            check: Reconciliation.Check(
                .positionsSum, .differs,
                "positions do not sum to equity on \(differing.count) of \(Phrase.count(count, "row"))",
                compared: count, differing: differing.count, observed: first.equity + first.amount,
                expected: first.equity, tolerance: first.tolerance, first: timestamp, symbol: cause?.symbol),
            findings: [
                Finding.positionsSum(
                    raw.file, Int(raw.lines[first.row]), differing.count, of: count, amount: first.amount,
                    sum: first.equity + first.amount, equity: first.equity, at: timestamp, cause: cause?.words)
            ])
    }

    /// Rows whose date, or moment within days, equity has too.
    private func compared(_ positions: PositionHistory, _ cash: [Double]) -> [Difference] {
        let equity = evidence.equity
        func moment(_ timestamp: Timestamp) -> Int64 {
            evidence.isIntraday ? timestamp.milliseconds : Int64(timestamp.date.day)
        }
        var (point, compared) = (0, [Difference]())
        for row in positions.timestamps.indices {
            let key = moment(positions.timestamps[row])
            while point < equity.count, moment(equity.timestamps[point]) < key { point += 1 }
            guard point < equity.count, moment(equity.timestamps[point]) == key else { continue }
            var sum = StableSum()
            for column in positions.values { sum.add(column[row]) }
            sum.add(cash[row])
            let level = equity.values[point]
            let amount = sum.value - level
            // What doubles alone explain needs no look at digits, which costs more than the sum.
            let exact = 1e-10 * (cash[row].magnitude + level.magnitude)
            let tolerance = amount.magnitude <= exact ? exact : tolerance(positions, cash, row, point)
            compared.append(Difference(row: row, amount: amount, tolerance: tolerance, equity: level))
        }
        return compared
    }

    private func tolerance(_ positions: PositionHistory, _ cash: [Double], _ row: Int, _ point: Int) -> Double {
        var (sum, size) = (RoundingSum(), cash[row].magnitude + evidence.equity.values[point].magnitude)
        let digits = evidence.raw.positions?.digits ?? []
        for (index, column) in positions.values.enumerated() {
            sum.add(RunEvidence.half(index < digits.count ? digits[index] : nil, column[row]))
            size += column[row].magnitude
        }
        sum.add(RunEvidence.half(evidence.raw.positions?.cashDigits, cash[row]))
        sum.addExactly(evidence.rounding(ofPoint: point) + 1e-10 * size)
        return sum.bound
    }
}

/// Where a difference between positions and equity comes from, as far as its course over time tells.
struct PositionDifference {
    private let differing: [PositionSumCheck.Difference]
    private let positions: PositionHistory
    private let evidence: RunEvidence

    init(_ differing: [PositionSumCheck.Difference], positions: PositionHistory, evidence: RunEvidence) {
        self.differing = differing
        self.positions = positions
        self.evidence = evidence
    }

    /// Nil where nothing simple fits.
    var cause: (words: String, symbol: String?)? { units ?? constantAmount ?? shareOfEquity ?? shareOfSymbol }

    /// The same whole number of units of one symbol in every row: units that the trades do not have.
    private var units: (String, String?)? {
        let found = positions.symbols.indices.compactMap { index in
            unitsTooMany(index).map { (positions.symbols[index], $0) }
        }
        guard found.count == 1, let (symbol, units) = found.first else { return nil }
        let amount = Phrase.number(units.magnitude)
        return (
            "as \(amount) \(units.magnitude == 1 ? "unit" : "units") of \(Phrase.excerpt(symbol)) too "
                + (units > 0 ? "many" : "few") + " would make it", symbol
        )
    }

    /// Value without the difference is units × price; so the difference is units × difference / that value.
    private func unitsTooMany(_ index: Int) -> Double? {
        let trades = (evidence.trades ?? []).map(\.trade).filter { $0.symbol == positions.symbols[index] }
        guard !trades.isEmpty else { return nil }
        var common: Double?
        for difference in differing {
            let held = held(trades, evidence.key(positions.timestamps[difference.row]))
            let value = positions.values[index][difference.row] - difference.amount
            guard held != 0, value != 0 else { return nil }
            let units = difference.amount * held / value
            let whole = units.rounded()
            let slack = max(0.002, 2 * difference.tolerance * (held / value).magnitude)
            guard whole != 0, slack < 0.1, (units - whole).magnitude <= slack, common ?? whole == whole else {
                return nil
            }
            common = whole
        }
        return common
    }

    private func held(_ trades: [Trade], _ key: Int64) -> Double {
        let open = trades.filter { evidence.key($0.entry) <= key && ($0.isOpen || evidence.key($0.exit) > key) }
        return StableSum.of(open.map(\.signedQuantity))
    }

    /// The same money in every row: cash, rather than something with a price.
    private var constantAmount: (String, String?)? {
        guard differing.count > 1, isConstant({ ($0.amount, $0.tolerance) }) else { return nil }
        return ("the same amount in every one of them, as cash would make it", nil)
    }

    private var shareOfEquity: (String, String?)? {
        guard differing.count > 1, isConstant({ ($0.amount / $0.equity, $0.tolerance / $0.equity.magnitude) }) else {
            return nil
        }
        let share = Phrase.percent((differing[0].amount / differing[0].equity).magnitude)
        return ("always \(share) of the equity, as a changed equity would make it", nil)
    }

    private var shareOfSymbol: (String, String?)? {
        guard differing.count > 1 else { return nil }
        let found = positions.symbols.indices.filter { index in
            let column = positions.values[index]
            return differing.allSatisfy { column[$0.row] != 0 }
                && isConstant { ($0.amount / column[$0.row], $0.tolerance / column[$0.row].magnitude) }
        }
        guard found.count == 1 else { return nil }
        let (symbol, row) = (positions.symbols[found[0]], differing[0].row)
        let share = Phrase.percent((differing[0].amount / positions.values[found[0]][row]).magnitude)
        return ("always \(share) of the value of \(Phrase.excerpt(symbol))", symbol)
    }

    /// Whether a quantity with its tolerance could be one number in all rows.
    private func isConstant(_ part: (PositionSumCheck.Difference) -> (value: Double, tolerance: Double)) -> Bool {
        var (low, high) = (-Double.infinity, Double.infinity)
        for difference in differing {
            let (value, tolerance) = part(difference)
            low = max(low, value - tolerance)
            high = min(high, value + tolerance)
        }
        return low <= high
    }
}
