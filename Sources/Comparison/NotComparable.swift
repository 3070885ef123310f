/// Why something cannot be said of several runs.
public struct NotComparable: Error, Equatable, Sendable {
    /// Stable name for machines: `few_common_returns`.
    public let code: String
    /// In lower case, without a full stop.
    public let reason: String

    static let notTwoRuns = NotComparable(code: "not_two_runs", reason: "the test is for two runs")
    static let shortSpan = NotComparable(code: "short", reason: "the common span is shorter than 90 days")
    static let noVariation = NotComparable(code: "constant", reason: "the returns of a run do not vary")
    static let sameReturns = NotComparable(code: "same_returns", reason: "the runs have the same returns")
    static let inStep = NotComparable(
        code: "in_step", reason: "the returns move in step: their difference leaves no error")

    static func fewReturns(_ least: Int, _ count: Int) -> NotComparable {
        NotComparable(
            code: "few_common_returns", reason: "fewer than \(least) returns in common: there are \(count)")
    }
}
