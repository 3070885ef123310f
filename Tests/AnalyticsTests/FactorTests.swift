import Analytics
import RunBuilders
import RunModel
import Series
import Testing

struct FactorTests {
    @Test func `factor exposures, errors and p-values are those of statsmodels, plain and Newey-West`() throws {
        let reference = try AttributionReference.read()
        let section = try Analyzer.analyze(try reference.run()).factors
        let expected = reference.factors
        #expect(section.rows.map(\.name) == ["Alpha", "Market", "Size", "Value"] && section.lag == expected.lag)
        #expect(agree(section.rSquared, expected.rSquared) && agree(section.adjustedRSquared, expected.adjusted))
        for (place, row) in section.rows.enumerated() {
            let scale = row.isAlpha ? 252.0 : 1
            #expect(agree(row.exposure, expected.coefficients[place] * scale), "\(row.name)")
            #expect(agree(row.error, expected.errors[place] * scale), "\(row.name)")
            #expect(agree(row.probability, expected.p[place]), "\(row.name)")
            #expect(agree(row.neweyWestError, expected.neweyWestErrors[place] * scale), "\(row.name)")
            #expect(agree(row.neweyWestProbability, expected.neweyWestP[place]), "\(row.name)")
        }
    }

    @Test func `contributions of alpha and factors sum to the mean excess return a year`() throws {
        let run = try AttributionReference.read().run()
        let section = try Analyzer.analyze(run).factors
        let rate = 1.02.rootMinusOne252
        let mean = run.returns.values.reduce(0) { $0 + $1 - rate } / Double(run.returns.count)
        let sum = section.rows.reduce(0) { $0 + $1.contribution }
        #expect(agree(sum, mean * 252))
    }

    @Test func `the last rolling window is the regression over its observations`() throws {
        let reference = try AttributionReference.read()
        let (window, series) = try Analyzer.analyze(try reference.run()).rollingExposures()
        #expect(window == 252)
        for (one, expected) in zip(series, reference.factors.lastWindow) {
            #expect(agree(one.series.values.last, expected), "\(one.name)")
        }
    }

    @Test func `one factor that is the benchmark gives alpha, beta and their p-value`() throws {
        var run = try Reference.run(riskFree: 0.02)
        let pairs = try #require(run.benchmark?.pairs)
        let rate = 1.02.rootMinusOne252
        run.factors = FactorReturns(
            file: "f", names: ["Market"], timestamps: pairs.timestamps,
            values: [pairs.benchmarkReturns.map { $0 - rate }])
        let analysis = Analyzer.analyze(run)
        let rows = try analysis.factors.rows
        #expect(agree(rows[0].exposure, analysis.metrics.number(.alpha) ?? .nan))
        #expect(agree(rows[1].exposure, analysis.metrics.number(.beta) ?? .nan))
        #expect(agree(rows[0].probability, analysis.metrics.number(.alphaPValue) ?? .nan))
        #expect(agree(rows[0].neweyWestProbability, analysis.metrics.number(.alphaPValueNeweyWest) ?? .nan))
    }

    @Test func `monthly factors meet a daily run month by month`() throws {
        var run = try Reference.run(riskFree: 0)
        let months = Analyzer.analyze(run).periods.months.filter { !$0.isPartial }
        let ends = months.map { Timestamp(CalendarDate(day: $0.start.adding(months: 1).day - 1)) }
        let first = try #require(months.first)
        let eve = Timestamp(CalendarDate(day: first.start.day - 1))
        // The run's own months are a factor that explains everything but what is added.
        let noise = RunBuilder.returns(seed: 5, count: months.count, scale: 0.001)
        run.factors = FactorReturns(
            file: "f", names: ["Own"], timestamps: [eve] + ends,
            values: [[0] + zip(months, noise).map { $0.strategy + $1 }])
        let section = try Analyzer.analyze(run).factors
        #expect(section.count == months.count && section.periodsPerYear == 12)
        #expect((section.rows[1].exposure - 1).magnitude < 0.05)
        #expect(section.rSquared > 0.99)
    }

    @Test func `factors that do not overlap, repeat each other, or are not given have a reason`() throws {
        var run = try Reference.run(riskFree: 0)
        #expect(throws: Unavailable.noFactors) { try Analyzer.analyze(run).factors }
        let column = RunBuilder.returns(seed: 1, count: run.returns.count)
        run.factors = FactorReturns(
            file: "f", names: ["A", "B"], timestamps: Array(run.returns.timestamps),
            values: [column, column.map { $0 * 2 }])
        #expect(reason(run) == "the explaining returns depend on each other")
        let early = RunBuilder.weekdays(from: "1990-01-01", count: 50)
        run.factors = FactorReturns(file: "f", names: ["A"], timestamps: early, values: [Array(column.prefix(50))])
        #expect(reason(run) == "fewer than two periods in common with the factors")
    }

    /// Why a run has no exposures.
    private func reason(_ run: RunModel.Run) -> String? {
        do throws(Unavailable) {
            _ = try Analyzer.analyze(run).factors
            return nil
        } catch { return error.reason }
    }
}

extension Double {
    /// (1 + rate)^(1/252) of this growth, less one.
    fileprivate var rootMinusOne252: Double {
        var root = 1.0
        for _ in 0..<60 { root -= (power(root, 252) - self) / (252 * power(root, 251)) }
        return root - 1
    }

    private func power(_ base: Double, _ count: Int) -> Double {
        (0..<count).reduce(1) { product, _ in product * base }
    }
}
