import RunModel

/// Findings in what a user asks beside the run: named periods, regimes, limits.
extension Finding {
    static func missingEventColumns(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .missingEventColumns, name, "no column for \(Phrase.list(columns))",
            "write name,from,to with one row per period")
    }

    static func invertedEvent(_ name: String, _ line: Int, _ from: String, _ to: String) -> Finding {
        Finding(
            .invertedEvent, name, row: line, "the period from \(from) to \(to) has no time in it",
            "write the earlier date first")
    }

    static func noRegimeColumn(_ name: String, _ header: [String]) -> Finding {
        Finding(
            .noRegimeColumn, name, "no column of labels among \(Phrase.list(header))",
            "name the column of labels regime")
    }

    static func badLimits(_ name: String, _ fact: String) -> Finding {
        Finding(
            .badLimits, name, fact,
            "write drawdown, var_95, leverage, daily_loss or weekly_loss = size, such as drawdown = 0.2")
    }
}
