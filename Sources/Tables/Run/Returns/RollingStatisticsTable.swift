import Analytics
import Formatting

/// Current, mean, lowest and highest values of rolling statistics.
enum RollingStatisticsTable {
    private typealias Column = TableColumn<RollingSeries>

    static let definition = TableDefinition<Analysis>(
        name: "rolling_statistics", title: "Rolling statistics",
        summary: "current and mean values of rolling statistics", formerName: "rolling", columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("key", "Statistic", .word, stretch: 1) { .text($0.key) }.showing { .text($0.label) },
        Column("window", nil, .count) { .integer($0.window) },
        value("current", "Current") { $0.current }, value("mean", "Mean") { $0.mean },
        value("lowest", "Lowest") { $0.series.values.min() }, value("highest", "Highest") { $0.series.values.max() },
        Column("unit", nil, .word) { .text($0.statistic.unit.rawValue) },
    ]

    private static func value(
        _ key: String, _ header: String, _ number: @escaping @Sendable (RollingSeries) -> Double?
    ) -> Column {
        Column(key, header, nil) { series in
            number(series).map { .measure($0, series.statistic.unit, places: series.statistic.places) } ?? .none
        }
    }

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<RollingSeries> {
        let known = analysis.rolling.filter { !$0.series.isEmpty }
        guard !known.isEmpty else { throw .shorterThanWindows }
        return TableRows(known)
    }
}
