import RunModel

/// Rows of trades that contradict themselves or each other.
extension Finding {
    /// What to do about numbers that an engine wrote itself: nobody can correct them by hand.
    static let engineRemedy =
        "they are the engine's own and count as they are; see whether the file was changed after the engine wrote it"

    static func contradictedProfit(
        _ name: String, _ line: Int, _ trade: Trade, expected: Double, isOtherSide: Bool, ofEngine: Bool
    ) -> Finding {
        Finding(
            .profitContradictsPrices, name, row: line,
            "the profit of trade \(Phrase.excerpt(trade.id))"
                + (trade.symbol.isEmpty ? "" : " in \(Phrase.excerpt(trade.symbol))")
                + " is \(Phrase.amount(trade.profit)), its side, prices, quantity, multiplier and fees give \(Phrase.amount(expected))"
                + (isOtherSide ? ": its sign is that of the other side" : ""),
            ofEngine ? engineRemedy : "correct the cell that is wrong")
    }

    static func moreContradictedProfits(_ name: String, _ more: Int) -> Finding {
        Finding(.profitContradictsPrices, name, "\(Phrase.count(more, "more profit")) of this kind")
    }

    static func contradictedProfits(
        _ name: String, _ differing: Int, of all: Int, otherSide: Bool, factor: Double?, lacksFees: Bool, mean: Double,
        ofEngine: Bool
    ) -> Finding {
        let hint =
            otherSide
            ? ": each has the sign of the other side"
            : lacksFees
                ? ": fees are 0, and profits are lower by \(Phrase.amount(-mean)) on average"
                : factor.map { ": most are about \(Phrase.number($0)) times the price move" } ?? ""
        let remedy =
            ofEngine
            ? engineRemedy
            : otherSide
                ? "check the column of the side"
                : factor != nil
                    ? "name the money per unit and point of price in a column 'multiplier'"
                    : "write in fees all that profits are net of, and prices in the account's currency"
        return Finding(
            .profitContradictsPrices, name,
            "\(differing) of \(Phrase.count(all, "profit")) are not what side, prices, quantity, multiplier and fees give\(hint)",
            remedy)
    }

    static func feesMissing(_ name: String, _ commission: String, hasColumn: Bool) -> Finding {
        Finding(
            .feesMissing, name, column: hasColumn ? "fees" : nil,
            "run.json states a commission of \(Phrase.excerpt(commission)), but "
                + (hasColumn ? "every fee is 0" : "there is no column of fees"),
            "write the fees of each round trip in a column 'fees'")
    }

    static func tradeRepeated(_ name: String, _ line: Int, of original: Int, _ trade: Trade) -> Finding {
        Finding(
            .tradeRepeated, name, row: line,
            "the same trade" + (trade.symbol.isEmpty ? "" : " in \(Phrase.excerpt(trade.symbol))")
                + " as on line \(original), with a profit of \(Phrase.amount(trade.profit))",
            "keep it once, if the engine made it once")
    }

    static func tradeLeftOut(_ name: String, _ number: Int) -> Finding {
        Finding(
            .tradeLeftOut, name,
            "trades are numbered one after another, and number \(number) is missing",
            "check whether the trade was lost")
    }
}
