import Series

/// What is left of a run without its best days, its worst days, and its best trades: how much hangs on few of them.
public struct LuckSection: Statistic {
    /// The run without so many of its days or trades.
    public struct Row: Sendable {
        /// How many are left out; 0 for the run as it was.
        public let left: Int
        /// Total return without the best days.
        public let withoutBest: MetricValue
        /// CAGR without the best days; the years stay.
        public let growthWithoutBest: MetricValue
        /// Sharpe ratio without the best days.
        public let sharpeWithoutBest: MetricValue
        /// Total return without the worst days.
        public let withoutWorst: MetricValue
        /// P&L of the closed trades without the most profitable ones.
        public let profitWithoutBest: MetricValue
    }

    /// How many are left out.
    public static let counts = [1, 5, 10, 20]

    /// The run as it was, then by ``counts``.
    public let rows: [Row]

    /// The section of a context. n·log(n) time.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        let profits = (context.run.trades ?? []).filter { !$0.isOpen }.map(\.profit).sorted(by: >)
        rows = ([0] + Self.counts).map { count in
            let trimmed = TrimmedReturns(context, count: count)
            return Row(
                left: count, withoutBest: trimmed.value { r throws(Unavailable) in r.total(try r.withoutBest()) },
                growthWithoutBest: trimmed.value { r throws(Unavailable) in try r.annual(context) },
                sharpeWithoutBest: trimmed.value { r throws(Unavailable) in try r.sharpe(context) },
                withoutWorst: trimmed.value { r throws(Unavailable) in r.total(try r.withoutWorst()) },
                profitWithoutBest: Self.profit(profits, count, hasTrades: context.run.trades != nil))
        }
    }

    private static func profit(_ descending: [Double], _ count: Int, hasTrades: Bool) -> MetricValue {
        guard hasTrades else { return .absent(.noTradeRecord) }
        do throws(Unavailable) {
            return .finite(try BestTrades.profit(of: descending, without: count), else: .notFinite)
        } catch { return .absent(error) }
    }

    /// The row that leaves out so many.
    public subscript(count: Int) -> Row? { rows.first { $0.left == count } }
}

/// The daily view without some of its highest or lowest returns.
struct TrimmedReturns {
    private let count: Int
    private let order: [Int]
    private let daily: ReturnHistory

    /// Leaves out so many; equals in time order.
    init(_ context: MetricContext, count: Int) {
        self.count = count
        daily = context.daily
        order = context(ReturnOrder.self).ascending
    }

    /// The places that are kept where the best days above zero are left out; throws where no other is left.
    func withoutBest() throws(Unavailable) -> ArraySlice<Int> {
        guard order.count > count else { throw .fewerThan(count + 1, "returns") }
        return order.dropLast(order.suffix(count).count { daily.returns[$0] > 0 })
    }

    /// The places that are kept where the worst days below zero are left out; throws where no other is left.
    func withoutWorst() throws(Unavailable) -> ArraySlice<Int> {
        guard order.count > count else { throw .fewerThan(count + 1, "returns") }
        return order.dropFirst(order.prefix(count).count { daily.returns[$0] < 0 })
    }

    /// A number of what is kept, or why there is none.
    func value(_ number: (TrimmedReturns) throws(Unavailable) -> Double) -> MetricValue {
        do throws(Unavailable) { return .finite(try number(self), else: .notFinite) } catch { return .absent(error) }
    }

    /// ∏(1+r) − 1 of what is kept.
    func total(_ kept: ArraySlice<Int>) -> Double { kept.reduce(1) { $0 * (1 + daily.returns[$1]) } - 1 }

    /// Growth per year without the best days, over the years of the run.
    func annual(_ context: MetricContext) throws(Unavailable) -> Double {
        try context.requireWholeYear()
        return try AnnualGrowth.rate(of: 1 + total(withoutBest()), over: AnnualGrowth.years(context))
    }

    /// mean(e)/s(e)·√A without the best days.
    func sharpe(_ context: MetricContext) throws(Unavailable) -> Double {
        _ = try context(SharpeRatio.self)
        let places = try withoutBest()
        guard places.count > 1 else { throw .fewerThan(count + 2, "returns") }
        let kept = places.map { daily.returns[$0] - daily.riskFree[$0] }
        let moments = Moments(kept, within: Rounding(ofReturns: kept))
        guard !moments.isConstant, let deviation = moments.sampleDeviation, deviation > 0 else { throw .constant }
        return moments.mean / deviation * daily.periodsPerYear.squareRoot()
    }
}

/// Places of the daily view's returns, the lowest first, equals in time order. n·log(n) time.
private struct ReturnOrder: Statistic {
    let ascending: [Int]

    init(_ context: MetricContext) {
        ascending = AscendingOrder.places(of: context.daily.returns)
    }
}

extension MetricDefinition {
    /// The total return without the best and without the worst days.
    static let luck =
        LuckSection.counts.map { without($0, best: true) } + LuckSection.counts.map { without($0, best: false) }

    private static func without(_ count: Int, best: Bool) -> MetricDefinition {
        let word = best ? "best" : "worst"
        let days = count == 1 ? "\(word) day" : "\(count) \(word) days"
        return MetricDefinition(
            MetricDeclaration(
                key: MetricKey("total_return_without_\(word)_\(count)"), name: "Total return without the \(days)",
                group: .validity, unit: .fraction, places: 1, better: .higher,
                summary: "What the run would have earned without its \(days).",
                formula: "∏(1+r) − 1 without the " + (count == 1 ? "" : "\(count) ")
                    + (best ? "highest r > 0" : "lowest r < 0"),
                edgeCases:
                    "Of the daily view. Where fewer are \(best ? "above" : "below") zero, all of these are left out. No more "
                    + "returns than are asked for: n/a.",
                appliesToBenchmark: true, hasOwnTable: true, methodVersion: 2),
            inputs: { $0.text.dailyReturns },
            compute: { context throws(Unavailable) in
                try context.requireReturns()
                let trimmed = TrimmedReturns(context, count: count)
                return trimmed.total(try best ? trimmed.withoutBest() : trimmed.withoutWorst())
            })
    }
}

extension Analysis {
    /// What is left of the run without its best days and trades; throws where it has no return.
    public var luck: LuckSection { get throws(Unavailable) { try context(LuckSection.self) } }
}
