import RunModel

/// The statistics that zipline writes into each row for the days until then; those of the last row are the run's.
struct ZiplineStatistics {
    let frame: ZiplineFrame

    init(_ frame: ZiplineFrame) { self.frame = frame }

    private static let names: [(name: String, key: String?, note: String)] = [
        ("algorithm_period_return", "total_return", ""),
        ("algo_volatility", "annual_volatility", ""),
        ("max_drawdown", "max_drawdown", ""),
        ("sharpe", "sharpe", "zipline's risk-free rate is 0"),
        ("sortino", "sortino", "zipline's risk-free rate is 0"),
        ("alpha", "alpha", "zipline's risk-free rate is 0, and it compounds alpha to a year"),
        ("beta", "beta", "zipline's risk-free rate is 0"),
        ("benchmark_period_return", nil, ""),
        ("benchmark_volatility", nil, ""),
    ]

    /// The statistics of the last row that are numbers, as written.
    var reported: [ReportedStatistic] {
        Self.names.compactMap { name, key, note in
            guard let column = frame.column(name), let value = frame.last(name) else { return nil }
            return ReportedStatistic(
                name: name, text: frame.file.table.trimmedText(frame.file.count, column), value: value, key: key,
                note: note, file: frame.file.name)
        }
    }
}
