/// Why runs cannot be compared at all: a fact, and what to do about it.
public struct ComparisonError: Error, Equatable, Sendable {
    /// Stable name for machines: `no_common_span`.
    public let code: String
    /// What is the case.
    public let fact: String
    /// What to do.
    public let remedy: String

    /// The command line was wrong, not the runs.
    public var isUsage: Bool { code == Self.oneRun.code }

    /// The form that commands print.
    public var message: String { fact + "; " + remedy }

    static let oneRun = ComparisonError(
        code: "one_run", fact: "a comparison needs two runs or more",
        remedy: "name another one, or use 'tearsheet report'")

    /// `spans` says of each run from when to when it is: `trend 2015-01-02 to 2020-12-31`.
    static func noCommonSpan(_ spans: [String]) -> ComparisonError {
        ComparisonError(
            code: "no_common_span", fact: "the runs have no time in common: " + spans.joined(separator: ", "),
            remedy: "compare runs that overlap")
    }

    static func noCommonMoments(_ names: [String]) -> ComparisonError {
        ComparisonError(
            code: "no_common_moments",
            fact: "there are not two moments at which all of \(names.joined(separator: ", ")) have a value",
            remedy: "compare runs that observe the same days, weeks or months")
    }
}
