import RunModel

/// What results of backtrader lack.
extension Finding {
    static func noAccountValue(_ name: String) -> Finding {
        Finding(
            .noAccountValue, name, "backtrader's writer wrote no value of the account",
            "keep the Broker observer (stdstats=True, or addobserver(bt.observers.Broker)) and write with "
                + "WriterFile(csv=True)")
    }

    static func positionsIncomplete(_ name: String, _ missing: [String], isCompleted: Bool) -> Finding {
        let lacking = missing.isEmpty ? "symbols that were held" : Phrase.list(missing)
        return Finding(
            .positionsIncomplete, name,
            "positions and cash are not the equity: backtrader's PyFolio analyzer keeps only the last of several feeds, "
                + "without \(lacking); equity is that of the returns, and "
                + (isCompleted ? "what it has beside them was taken as that symbol" : "positions are left out"),
            isCompleted ? nil : "write with WriterFile(csv=True), which has the whole account")
    }

    static func tradesWithoutSize(_ name: String, _ line: Int, _ count: Int, hasFills: Bool) -> Finding {
        Finding(
            .tradesWithoutSize, name, row: line,
            "\(Phrase.count(count, "trade")) without a size, or an exit price that tells it, here the first: "
                + (hasFills ? "trades are made of the fills instead" : "the list is left out"),
            "add size and priceout to the list, or put the transactions of the PyFolio analyzer beside it")
    }
}
