import Series

/// The lower end of the returns over five neighbouring observations, overlapping, as they were observed.
struct FiveDayTail: Statistic {
    /// How many observations a return spans.
    static let days = 5

    /// Compounded returns, ascending; n − 4 of them.
    private let sorted: [Double]
    private let noun: String

    /// Throws where there are fewer than five returns. n·log(n) time.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(Self.days)
        let returns = context.daily.returns
        sorted = AscendingOrder.sorted(
            (0...(returns.count - Self.days)).map { start in
                returns[start..<(start + Self.days)].reduce(1) { $0 * (1 + $1) } - 1
            })
        noun = context.isIntraday ? "days" : "returns"
    }

    /// VaR or CVaR; throws where the spans are fewer than a tail needs: 100 for 99 %, 20 for 95 %.
    func value(_ number: TailNumber) throws(Unavailable) -> Double {
        let needed = number.level == 99 ? 100 : 20
        guard sorted.count >= needed else { throw .fewerThan(needed + Self.days - 1, noun) }
        guard let quantile = Quantile.of(sorted: sorted.span, at: number.share) else { throw .noReturns }
        return number.isShortfall ? TailMean.of(sorted.span, atOrBelow: quantile) : quantile
    }
}
