import Series

/// Statistics of the run beside its benchmark, over windows of common moments.
extension RollingStatistic {
    /// Slope of the regression on the benchmark.
    public static let beta = ofPairs(
        "beta", .beta, "beta", .ratio, places: 2, reference: 1
    ) { window, _ in window.products / window.squares }

    /// Pearson correlation with the benchmark.
    public static let correlation = ofPairs(
        "correlation", .correlation, "correlation", .ratio, places: 2, reference: 0
    ) { window, _ in window.products / (window.squares * window.squaresY).squareRoot() }

    /// Intercept of the regression on the benchmark, per year.
    public static let alpha = ofPairs(
        "alpha", .alpha, "alpha", .fractionPerYear, places: 1, reference: 0
    ) { window, periods in (window.meanY - window.products / window.squares * window.meanX) * periods }

    /// A statistic of the columns that the regression sees: x is the benchmark, y the run. Linear time.
    ///
    /// Not a number where the benchmark does not vary within a window, nor, for the correlation, the run.
    private static func ofPairs(
        _ key: String, _ metric: MetricKey, _ name: String, _ unit: MetricDeclaration.Unit, places: Int,
        reference: Double, _ value: @escaping @Sendable (PairWindow, Double) -> Double
    ) -> RollingStatistic {
        RollingStatistic(
            key: key, metric: metric, name: name, unit: unit, places: places, reference: reference
        ) { (window) throws(Unavailable) in
            let context = window.context
            let pairs = try context(BenchmarkComparison.self)
            let periods = pairs.periodsPerYear
            let isAlpha = metric == .alpha
            if isAlpha, context.conventions.alpha == .compoundedMeans { throw .alphaOfWholeRun }
            let isCompounded = isAlpha && context.conventions.alpha == .compounded
            let windows = try window.pairs.get()
            let flat = metric == .correlation ? windows.flatEither : windows.flatBenchmark
            let values = windows.windows.indices.map { index -> Double in
                if flat?[index] == true { return .nan }
                guard isCompounded else { return value(windows.windows[index], periods) }
                return PeriodicRate.spanning(value(windows.windows[index], 1), periods: periods)
            }
            return window.values(values, endingAt: pairs.timestamps)
        }
    }
}

extension Unavailable {
    /// An alpha that is made of the whole run's growth has no value of windows.
    static let alphaOfWholeRun = Unavailable("alpha_of_whole_run", "the profile's alpha is of the whole run")
}
