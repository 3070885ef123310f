/// Causes that lie in the benchmark.
extension Unavailable {
    /// A run without a benchmark.
    public static let noBenchmark = Unavailable("no_benchmark", "no benchmark")

    static let noOverlap = Unavailable("no_overlap", "fewer than two periods in common with the benchmark")
    static let shortOverlap = Unavailable("short_overlap", "fewer than three periods in common with the benchmark")
    static let constantBenchmark = Unavailable("constant_benchmark", "the benchmark does not vary")
    static let sameAsBenchmark = Unavailable("same_as_benchmark", "does not differ from the benchmark")
    static let exactFit = Unavailable("exact_fit", "the fit leaves no residual")
    static let noPositiveBeta = Unavailable("beta_not_positive", "beta is not above zero")
    static let noUpPeriod = Unavailable("benchmark_never_rose", "the benchmark never rose")
    static let noDownPeriod = Unavailable("benchmark_never_fell", "the benchmark never fell")
    static let noUpMonthOf = Unavailable("no_month_benchmark_rose", "the benchmark rose in no whole month")
    static let noDownMonthOf = Unavailable("no_month_benchmark_fell", "the benchmark fell in no whole month")

    /// A window that ends after the benchmark.
    static func benchmarkEnds(_ date: String) -> Unavailable {
        Unavailable("benchmark_ends", "the benchmark ends on \(date)")
    }
    /// A window that begins before the benchmark.
    static func benchmarkStarts(_ date: String) -> Unavailable {
        Unavailable("benchmark_starts", "the benchmark starts on \(date)")
    }
}
