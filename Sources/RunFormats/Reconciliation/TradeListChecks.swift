import RunModel
import Series

/// Are there fees where the run states a commission?
struct FeeCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        guard let trades = evidence.raw.trades, !trades.rows.isEmpty else {
            return .notChecked(.feesPresent, evidence.noTrades)
        }
        guard let commission = evidence.raw.description.costs.commission else {
            return .notChecked(.feesPresent, "the run states no commission")
        }
        let charged = trades.rows.count { $0.trade.fees != 0 }
        let isCharged = Self.isAboveZero(commission)
        guard charged == 0, isCharged else {
            return CheckResult(
                check: Reconciliation.Check(
                    .feesPresent, .agrees, "fees on \(charged) of \(Phrase.count(trades.rows.count, "trade"))",
                    compared: trades.rows.count, differing: 0))
        }
        return CheckResult(
            check: Reconciliation.Check(
                .feesPresent, .differs, "no fees, though the run states a commission", compared: trades.rows.count,
                differing: trades.rows.count),
            findings: [Finding.feesMissing(trades.file, commission, hasColumn: trades.hasFees)])
    }

    /// Whether a commission in words is one: it has a digit other than zero.
    private static func isAboveZero(_ text: String) -> Bool { text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 } }
}

/// Is no trade written twice, and none left out of the numbering?
///
/// Two fills of one order may be the same to the digit: without numbers of their own, equal rows count only where the sum
/// of all profits is not the change in equity.
struct RepeatedTradeCheck {
    let evidence: RunEvidence
    let sumAgrees: Bool

    func result() -> CheckResult {
        guard let raw = evidence.raw.trades, !raw.rows.isEmpty else {
            return .notChecked(.tradesUnique, evidence.noTrades)
        }
        let repeated = sumAgrees ? [] : repeated(raw)
        let missing = sumAgrees ? nil : missingNumber(raw)
        var findings = repeated.prefix(5).map { Finding.tradeRepeated(raw.file, $0.line, of: $0.original, $0.trade) }
        if let missing { findings.append(Finding.tradeLeftOut(raw.file, missing)) }
        let count = repeated.count + (missing == nil ? 0 : 1)
        return CheckResult(
            check: Reconciliation.Check(
                .tradesUnique, count == 0 ? .agrees : .differs,
                count == 0
                    ? "no trade is written twice" : Self.words(repeated.count, missing), compared: raw.rows.count,
                differing: count, first: repeated.first?.trade.exit, symbol: repeated.first?.trade.symbol),
            findings: findings)
    }

    private static func words(_ repeated: Int, _ missing: Int?) -> String {
        let twice = repeated == 0 ? [] : ["\(Phrase.count(repeated, "trade")) written twice"]
        return (twice + (missing.map { ["number \($0) is missing"] } ?? [])).joined(separator: ", ")
    }

    private struct Copy {
        var line: Int
        var original: Int
        var trade: Trade
    }

    /// Rows that say the same as an earlier one, the name of the trade included where there is one.
    private func repeated(_ raw: RawTrades) -> [Copy] {
        var seen = [TradeRow: Int]()
        return raw.rows.compactMap { row in
            let key = TradeRow(row.trade, name: raw.hasIdentifiers ? row.trade.id : "")
            if let original = seen[key] { return Copy(line: row.line, original: original, trade: row.trade) }
            seen[key] = row.line
            return nil
        }
    }

    /// The one number that a list of consecutive ones leaves out.
    private func missingNumber(_ raw: RawTrades) -> Int? {
        guard raw.hasIdentifiers, raw.rows.count > 2 else { return nil }
        let numbers = raw.rows.compactMap { Int($0.trade.id) }.sorted()
        guard numbers.count == raw.rows.count, let first = numbers.first, let last = numbers.last,
            last - first == numbers.count
        else { return nil }
        return numbers.indices.first { numbers[$0] != first + $0 }.map { first + $0 }
    }
}

/// What makes two rows of trades the same.
private struct TradeRow: Hashable {
    let name: String
    let symbol: String
    let side: String
    let timestamps: [Int64]
    let numbers: [Double]

    init(_ trade: Trade, name: String) {
        self.name = name
        symbol = trade.symbol
        side = trade.side.rawValue
        timestamps = [trade.entry.milliseconds, trade.exit.milliseconds]
        numbers = [trade.quantity, trade.entryPrice, trade.exitPrice, trade.profit, trade.fees]
    }
}
