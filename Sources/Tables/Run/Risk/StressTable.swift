import Analytics

/// Run, benchmark and drawdown in named stretches of history.
enum StressTable {
    private typealias Column = TableColumn<StressSection.Episode>

    static let definition = TableDefinition<Analysis>(
        name: "stress_periods", title: "Stress periods",
        summary: "run, benchmark and drawdown in named stretches of history that the run covers", isSortable: true,
        columns: [
            Column("name", "Period", .word, stretch: 1) { .text($0.period.name) }.marked { $0.isPartial ? " *" : "" },
            Column("from", "From", .date) { .date($0.period.start) },
            Column("to", "To", .date) { .date($0.period.end) },
            Column("return", "Strategy", .fraction, places: 1) { .number($0.value) }.toned(.bySign),
            Column("benchmark", "Benchmark", .fraction, places: 1) { .optional($0.benchmark) }.toned(.muted)
                .without("–"),
            Column("drawdown", "Drawdown", .fraction, places: 1) { .number($0.drawdown) }.toned(.bySign),
            Column("partial", nil, .flag) { .flag($0.isPartial) },
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.stress
        return TableRows(section.episodes).with {
            $0.subtitle = "from close to close"
            if section.episodes.contains(where: \.isPartial) { $0.footnote = "* The run covers a part of it." }
            $0.headers["benchmark"] = analysis.benchmarkHeader
            if analysis.run.benchmark == nil { $0.hidden = ["benchmark"] }
        }
    }
}
