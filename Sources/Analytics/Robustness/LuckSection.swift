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
                left: count, withoutBest: trimmed.value { r throws(Unavailable) in try r.total(\.withoutBest) },
                growthWithoutBest: trimmed.value { r throws(Unavailable) in try r.annual(context) },
                sharpeWithoutBest: trimmed.value { r throws(Unavailable) in try r.sharpe(context) },
                withoutWorst: trimmed.value { r throws(Unavailable) in try r.total(\.withoutWorst) },
                profitWithoutBest: Self.profit(profits, count, hasTrades: context.run.trades != nil))
        }
    }

    private static func profit(_ descending: [Double], _ count: Int, hasTrades: Bool) -> MetricValue {
        guard hasTrades else { return .absent(.noTradeRecord) }
        guard descending.count > count else { return .absent(.fewerThan(count + 1, "closed trades")) }
        return .finite(StableSum.of(Array(descending.dropFirst(count))), else: .notFinite)
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

    /// The places that are kept where the best days are left out.
    var withoutBest: ArraySlice<Int> { order.dropLast(count) }
    /// The places that are kept where the worst days are left out.
    var withoutWorst: ArraySlice<Int> { order.dropFirst(count) }

    /// A number of what is kept, or why there is none.
    func value(_ number: (TrimmedReturns) throws(Unavailable) -> Double) -> MetricValue {
        do throws(Unavailable) { return .finite(try number(self), else: .notFinite) } catch { return .absent(error) }
    }

    /// ∏(1+r) − 1 of what is kept, in time order.
    func total(_ kept: KeyPath<TrimmedReturns, ArraySlice<Int>>) throws(Unavailable) -> Double {
        let places = self[keyPath: kept]
        guard !places.isEmpty else { throw .fewerThan(count + 1, "returns") }
        return places.reduce(1) { $0 * (1 + daily.returns[$1]) } - 1
    }

    /// Growth per year without the best days, over the years of the run.
    func annual(_ context: MetricContext) throws(Unavailable) -> Double {
        try context.requireWholeYear()
        return try AnnualGrowth.rate(of: 1 + total(\.withoutBest), over: AnnualGrowth.years(context))
    }

    /// mean(e)/s(e)·√A without the best days.
    func sharpe(_ context: MetricContext) throws(Unavailable) -> Double {
        _ = try context(SharpeRatio.self)
        guard withoutBest.count > 1 else { throw .fewerThan(count + 2, "returns") }
        let kept = withoutBest.map { daily.returns[$0] - daily.riskFree[$0] }
        let moments = Moments(kept, within: Rounding(ofReturns: kept))
        guard !moments.isConstant, let deviation = moments.sampleDeviation, deviation > 0 else { throw .constant }
        return moments.mean / deviation * daily.periodsPerYear.squareRoot()
    }
}

/// Places of the daily view's returns, the lowest first, equals in time order. n·log(n) time.
private struct ReturnOrder: Statistic {
    let ascending: [Int]

    init(_ context: MetricContext) {
        let values = context.daily.returns
        ascending = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
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
                formula: "∏(1+r) − 1 without the \(count) \(best ? "highest" : "lowest") r",
                edgeCases: "Of the daily view; equal returns in time order. No more returns than are left out: n/a.",
                appliesToBenchmark: true, hasOwnTable: true),
            inputs: { $0.text.dailyReturns },
            compute: { context throws(Unavailable) in
                try context.requireReturns()
                return try TrimmedReturns(context, count: count).total(best ? \.withoutBest : \.withoutWorst)
            })
    }
}

extension Analysis {
    /// What is left of the run without its best days and trades; throws where it has no return.
    public var luck: LuckSection { get throws(Unavailable) { try context(LuckSection.self) } }
}
