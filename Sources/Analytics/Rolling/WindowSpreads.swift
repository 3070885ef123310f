import Glibc
import Series

/// Mean and spread of every window of a context's daily view, and the ratios made of them.
struct WindowSpreads {
    private let context: MetricContext
    private let daily: ReturnHistory
    private let window: Int
    private let excess: [Double]
    /// Of e = r − f.
    private let excessWindows: [SpreadWindow]
    /// Of r, where f is not the same in every period; its mean alone moves otherwise.
    private let plainWindows: [SpreadWindow]?
    /// Which windows do not vary; nil where all do.
    private let flat: [Bool]?
    private let root: Double
    private let annualRate: Double

    /// The windows of a context.
    init(_ context: MetricContext, window: Int) {
        self.context = context
        self.window = window
        daily = context.daily
        root = daily.periodsPerYear.squareRoot()
        annualRate = context.annualRiskFree
        excess = daily.riskFree.excess(of: daily.returns)
        excessWindows = MovingWindow.statistics(excess, excess, window: window, of: SpreadWindow.self)
        if case .column = daily.riskFree {
            plainWindows = MovingWindow.statistics(daily.returns, daily.returns, window: window, of: SpreadWindow.self)
        } else {
            plainWindows = nil
        }
        flat = MovingWindow.flat(
            daily.returns, window: window, squares: (plainWindows ?? excessWindows).map(\.squares),
            within: daily.rounding)
    }

    /// s(r)·√A; 0 in a window that does not vary.
    var volatility: [Double] {
        (plainWindows ?? excessWindows).enumerated().map { isFlat($0) ? 0 : $1.deviation * root }
    }

    /// The numerator of the convention over s(e)·√A.
    var sharpe: [Double] {
        excessWindows.indices.map { isFlat($0) ? .nan : numerator($0) / (excessWindows[$0].deviation * root) }
    }

    /// The numerator of the convention over the downside deviation of the convention, per year.
    var sortino: [Double] {
        let deviations = downsideDeviations
        guard context.conventions.downsideScale == .annual else {
            return excessWindows.indices.map { isFlat($0) ? .nan : excessWindows[$0].mean / deviations[$0] }
        }
        return excessWindows.indices.map { isFlat($0) ? .nan : numerator($0) / (deviations[$0] * root) }
    }

    private func isFlat(_ index: Int) -> Bool { flat?[index] == true }

    private func numerator(_ index: Int) -> Double {
        let mean = excessWindows[index].mean
        switch context.conventions.ratioNumerator {
        case .meanTimesPeriods: return mean * daily.periodsPerYear
        case .compoundedMean:
            let plain = plainWindows?[index].mean ?? mean + daily.riskFree[0]
            return expm1(log1p(plain) * daily.periodsPerYear) - annualRate
        }
    }

    private var downsideDeviations: [Double] {
        switch context.conventions.downside {
        case .allPeriods: excessWindows.map { ($0.downsideSquares / $0.count).squareRoot() }
        case .negativeDeviation:
            MovingWindow.statistics(daily.returns, daily.returns, window: window, of: NegativeWindow.self)
                .map(\.deviation)
        }
    }
}

/// Mean and spread of the values below zero of a window; y is not looked at.
private struct NegativeWindow: WindowStatistic {
    private var negatives = SpreadWindow()

    mutating func add(_ x: Double, _ y: Double, share: Double) {
        if x < 0 { negatives.add(x, y, share: 1 / (negatives.count + 1)) }
    }

    func joined(_ other: NegativeWindow) -> NegativeWindow {
        guard negatives.count > 0 else { return other }
        var both = self
        if other.negatives.count > 0 { both.negatives = negatives.joined(other.negatives) }
        return both
    }

    /// Sample standard deviation; NaN for fewer than two values below zero.
    var deviation: Double { negatives.count > 1 ? negatives.deviation : .nan }
}
