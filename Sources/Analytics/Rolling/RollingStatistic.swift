import Series

/// A statistic over rolling windows of the daily view, by the conventions of the number of the whole run.
///
/// To add one, write a static member in a file of its own and name it in ``all``.
public struct RollingStatistic: Sendable {
    /// Its part of the names of series and figures: `sharpe`.
    public let key: String
    /// The metric of the whole run that it is over each window.
    public let metric: MetricKey
    /// Within a sentence: `Sharpe ratio`.
    public let name: String
    /// In what its values are given.
    public let unit: MetricDeclaration.Unit
    /// Decimals when shown (of the percent, for fractions).
    public let places: Int
    /// The value that separates good from bad; nil where there is none.
    public let reference: Double?
    /// The values of every window, or why the run has none.
    let values: @Sendable (RollingWindow) throws(Unavailable) -> RollingValues

    /// Every statistic, in the order of pages and files.
    public static let all = [volatility, sharpe, sortino, beta, correlation, alpha]
}

extension RollingStatistic: Hashable {
    /// Statistics are the same where their keys are.
    public static func == (left: RollingStatistic, right: RollingStatistic) -> Bool { left.key == right.key }

    /// Hashes the key.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// One value for each full window. A window in which a statistic has no value (nothing varies, nothing lies below the
/// target) has a value that is not finite.
struct RollingValues {
    /// The last moment of each window.
    let timestamps: TimeAxis
    let values: [Double]
}

/// What rolling statistics of one window length share.
final class RollingWindow {
    let context: MetricContext
    /// Observations per window.
    let size: Int
    /// Mean and spread of every window.
    private(set) lazy var spreads = WindowSpreads(context, window: size)
    /// Covariance with the benchmark in every window, or why there is none.
    private(set) lazy var pairs = Result { () throws(Unavailable) in try PairWindows(context, size: size) }

    init(_ context: MetricContext, size: Int) {
        self.context = context
        self.size = size
    }

    /// Values of windows that end with some of these moments.
    func values(_ values: [Double], endingAt timestamps: TimeAxis) -> RollingValues {
        let first = min(size - 1, timestamps.count)
        return RollingValues(timestamps: timestamps.part(first..<timestamps.count), values: values)
    }

    /// Values of windows of the daily view.
    func daily(_ values: [Double]) -> RollingValues { self.values(values, endingAt: context.daily.timestamps) }
}
