import Formatting
import RunModel
import Series

/// By what closed trades are grouped, beside their symbol and side.
public enum TradeGrouping: String, CaseIterable, Sendable {
    /// Sector or asset class of the symbol.
    case sector
    /// The strategy's label.
    case tag
    /// Why the trade was closed.
    case exitReason = "exit_reason"
    /// Hour of the day at which the trade was opened.
    case hour
    /// Weekday on which the trade was opened.
    case weekday
    /// Month in which the trade was closed.
    case month
}

extension TradeGrouping {
    /// What every trade of the group shares, where it is known, with what orders the groups.
    fileprivate func label(_ trade: Trade, sectors: [String: String]) -> (order: Int, name: String)? {
        switch self {
        case .sector: sectors[trade.symbol].map { (0, $0) }
        case .tag: trade.tag.flatMap { $0.isEmpty ? nil : (0, $0) }
        case .exitReason: trade.exitReason.flatMap { $0.isEmpty ? nil : (0, $0) }
        case .hour: (trade.entry.hour, trade.entry.hour.zeroPadded(to: 2) + ":00")
        case .weekday: (trade.entry.date.weekday, CalendarDate.weekdayNames[trade.entry.date.weekday])
        case .month: (trade.exit.date.monthIndex, String(trade.exit.date.iso.prefix(7)))
        }
    }

    /// What trades without a label are called.
    private static let unnamed = "(none)"

    /// Groups of closed trades: in the order of time where they have one, else most trades first.
    func groups(_ context: MetricContext) throws(Unavailable) -> [TradeGroup] {
        let closed = try context(TradeStatistics.self).withClosed().closed
        let sectors = Dictionary(
            context.run.instruments.compactMap { instrument in instrument.sector.map { (instrument.symbol, $0) } },
            uniquingKeysWith: { first, _ in first })
        try require(closed, sectors)
        var orders = [String: Int]()
        let groups = TradeGroup.groups(of: closed) { trade in
            guard let known = label(trade, sectors: sectors) else { return Self.unnamed }
            orders[known.name] = known.order
            return known.name
        }
        guard self == .hour || self == .weekday || self == .month else { return groups }
        return groups.sorted { orders[$0.name, default: 0] < orders[$1.name, default: 0] }
    }

    private func require(_ trades: [Trade], _ sectors: [String: String]) throws(Unavailable) {
        switch self {
        case .sector where !trades.contains(where: { sectors[$0.symbol] != nil }): throw .noSectors
        case .tag where !trades.contains(where: { !($0.tag ?? "").isEmpty }): throw .noTags
        case .exitReason where !trades.contains(where: { !($0.exitReason ?? "").isEmpty }): throw .noExitReasons
        case .hour where trades.allSatisfy({ $0.entry.millisecondsOfDay == 0 }): throw .noTimesOfDay
        default: return
        }
    }
}

extension Analysis {
    /// Closed trades in groups; throws where no trade has what they are grouped by. Linear time, not kept.
    public func tradeGroups(by grouping: TradeGrouping) throws(Unavailable) -> [TradeGroup] {
        try grouping.groups(context)
    }

    /// Net P&L of closed trades by symbol and the year of their exit, symbols with the most trades first.
    public func profitsBySymbolAndYear() throws(Unavailable) -> [SymbolYear] {
        let closed = try context(TradeStatistics.self).withClosed().closed
        guard closed.contains(where: { !$0.symbol.isEmpty }) else { throw .noSymbols }
        return TradeGroup.groups(of: closed, by: \.symbol).flatMap { symbol in
            TradeGroup.groups(of: closed.filter { $0.symbol == symbol.name }) { String($0.exit.date.year) }
                .sorted { $0.name < $1.name }
                .map { SymbolYear(symbol: symbol.name, year: $0) }
        }
    }
}

/// The closed trades of one symbol that ended in one year.
public struct SymbolYear: Equatable, Sendable {
    /// As the trades name it.
    public let symbol: String
    /// The trades, named by the year.
    public let year: TradeGroup
}

extension CalendarDate {
    /// `Mon` to `Sun`.
    static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension Unavailable {
    /// Nothing says which sector a symbol belongs to.
    public static let noSectors = Unavailable("no_sectors", "the run does not name the sectors of its symbols")
    /// No trade has a label.
    public static let noTags = Unavailable("no_tags", "no trade has a tag")
    /// No trade says why it was closed.
    public static let noExitReasons = Unavailable("no_exit_reasons", "no trade says why it was closed")
    /// Trades are stamped with dates alone.
    public static let noTimesOfDay = Unavailable("no_times_of_day", "trades have dates and no times of day")
    /// A run that observes no bars within the day.
    public static let notWithinDay = Unavailable("not_within_day", "not observed within the day")
}
