import RunModel
import Series

/// Parts of a run that do not explain each other.
extension Finding {
    static func tradesSum(
        _ name: String?, _ trades: Int, open: Int, explained: Double, change: Double, tolerance: Double
    ) -> Finding {
        let share = change == 0 ? nil : explained / change
        let words = Phrase.explained(share, explained: explained, agrees: false)
        // Whether something is missing or too much depends on which way both point.
        let kind = (explained - change) * (change < 0 ? -1 : 1) > 0 ? "counted too much" : "not explained"
        return Finding(
            .tradesSum, name,
            "\(words): the profits of \(Phrase.count(trades, "trade"))\(open > 0 ? ", \(open) of them open," : "") come to "
                + "\(Phrase.amount(explained)), equity changes by \(Phrase.amount(change)); \(Phrase.amount((change - explained).magnitude)) "
                + "of it is \(kind), rounding allows \(Phrase.amount(tolerance))",
            "compare with the engine's account: a trade, fee, dividend, interest or deposit is missing or counted twice"
        )
    }

    static func tradesInTime(
        _ name: String, _ line: Int?, _ differing: Int, of all: Int, residual: Double, level: Double,
        at timestamp: Timestamp, agreedUntil: Timestamp?
    ) -> Finding {
        let share = level == 0 ? "" : " (\(Phrase.percent(residual.magnitude / level.magnitude)) of it)"
        return Finding(
            .tradesInTime, name, row: line,
            "at \(timestamp) no trade is open, and equity is \(Phrase.amount(residual.magnitude))\(share) "
                + "\(residual > 0 ? "above" : "below") the start and what trades have earned; "
                + (agreedUntil.map { "it agreed until \($0); " } ?? "")
                + "so at \(differing) of \(Phrase.count(all, "moment")) without a position",
            "look for a trade, a payment or a changed value of the account at that time")
    }

    static func positionsSum(
        _ name: String, _ line: Int, _ differing: Int, of all: Int, amount difference: Double, sum: Double,
        equity: Double, at timestamp: Timestamp, cause: String?
    ) -> Finding {
        Finding(
            .positionsSum, name, row: line,
            "positions and cash differ from equity on \(differing) of \(Phrase.count(all, "row")), first at \(timestamp) by "
                + "\(Phrase.amount(difference)) (\(Phrase.amount(sum)) against \(Phrase.amount(equity)))"
                + (cause.map { ", \($0)" } ?? ""),
            "write all positions at market value, and cash as a column 'cash'")
    }

    static func positionValue(
        _ name: String, _ first: PositionContradiction, _ differing: Int, at timestamp: Timestamp
    ) -> Finding {
        Finding(
            .positionValue, name, row: first.line, column: nil,
            "the value of \(Phrase.excerpt(first.symbol)) at \(timestamp) is \(Phrase.amount(first.value)), quantity times price is "
                + Phrase.amount(first.product) + (differing > 1 ? "; \(differing - 1) more rows differ" : ""),
            "write quantity, price and value of the same moment, and a column 'multiplier' for contracts")
    }

    static func positionsAndTrades(
        _ name: String?, _ line: Int?, _ first: HoldingCheck.Contradiction, _ differing: Int, at timestamp: Timestamp
    ) -> Finding {
        let symbol = Phrase.excerpt(first.symbol)
        let held =
            first.countsUnits
            ? "the position of \(symbol) is \(Phrase.number(first.held)) units"
            : first.held == 0 ? "\(symbol) is not held" : "\(symbol) is held at \(Phrase.amount(first.held))"
        let traded = first.traded == 0 ? "no trade in it is open" : "trades hold \(Phrase.number(first.traded)) units"
        return Finding(
            .positionsAndTrades, name, row: line,
            "at \(timestamp) \(held), but \(traded)" + (differing > 1 ? "; so \(differing) times in all" : ""),
            "look for a trade that is missing or written twice, or a position that is not the account's")
    }

    static func cashAndTrades(
        _ name: String?, _ line: Int?, _ differing: Int, rest: Double, at timestamp: Timestamp, symbol: String?,
        others: [(Timestamp, Double)]
    ) -> Finding {
        let also = others.map { "\($0.0) by \(Phrase.amount($0.1))" }.joined(separator: ", ")
        let more = differing > 1 ? "; so \(differing) times, also at \(also)" : ""
        return Finding(
            .cashAndTrades, name, row: line, column: "cash",
            "cash changes at \(timestamp) by \(Phrase.amount(rest)) that no trade paid or received"
                + (symbol.map { ", while the position of \(Phrase.excerpt($0)) begins or ends" } ?? "") + more,
            "look for a trade that is missing or written twice, or a payment that is not in the trades")
    }

    static func returnsAndEquity(
        _ name: String, _ line: Int, _ differing: Int, of all: Int, _ value: Double, _ own: Double,
        at timestamp: Timestamp
    ) -> Finding {
        Finding(
            .returnsAndEquity, name, row: line,
            "returns and equity differ at \(differing) of \(Phrase.count(all, "moment")), first at \(timestamp): "
                + "\(Phrase.percent(value)) against \(Phrase.percent(own))",
            "check that both files belong to one run; deposits and withdrawals are in equity, not in returns")
    }
}
