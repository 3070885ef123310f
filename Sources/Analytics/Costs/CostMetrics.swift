import Series

/// The run's growth with its fees given back, and with further costs taken off.
struct GrowthAtCosts: Statistic {
    /// Returns as the run has them, the finest.
    let returns: [Double]
    /// Fees of each period over the account's value before it.
    let feeShares: [Double]
    /// Value bought and sold in each period over the account's value before it.
    let tradedShares: [Double]
    /// What it is made of.
    let activity: TradingActivity

    init(_ context: MetricContext) throws(Unavailable) {
        activity = try context(TradingActivity.self)
        returns = context.history.returns
        feeShares = activity.overEquity(activity.fees, context.run)
        tradedShares = activity.overEquity(activity.traded, context.run)
    }

    /// Returns before fees.
    var gross: [Double] { returns.indices.map { returns[$0] + feeShares[$0] } }

    /// Returns where all that was bought or sold had cost so much more of its value.
    func returns(atCost cost: Double) -> [Double] { returns.indices.map { returns[$0] - cost * tradedShares[$0] } }

    /// ∏(1 + r) − 1; −1 where a period loses all.
    static func total(_ returns: [Double]) -> Double {
        var growth = 1.0
        for value in returns {
            growth *= max(0, 1 + value)
            if growth == 0 { break }
        }
        return growth - 1
    }

    /// The cost at which nothing would have been earned; throws where nothing was, or nothing was traded.
    func breakEven() throws(Unavailable) -> Double {
        guard activity.totalTraded > 0 else { throw .noTrade }
        guard Self.total(returns) > 0 else { throw .nothingEarned }
        // Costs move the periods with a trade alone.
        let busy = returns.indices.filter { tradedShares[$0] > 0 }
        let still = 1 + Self.total(returns.indices.filter { tradedShares[$0] == 0 }.map { returns[$0] })
        func isEarned(_ cost: Double) -> Bool {
            still * (1 + Self.total(busy.map { returns[$0] - cost * tradedShares[$0] })) > 1
        }
        var (low, high) = (0.0, 0.001)
        while isEarned(high) {
            (low, high) = (high, high * 2)
            guard high < 1e6 else { throw .noTrade }
        }
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if isEarned(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

extension MetricKey {
    /// Commission in all.
    public static let totalCommission = MetricKey("total_commission")
    /// Return before fees.
    public static let grossReturn = MetricKey("gross_return")
    /// Return after fees.
    public static let netReturn = MetricKey("net_return")
    /// Cost drag, a year.
    public static let costDrag = MetricKey("cost_drag")
    /// Break-even cost, basis points.
    public static let breakEvenCost = MetricKey("break_even_cost_bps")
}

extension MetricDefinition {
    static let totalCommission = cost(
        .totalCommission, "Commission in all", .money, places: 2, .lower,
        "Fees of everything that was bought and sold, positive.", "Σ fees",
        "Rebates are taken off. Never traded: 0."
    ) { context throws(Unavailable) in try context(RecordedFees.self).total }

    static let grossReturn = cost(
        .grossReturn, "Return before fees", .fraction, places: 1, .higher,
        "Total return with the fees of every period given back.", "∏(1 + r + fees/E) − 1",
        "E is the account's value before the period. Slippage that prices hold is not given back."
    ) { context throws(Unavailable) in GrowthAtCosts.total(try context(GrowthAtCosts.self).gross) }

    static let netReturn = cost(
        .netReturn, "Return after fees", .fraction, places: 1, .higher, "Total return, as the account had it.",
        "∏(1 + r) − 1", "The metric `total_return`, where trades are recorded to compare it with."
    ) { context throws(Unavailable) in
        _ = try context(TradingActivity.self)
        return try context(TotalReturn.self).value
    }

    static let costDrag = cost(
        .costDrag, "Cost drag, a year", .fractionPerYear, places: 2, .lower,
        "By how much fees lowered the growth per year.", "CAGR of 1 + r + fees/E − CAGR",
        "Spans under a year, a total loss: n/a.", decidedBy: ConventionField.ofGrowth
    ) { context throws(Unavailable) in
        let gross = GrowthAtCosts.total(try context(GrowthAtCosts.self).gross)
        let net = try context(AnnualGrowth.self).value
        return try AnnualGrowth.rate(of: 1 + gross, over: AnnualGrowth.years(context)) - net
    }

    static let breakEvenCost = cost(
        .breakEvenCost, "Break-even cost, basis points", .ratio, places: 1, .higher,
        "How much more everything bought or sold could have cost, in hundredths of a percent of its value, before nothing was "
            + "left.",
        "10⁴·c with ∏(1 + r − c·traded/E) = 1",
        "One way: an entry and an exit cost it twice. On top of the fees that were paid. Nothing earned or nothing traded: n/a."
    ) { context throws(Unavailable) in try context(GrowthAtCosts.self).breakEven() * 10_000 }

    private static func cost(
        _ key: MetricKey, _ name: String, _ unit: MetricDeclaration.Unit, places: Int,
        _ better: MetricDeclaration.Direction, _ summary: String, _ formula: String, _ edgeCases: String,
        decidedBy: [ConventionField] = [],
        _ value: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .trades, unit: unit, places: places, better: better, summary: summary,
                formula: formula,
                edgeCases: edgeCases + " Neither fills nor trades recorded, equity not in money, n = 0: n/a.",
                appliesToBenchmark: false),
            decidedBy: decidedBy,
            inputs: { context in
                let isOfFills = (try? context(TradingActivity.self))?.isOfFills ?? false
                return [isOfFills ? "from fills" : "from trades, fees at their exits"]
            }, compute: value)
    }
}

extension Unavailable {
    /// A run that lost, or ended where it began.
    public static let nothingEarned = Unavailable("nothing_earned", "nothing was earned")
}
