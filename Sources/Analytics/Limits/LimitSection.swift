import RunModel
import Series

/// Limits held against the run: how far it went, and when it went beyond.
public struct LimitSection: Statistic {
    /// What is limited.
    public enum Kind: String, CaseIterable, Sendable {
        /// Fall below the highest value so far.
        case drawdown
        /// Historical VaR at 95 % of the window before.
        case valueAtRisk = "var_95"
        /// Gross exposure over the account's value.
        case leverage
        /// Loss of one day.
        case dailyLoss = "daily_loss"
        /// Loss of one week.
        case weeklyLoss = "weekly_loss"

        /// For readers.
        public var title: String {
            switch self {
            case .drawdown: "Drawdown"
            case .valueAtRisk: "VaR 95 %, one day"
            case .leverage: "Leverage"
            case .dailyLoss: "Loss of a day"
            case .weeklyLoss: "Loss of a week"
            }
        }
    }

    /// One limit.
    public struct Row: Sendable {
        /// What is limited.
        public let kind: Kind
        /// The limit as a positive size.
        public let limit: Double
        /// The largest size that came; or why it is not known.
        public let largest: MetricValue
        /// How many breaches.
        public let breaches: Int
    }

    /// A stretch of neighbouring moments beyond a limit.
    public struct Breach: Sendable {
        /// What was limited.
        public let kind: Kind
        /// The limit as a positive size.
        public let limit: Double
        /// The first moment beyond.
        public let start: Timestamp
        /// The last moment beyond.
        public let end: Timestamp
        /// The largest size within.
        public let largest: Double
    }

    /// The limits in the order of ``Kind``.
    public let rows: [Row]
    /// The breaches in time order, then by ``Kind``.
    public let breaches: [Breach]

    /// Throws where nobody gives limits.
    init(_ context: MetricContext) throws(Unavailable) {
        guard let limits = context.run.limits else { throw .noLimits }
        try context.requireReturns()
        var (rows, breaches) = ([Row](), [Breach]())
        for kind in Kind.allCases {
            guard let limit = limits[kind] else { continue }
            do throws(Unavailable) {
                let (moments, sizes) = try Self.sizes(kind, context)
                let own = Self.breaches(kind, limit, moments, sizes)
                let largest = sizes.max().map { MetricValue.finite($0, else: .notFinite) } ?? .absent(.noReturns)
                rows.append(Row(kind: kind, limit: limit, largest: largest, breaches: own.count))
                breaches += own
            } catch {
                rows.append(Row(kind: kind, limit: limit, largest: .absent(error), breaches: 0))
            }
        }
        self.rows = rows
        self.breaches = breaches.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }

    /// What is limited at every moment, as a size.
    private static func sizes(_ kind: Kind, _ context: MetricContext) throws(Unavailable) -> ([Timestamp], [Double]) {
        switch kind {
        case .drawdown:
            let drawdowns = context(Drawdowns.self)
            return (drawdowns.timestamps, drawdowns.values.map { -$0 })
        case .valueAtRisk:
            let tail = try context(RollingTail.self)
            return (tail.timestamps, tail.var95.map { max(0, -$0) })
        case .leverage:
            let positions = try context(PositionStatistics.self)
            return (positions.timestamps, zip(positions.long, positions.short).map { $0 - $1 })
        case .dailyLoss:
            guard context.resolution == .daily else { throw .noDailyReturns }
            return (context.daily.timestamps, context.daily.returns.map { max(0, -$0) })
        case .weeklyLoss:
            let weeks = try context(CalendarReturns.self).resolving(.weekly).weeks
            return (weeks.map { Timestamp($0.start) }, weeks.map { max(0, -$0.value) })
        }
    }

    private static func breaches(
        _ kind: Kind, _ limit: Double, _ moments: [Timestamp], _ sizes: [Double]
    ) -> [Breach] {
        var breaches = [Breach]()
        var first: Int?
        for index in sizes.indices {
            // Written limits and computed sizes may differ in the last bit.
            let isBeyond = sizes[index] > limit * (1 + 1e-12)
            if isBeyond, first == nil { first = index }
            guard let start = first, !isBeyond || index + 1 == sizes.count else { continue }
            let last = isBeyond ? index : index - 1
            breaches.append(
                Breach(
                    kind: kind, limit: limit, start: moments[start], end: moments[last],
                    largest: sizes[start...last].max() ?? 0))
            first = nil
        }
        return breaches
    }
}

extension Limits {
    /// The limit of a kind; nil for none.
    public subscript(kind: LimitSection.Kind) -> Double? {
        switch kind {
        case .drawdown: drawdown
        case .valueAtRisk: valueAtRisk
        case .leverage: leverage
        case .dailyLoss: dailyLoss
        case .weeklyLoss: weeklyLoss
        }
    }
}

extension Unavailable {
    /// A run without limits.
    public static let noLimits = Unavailable("no_limits", "no limits are given")
}

extension MetricKey {
    /// Breaches of limits.
    public static let limitBreaches = MetricKey("limit_breaches")
}

extension MetricDefinition {
    static let limitBreaches = MetricDefinition(
        MetricDeclaration(
            key: .limitBreaches, name: "Breaches of limits", group: .risk, unit: .count, places: 0,
            better: .lower, summary: "How often the run went beyond the limits of a limits file.",
            formula: "stretches of neighbouring moments beyond a limit",
            edgeCases:
                "Drawdown on the finest data, VaR 95 % of the window before each day, leverage at the moments of "
                + "positions, losses of days and of weeks from Monday to Sunday. A limit that cannot be checked counts 0. "
                + "Without a file of limits: n/a.",
            appliesToBenchmark: false, hasOwnTable: true),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in Double(try context(LimitSection.self).breaches.count) })
}

extension Analysis {
    /// Limits held against the run; throws where nobody gives limits.
    public var limits: LimitSection { get throws(Unavailable) { try context(LimitSection.self) } }
}
