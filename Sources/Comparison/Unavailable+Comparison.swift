import Analytics

/// Why something cannot be said of several runs.
extension Unavailable {
    static let notTwoRuns = Unavailable(code: "not_two_runs", reason: "the test is for two runs")
    static let shortSpan = Unavailable(code: "short_span", reason: "the common span is shorter than 90 days")
    static let noVariation = Unavailable(code: "constant_returns", reason: "the returns of a run do not vary")
    static let sameReturns = Unavailable(code: "same_returns", reason: "the runs have the same returns")
    static let inStep = Unavailable(
        code: "in_step", reason: "the returns move in step: their difference leaves no error")

    static func fewCommonReturns(_ least: Int, _ count: Int) -> Unavailable {
        Unavailable(code: "few_common_returns", reason: "fewer than \(least) returns in common: there are \(count)")
    }
}
