import Analytics
import DocumentModel

/// The tables that a template can name: each row of the catalogue says how one is made.
struct ReportTables {
    let analysis: Analysis

    /// A table of the catalogue.
    struct Definition: Sendable {
        /// Stable name: `drawdowns`.
        let name: String
        /// What it shows, for `templates` documentation.
        let summary: String
        /// The table, or why the run has none.
        let make: @Sendable (ReportTables) -> TableResult
        /// Rows shown where the template does not say.
        let defaultRows: Int?

        init(
            _ name: String, _ summary: String, rows: Int? = nil,
            make: @escaping @Sendable (ReportTables) -> TableResult
        ) {
            self.name = name
            self.summary = summary
            self.make = make
            defaultRows = rows
        }
    }

    /// A table, or the reason why the run has none.
    enum TableResult: Sendable {
        case table(Table)
        case absent(Unavailable)
    }

    /// Every table: one per named group of metrics, and the others in the order of the full report.
    static let catalog: [Definition] = metricGroups + sections

    private static let metricGroups = MetricDeclaration.Group.allCases.filter { $0 != .score }.map { group in
        Definition("metrics-\(group.rawValue)", "every metric of the group \(group.title)") {
            $0.metrics(of: group)
        }
    }

    private static let sections: [Definition] = [
        Definition("key-statistics", "the most read metrics in named groups") { .table($0.keyStatistics()) },
        Definition("all-metrics", "every metric in named groups") { .table($0.allMetrics()) },
        Definition("drawdowns", "the deepest drawdowns", rows: 10) { $0.drawdowns() },
        Definition("worst-five", "the five deepest drawdowns in short form") { $0.worstFive() },
        Definition("annual-returns", "returns of calendar years") { $0.annualReturns() },
        Definition("monthly-statistics", "best, worst and mean of months and years") { .table($0.monthlyStatistics()) },
        Definition("trailing-returns", "returns of windows that end with the run") { .table($0.trailingReturns()) },
        Definition("weekdays", "daily returns by weekday") { $0.weekdays() },
        Definition("best-worst", "the best and worst periods side by side", rows: 10) { $0.bestWorst() },
        Definition("rolling", "current and mean values of moving windows") { $0.rolling() },
        Definition("trades-by-symbol", "trade statistics per symbol", rows: 25) { $0.tradesBySymbol() },
        Definition("trades-by-side", "trade statistics of long and short trades") { $0.tradesBySide() },
        Definition("trade-log", "the trades with the largest profit or loss", rows: 20) { $0.tradeLog() },
        Definition("top-holdings", "the symbols with the largest weights", rows: 10) { $0.topHoldings() },
        Definition("in-and-out-of-sample", "key statistics in sample, out of sample and of all") {
            $0.inAndOutOfSample()
        },
        Definition("reconciliation", "how far trades, positions, cash and equity explain each other") {
            $0.reconciliation()
        },
        Definition("score", "the performance score and its parts") { $0.score() },
        Definition("conventions", "how every metric was computed") { .table($0.conventions()) },
        Definition("data-quality", "findings of the validation") { .table($0.dataQuality()) },
        Definition("provenance", "what the report was made from") { .table($0.provenance()) },
        Definition("parameters", "the run's parameters") { $0.parameters() },
    ]

    /// The definition of a name.
    static func definition(_ name: String) -> Definition? { catalog.first { $0.name == name } }

    /// A table by its name, cut to `rows`; nil for an unknown name. A table that the run does not have becomes one
    /// line that says why.
    func table(_ name: String, rows: Int?) -> Table? {
        guard let definition = Self.definition(name) else { return nil }
        switch definition.make(self) {
        case .table(let table): return cut(table, to: rows ?? definition.defaultRows)
        case .absent(let cause):
            return Table(name: name, columns: [], rows: [], footnote: "n/a: \(cause.reason)")
        }
    }

    /// Nothing is left out silently: the footnote counts what was cut.
    private func cut(_ table: Table, to limit: Int?) -> Table {
        guard let limit, table.rows.count > limit else { return table }
        var table = table
        let left = table.rows.count - limit
        table.rows = Array(table.rows.prefix(limit))
        let sentence = "\(left) more \(left == 1 ? "row is" : "rows are") in the JSON and CSV output."
        table.footnote = table.footnote.isEmpty ? sentence : table.footnote + " " + sentence
        return table
    }
}
