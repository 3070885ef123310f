import Analytics
import Comparison
import Formatting

/// Whether the Sharpe ratios of two runs differ by more than chance.
enum SharpeDifferenceTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Comparison>(
        name: "sharpe_difference", title: "Difference of Sharpe ratios",
        summary: "the difference of two Sharpe ratios, its error and its significance", columns: columns
    ) { (comparison) throws(Unavailable) in
        let difference = try comparison.sharpeDifference.get()
        let bootstrap = try difference.bootstrap.get()
        let formula = Row(
            test: "Jobson–Korkie, Memmel", difference: difference.difference, result: difference.jobsonKorkie,
            statistic: difference.statistic)
        let drawn = Row(
            test: "Block bootstrap", difference: difference.difference, result: bootstrap.test, statistic: nil)
        return TableRows([formula, drawn]).with {
            $0.footnote = note(comparison, difference, bootstrap)
        }
    }

    private struct Row: Sendable {
        let test: String
        let difference: Double
        let result: SharpeDifference.Test
        let statistic: Double?
    }

    private static let columns: [Column] = [
        Column("test", "Test", .word, stretch: 1) { .text($0.test) },
        Column("difference", "Difference", .ratio, places: 2) { .number($0.difference) },
        Column("standard_error", "s.e.", .ratio, places: 2) { .number($0.result.standardError) },
        Column("low", "95 % from", .ratio, places: 2) { .number($0.result.low) },
        Column("high", "to", .ratio, places: 2) { .number($0.result.high) },
        Column("statistic", "z", .ratio, places: 2) { .optional($0.statistic) }.without(""),
        Column("probability", "p", .probability, places: 3) { .number($0.result.probability) },
    ]

    private static func note(
        _ comparison: Comparison, _ difference: SharpeDifference, _ bootstrap: BootstrapTest
    ) -> String {
        let names = comparison.members.map(\.name)
        let ratios = [difference.first, difference.second].map { DisplayNumber.number($0, places: 2) }
        let counts = [difference.count, bootstrap.resamples].map { DisplayNumber.number(Double($0), places: 0) }
        return
            "Sharpe ratios of the \(counts[0]) returns between common moments: \(names[0]) \(ratios[0]), \(names[1]) "
            + "\(ratios[1]), correlation \(DisplayNumber.number(difference.correlation, places: 2)). p: the chance of such a difference where there is none. Bootstrap: \(counts[1]) resamples in "
            + "blocks of \(bootstrap.blockLength), seed \(bootstrap.seed)."
    }
}
