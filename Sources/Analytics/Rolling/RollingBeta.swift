import Series

extension RollingStatistic {
    /// Slope of the regression on the benchmark, over windows of common moments.
    public static let beta = RollingStatistic(
        key: "beta", metric: .beta, name: "beta", unit: .ratio, places: 2, reference: 1
    ) { (window) throws(Unavailable) in
        let context = window.context
        let pairs = try context(BenchmarkComparison.self)
        let rate = context.conventions.regressionReturns == .excess ? pairs.riskFree : .constant(0)
        return window.values(
            betas(
                rate.excess(of: pairs.returns), on: rate.excess(of: pairs.benchmark), window.size,
                within: pairs.benchmarkRounding), endingAt: pairs.timestamps)
    }

    /// Not a number where the benchmark does not vary within the window. Linear time.
    private static func betas(
        _ run: [Double], on benchmark: [Double], _ size: Int, within rounding: Rounding
    ) -> [Double] {
        let windows = MovingWindow.statistics(benchmark, run, window: size, of: PairWindow.self)
        let flat = MovingWindow.flat(benchmark, window: size, squares: windows.map(\.squares), within: rounding)
        return windows.indices.map { index in
            flat?[index] == true ? .nan : windows[index].products / windows[index].squares
        }
    }
}
