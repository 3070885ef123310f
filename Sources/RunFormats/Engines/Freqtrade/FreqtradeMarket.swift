import RunModel
import Series

/// The market that a backtest of freqtrade traded in: the mean of the closes of its pairs.
///
/// A row stands at the open of the candle whose close it has, and is that of the moment at which the candle ends.
struct FreqtradeMarket {
    private let candles: FreqtradeCandles

    /// Nil, with a note, where a table is none.
    init?(_ file: TableFile) {
        guard let candles = FreqtradeCandles(file, "mean"), candles.points.count > 1,
            candles.points.allSatisfy({ $0.value > 0 })
        else {
            file.log.note("\(file.name) has no column 'mean' with prices above 0, and was not used.")
            return nil
        }
        self.candles = candles
    }

    /// At the end of each candle, the first close at its beginning too: growth then is what freqtrade calls the market's change.
    func byCandle() -> RawSeries {
        var points = [candles.points[0]]
        for (point, next) in zip(candles.points, candles.points.dropFirst()) {
            points.append(.init(moment: next.moment, value: point.value, line: point.line))
        }
        if let last = candles.points.last {
            points.append(.init(moment: last.moment + candles.step, value: last.value, line: last.line))
        }
        return candles.series(points, "mean")
    }

    /// The last close of each day in UTC under its date, and the first of all under the date before.
    func byDay() -> RawSeries {
        var days = [(day: Int, point: FreqtradeCandles.Point)]()
        for point in candles.points {
            let day = Timestamp(milliseconds: point.moment).date.day
            if days.last?.day == day { days[days.count - 1].point = point } else { days.append((day, point)) }
        }
        let first = candles.points[0]
        let all = [((days.first?.day ?? 0) - 1, first)] + days
        return candles.series(
            all.map { .init(moment: Int64($0.0) * Timestamp.day, value: $0.1.value, line: $0.1.line) }, "mean")
    }

    /// What the market is called: the pair, or how many there were.
    static func name(_ result: FreqtradeResult) -> String {
        guard case .array(let pairs)? = result["pairlist"] else { return "mean price of the pairs" }
        if pairs.count == 1, case .string(let pair) = pairs[0] { return pair }
        return "mean price of \(pairs.count) pairs"
    }
}
