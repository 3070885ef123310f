import Analytics

/// How the returns of days, weeks, months, quarters and years are distributed.
enum ReturnQuantilesTable {
    private typealias Column = TableColumn<PeriodDistribution>

    static let definition = TableDefinition<Analysis>(
        name: "return_quantiles", title: "Returns by length of time",
        summary: "quantiles and moments of the returns of days, weeks, months, quarters and years",
        columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("series", nil, .word) { .text($0.side == .strategy ? "strategy" : "benchmark") },
        Column("period", "Whole", .word, stretch: 1) { .text($0.period) }.showing { .text($0.period + "s") },
        Column("count", "Number", .count) { .integer($0.count) },
        fraction("mean", "Mean") { $0.mean }, fraction("median", "Median") { $0.quantile(0.5) },
        Column("deviation", "s.d.", .fraction, places: 2) { .optional($0.deviation) },
        fraction("minimum", "Worst") { $0.quantile(0) }, fraction("q05", "5 %") { $0.quantile(0.05) },
        fraction("q25", "25 %") { $0.quantile(0.25) }, fraction("q75", "75 %") { $0.quantile(0.75) },
        fraction("q95", "95 %") { $0.quantile(0.95) }, fraction("maximum", "Best") { $0.quantile(1) },
        Column("win_rate", nil, .fraction) { .number($0.winRate) },
        Column("geometric_mean", nil, .fraction) { .optional($0.geometricMean) },
        Column("standard_error", nil, .fraction) { .optional($0.standardError) },
        Column("skewness", "Skew", .ratio, places: 2) { .optional($0.skewness) },
        Column("kurtosis", "Kurt.", .ratio, places: 2) { .optional($0.kurtosis) },
        Column("sharpe", "Sharpe", .ratio, places: 2) { .optional($0.sharpe) },
        Column("periods_per_year", nil, .ratio) { .number($0.periodsPerYear) },
        Column("partial", nil, .count) { .integer($0.partialCount) },
    ]

    private static func fraction(
        _ key: String, _ header: String, _ value: @escaping @Sendable (PeriodDistribution) -> Double
    ) -> Column {
        Column(key, header, .fraction, places: 2) { .number(value($0)) }.toned(.bySign)
    }

    private static func rows(_ analysis: Analysis) -> TableRows<PeriodDistribution> {
        let all = analysis.periodDistributions
        let benchmark = analysis.run.benchmark?.name ?? "Benchmark"
        return TableRows(all).with {
            $0.subtitle = "Sharpe per year; s.d. sample"
            $0.emptyReason = .noReturns
            if all.contains(where: { $0.side == .benchmark }) {
                $0.group = { $0.side == .strategy ? Analysis.strategyName : benchmark }
            }
            let partial = all.contains { $0.partialCount > 0 }
            $0.footnote = partial ? "Periods that the run covers in part are left out." : ""
        }
    }
}
