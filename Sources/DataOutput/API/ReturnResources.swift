import Analytics
import Series

/// `returns/daily.json`, `returns/monthly.json` and `returns/annual.json`.
enum ReturnResources {
    /// Returns of sessions, and the growth that they come to.
    static func daily(_ analysis: Analysis, to json: inout JSONWriter) {
        let returns = analysis.growth.dailyReturns
        json.member("dates", times: returns.timestamps)
        json.member("returns", numbers: returns.values)
        var growth = 1.0
        json.member(
            "cumulative_returns",
            numbers: returns.values.map { value in
                growth *= 1 + value
                return growth - 1
            })
        if let benchmark = analysis.growth.benchmarkDailyReturns {
            json.key("benchmark")
            json.object { json in
                json.member("dates", times: benchmark.timestamps)
                json.member("returns", numbers: benchmark.values)
            }
        }
        MetricMembers(members: [
            ("best", .bestDay), ("worst", .worstDay), ("win_rate", .dailyWinRate),
        ]).write(analysis, to: &json)
    }

    /// Calendar months.
    static func months(_ analysis: Analysis, to json: inout JSONWriter) {
        periods("months", "month", analysis.periods.months, to: &json) { String($0.iso.prefix(7)) }
        MetricMembers(members: [
            ("best", .bestMonth), ("worst", .worstMonth), ("mean", .averageMonth), ("win_rate", .monthlyWinRate),
        ]).write(analysis, to: &json)
    }

    /// Calendar years.
    static func years(_ analysis: Analysis, to json: inout JSONWriter) {
        periods("years", "year", analysis.periods.years, to: &json) { String($0.iso.prefix(4)) }
        MetricMembers(members: [
            ("best", .bestYear), ("worst", .worstYear), ("win_rate", .annualWinRate),
            ("consistency", .consistencyScore),
        ]).write(analysis, to: &json)
    }

    private static func periods(
        _ name: String, _ label: String, _ periods: [PeriodReturn], to json: inout JSONWriter,
        text: (CalendarDate) -> String
    ) {
        json.key(name)
        json.array { json in
            for period in periods {
                json.object { json in
                    json.member(label, text(period.start))
                    json.member("return", period.strategy)
                    json.member("benchmark", period.benchmark)
                    json.key("partial")
                    json.boolean(period.isPartial)
                }
            }
        }
    }
}
