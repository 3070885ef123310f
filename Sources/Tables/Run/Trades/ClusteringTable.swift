import Analytics
import Formatting

/// How far the result hangs on few trades, months or symbols.
enum ClusteringTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "trade_clustering", title: "What the result hangs on",
        summary: "runs of wins and losses, the result without the best trades, and its concentration",
        metrics: ["trades.runs_test_p"],
        columns: [
            Column("key", "Fact", .word, stretch: 1) { .text($0.key) }.showing { .text($0.words) },
            Column("value", "Value", nil) { $0.value },
            Column("unit", nil, .word) { .text($0.unit.rawValue) },
        ], rows: rows)

    private struct Row: Sendable {
        let key: String
        let words: String
        let value: TableValue
        let unit: ValueUnit

        init(_ key: String, _ words: String, _ number: Double, _ unit: ValueUnit, places: Int) {
            (self.key, self.words, self.unit) = (key, words, unit)
            value = .measure(number, unit, places: places)
        }
    }

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Row> {
        let facts = try analysis.tradeClustering()
        var rows = [Row("pnl", "P&L of closed trades", facts.profit, .money, places: 0)]
        rows += facts.withoutBest.map { count, profit in
            Row(
                "pnl_without_best_\(count)", count == 1 ? "Without the best one" : "Without the best \(count)", profit,
                .money, places: 0)
        }
        rows += [
            facts.bestTenth.map { Row("best_tenth", "Wins by the best tenth of trades", $0, .fraction, places: 0) },
            facts.bestMonth.map { Row("best_month", "Wins in the best month", $0, .fraction, places: 0) },
            facts.symbolHerfindahl.map {
                Row("symbol_herfindahl", "Concentration of wins, symbols", $0, .ratio, places: 2)
            },
            Row("most_per_day", "Most exits on one day", Double(facts.mostPerDay), .count, places: 0),
            facts.runs.map { Row("runs", "Runs of wins and losses", Double($0), .count, places: 0) },
            facts.expectedRuns.map { Row("expected_runs", "Runs in random order", $0, .count, places: 0) },
            facts.probability.map { Row("runs_test_p", "p-value of random order", $0, .probability, places: 3) },
        ].compactMap { $0 }
        return TableRows(rows).with { $0.subtitle = "closed trades, net of costs" }
    }
}
