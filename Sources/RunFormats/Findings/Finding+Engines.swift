import RunModel

/// What results of engines lack, whichever engine it is.
extension Finding {
    /// A part of a result without the part that has the account's value.
    static func partOfResult(_ name: String, _ part: String, _ needed: String) -> Finding {
        Finding(
            .partOfResult, name, "this is \(part), without the value of the account",
            "give \(needed), or the folder of both"
        )
    }

    /// Trades without a balance that they start from.
    static func capitalNeeded(_ name: String, engine: String) -> Finding {
        Finding(
            .capitalNeeded, name,
            "\(engine) writes profits here and no balance, so the account's value is not known",
            "give --initial-capital with the balance at the start")
    }

    /// An account that changes only when something is closed.
    static func equityIsRealised(_ name: String, _ what: String) -> Finding {
        Finding(
            .equityAtExits, name,
            "equity is what closed \(what) have earned: it moves only when one is closed, so volatility and drawdowns "
                + "while one is open are not in it, and ratios may look better than they are",
            "save the account marked to market, if the engine can")
    }

    /// A cash account whose holdings have the price of their last fill.
    static func equityAtFillPrices(_ name: String) -> Finding {
        Finding(
            .equityAtFillPrices, name,
            "the balance of a cash account falls with each purchase, so what is held was added at the price of its last fill: "
                + "equity moves only at fills")
    }

    /// A cash account without the fills that tell what it holds.
    static func accountIsNoEquity(_ name: String) -> Finding {
        Finding(
            .accountIsNoEquity, name,
            "the balance of a cash account falls with each purchase, and what is held is not in the file: it is no equity",
            "put the report of fills or orders beside it (generate_fills_report)")
    }

    static func severalCurrencies(_ name: String, _ currencies: [String]) -> Finding {
        Finding(
            .severalCurrencies, name,
            "amounts in \(Phrase.list(currencies)), and nothing here converts one into another",
            "give --currency with one of them to see that one alone, or write equity.csv in one currency")
    }

    static func otherCurrencies(_ name: String, chosen: String, _ others: [String]) -> Finding {
        Finding(
            .otherCurrencies, name, "balances in \(Phrase.list(others)) are left out beside those in \(chosen)",
            "write equity.csv in one currency where they matter")
    }

    /// Trades whose profits are in money that cannot be added to the account's.
    static func foreignProfits(_ name: String, _ count: Int, _ currency: String, _ account: String) -> Finding {
        Finding(
            .foreignProfits, name,
            "\(Phrase.count(count, "trade")) with profits in another currency than the account's \(Phrase.excerpt(account)), such "
                + "as \(Phrase.excerpt(currency)), which cannot be converted; they are left out")
    }
}
