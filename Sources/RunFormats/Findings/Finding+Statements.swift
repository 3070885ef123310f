import RunModel

/// Reports of terminals and brokers.
extension Finding {
    static func unreadableBooking(_ file: String, _ line: Int, column: Int, _ text: String) -> Finding {
        Finding(
            .unreadableBooking, file, row: line,
            "\(Phrase.excerpt(text)) in column \(column) is not what this table has there",
            "save the report again as the program writes it, and do not change it")
    }

    static func openedElsewhere(_ file: String, _ line: Int, _ count: Int) -> Finding {
        Finding(
            .openedElsewhere, file, row: line,
            "\(Phrase.count(count, "deal")) \(count == 1 ? "closes a position" : "close positions") that the report does not "
                + "open, here the first; what they earned is in the account and in no trade",
            "save the report of the whole time")
    }

    static func bookingContradicted(_ file: String, _ line: Int, moved: Double, booked: Double, _ count: Int) -> Finding
    {
        Finding(
            .bookingContradicted, file, row: line,
            "the balance moves by \(Phrase.amount(moved)) where \(Phrase.amount(booked)) is booked, here the first of \(count)",
            "save the report again as the program writes it, and do not change it")
    }

    static func totalContradicted(_ file: String, _ line: Int?, _ what: String, total: Double, sum: Double) -> Finding {
        Finding(
            .bookingContradicted, file, row: line,
            "\(what) is \(Phrase.amount(total)), and its parts add up to \(Phrase.amount(sum))",
            "save the report again as the program writes it, and do not change it")
    }

    static func realisedEquity(_ file: String, _ more: String? = nil) -> Finding {
        Finding(
            .equityAtExits, file,
            "the account is known where trades close; what open positions were worth is not in the file, so drawdowns within "
                + "trades are missing, and volatility and the ratios of it are of closed trades"
                + (more.map { "; " + $0 } ?? ""),
            nil)
    }

    static func noCapital(_ file: String, _ why: String) -> Finding {
        Finding(.noCapital, file, why, "give it with --initial-capital")
    }

    static func incompleteStatement(_ file: String, _ fact: String, _ remedy: String) -> Finding {
        Finding(.incompleteStatement, file, fact, remedy)
    }
}

extension Finding {
    static func otherCapital(_ file: String, _ capital: Double, _ range: ClosedRange<Double>) -> Finding {
        Finding(
            .capitalMismatch, file,
            "an initial capital of \(Phrase.number(capital)) does not give the list's own percents, which are of "
                + "\(Phrase.amount(range.lowerBound)) to \(Phrase.amount(range.upperBound))",
            "give the capital of the strategy's properties")
    }
}

/// Statements of brokers.
extension Finding {
    static func unreadableRow(_ file: String, _ line: Int, _ section: String, _ date: String, _ value: String)
        -> Finding
    {
        Finding(
            .unreadableBooking, file, row: line,
            "a row of \(section) has \(Phrase.excerpt(date)) for its date and \(Phrase.excerpt(value)) for its value",
            "download the query again, and do not change it")
    }

    static func paymentsUnknown(_ file: String) -> Finding {
        Finding(
            .paymentsUnknown, file, "nothing says whether money was paid in or out; payments would count as returns",
            "add the section Cash Transactions, with deposits and withdrawals, to the query")
    }

    static func noTradesSection(_ file: String) -> Finding {
        Finding(.noTradesFile, file, "the query has no section of trades, so there are no trades")
    }
}
