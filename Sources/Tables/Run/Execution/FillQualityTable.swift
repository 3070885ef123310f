import Analytics
import Formatting

/// Fills against the prices of their bars.
enum FillQualityTable {
    private typealias Column = TableColumn<FillQuality.Row>

    static let definition = TableDefinition<Analysis>(
        name: "fill_quality", title: "Fills against prices",
        summary: "what fills cost against the price decided on, their bar and the next bar",
        columns: [
            Column("reference", "Against", .word, stretch: 1) { .text($0.reference.rawValue) }
                .showing { .text($0.reference.title) },
            Column("fills", "Fills", .count) { .integer($0.count) },
            Column("cost", "Cost", .money, places: 0) { .number($0.cost) },
            Column("mean_bps", "By value, bps", .ratio, places: 1) { .number(10_000 * $0.mean) },
            Column("median_bps", "Median, bps", .ratio, places: 1) { .number(10_000 * $0.median) },
            Column("worse", "Worse than it", .fraction, places: 0) { .number($0.worse) },
        ]
    ) { (analysis) throws(Unavailable) in
        let quality = try analysis.fillQuality
        return TableRows(quality.rows).with {
            $0.subtitle = quality.areOfTrades ? "entries and exits of trades" : "fees apart"
            $0.footnote = note(quality, analysis)
        }
    }

    private static func note(_ quality: FillQuality, _ analysis: Analysis) -> String {
        var facts = ["\(quality.matched) of \(quality.count) fills lie in a bar"]
        if let outside = quality.outside { facts.append("\(outside) of them outside of its high and low") }
        if let place = quality.meanPlace {
            facts.append(
                "on average at \(ValueUnit.ratio.text(place, places: 2)) of its range (0 is the best price, 1 the worst)"
            )
        }
        var text = facts.joined(separator: ", ") + ". Positive: the fill was worse than the price."
        if let total = analysis.metrics.number(.nextBarReturn) {
            text += " Filled at the next open, the total return would be \(ValueUnit.fraction.text(total, places: 1))."
        }
        return text
    }
}
