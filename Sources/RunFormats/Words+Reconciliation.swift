import Formatting
import RunModel
import Series

/// Parts of a run that do not explain each other.
extension Words {
    /// Money as a person writes it; amounts below a cent keep their digits.
    static func amount(_ value: Double) -> String {
        value == 0 || value.magnitude >= 0.01
            ? FixedDecimal.digits(of: value, places: 2) : SignificantDigits.json(value, count: 4)
    }

    /// `trades explain 96.1 % of the change in equity`: never 100.0 % of what is not all.
    static func explained(_ share: Double?, explained: Double, agrees: Bool) -> String {
        guard let share else { return "trades sum to \(amount(explained)), equity does not change" }
        var places = 1
        while !agrees, places < 6, FixedDecimal.digits(of: (share - 1) * 100, places: places).allSatisfy(isZeroOrMark) {
            places += 1
        }
        return "trades explain \(FixedDecimal.digits(of: share * 100, places: places)) % of the change in equity"
    }

    private static func isZeroOrMark(_ character: Character) -> Bool { "0.-".contains(character) }

    static func tradesSum(
        _ name: String?, _ trades: Int, open: Int, explained: Double, change: Double, tolerance: Double
    ) -> Finding {
        let share = change == 0 ? nil : explained / change
        let words = Words.explained(share, explained: explained, agrees: false)
        // Whether something is missing or too much depends on which way both point.
        let kind = (explained - change) * (change < 0 ? -1 : 1) > 0 ? "counted too much" : "not explained"
        return warning(
            "trades_sum", .relations, name,
            "\(words): the profits of \(count(trades, "trade"))\(open > 0 ? ", \(open) of them open," : "") come to "
                + "\(amount(explained)), equity changes by \(amount(change)); \(amount((change - explained).magnitude)) "
                + "of it is \(kind), rounding allows \(amount(tolerance))",
            "compare with the engine's account: a trade, fee, dividend, interest or deposit is missing or counted twice"
        )
    }

    static func tradesInTime(
        _ name: String, _ line: Int?, _ differing: Int, of all: Int, residual: Double, level: Double,
        at stamp: Timestamp, agreedUntil: Timestamp?
    ) -> Finding {
        let share = level == 0 ? "" : " (\(percent(residual.magnitude / level.magnitude)) of it)"
        return warning(
            "trades_in_time", .relations, name, row: line,
            "at \(stamp) no trade is open, and equity is \(amount(residual.magnitude))\(share) "
                + "\(residual > 0 ? "above" : "below") the start and what trades have earned; "
                + (agreedUntil.map { "it agreed until \($0); " } ?? "")
                + "so at \(differing) of \(count(all, "moment")) without a position",
            "look for a trade, a payment or a changed value of the account at that time")
    }

    static func positionsSum(
        _ name: String, _ line: Int, _ differing: Int, of all: Int, amount difference: Double, sum: Double,
        equity: Double, at stamp: Timestamp, cause: String?
    ) -> Finding {
        warning(
            "positions_sum", .relations, name, row: line,
            "positions and cash differ from equity on \(differing) of \(count(all, "row")), first at \(stamp) by "
                + "\(amount(difference)) (\(amount(sum)) against \(amount(equity)))" + (cause.map { ", \($0)" } ?? ""),
            "write all positions at market value, and cash as a column 'cash'")
    }

    static func positionValue(
        _ name: String, _ first: PositionContradiction, _ differing: Int, at stamp: Timestamp
    ) -> Finding {
        warning(
            "position_value", .relations, name, row: first.line, column: nil,
            "the value of \(excerpt(first.symbol)) at \(stamp) is \(amount(first.value)), quantity times price is "
                + amount(first.product) + (differing > 1 ? "; \(differing - 1) more rows differ" : ""),
            "write quantity, price and value of the same moment, and a column 'multiplier' for contracts")
    }

    static func positionsAndTrades(
        _ name: String?, _ line: Int?, _ first: HoldingCheck.Contradiction, _ differing: Int, at stamp: Timestamp
    ) -> Finding {
        let symbol = excerpt(first.symbol)
        let held =
            first.countsUnits
            ? "the position of \(symbol) is \(number(first.held)) units"
            : first.held == 0 ? "\(symbol) is not held" : "\(symbol) is held at \(amount(first.held))"
        let traded = first.traded == 0 ? "no trade in it is open" : "trades hold \(number(first.traded)) units"
        return warning(
            "positions_and_trades", .relations, name, row: line,
            "at \(stamp) \(held), but \(traded)" + (differing > 1 ? "; so \(differing) times in all" : ""),
            "look for a trade that is missing or written twice, or a position that is not the account's")
    }

    static func cashAndTrades(
        _ name: String?, _ line: Int?, _ differing: Int, rest: Double, at stamp: Timestamp, symbol: String?,
        others: [(Timestamp, Double)]
    ) -> Finding {
        let also = others.map { "\($0.0) by \(amount($0.1))" }.joined(separator: ", ")
        let more = differing > 1 ? "; so \(differing) times, also at \(also)" : ""
        return warning(
            "cash_and_trades", .relations, name, row: line, column: "cash",
            "cash changes at \(stamp) by \(amount(rest)) that no trade paid or received"
                + (symbol.map { ", while the position of \(excerpt($0)) begins or ends" } ?? "") + more,
            "look for a trade that is missing or written twice, or a payment that is not in the trades")
    }
}

/// Rows of trades that contradict themselves or each other.
extension Words {
    static func profitContradicts(
        _ name: String, _ line: Int, _ trade: Trade, expected: Double, isOtherSide: Bool
    ) -> Finding {
        warning(
            "profit_contradicts_prices", .relations, name, row: line,
            "the profit of trade \(excerpt(trade.id))"
                + (trade.symbol.isEmpty ? "" : " in \(excerpt(trade.symbol))")
                + " is \(amount(trade.profit)), its side, prices, quantity, multiplier and fees give \(amount(expected))"
                + (isOtherSide ? ": its sign is that of the other side" : ""),
            "correct the cell that is wrong")
    }

    static func moreProfits(_ name: String, _ more: Int) -> Finding {
        warning("profit_contradicts_prices", .relations, name, "\(count(more, "more profit")) of this kind")
    }

    static func profitsContradict(
        _ name: String, _ differing: Int, of all: Int, otherSide: Bool, factor: Double?, lacksFees: Bool, mean: Double
    ) -> Finding {
        let hint =
            otherSide
            ? ": each has the sign of the other side"
            : lacksFees
                ? ": fees are 0, and profits are lower by \(amount(-mean)) on average"
                : factor.map { ": most are about \(number($0)) times the price move" } ?? ""
        let remedy =
            otherSide
            ? "check the column of the side"
            : factor != nil
                ? "name the money per unit and point of price in a column 'multiplier'"
                : "write in fees all that profits are net of, and prices in the account's currency"
        return warning(
            "profit_contradicts_prices", .relations, name,
            "\(differing) of \(count(all, "profit")) are not what side, prices, quantity, multiplier and fees give\(hint)",
            remedy)
    }

    static func feesMissing(_ name: String, _ commission: String, hasColumn: Bool) -> Finding {
        warning(
            "fees_missing", .relations, name, column: hasColumn ? "fees" : nil,
            "run.json states a commission of \(excerpt(commission)), but "
                + (hasColumn ? "every fee is 0" : "there is no column of fees"),
            "write the fees of each round trip in a column 'fees'")
    }

    static func tradeRepeated(_ name: String, _ line: Int, of original: Int, _ trade: Trade) -> Finding {
        warning(
            "trade_repeated", .relations, name, row: line,
            "the same trade" + (trade.symbol.isEmpty ? "" : " in \(excerpt(trade.symbol))")
                + " as on line \(original), with a profit of \(amount(trade.profit))",
            "keep it once, if the engine made it once")
    }

    static func tradeLeftOut(_ name: String, _ number: Int) -> Finding {
        warning(
            "trade_left_out", .relations, name,
            "trades are numbered one after another, and number \(number) is missing",
            "check whether the trade was lost")
    }

    static func returnsAndEquity(
        _ name: String, _ line: Int, _ differing: Int, of all: Int, _ value: Double, _ own: Double, at stamp: Timestamp
    ) -> Finding {
        warning(
            "returns_and_equity", .relations, name, row: line,
            "returns and equity differ at \(differing) of \(count(all, "moment")), first at \(stamp): "
                + "\(percent(value)) against \(percent(own))",
            "check that both files belong to one run; deposits and withdrawals are in equity, not in returns")
    }
}
