import Analytics
import Formatting

/// What factors explain of the run, with plain and Newey–West errors.
enum FactorsTable {
    private typealias Column = TableColumn<FactorExposure>

    static let definition = TableDefinition<Analysis>(
        name: "factors", title: "Factor exposures",
        summary: "regression of excess returns on factors with plain and Newey–West errors", columns: columns,
        rows: rows)

    private static let columns: [Column] = [
        Column("factor", "Factor", .word, stretch: 1) { .text($0.name) }
            .showing { .text($0.isAlpha ? "Alpha, % a year" : $0.name) },
        coefficient("exposure", "Exposure") { $0.exposure },
        coefficient("error", "s.e.") { $0.error },
        Column("t", nil, .ratio, places: 2) { .number($0.statistic) },
        Column("p", "p", .probability, places: 3) { .number($0.probability) },
        coefficient("newey_west_error", "s.e., N–W") { $0.neweyWestError },
        Column("newey_west_t", "t, N–W", .ratio, places: 2) { .number($0.neweyWestStatistic) },
        Column("newey_west_p", "p, N–W", .probability, places: 3) { .number($0.neweyWestProbability) },
        Column("contribution", "A year", .fractionPerYear, places: 1) { .number($0.contribution) }.toned(.bySign),
        Column("alpha", nil, .flag) { .flag($0.isAlpha) },
    ]

    /// Alpha is a fraction a year, shown in percent; exposures are numbers.
    private static func coefficient(
        _ key: String, _ header: String, _ value: @escaping @Sendable (FactorExposure) -> Double
    ) -> Column {
        Column(key, header, .ratio, places: 2) { .number(value($0)) }
            .showing { .measure(value($0) * ($0.isAlpha ? 100 : 1), .ratio, places: 2) }
    }

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<FactorExposure> {
        let section = try analysis.factors
        return TableRows(section.rows).with {
            $0.subtitle = "least squares of excess returns, \(section.count) observations"
            $0.footnote =
                "R² \(DisplayNumber.number(section.rSquared, places: 2)), adjusted "
                + "\(DisplayNumber.number(section.adjustedRSquared, places: 2)). N–W: errors after Newey and West, lag "
                + "\(section.lag). The last column sums to the mean excess return a year."
        }
    }
}
