import Containers
import RunModel
import Series

/// The statistics of bt (`res.stats`): raw fractions, one column for each strategy.
struct BtStatistics {
    private let table: CSVTable?
    private let file: String

    init(_ bytes: [UInt8], file: String) {
        table = try? CSVScanner.scan(bytes, delimiter: UInt8(ascii: ","))
        self.file = file
    }

    /// Why a number of bt may differ from ours.
    private enum Convention: String {
        case riskFree = "bt's risk-free rate is 0 unless set"
        case parts = "bt counts parts of months and years too"
        case downMonths = "bt counts parts of months, and months without a change as down"
        case drawdowns = "bt counts from the first day below the peak"
        case windows = "bt's window begins with the first value on or after the day, and a year has 365.25 days"
    }

    private static let names: [(name: String, key: String?, convention: Convention?)] = [
        ("total_return", "total_return", nil), ("cagr", "cagr", nil), ("max_drawdown", "max_drawdown", nil),
        ("calmar", "calmar", nil), ("daily_sharpe", "sharpe", .riskFree), ("daily_sortino", "sortino", .riskFree),
        ("daily_vol", "annual_volatility", nil), ("daily_skew", "skewness", nil), ("daily_kurt", "kurtosis", nil),
        ("best_day", "best_day", nil), ("worst_day", "worst_day", nil), ("best_month", "best_month", .parts),
        ("worst_month", "worst_month", .parts), ("best_year", "best_year", .parts),
        ("worst_year", "worst_year", .parts), ("mtd", "mtd", .windows), ("three_month", "3m", .windows),
        ("six_month", "6m", .windows), ("ytd", "ytd", .windows), ("one_year", "1y", .windows),
        ("three_year", "3y", .windows), ("five_year", "5y", .windows), ("ten_year", "10y", .windows),
        ("avg_drawdown", "average_drawdown", .drawdowns), ("avg_drawdown_days", "average_drawdown_days", .drawdowns),
        ("avg_up_month", "average_up_month", .parts), ("avg_down_month", "average_down_month", .downMonths),
        ("win_year_perc", "annual_win_rate", .parts),
    ]

    /// The statistics of a strategy, or of the only one; those of a longer time say so.
    func reported(of label: String?, from start: CalendarDate?) -> [ReportedStatistic] {
        guard let table, table.rowCount > 1 else { return [] }
        let header = table.texts(ofRow: 0)
        let column = label.map { header.firstIndex(of: $0) } ?? (header.count == 2 ? 1 : nil)
        guard let column else { return [] }
        func text(_ name: String) -> String? {
            (1..<table.rowCount).first { table.text($0, 0) == name }.map { table.text($0, column) }
        }
        let began = text("start").flatMap { CalendarDate(iso: $0.prefix(10)) }
        let isLonger = began.flatMap { began in start.map { began < $0 } } ?? false
        return Self.names.compactMap { name, key, convention in
            guard let text = text(name), let value = Double(text), value.isFinite else { return nil }
            let longer = isLonger ? began.map { "bt's own is of the time from \($0)" } : nil
            let note = longer ?? convention?.rawValue ?? ""
            return ReportedStatistic(name: name, text: text, value: value, key: key, note: note, file: file)
        }
    }
}
