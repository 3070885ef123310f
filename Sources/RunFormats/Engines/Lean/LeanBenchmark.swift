import Series

/// The benchmark of a run of LEAN: prices at the moments of the samples.
///
/// Where LEAN has no data for it, its value is 0 or stays what it was; such stretches are no benchmark.
struct LeanBenchmark {
    /// What is wrong with it.
    enum Fault: Equatable {
        /// It never has a price, or never another one.
        case hasNoData
        /// It stops moving before the run ends, or begins to move after it has started.
        case standsStill(CalendarDate, CalendarDate)
    }

    /// Prices at the samples; NaN where there is none. Empty where there is no benchmark.
    private(set) var values = [Double]()
    private(set) var fault: Fault?

    /// Samples without a change that a closed market explains: a week with its weekends.
    private static let stillness = 10

    init(_ series: LeanSeries?, _ samples: LeanSamples) {
        guard let series else { return }
        values = series.values(at: samples.seconds).map { $0 > 0 ? $0 : .nan }
        let priced = values.indices.filter { !values[$0].isNaN }
        let moved = zip(priced, priced.dropFirst()).filter { values[$0] != values[$1] }.map(\.1)
        guard let first = moved.first, let last = moved.last else {
            (values, fault) = ([], .hasNoData)
            return
        }
        cut(first: first, last: last, samples.dates)
    }

    /// Leaves out the samples before it first moves and behind where it last does, where they are many.
    private mutating func cut(first: Int, last: Int, _ dates: [CalendarDate]) {
        let begins = values[..<first].count { !$0.isNaN } > Self.stillness ? first - 1 : 0
        let ends = values.count - 1 - last > Self.stillness ? last : values.count - 1
        guard begins > 0 || ends < values.count - 1 else { return }
        for index in values.indices where index < begins || index > ends { values[index] = .nan }
        fault = .standsStill(dates[begins], dates[ends])
    }
}
