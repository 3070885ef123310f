import RunFormats
import RunModel

extension FindingFixture {
    private static func lean(_ code: FindingCode, _ change: (inout LeanFixture) -> Void) -> FindingFixture {
        var fixture = LeanFixture()
        change(&fixture)
        return FindingFixture(code, .isRead, fixture.files)
    }

    /// Results of LEAN.
    static let lean: [FindingFixture] = [
        lean(.runFailed) { ($0.status, $0.runtimeError) = ("RuntimeError", "Division by zero Stack Trace: at x") },
        lean(.runUnfinished) { ($0.status, $0.hasStatistics, $0.trades) = ("Running", false, nil) },
        FindingFixture(
            .thinnedSeries, .isRead,
            [
                "x-summary.json": LeanFixture().text.replacing(
                    #/"orders": [\s\S]*?"statistics"/#, with: "\"statistics\"")
            ]),
        FindingFixture(
            .equityAtExits, .isRead, ["Fox_trades.csv": LeanFileTests.trades],
            options: RunOptions(initialCapital: 1000)),
        FindingFixture(
            .foreignFees, .isRead,
            LeanFixture().files.mapValues {
                $0.replacing(#""orderFeeCurrency": "USD""#, with: #""orderFeeCurrency": "EUR""#)
            }),
        lean(.benchmarkStandsStill) {
            $0 =
                $0.with(
                    equity: (0..<60).map { 1000 + Double($0 * 7 % 5) },
                    benchmark: (0..<60).map { 400 + Double(min($0, 30)) }
                ).idle
        },
    ]
}
