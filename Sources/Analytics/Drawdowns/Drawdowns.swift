import Series

/// One decline by its places in the wealth series.
struct DrawdownSpan: Equatable, Sendable {
    /// The last point at the peak.
    let peak: Int
    /// The deepest point, the first of equals.
    let valley: Int
    /// The first point at the peak again; nil while unfinished.
    let recovery: Int?
    /// W/W_peak − 1 at the valley, negative.
    let depth: Double
}

/// Declines from the running peak of a wealth series.
struct Drawdowns: Statistic {
    /// Stamps of the wealth series.
    let stamps: [Timestamp]
    /// W/max(W) − 1 at every point, zero or negative.
    let values: [Double]
    /// Declines in time order.
    let spans: [DrawdownSpan]
    /// Observations after the first point.
    let observations: Int
    /// Points below their peak.
    let underwaterCount: Int
    /// Σ of the series.
    let sum: Double
    /// Σ of its squares.
    let squares: Double

    /// A level within this of the peak has reached it: products of returns do not come back to the last bit.
    private static let tolerance = 1e-12

    /// Walks a wealth series once.
    init(wealth: [Double], stamps: [Timestamp], baseline: DrawdownBaseline) {
        let skipped = baseline == .afterFirstReturn && wealth.count > 1 ? 1 : 0
        let wealth = skipped == 0 ? wealth : Array(wealth.dropFirst())
        self.stamps = skipped == 0 ? stamps : Array(stamps.dropFirst())
        (values, spans) = Self.walk(wealth)
        observations = max(0, wealth.count - 1 + skipped)
        var (sum, squares) = (StableSum(), StableSum())
        var under = 0
        for value in values where value < 0 {
            under += 1
            sum.add(value)
            squares.add(value * value)
        }
        (underwaterCount, self.sum, self.squares) = (under, sum.value, squares.value)
    }

    /// The drawdowns of a context. Linear time.
    init(_ context: MetricContext) {
        let levels = context(GrowthLevels.self)
        self.init(
            wealth: levels.values, stamps: levels.stamps, baseline: context.conventions.drawdownBaseline)
    }

    private static func walk(_ wealth: [Double]) -> ([Double], [DrawdownSpan]) {
        var values = [Double](repeating: 0, count: wealth.count)
        var spans = [DrawdownSpan]()
        guard var peak = wealth.first else { return (values, spans) }
        var (peakIndex, valley, depth) = (0, 0, 0.0)
        for index in wealth.indices {
            let level = wealth[index]
            let decline = level / peak - 1
            if decline > -tolerance {
                if depth < 0 {
                    spans.append(DrawdownSpan(peak: peakIndex, valley: valley, recovery: index, depth: depth))
                }
                (peakIndex, depth, peak) = (index, 0, max(peak, level))
            } else {
                values[index] = decline
                if decline < depth { (depth, valley) = (decline, index) }
            }
        }
        if depth < 0 { spans.append(DrawdownSpan(peak: peakIndex, valley: valley, recovery: nil, depth: depth)) }
        return (values, spans)
    }

    /// The lowest value of the series, 0 without a decline.
    var maximum: Double { spans.map(\.depth).min() ?? 0 }

    /// Calendar days of a decline, unfinished ones counted to the end.
    func days(_ span: DrawdownSpan, _ convention: DrawdownDays) -> Int {
        let end = span.recovery ?? stamps.count - 1
        switch convention {
        case .peakToRecovery: return stamps[end].date.day - stamps[span.peak].date.day
        case .underwaterInclusive:
            let last = span.recovery.map { $0 - 1 } ?? end
            return stamps[last].date.day - stamps[min(span.peak + 1, last)].date.day + 1
        }
    }

    /// Calendar days from valley to recovery; nil while unfinished.
    func recoveryDays(_ span: DrawdownSpan) -> Int? {
        span.recovery.map { stamps[$0].date.day - stamps[span.valley].date.day }
    }

}

extension MetricContext {
    /// Declines from the running peak.
    var drawdowns: Drawdowns { self(Drawdowns.self) }
}
