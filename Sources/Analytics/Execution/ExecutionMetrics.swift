import Series

extension MetricKey {
    /// Slippage in money.
    public static let totalSlippage = MetricKey("total_slippage")
    /// Slippage per value.
    public static let slippageBps = MetricKey("slippage_bps")
    /// Mean time from decision to fill.
    public static let fillDelayHours = MetricKey("fill_delay_hours")
    /// Fills outside of their bar.
    public static let fillsOutsideBar = MetricKey("fills_outside_bar")
    /// Mean place of fills in their bar.
    public static let fillPlaceInBar = MetricKey("fill_place_in_bar")
    /// Total return with all fills at the next bar's open.
    public static let nextBarReturn = MetricKey("next_bar_return")
    /// Mean share of volume.
    public static let volumeShareMean = MetricKey("volume_share_mean")
    /// Largest share of volume.
    public static let volumeShareMax = MetricKey("volume_share_max")
    /// Capital at 1 % of the volume.
    public static let capacity = MetricKey("capacity")
    /// Capital at 10 % of the volume.
    public static let capacity10 = MetricKey("capacity_10pct")
    /// Most days to liquidate.
    public static let daysToLiquidate = MetricKey("days_to_liquidate")
}

extension MetricDefinition {
    /// Fills against prices, shares of volume, and the capital that they allow.
    static let ofExecution: [MetricDefinition] = [
        .totalSlippage, .slippageBps, .fillDelayHours, .fillsOutsideBar, .fillPlaceInBar, .nextBarReturn,
        .volumeShareMean,
        .volumeShareMax, .capacity, .capacity10, .daysToLiquidate,
    ]

    static let totalSlippage = measured(
        .totalSlippage, "Slippage", .trades, .money, places: 2, .lower,
        summary: "What fills cost more than the prices that were decided on.",
        formula: "Σ (price − decided)·q·multiplier, q negative for what was sold",
        edgeCases:
            "Fees apart; negative where fills were better. Fills that say no price decided on do not count; none: n/a.",
        source: "Perold (1988), The Implementation Shortfall."
    ) { context throws(Unavailable) in try context(DecisionSlippage.self).cost }

    static let slippageBps = measured(
        .slippageBps, "Slippage, basis points", .trades, .ratio, places: 1, .lower,
        summary: "The same over the value traded, in hundredths of a percent.",
        formula: "10,000·Σ (price − decided)·q·multiplier/Σ |decided·q·multiplier|",
        edgeCases: "Fills that say no price decided on do not count; none, or no value: n/a."
    ) { context throws(Unavailable) in
        let slippage = try context(DecisionSlippage.self)
        guard slippage.value > 0 else { throw .noDecisionPrices }
        return 10_000 * slippage.cost / slippage.value
    }

    static let fillDelayHours = measured(
        .fillDelayHours, "Mean time to fill", .trades, .hours, places: 1, .lower,
        summary: "How long after the decision fills came, on average.",
        formula: "mean(time of the fill − time of the decision)",
        edgeCases:
            "On the clock, nights and weekends included. Fills that do not say when they were decided on do not count; none: n/a."
    ) { context throws(Unavailable) in
        guard let fills = context.run.fills else { throw .noFills }
        let delays = fills.compactMap { fill in
            fill.decided.map { Double(fill.time.milliseconds - $0.milliseconds) / 3_600_000 }
        }
        guard !delays.isEmpty else { throw fills.isEmpty ? .noTrade : .noDecisionTimes }
        return StableSum.of(delays) / Double(delays.count)
    }

    static let fillsOutsideBar = measured(
        .fillsOutsideBar, "Fills outside of their bar", .trades, .fraction, places: 1, .lower,
        summary: "Fills above the high or below the low of their bar: prices that nobody could have traded at.",
        formula: "count(price > high or price < low)/count of fills in a bar",
        edgeCases: priced + " Differences of a millionth do not count. Bars without highs and lows: n/a."
    ) { context throws(Unavailable) in
        let quality = try context(FillQuality.self)
        guard let outside = quality.outside else { throw .noRanges }
        return Double(outside) / Double(quality.matched)
    }

    static let fillPlaceInBar = measured(
        .fillPlaceInBar, "Mean place of fills in their bar", .trades, .ratio, places: 2, .lower,
        summary: "Where in the range of their bar fills were: 0 at the best price, 1 at the worst, 0.5 in the middle.",
        formula: "mean((price − low)/(high − low)) of what was bought, 1 − that of what was sold",
        edgeCases: priced + " Cut to 0…1. Bars without a range do not count; none with one: n/a."
    ) { context throws(Unavailable) in
        guard let place = try context(FillQuality.self).meanPlace else { throw .noRanges }
        return place
    }

    static let nextBarReturn = measured(
        .nextBarReturn, "Total return, filled at the next open", .trades, .fraction, places: 1, .higher,
        summary: "What would be left had every fill come at the open of the next bar.",
        formula: "total return − Σ (next open − price)·q·multiplier/E₀",
        edgeCases: priced
            + " Sizes stay as they are; fills in the last bar keep their price. No opens, or the account's "
            + "value in money not known: n/a."
    ) { context throws(Unavailable) in
        let run = context.run
        guard let next = try context(FillQuality.self).rows.first(where: { $0.reference == .nextOpen }) else {
            throw .noRanges
        }
        guard !run.equityIsDerived || run.initialCapital.value != nil else { throw .noMoney }
        // Against the next open a fill cost so much more, negative where it was better than that.
        let total = run.equity.values[run.equity.count - 1] / run.equity.values[0] - 1
        return total + next.cost / run.equity.values[0]
    }

    static let volumeShareMean = measured(
        .volumeShareMean, "Mean share of volume", .positions, .fraction, places: 2, .lower,
        summary: "What was traded of a symbol in a bar over its volume there, on average.",
        formula: "mean over bars with trades of Σ|q|/volume",
        edgeCases: priced + volumed
    ) { context throws(Unavailable) in try context(Capacity.self).meanShare }

    static let volumeShareMax = measured(
        .volumeShareMax, "Largest share of volume", .positions, .fraction, places: 2, .lower,
        summary: "The largest share of a bar's volume that was traded.",
        formula: "max over bars with trades of Σ|q|/volume",
        edgeCases: priced + " Above 1 where more was traded than there was." + volumed
    ) { context throws(Unavailable) in try context(Capacity.self).largestShare }

    static let capacity = capital(
        .capacity, "Capacity at 1 % of the volume", 0.01,
        summary: "The capital with which 95 % of the bars with trades stay within 1 % of the volume.")
    static let capacity10 = capital(
        .capacity10, "Capacity at 10 % of the volume", 0.1,
        summary: "The capital with which 95 % of the bars with trades stay within 10 % of the volume.")

    static let daysToLiquidate = measured(
        .daysToLiquidate, "Days to liquidate", .positions, .days, places: 1, .lower,
        summary:
            "How long it would have taken to sell what was held, at 10 % of the volume a day, at the worst moment.",
        formula: "max over moments and symbols of units/(0.1·mean volume of 20 days)",
        edgeCases:
            "All symbols are sold at once, so the slowest counts. Units are those of positions, else value/(close·multiplier). "
            + "No positions, no prices or no volumes: n/a."
    ) { context throws(Unavailable) in try context(Liquidity.self).mostDays }

    private static let priced =
        "Of fills, or entries and exits of trades where the run records none, that lie in a bar of the prices; none: n/a."
    private static let volumed = " Bars without a volume do not count; none: n/a."

    private static func capital(
        _ key: MetricKey, _ name: String, _ participation: Double, summary: String
    ) -> MetricDefinition {
        measured(
            key, name, .positions, .money, places: 0, .higher, summary: summary,
            formula: "5 % quantile over bars with trades of E·\(participation == 0.01 ? "0.01" : "0.1")/(Σ|q|/volume)",
            edgeCases:
                "E is the account's value before the bar; sizes are taken to grow with it, and prices not to move. "
                + priced
                + volumed + " The account's value in money not known: n/a."
        ) { context throws(Unavailable) in
            guard let row = try context(Capacity.self).rows.first(where: { $0.participation == participation }) else {
                throw .noMoney
            }
            return row.most
        }
    }

    /// A number of executions or orders, which tables of their own show.
    static func measured(
        _ key: MetricKey, _ name: String, _ group: MetricDeclaration.Group, _ unit: MetricDeclaration.Unit, places: Int,
        _ better: MetricDeclaration.Direction, summary: String, formula: String, edgeCases: String, source: String = "",
        _ compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: group, unit: unit, places: places, better: better, summary: summary,
                formula: formula, edgeCases: edgeCases, source: source, appliesToBenchmark: false, hasOwnTable: true),
            inputs: { _ in [] }, compute: compute)
    }
}
