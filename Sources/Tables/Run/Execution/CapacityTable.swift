import Analytics
import Formatting

/// The capital at which trades stay within a share of the volume.
enum CapacityTable {
    private typealias Column = TableColumn<Capacity.Row>

    static let definition = TableDefinition<Analysis>(
        name: "capacity", title: "Capacity", summary: "the capital at which trades stay within a share of the volume",
        columns: [
            Column("participation", "Share of volume", .fraction, places: 0) { .number($0.participation) },
            Column("all", "Every trade within", .money, places: 0) { .number($0.all) },
            Column("most", "95\u{202F}% within", .money, places: 0) { .number($0.most) },
            Column("half", "Half within", .money, places: 0) { .number($0.half) },
        ]
    ) { (analysis) throws(Unavailable) in
        let capacity = try analysis.capacity
        guard !capacity.rows.isEmpty else {
            throw Unavailable(code: "no_account_value", reason: "the account's value in money is not known")
        }
        return TableRows(capacity.rows).with {
            $0.subtitle = "capital, were sizes to grow with it"
            let (symbol, moment) = capacity.largest
            let impact = analysis.metrics.number(.impactBps).map {
                " Expected market impact \(ValueUnit.ratio.text($0, places: 1)) basis points by the square-root law (Y = 1)."
            }
            $0.footnote =
                "Largest share of volume \(ValueUnit.fraction.text(capacity.largestShare, places: 2))"
                + (symbol.isEmpty ? "" : " of \(symbol)") + " at \(moment), mean "
                + "\(ValueUnit.fraction.text(capacity.meanShare, places: 2)) of \(capacity.count) bars with trades."
                + (impact ?? "")
        }
    }
}
