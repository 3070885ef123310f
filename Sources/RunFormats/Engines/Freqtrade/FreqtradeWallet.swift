import RunModel
import Series

/// The account of a strategy as its wallet file has it: what all currencies in it were worth, at the open of each candle.
///
/// What is bought is in it at the candle's open, so the account moves while trades are open. In futures it has the stake
/// currency alone, moves only when a trade is closed, and says no more than the trades. The last row stands before the exits
/// at the end of the backtest.
struct FreqtradeWallet {
    let result: FreqtradeResult
    private let candles: FreqtradeCandles

    /// Nil, with a note, where a table is no wallet, or one that is not marked to market.
    init?(_ file: TableFile, result: FreqtradeResult) {
        guard let candles = FreqtradeCandles(file, "total_quote"), candles.points.count > 1 else {
            result.log.note("\(file.name) has no column 'total_quote' with two moments, and was not used.")
            return nil
        }
        (self.result, self.candles) = (result, candles)
        let currency = file.header.firstIndex(of: "currency")
        let currencies = currency.map { column in Set((1...file.count).map { file.table.trimmedText($0, column) }) }
        guard let currencies, currencies.count > 1 else {
            result.log.note("\(file.name) has one currency: it moves only when a trade is closed, and was not used.")
            return nil
        }
    }

    /// The wallet and then the engine's final balance.
    func series() -> RawSeries {
        var points = candles.points
        result.log.note(
            "Equity is the wallet of \(candles.file.name) at the open of each candle, with what is held at its price then."
        )
        if let last = points.last, let end = result.number("final_balance"), end.isFinite {
            let ended = result.moment("backtest_end")?.wall ?? last.moment
            let moment = ended > last.moment ? ended : last.moment + candles.step
            points.append(.init(moment: moment, value: end, line: last.line))
            result.log.note("The last value is 'final_balance' of \(result.file), behind the exits at the end.")
        }
        return candles.series(points, "total_quote")
    }
}
