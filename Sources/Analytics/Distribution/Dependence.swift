import Glibc
import Series

/// How the returns that ratios are made of depend on their own past; throws where they are few or do not vary.
struct ReturnDependence: Statistic {
    let autocorrelation: Autocorrelation
    let count: Int

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(3)
        try context.requireVariation()
        guard let own = Autocorrelation(context.view.returns) else { throw .constant }
        (autocorrelation, count) = (own, context.view.count)
    }

    /// How many lags are tested: ten, and no more than a fifth of the observations.
    var testedLags: Int { min(10, count / 5) }
}

extension MetricKey {
    /// Autocorrelation, one lag.
    public static let autocorrelation1 = MetricKey("autocorrelation_1")
    /// p-value of no autocorrelation.
    public static let ljungBoxP = MetricKey("ljung_box_p")
    /// Hurst exponent.
    public static let hurst = MetricKey("hurst")
}

extension MetricDefinition {
    static let autocorrelation1 = MetricDefinition(
        MetricDeclaration(
            key: .autocorrelation1, name: "Autocorrelation, one lag", group: .risk, unit: .ratio, places: 2,
            better: .neither,
            summary: "How much a return says about the next one: below zero they reverse, above zero they go on.",
            formula: "Σ(r_t − mean)(r_{t−1} − mean)/Σ(r − mean)²",
            edgeCases:
                "−1…1, of the daily view. Smoothed prices make it large. n < 3 and returns that do not vary: n/a.",
            peers: "pandas' autocorr takes the means of both columns apart.",
            source: "Box and Jenkins (1976), Time Series Analysis.", appliesToBenchmark: true),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in try context(ReturnDependence.self).autocorrelation.lag(1) })

    static let ljungBoxP = MetricDefinition(
        MetricDeclaration(
            key: .ljungBoxP, name: "p-value of no autocorrelation", group: .risk, unit: .probability, places: 3,
            better: .neither,
            summary:
                "How often returns that do not depend on each other would look as dependent as these: Ljung–Box test.",
            formula: "P(χ²_h > n(n+2)·Σ ρ_k²/(n−k)), h = min(10, n/5) lags",
            edgeCases:
                "Near zero: volatility scaled by √A is not to be trusted. Of the daily view. n < 20 and returns that do not "
                + "vary: n/a.",
            peers: "PerformanceAnalytics takes six lags.",
            source: "Ljung and Box (1978), On a Measure of Lack of Fit in Time Series Models.",
            appliesToBenchmark: true),
        inputs: { context in
            let lags = (try? context(ReturnDependence.self))?.testedLags
            return (lags.map { ["h = \($0)"] } ?? []) + context.text.dailyReturns
        },
        compute: { context throws(Unavailable) in
            try context.requireReturns(20)
            let dependence = try context(ReturnDependence.self)
            guard dependence.count >= 20 else { throw .fewerThan(20, "returns") }
            let lags = dependence.testedLags
            return ChiSquareDistribution.upperTail(
                dependence.autocorrelation.ljungBox(lags: lags), freedom: lags)
        })

    static let hurst = MetricDefinition(
        MetricDeclaration(
            key: .hurst, name: "Hurst exponent", group: .risk, unit: .ratio, places: 2, better: .neither,
            summary: "Whether returns trend: 0.5 for independent ones, above for trending, below for reverting.",
            formula: "0.5 + slope of ln(R/S) − ln(E[R/S]) on ln(length), lengths 8, 16, 32 … n/2",
            edgeCases:
                "R/S is the mean over blocks of the range of the summed deviations over s; its expectation for independent "
                + "returns is Anis and Lloyd's, with Peters' factor. Of the daily view. n < 64 and returns that do not "
                + "vary: n/a.",
            peers: "PerformanceAnalytics takes ln((max(r) − min(r))/s)/ln(n), which is of the extremes.",
            source: "Mandelbrot and Wallis (1969); Anis and Lloyd (1976); Peters (1994), Fractal Market Analysis.",
            appliesToBenchmark: true),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            try context.requireReturns(64)
            try context.requireVariation()
            guard let value = RescaledRange.hurst(context.view.returns) else { throw .constant }
            return value
        })
}

/// Hurst's rescaled range.
enum RescaledRange {
    /// The exponent; nil for fewer than 64 values, or blocks that do not vary. n·log(n) time.
    static func hurst(_ values: [Double]) -> Double? {
        var (x, y) = ([Double](), [Double]())
        var length = 8
        while length * 2 <= values.count {
            guard let ratio = mean(values, length: length), ratio > 0 else { return nil }
            x.append(log(Double(length)))
            y.append(log(ratio) - log(expected(length)))
            length *= 2
        }
        guard x.count > 2 else { return nil }
        return LinearFit(x.span, y.span).map { $0.slope + 0.5 }
    }

    /// The mean of R/S over the whole blocks of a length that vary.
    private static func mean(_ values: [Double], length: Int) -> Double? {
        var (sum, count) = (StableSum(), 0)
        for start in stride(from: 0, through: values.count - length, by: length) {
            guard let ratio = ratio(values, start..<(start + length)) else { continue }
            sum.add(ratio)
            count += 1
        }
        return count > 0 ? sum.value / Double(count) : nil
    }

    private static func ratio(_ values: [Double], _ block: Range<Int>) -> Double? {
        let part = MeanAndVariance(values.span.extracting(block))
        guard let deviation = part.sampleDeviation, deviation > 0 else { return nil }
        var (sum, low, high) = (0.0, Double.infinity, -Double.infinity)
        for index in block {
            sum += values[index] - part.mean
            (low, high) = (min(low, sum), max(high, sum))
        }
        return (high - low) / deviation
    }

    /// E[R/S] of independent values: Anis and Lloyd's, with Peters' factor.
    private static func expected(_ length: Int) -> Double {
        let count = Double(length)
        var sum = StableSum()
        for place in 1..<length { sum.add(((count - Double(place)) / Double(place)).squareRoot()) }
        let gamma =
            length <= 340
            ? exp(LogGamma.of((count - 1) / 2) - LogGamma.of(count / 2)) / Double.pi.squareRoot()
            : 1 / (count * Double.pi / 2).squareRoot()
        return (count - 0.5) / count * gamma * sum.value
    }
}
