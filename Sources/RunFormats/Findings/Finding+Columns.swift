import RunModel

/// Headers that leave open what the columns hold.
extension Finding {
    static func noTimestampColumn(_ name: String, _ header: [String]) -> Finding {
        Finding(
            .noTimestampColumn, name, "no column of dates among \(Phrase.list(header))",
            "add a column 'date' with YYYY-MM-DD, or give --date-format where its cells are dates of another form")
    }

    static func notASeries(_ name: String) -> Finding {
        Finding(
            .notASeries, name, "not a table of returns or equity",
            "give a run folder, or a CSV with a column of dates and one of returns or equity")
    }

    static func refusedColumn(_ name: String, _ column: String, _ kind: RefusedColumn) -> Finding {
        let (fact, remedy): (String, String) =
            switch kind {
            case .percentOrFraction:
                (
                    "can be fractions, as pandas' pct_change writes them (0.01 is 1 %), or percents (0.01 is 0.01 %)",
                    "name it 'returns' for fractions, 'return_pct' for percents"
                )
            case .logarithm:
                (
                    "can be logarithms of returns or of equity",
                    "name it 'log_return' or 'log_equity', or write exp(x) - 1 as 'returns'"
                )
            case .profit:
                (
                    "holds profits in money, not returns or equity",
                    "write the capital plus the sum of all profits so far as 'equity'"
                )
            case .drawdown:
                (
                    "holds distances from the peak, of which neither returns nor equity can be made",
                    "give the equity or the returns"
                )
            case .payments:
                (
                    "holds payments in or out, not returns or equity",
                    "write (equity - payment) / previous equity - 1 as 'returns'"
                )
            }
        return Finding(.notReturns, name, column: column, fact, remedy)
    }

    static func paymentsInEquity(_ name: String, _ line: Int, _ column: String, _ count: Int, choice: String) -> Finding
    {
        Finding(
            .paymentsInEquity, name, row: line, column: column,
            "\(Phrase.count(count, "payment")) in or out, here the first: '\(choice)' moves by them without a return",
            "write (\(choice) - payment) / previous \(choice) - 1 as 'returns', without the other two columns")
    }

    static func percentsLookLikeFractions(_ name: String, _ column: String, _ median: Double) -> Finding {
        Finding(
            .percentsLookLikeFractions, name, column: column,
            "half of the returns are smaller than \(Phrase.percent(median)) when the column is read as percents, as its name says",
            "name it 'returns' if the values are fractions")
    }

    static func noValueColumn(_ name: String, _ header: [String]) -> Finding {
        Finding(.noValueColumn, name, "no column beside the dates: \(Phrase.list(header))", "add a column of values")
    }

    static func noMainColumn(_ name: String, _ wanted: RunOptions.BareContent, _ header: [String]) -> Finding {
        let column = wanted == .returns ? "returns" : "equity"
        return Finding(
            wanted == .returns ? .noReturnsColumn : .noEquityColumn, name,
            "no column '\(column)' among \(Phrase.list(header))",
            wanted == .returns
                ? "name the column of returns per period 'returns'"
                : "name the column with the account's value 'equity'")
    }

    static func ambiguousContent(_ name: String, _ columns: [String], _ isBenchmark: Bool) -> Finding {
        let one = columns.count == 1
        return Finding(
            .ambiguousContent, name, column: one ? columns[0] : nil,
            one
                ? "the name does not say whether these are returns or equity"
                : "no column says whether it holds returns or equity: \(Phrase.list(columns))",
            isBenchmark
                ? "name the column 'returns' or 'close'"
                : "name the column 'returns' or 'equity', or give "
                    + (one ? "--returns or --equity" : "--returns or --equity with a file of two columns"))
    }

    static func contentConflict(_ name: String, _ column: String, _ wanted: RunOptions.BareContent) -> Finding {
        let other = wanted == .returns ? "equity" : "returns"
        return Finding(
            .contentConflict, name, column: column,
            "holds \(other) by its name, but --\(wanted.rawValue) was given", "leave --\(wanted.rawValue) out")
    }

    static func noHeader(_ name: String) -> Finding {
        Finding(
            .noHeader, name, row: 1, "the file has no header",
            "add one, such as 'date,equity'; a file of two columns is read with --returns or --equity")
    }

    static func duplicateColumn(_ name: String, _ column: String) -> Finding {
        Finding(
            .duplicateColumn, name, column: column, "the header has this name twice", "rename one of the columns")
    }

    static func missingColumn(_ name: String, _ column: String, _ header: [String]) -> Finding {
        Finding(
            .missingColumn, name, "no column \(Phrase.excerpt(column)) among \(Phrase.list(header))", "check the name")
    }

    static func noRateColumn(_ name: String, _ header: [String]) -> Finding {
        Finding(
            .noRateColumn, name, "no column 'annual_rate' or 'returns' among \(Phrase.list(header))",
            "name it 'annual_rate' for fractions per year, 'rate_pct' for percents, 'returns' for fractions per period")
    }

    static func missingTradeColumns(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .missingTradeColumns, name, "no column for \(Phrase.list(columns))",
            "write symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl")
    }

    static func missingWeightColumns(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .missingWeightColumns, name, "no column for \(Phrase.list(columns))",
            "write date,segment,weight,return with one row per period and segment")
    }

    static func mappingWithoutFile(_ part: String, _ names: [String]) -> Finding {
        Finding(
            .mappingWithoutFile, nil, "--map does not say in which file [\(part)] lies",
            "write file = \"…\", one of \(Phrase.list(names))")
    }

    static func missingOrderColumns(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .missingOrderColumns, name, "no column for \(Phrase.list(columns))",
            "write order_id,symbol,submitted_at,qty,status,filled_qty with a qty below 0 for what was to be sold")
    }

    static func missingFillColumns(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .missingFillColumns, name, "no column for \(Phrase.list(columns))",
            "write time,symbol,qty,price,fee with a qty below 0 for what was sold")
    }
}
