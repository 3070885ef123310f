import RunModel
import Series

/// Volumes and closes by day, of bars of any length.
struct DailyVolumes {
    var dates: [CalendarDate] = []
    var close: [Double] = []
    /// Sums of the known volumes up to each day.
    private var sums: [Double] = [0]
    /// How many days have one.
    private var counts: [Int] = [0]

    init(_ bars: PriceHistory.Bars) {
        var (volumes, known) = ([Double](), [Bool]())
        for index in bars.timestamps.indices {
            let date = bars.timestamps[index].date
            let volume = bars.volume?[index] ?? .nan
            if dates.last != date {
                dates.append(date)
                close.append(bars.close[index])
                volumes.append(0)
                known.append(false)
            }
            close[close.count - 1] = bars.close[index]
            guard volume.isFinite else { continue }
            volumes[volumes.count - 1] += volume
            known[known.count - 1] = true
        }
        for index in volumes.indices {
            sums.append(sums[index] + volumes[index])
            counts.append(counts[index] + (known[index] ? 1 : 0))
        }
    }

    /// The last day at or before a date.
    func place(of date: CalendarDate) -> Int? { dates.indexBeforePartition(where: { $0 > date }) }

    /// The mean of the known volumes of so many days that end with one; nil without any.
    func mean(_ place: Int, over window: Int) -> Double? {
        let first = max(0, place + 1 - window)
        let count = counts[place + 1] - counts[first]
        return count > 0 ? (sums[place + 1] - sums[first]) / Double(count) : nil
    }

    /// The sample deviation of the returns from close to close of so many days before one; nil where there are too few, or they
    /// do not vary.
    func deviation(before place: Int, over window: Int) -> Double? {
        let closes = close[max(0, place - window - 1)..<place]
        let returns = zip(closes.dropFirst(), closes).map { $0 / $1 - 1 }
        guard returns.count >= MarketImpact.fewestReturns, returns.allSatisfy(\.isFinite) else { return nil }
        let moments = MeanAndVariance(returns)
        return moments.sampleDeviation.flatMap { $0 > 0 ? $0 : nil }
    }
}
