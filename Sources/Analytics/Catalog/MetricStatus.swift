import RunModel
import Series

/// How far a number can be relied on, beside what it is.
public enum MetricStatus: Equatable, Sendable {
    /// As its definition has it.
    case normal
    /// Drawn by chance, or made under an assumption, and which.
    case estimate(String)
    /// Of too little to say much, and the rule that says so: `fewer than 30 closed trades`.
    case lowConfidence(String)
    /// There is none.
    case notAvailable

    /// For programs: `low_confidence`.
    public var key: String {
        switch self {
        case .normal: "normal"
        case .estimate: "estimate"
        case .lowConfidence: "low_confidence"
        case .notAvailable: "not_available"
        }
    }

    /// Why it is not normal; nil where it is, and where the reason stands with the number.
    public var reason: String? {
        switch self {
        case .estimate(let reason), .lowConfidence(let reason): reason
        case .normal, .notAvailable: nil
        }
    }
}

/// What makes a number one of low confidence, by what it is a number of; found once for every definition.
struct StatusRules: Sendable {
    /// Whether it is a mean or share of closed trades.
    let isOfTrades: Bool
    /// How many returns it needs; nil where it needs no number of them.
    let fewestReturns: Int?
    /// Whether less than a year of returns makes too much of too little.
    let needsYear: Bool
    /// Whether it is a number of fees, which many engines do not write.
    let isOfFees: Bool
    /// Whether it is made of how the account moves from one moment to the next, which nobody sees of open trades in an account
    /// of closed ones.
    let isOfMoves: Bool

    /// The rules of a metric that some choices decide.
    init(_ declaration: MetricDeclaration, decidedBy choices: [ConventionField]) {
        let key = declaration.key
        (isOfTrades, isOfFees) = (Self.ofTrades.contains(key), Self.ofFees.contains(key))
        let name = key.rawValue
        let isOfTail = (name.hasPrefix("var_") || name.hasPrefix("cvar_")) && !name.hasPrefix("var_test")
        let isOfOnePercent = name.contains("_99")
        isOfMoves =
            [.ratios, .risk, .benchmark].contains(declaration.group) && !Self.ofSpans.contains(key)
            || Self.ofDays.contains(key)
        let isOfReturns = declaration.group == .ratios || Self.ofReturns.contains(key)
        fewestReturns =
            isOfTail
            ? isOfOnePercent ? MetricDefinition.fewestForOnePercent : MetricDefinition.fewestForFivePercent
            : isOfReturns ? MetricDefinition.fewestForRatios : nil
        // Since inception is, below a year, the total return, and nothing is made a year of.
        needsYear = key != .sinceInception && choices.contains { $0.name == ConventionField.shortSpans.name }
    }

    /// Numbers of returns, outside of risk and ratios, that count days.
    private static let ofDays: Set<MetricKey> = [
        .exposure, .dailyWinRate, .bestDay, .worstDay, .upDays, .downDays, .flatDays, .sharpeCILow, .sharpeCIHigh,
        .probabilisticSharpe, .minimumTrackRecordLength,
    ]

    /// Numbers among those of risk and against the benchmark that are of whole spans.
    private static let ofSpans: Set<MetricKey> = [.excessCAGR, .limitBreaches, MetricKey("stress_periods")]

    private static let ofFees: Set<MetricKey> = [
        .totalFees, .commissionImpact, .feesOfGrossProfit, .totalCommission, .grossReturn, .costDrag,
    ]

    /// Numbers beside the ratios that a handful of returns decides by chance.
    private static let ofReturns: Set<MetricKey> = [
        .skewness, .kurtosis, .tailRatio, .outlierWinRatio, .outlierLossRatio, .autocorrelation1, .beta, .rSquared,
        .correlation, .battingAverage, .upCapture, .downCapture,
    ]

    private static let ofTrades: Set<MetricKey> = [
        .tradeWinRate, .averageWin, .averageLoss, .profitFactor, .payoffRatio, .expectancy, .systemQualityNumber,
        .averageMAE, .averageMFE, .averageGiveBack, .entryEfficiency, .exitEfficiency, .profitDeviation, .runsTestP,
    ]
}

extension Run {
    /// Whether the account is known where trades close, so that it does not move while one is open.
    fileprivate var isOfClosedTrades: Bool {
        findings.contains { ["equity_at_exits", "equity_at_fill_prices"].contains($0.code) }
    }
}

/// The rules of status.
extension MetricDefinition {
    /// Fewer closed trades say little of the next ones.
    static let fewestTrades = 30
    /// Fewer returns have fewer than three in the tail of 1 %.
    static let fewestForOnePercent = 250
    /// Fewer returns have fewer than five in the tail of 5 %.
    static let fewestForFivePercent = 100
    /// Fewer returns than of a month of sessions.
    static let fewestForRatios = 20

    /// The status of a value.
    func status(of value: MetricValue, in context: MetricContext) -> MetricStatus {
        guard value.unavailable == nil else { return .notAvailable }
        if let doubt = doubt(in: context) { return .lowConfidence(doubt) }
        return Self.estimates[declaration.key].map { .estimate($0) } ?? .normal
    }

    /// The rule by which a number of this run is of low confidence; nil for none.
    func doubt(in context: MetricContext) -> String? {
        if statusRules.isOfTrades, let trades = try? context(TradeStatistics.self),
            trades.closed.count < Self.fewestTrades
        {
            return "fewer than \(Self.fewestTrades) closed trades"
        }
        if let needed = statusRules.fewestReturns, context.daily.count < needed {
            return "fewer than \(needed) returns"
        }
        if statusRules.isOfFees, let fees = try? context(RecordedFees.self), fees.total == 0 {
            return "every recorded fee is zero"
        }
        if statusRules.needsYear, !context.coversYear { return "less than a year of returns" }
        let isAtExits = statusRules.isOfMoves && !context.isBenchmark && context.run.isOfClosedTrades
        return isAtExits ? "closed trades only" : nil
    }

    /// Numbers that chance draws or an assumption makes.
    private static let estimates: [MetricKey: String] = {
        var all: [MetricKey: String] = [
            .capacity: "sizes are taken to grow with the account",
            .capacity10: "sizes are taken to grow with the account",
            .impactCost: "by the square-root law with Y = 1",
            .impactBps: "by the square-root law with Y = 1",
            .nextBarReturn: "sizes are taken to stay as they are",
            .daysToLiquidate: "volumes are taken to stay as they were",
            .positionRisk: "the positions of the end over the whole run",
            .diversificationRatio: "the positions of the end over the whole run",
            MetricDefinition.outOfSampleLuck.declaration.key: "drawn from blocks of returns",
            .riskOfRuin: "returns are taken to be independent",
        ]
        for definition in MetricDefinition.resampled {
            all[definition.declaration.key] = "drawn from blocks of returns"
        }
        for definition in MetricDefinition.tails where definition.declaration.key.rawValue.contains("monte_carlo") {
            all[definition.declaration.key] = "simulated"
        }
        return all
    }()
}

extension Analysis {
    /// The rule by which numbers of a metric are of low confidence in this run; nil for none. Computes no metric.
    public func doubt(of declaration: MetricDeclaration) -> String? {
        let name = declaration.key.rawValue
        return (MetricCatalog.definition(name) ?? conventions.ownMetrics.definition(name))?.doubt(in: context)
    }
}
