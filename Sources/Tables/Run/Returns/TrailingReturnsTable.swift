import Analytics
import Formatting

/// Returns of windows that end with the run.
enum TrailingReturnsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "trailing_returns", title: "Trailing returns", summary: "returns of windows that end with the run",
        metrics: windows.map(\.rawValue), columns: columns, rows: rows)

    private static let windows: [MetricKey] = [
        .monthToDate, .threeMonths, .sixMonths, .yearToDate, .oneYear, .threeYears, .fiveYears, .tenYears,
        .sinceInception,
    ]

    private struct Row: Sendable {
        let window: TrailingReturn
        /// The benchmark's number is of another time. Every other window is of the run's time, or n/a.
        let isMarked: Bool
    }

    private static let columns: [Column] = [
        Column("window", "Window", .word, stretch: 1) { .text($0.window.key.rawValue) }
            .showing { .text($0.window.label + ($0.window.isAnnualised ? ", per year" : "")) },
        Column("strategy", "Return", .fraction, places: 1) { .number($0.window.strategy) }.toned(.bySign),
        Column("benchmark", "Benchmark", .fraction, places: 1) { row in
            row.window.benchmark.map { .number($0) } ?? .none
        }.toned(.bySign).without("").marked { $0.isMarked ? Analysis.benchmarkMark : "" },
        Column("annualised", nil, .flag) { .flag($0.window.isAnnualised) },
        Column("reason", nil, .word) { .optional($0.window.strategy.reason) },
        Column("benchmark_reason", nil, .word) { .optional($0.window.benchmark?.reason) },
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let isPartial = !analysis.run.benchmarkIsWhole
        let windows = analysis.periods.trailing.map { window in
            Row(window: window, isMarked: isPartial && window.key == .sinceInception && window.benchmark != nil)
        }
        return TableRows(windows).with { rows in
            rows.subtitle = "to \(analysis.run.returns.timestamps.last?.date.display ?? "the end")"
            rows.headers["benchmark"] = analysis.benchmarkHeader
            if analysis.run.benchmark == nil { rows.hidden = ["benchmark"] }
            rows.footnote = analysis.benchmarkNote(isPartial)
            rows.emptyReason = .noReturns
        }
    }
}
