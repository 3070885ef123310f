import Testing

@testable import Commands

/// The words of a batch on its way.
@Suite struct BatchProgressTests {
    @Test func `a bar says how far, how fast, how long and how many failed`() {
        var progress = BatchProgress(count: 1000, done: 340, failed: 2, seconds: 10)
        #expect(progress.line == "340 of 1000 reports, 34.0/s, 0:20 left, 2 failed")
        #expect(progress.bar == "████████░░░░░░░░░░░░░░░░ 340 of 1000 · 34.0/s · 0:20 left · 2 failed")
        progress = BatchProgress(count: 10, done: 0, failed: 0, seconds: 0.2)
        #expect(progress.line == "0 of 10 reports")
    }

    @Test func `long times are hours, and no number is too large`() {
        #expect(BatchProgress.clock(3723) == "1:02:03" && BatchProgress.clock(0) == "0:00")
        #expect(BatchProgress.clock(.infinity).hasSuffix(":40"))
    }
}
