import Series

/// Value at risk as it could have been forecast for each observation: the historical VaR of the window before it.
struct RollingTail: Statistic {
    /// How many observations a forecast looks back on.
    let window: Int
    /// The observations that have a forecast: those after the first window.
    let timestamps: TimeAxis
    /// r of these observations.
    let returns: [Double]
    /// The forecasts at 95 %.
    let var95: [Double]
    /// The forecasts at 99 %; empty where the window is shorter than a hundred.
    let var99: [Double]

    /// Throws where no observation lies behind a whole window. n·log(window) time.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        let daily = context.daily
        let window = Self.window(context.cadence)
        guard daily.count > window else {
            throw .fewerThan(window + 1, context.isIntraday ? "days" : "returns")
        }
        var sorted = SortedWindow(daily.returns.prefix(window))
        var (low, high) = ([Double](), [Double]())
        for index in window..<daily.count {
            low.append(sorted.quantile(0.05))
            if window >= 100 { high.append(sorted.quantile(0.01)) }
            sorted.replace(daily.returns[index - window], with: daily.returns[index])
        }
        self.window = window
        timestamps = daily.timestamps.part(window..<daily.count)
        returns = Array(daily.returns[window...])
        (var95, var99) = (low, high)
    }

    /// A year of sessions, two of weeks, five of months, ten of quarters and years.
    static func window(_ cadence: Cadence) -> Int {
        switch cadence {
        case .minute, .hourly, .daily, .irregular: 252
        case .weekly: 104
        case .monthly: 60
        case .quarterly, .yearly: 40
        }
    }
}

/// The values of a moving window in ascending order.
struct SortedWindow {
    private var values: [Double]

    /// The first window, at least one value.
    init(_ window: ArraySlice<Double>) { values = window.sorted() }

    /// A quantile by linear interpolation.
    func quantile(_ share: Double) -> Double { Quantile.of(sorted: values.span, at: share) ?? 0 }

    /// Takes one value out, which must be there, and another one in.
    mutating func replace(_ old: Double, with new: Double) {
        var place = Self.place(of: old, in: values.span)
        var window = values.mutableSpan
        while place + 1 < window.count, window[place + 1] < new {
            window[place] = window[place + 1]
            place += 1
        }
        while place > 0, window[place - 1] > new {
            window[place] = window[place - 1]
            place -= 1
        }
        window[place] = new
    }

    /// The first place whose value is not below another. Halves without a jump, which could not be predicted.
    private static func place(of value: Double, in window: Span<Double>) -> Int {
        var (place, length) = (0, window.count)
        while length > 1 {
            let half = length / 2
            place += window[place + half - 1] < value ? half : 0
            length -= half
        }
        return place
    }
}
