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
    /// Timestamps of the wealth series.
    let timestamps: TimeAxis
    private let wealth: LevelColumn
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
    init(wealth: LevelColumn, timestamps: TimeAxis) {
        (self.timestamps, self.wealth) = (timestamps, wealth)
        observations = max(0, wealth.count - 1)
        var (sum, squares) = (StableSum(), StableSum())
        var under = 0
        spans = Self.walk(wealth) { _, value in
            under += 1
            sum.add(value)
            squares.add(value * value)
        }
        (underwaterCount, self.sum, self.squares) = (under, sum.value, squares.value)
    }

    /// Walks a wealth series once.
    init(wealth: [Double], timestamps: TimeAxis) { self.init(wealth: LevelColumn(wealth), timestamps: timestamps) }

    /// W/max(W) − 1 at every point, zero or negative; found anew whenever it is asked for, because it is as long as the run.
    var values: [Double] {
        var values = [Double](repeating: 0, count: wealth.count)
        _ = Self.walk(wealth) { index, value in values[index] = value }
        return values
    }

    /// The drawdowns of a context. Linear time.
    init(_ context: MetricContext) {
        let levels = context(GrowthLevels.self)
        self.init(wealth: levels.values, timestamps: levels.timestamps)
    }

    /// The declines; `note` takes the places below their peak in order, each with its value.
    private static func walk(_ wealth: LevelColumn, _ note: (Int, Double) -> Void) -> [DrawdownSpan] {
        var spans = [DrawdownSpan]()
        guard var peak = wealth.first else { return spans }
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
                note(index, decline)
                if decline < depth { (depth, valley) = (decline, index) }
            }
        }
        if depth < 0 { spans.append(DrawdownSpan(peak: peakIndex, valley: valley, recovery: nil, depth: depth)) }
        return spans
    }

    /// The drawdowns of a run that has a return.
    func observed() throws(Unavailable) -> Drawdowns {
        guard observations > 0 else { throw .noReturns }
        return self
    }

    /// The drawdowns of a run that had one.
    func declines() throws(Unavailable) -> Drawdowns {
        guard try !observed().spans.isEmpty else { throw .noDrawdown }
        return self
    }

    /// |max drawdown|, above zero.
    func deepest() throws(Unavailable) -> Double { -(try declines().maximum) }

    /// The lowest value of the series, 0 without a decline.
    var maximum: Double { spans.map(\.depth).min() ?? 0 }

    /// How long a decline lasted, unfinished ones counted to the end. Constant time.
    func length(of span: DrawdownSpan, _ convention: DrawdownLength) -> Int {
        let end = span.recovery ?? timestamps.count - 1
        switch convention {
        case .peakToRecovery: return timestamps[end].date.day - timestamps[span.peak].date.day
        case .underwaterInclusive:
            let last = span.recovery.map { $0 - 1 } ?? end
            return timestamps[last].date.day - timestamps[min(span.peak + 1, last)].date.day + 1
        case .weekdaysInclusive:
            return Self.weekdays(before: timestamps[end].date.day + 1)
                - Self.weekdays(before: timestamps[span.peak].date.day)
        case .observations: return end - span.peak
        }
    }

    /// How many days from Monday to Friday lie before a day, counted from a Monday far back.
    private static func weekdays(before day: Int) -> Int {
        let distance = day - monday
        let (weeks, rest) = (distance / 7, distance % 7)
        return weeks * 5 + min(rest, 5)
    }

    /// A Monday before every date that a run can have.
    private static let monday: Int = {
        let day = CalendarDate(year: 1, month: 1, day: 1)?.day ?? 0
        return day - CalendarDate(day: day).weekday
    }()

    /// Calendar days of a recovery; nil while unfinished.
    func recoveryDays(_ span: DrawdownSpan, from start: RecoveryStart) -> Int? {
        span.recovery.map { timestamps[$0].date.day - timestamps[start == .valley ? span.valley : span.peak].date.day }
    }

}
