import Analytics
import RunBuilders
import RunModel
import Series
import Testing

struct PeriodDistributionTests {
    @Test func `quantiles and moments of days, weeks and months are those of pandas and scipy`() throws {
        let reference = try AttributionReference.read()
        let all = Analyzer.analyze(try Reference.run(riskFree: 0.02)).periodDistributions
        for (name, expected) in reference.lengths {
            let row = try #require(all.first { $0.period == name && $0.side == .strategy })
            #expect(row.count == expected.count, "\(name)")
            #expect(agree(row.mean, expected.mean) && agree(row.deviation, expected.deviation), "\(name)")
            #expect(agree(row.skewness, expected.skewness) && agree(row.kurtosis, expected.kurtosis), "\(name)")
            #expect(agree(row.geometricMean, expected.geometricMean), "\(name)")
            #expect(agree(row.standardError, expected.standardError) && agree(row.sharpe, expected.sharpe), "\(name)")
            for (share, value) in zip([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1], expected.quantiles) {
                #expect(agree(row.quantile(share), value), "\(name) \(share)")
            }
        }
        #expect(all.contains { $0.side == .benchmark && $0.period == "month" })
    }

    @Test func `slower series have no shorter lengths, and partial periods are left out and counted`() {
        let monthly = (1...30).map {
            Timestamp(CalendarDate(day: CalendarDate(day: 18_262).adding(months: $0).day - 1))
        }
        let run = RunBuilder.run(
            RunBuilder.returns(seed: 2, count: 30), timestamps: monthly, baseline: Timestamp(CalendarDate(day: 18_261)),
            calendar: RunBuilder.calendar(.monthly, perYear: 12))
        let rows = Analyzer.analyze(run).periodDistributions
        #expect(rows.map(\.period) == ["month", "quarter", "year"])
        #expect(rows[0].count == 30 && rows[2].count == 2 && rows[2].partialCount == 1)
        #expect(Analyzer.analyze(RunBuilder.run([], timestamps: [])).periodDistributions.isEmpty)
    }

    @Test func `months of the year are means of whole months, twelve at most`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        let groups = analysis.periods.monthsOfYear
        let whole = analysis.periods.months.filter { !$0.isPartial }
        #expect(groups.reduce(0) { $0 + $1.observations } == whole.count && groups.count == 12)
        let june = whole.filter { $0.start.month == 6 }.map(\.strategy)
        #expect(agree(groups[5].mean, june.reduce(0, +) / Double(june.count)) && groups[5].label == "Jun")
    }
}
