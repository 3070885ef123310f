import Series

/// A straight line through points by least squares, with what is needed to judge it.
struct LinearFit: Equatable, Sendable {
    /// Points.
    let count: Int
    /// a in y = a + b·x.
    let intercept: Double
    /// b.
    let slope: Double
    /// Pearson correlation of x and y; nil where y does not vary.
    let correlation: Double?
    /// Standard error of the intercept, from residuals with n − 2 degrees of freedom; nil for fewer than three points.
    let interceptError: Double?

    /// Fits y on x, with the same number added to every x and y; nil for fewer than two points or an x that does not vary.
    init?(_ x: Span<Double>, _ y: Span<Double>, movedBy distance: Double = 0) {
        guard let centred = CentredProducts(x, y), centred.squaresX > 0 else { return nil }
        count = x.count
        slope = centred.products / centred.squaresX
        let meanX = centred.meanX + distance
        intercept = centred.meanY + distance - slope * meanX
        correlation = centred.correlation
        guard count > 2 else { interceptError = nil; return }
        // Residuals are summed, not taken as the difference of two sums: that loses every digit where R² is near one.
        var residuals = StableSum()
        for index in x.indices {
            let residual = y[index] - centred.meanY - slope * (x[index] - centred.meanX)
            residuals.add(residual * residual)
        }
        let n = Double(x.count)
        let variance = residuals.value / (n - 2)
        interceptError = (variance * (1 / n + meanX * meanX / centred.squaresX)).squareRoot()
    }
}

/// Means of two columns and the sums of products about them.
private struct CentredProducts {
    let meanX: Double
    let meanY: Double
    /// Σ(x−mean)², exactly 0 where x does not vary.
    let squaresX: Double
    /// Σ(y−mean)², exactly 0 where y does not vary.
    let squaresY: Double
    /// Σ(x−mean)(y−mean).
    let products: Double

    init?(_ x: Span<Double>, _ y: Span<Double>) {
        guard x.count == y.count, x.count > 1 else { return nil }
        let n = Double(x.count)
        (meanX, meanY) = (StableSum.of(x) / n, StableSum.of(y) / n)
        var (squaresX, squaresY, products) = (StableSum(), StableSum(), StableSum())
        var (xVaries, yVaries) = (false, false)
        for index in x.indices {
            let (left, right) = (x[index] - meanX, y[index] - meanY)
            squaresX.add(left * left)
            squaresY.add(right * right)
            products.add(left * right)
            xVaries = xVaries || x[index] != x[0]
            yVaries = yVaries || y[index] != y[0]
        }
        self.squaresX = xVaries ? squaresX.value : 0
        self.squaresY = yVaries ? squaresY.value : 0
        self.products = xVaries && yVaries ? products.value : 0
    }

    var correlation: Double? {
        guard squaresX > 0, squaresY > 0 else { return nil }
        return min(1, max(-1, products / (squaresX.squareRoot() * squaresY.squareRoot())))
    }
}
