import Series

/// How a column depends on its own past.
struct Autocorrelation: Sendable {
    /// x − mean.
    private let centred: [Double]
    /// Σ(x − mean)².
    private let squares: Double

    /// The column's; nil where it does not vary.
    init?(_ values: [Double]) {
        guard values.count > 1 else { return nil }
        let mean = StableSum.of(values) / Double(values.count)
        centred = values.map { $0 - mean }
        squares = LeastSquares.dot(centred, centred)
        guard squares > 0 else { return nil }
    }

    /// ρ_k = Σ(x_t − mean)(x_{t−k} − mean)/Σ(x − mean)², the estimate of Box and Jenkins; 0 beyond the column. Linear time.
    func lag(_ distance: Int) -> Double {
        distance < centred.count ? LeastSquares.dot(centred, centred, apart: distance) / squares : 0
    }

    /// Ljung and Box's n(n+2)·Σ ρ_k²/(n−k) over the first lags.
    func ljungBox(lags: Int) -> Double {
        let count = Double(centred.count)
        var sum = StableSum()
        for distance in 1...max(1, lags) {
            let correlation = lag(distance)
            sum.add(correlation * correlation / (count - Double(distance)))
        }
        return count * (count + 2) * sum.value
    }
}
