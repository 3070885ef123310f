import Analytics
import RunBuilders
import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// In and out of sample: each part is what the same files give when they are cut there.
struct SampleTests {
    private func crypto(_ options: RunOptions = RunOptions()) throws -> Analysis {
        Analyzer.analyze(
            try RunReader.read(repositoryRoot.appendingPathComponent("SampleRuns/crypto-365").path, options: options))
    }

    @Test func `each part agrees with the run cut at the same date`() throws {
        let samples = try crypto().samples
        let start = CalendarDate(iso: "2023-01-01") ?? CalendarDate(day: 0)
        #expect(samples.start == start)
        let before = try crypto(RunOptions(to: CalendarDate(day: start.day - 1))).metrics
        let after = try crypto(RunOptions(from: start)).metrics
        #expect(samples.rows.count > 15)
        #expect(samples.inSampleCount == 1095 && samples.outOfSampleCount == 365)
        for row in samples.rows {
            let key = row.declaration.key
            #expect(row.inSample == before[key]?.value, "\(key)")
            #expect(row.outOfSample == after[key]?.value, "\(key)")
        }
    }

    @Test func `total returns of the parts compound to that of the whole`() throws {
        let samples = try crypto().samples
        let row = try #require(samples[.totalReturn])
        let (before, after) = (row.inSample.number ?? .nan, row.outOfSample.number ?? .nan)
        #expect(agree((1 + before) * (1 + after) - 1, row.all.number ?? .nan))
    }

    @Test func `without a date, or one that divides nothing, there are no samples`() throws {
        let timestamps = RunBuilder.weekdays(count: 30)
        var run = RunBuilder.run(RunBuilder.returns(seed: 1, count: 30), timestamps: timestamps)
        #expect((try? Analyzer.analyze(run).samples) == nil)
        for date in [timestamps[0].date, CalendarDate(day: timestamps[29].date.day + 1)] {
            run.outOfSampleStart = date
            #expect((try? Analyzer.analyze(run).samples) == nil)
        }
        run.outOfSampleStart = timestamps[29].date
        #expect(try Analyzer.analyze(run).samples.outOfSampleCount == 1)
    }
}
