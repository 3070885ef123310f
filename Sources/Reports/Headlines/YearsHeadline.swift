import Analytics
import Glibc

/// `A gain in 7 of 10 full years; 2019 and 2023 made at least half of the growth`.
enum YearsHeadline {
    /// Full years from three on, else months where six of them are full; nil for a shorter run. The shares are those of the
    /// metrics `annual_win_rate`, which leaves parts of years out, and `monthly_win_rate`, which counts parts of months.
    static func sentence(_ periods: PeriodSection) -> String? { sentence(years: periods.years, months: periods.months) }

    static func sentence(years: [PeriodReturn], months: [PeriodReturn]) -> String? {
        let (fullYears, fullMonths) = (years.filter { !$0.isPartial }, months.filter { !$0.isPartial })
        if fullYears.count >= 3 {
            return gains(fullYears, "full years") + (concentration(years).map { "; " + $0 } ?? "")
        }
        return fullMonths.count >= 6 ? gains(months, "months") : nil
    }

    private static func gains(_ periods: [PeriodReturn], _ noun: String) -> String {
        "A gain in \(HeadlineWords.share(periods.count { $0.strategy > 0 }, of: periods.count)) \(noun)"
    }

    /// One year or two out of six or more that made half of the growth, in logarithms, which add up over years.
    private static func concentration(_ years: [PeriodReturn]) -> String? {
        let growth = years.map { log1p($0.strategy) }
        let order = growth.indices.sorted { (-growth[$0], $0) < (-growth[$1], $1) }
        let total = growth.reduce(0, +)
        guard growth.allSatisfy(\.isFinite),
            let count = HeadlineWords.countOfHalf(order.map { growth[$0] }, total: total), count <= 2, years.count >= 6
        else { return nil }
        let names = order.prefix(count).sorted().map { "\(years[$0].start.year)" }.joined(separator: " and ")
        return names + " made at least half of the growth"
    }
}
