import RunModel
import Series

/// The regime of every return of the daily view.
struct RegimeLabelling: Statistic {
    /// Days of the volatility that thirds are made of.
    static let window = 21

    /// Names in the order of their first return; low to high for volatility.
    let names: [String]
    /// Per return the place of its regime's name; nil where none is known.
    let places: [Int?]
    /// How they were found.
    let source: String

    /// Throws where nobody gives regimes.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        switch context.run.regimes {
        case nil: throw .noRegimes
        case .labels(let labels): self.init(labels, of: context.daily)
        case .volatility: try self.init(volatilityOf: context.daily)
        }
        guard places.contains(where: { $0 != nil }) else { throw .regimesElsewhere }
    }

    /// The label at or before each return's moment; a label dated with a day is that day's.
    private init(_ labels: RegimeLabels, of daily: ReturnHistory) {
        var (names, known, places) = ([String](), [String: Int](), [Int?]())
        var next = 0
        for index in daily.returns.indices {
            let moment = daily.timestamps[index]
            while next < labels.timestamps.count, labels.timestamps[next] <= moment { next += 1 }
            guard next > 0 else { places.append(nil); continue }
            let label = labels.labels[next - 1]
            if known[label] == nil {
                known[label] = names.count
                names.append(label)
            }
            places.append(known[label])
        }
        (self.names, self.places, source) = (names, places, "given by \(labels.file)")
    }

    /// Thirds of the deviation of the days before each return, cut over the whole run.
    private init(volatilityOf daily: ReturnHistory) throws(Unavailable) {
        let (window, returns) = (Self.window, daily.returns)
        guard returns.count >= 2 * window else { throw .fewerThan(2 * window, "returns") }
        let spreads = MovingWindow.statistics(returns, returns, window: window, of: SpreadWindow.self).map(\.deviation)
        // The last window has no return behind it.
        let known = Array(spreads.dropLast())
        let sorted = AscendingOrder.sorted(known)
        guard let low = Quantile.of(sorted: sorted.span, at: 1.0 / 3),
            let high = Quantile.of(sorted: sorted.span, at: 2.0 / 3),
            low < high
        else { throw .constant }
        names = ["low volatility", "middle volatility", "high volatility"]
        places =
            [Int?](repeating: nil, count: window) + known.map { $0 <= low ? 0 : $0 <= high ? 1 : 2 }
        source = "thirds of the volatility of the \(window) returns before"
    }
}

extension Unavailable {
    /// A run without regimes.
    public static let noRegimes = Unavailable("no_regimes", "no regimes are given")
    static let regimesElsewhere = Unavailable("regimes_elsewhere", "no regime is in force during the run")
}
