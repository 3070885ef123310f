import RunModel
import Series

/// Limits held against the run: how far it went, and when it went beyond.
public struct LimitSection: Statistic {
    /// What is limited.
    public enum Kind: Equatable, Sendable {
        /// Fall below the highest value so far.
        case drawdown
        /// Historical VaR at 95 % of the window before.
        case valueAtRisk
        /// Gross exposure over the account's value.
        case leverage
        /// Loss of one day.
        case dailyLoss
        /// Loss of one week.
        case weeklyLoss
        /// Long and short exposure of a class, sector or symbol together, over the account's value.
        case exposure(Limits.Part, String)

        /// Those that have one limit each.
        static let single: [Kind] = [.drawdown, .valueAtRisk, .leverage, .dailyLoss, .weeklyLoss]

        /// For programs: `drawdown`, `classes.Equity`.
        public var key: String {
            switch self {
            case .drawdown: "drawdown"
            case .valueAtRisk: "var_95"
            case .leverage: "leverage"
            case .dailyLoss: "daily_loss"
            case .weeklyLoss: "weekly_loss"
            case .exposure(let part, let name): part.rawValue + "." + name
            }
        }

        /// For readers.
        public var title: String {
            switch self {
            case .drawdown: "Drawdown"
            case .valueAtRisk: "VaR 95 %, one day"
            case .leverage: "Leverage"
            case .dailyLoss: "Loss of a day"
            case .weeklyLoss: "Loss of a week"
            case .exposure(_, let name): "Exposure, \(name)"
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
        for (kind, limit) in limits.all {
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
    private static func sizes(_ kind: Kind, _ context: MetricContext) throws(Unavailable) -> (TimeAxis, [Double]) {
        switch kind {
        case .drawdown:
            let drawdowns = context(Drawdowns.self)
            return (drawdowns.timestamps, drawdowns.values.map { -$0 })
        case .valueAtRisk:
            let tail = try context(RollingTail.self)
            return (tail.timestamps, tail.var95.map { max(0, -$0) })
        case .leverage:
            let positions = try context(PositionStatistics.self)
            return (TimeAxis(positions.timestamps), zip(positions.long, positions.short).map { $0 - $1 })
        case .exposure(let part, let name): return try Self.exposures(part, name, context)
        case .dailyLoss:
            guard context.resolution == .daily else { throw .noDailyReturns }
            return (context.daily.timestamps, context.daily.returns.map { max(0, -$0) })
        case .weeklyLoss:
            let weeks = try context(CalendarReturns.self).resolving(.weekly).weeks
            return (TimeAxis(weeks.map { Timestamp($0.start) }), weeks.map { max(0, -$0.value) })
        }
    }

    /// Σ|v|/E of everything in a class or sector, or of a symbol, at the moments of positions.
    private static func exposures(
        _ part: Limits.Part, _ name: String, _ context: MetricContext
    ) throws(Unavailable) -> (TimeAxis, [Double]) {
        let run = context.run
        guard let positions = run.positions, !positions.timestamps.isEmpty else { throw .noPositions }
        let known = Dictionary(run.instruments.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })
        let columns = positions.symbols.indices.filter { place in
            let symbol = positions.symbols[place]
            return switch part {
            case .classes: known[symbol]?.assetClass == name
            case .sectors: known[symbol]?.sector == name
            case .symbols: symbol == name
            }
        }
        guard !columns.isEmpty else { throw .nothingOfThatName }
        let account = AccountValues(run, positions)
        let rows = positions.timestamps.indices.filter { account.value($0) != nil }
        guard !rows.isEmpty else { throw .noMoney }
        let sizes = rows.map { row in
            columns.reduce(0) { $0 + positions.values[$1][row].magnitude } / (account.value(row) ?? 1)
        }
        return (TimeAxis(rows.map { positions.timestamps[$0] }), sizes)
    }

    private static func breaches(
        _ kind: Kind, _ limit: Double, _ moments: TimeAxis, _ sizes: [Double]
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
    /// Every limit that is given: the single ones, then exposures in their order.
    public var all: [(kind: LimitSection.Kind, size: Double)] {
        LimitSection.Kind.single.compactMap { kind in self[kind].map { (kind, $0) } }
            + exposures.map { (.exposure($0.part, $0.name), $0.size) }
    }

    /// The limit of a kind; nil for none.
    private subscript(kind: LimitSection.Kind) -> Double? {
        switch kind {
        case .drawdown: drawdown
        case .valueAtRisk: valueAtRisk
        case .leverage: leverage
        case .dailyLoss: dailyLoss
        case .weeklyLoss: weeklyLoss
        case .exposure: nil
        }
    }
}

extension Unavailable {
    /// A run without limits.
    public static let noLimits = Unavailable("no_limits", "no limits are given")
    /// A limit of a class, sector or symbol that no position belongs to.
    static let nothingOfThatName = Unavailable("nothing_of_that_name", "no position is of that name")
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
                "Drawdown on the finest data, VaR 95 % of the window before each day, leverage and exposures at the moments of "
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
