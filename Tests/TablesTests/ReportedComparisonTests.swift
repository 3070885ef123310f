import Testing

@testable import Tables

/// How near a statistic of an engine has to be to ours.
struct ReportedComparisonTests {
    @Test(arguments: [
        ("12.019%", 0.12019, 1e-5), ("12%", 0.12, 0.01), ("69.3", 0.693, 1e-3), ("-33.93", -0.3393, 1e-4),
        ("-1387.74", -1387.74, 0.01), ("1,234.5", 1234.5, 0.1), ("87", 87, 87e-9), ("0.5", 0.5, 0.1),
        ("455.74512940000034", 4.5574512940000034, 4.5574512940000034e-9),
    ])
    func `one unit of the last digit is near, in our unit`(text: String, value: Double, expected: Double) {
        let tolerance = ReportedComparison.tolerance(text, value)
        #expect((tolerance / expected - 1).magnitude < 1e-6, "\(text): \(tolerance)")
    }
}
