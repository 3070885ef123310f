/// Round trips of the deals of MetaTrader 5, which name no position: every deal out is one, as in the terminal's own count.
///
/// In an account that has one position a symbol (netting), a deal out closes a part of it at the average price of the deals
/// in. In an account that has many (hedging), it closes one of them: the one whose price gives the profit that was booked.
struct MetaTrader5Matching {
    /// How the account keeps its positions.
    enum Mode {
        case netting, hedging
    }

    /// A position, or what is left of one.
    struct Lot: Equatable {
        var isLong: Bool
        var volume: Double
        var price: Double
        var wall: Int64
        /// Booked for what is left; below zero where paid.
        var commission: Double
        var comment: String
        var number: String
        var line: Int
    }

    /// A position that a deal closed, or a part of it.
    struct Closing {
        var lot: Lot
        var deal: MetaTrader5Deal
        /// Units that were closed.
        var volume: Double
        /// What the deal earned before costs.
        var profit: Double
        /// Swap and both commissions; below zero where paid.
        var costs: Double
        /// Whether there was one position alone that could be meant.
        var isCertain: Bool

        /// Side × (exit − entry) × size.
        var move: Double { (lot.isLong ? 1 : -1) * (deal.price - lot.price) * volume }
    }

    let mode: Mode
    /// What one lot earns a unit of price, by symbol, where deals have shown it.
    private let sizes: [String: Double]
    private var lots = [String: [Lot]]()
    private var order = [String]()
    private(set) var closings = [Closing]()
    /// Deals out whose deal in is not in the report.
    private(set) var strays = [MetaTrader5Deal]()
    /// Whether a deal in stood against an open position of its symbol.
    private(set) var hasOpposites = false

    private init(mode: Mode, sizes: [String: Double] = [:]) { (self.mode, self.sizes) = (mode, sizes) }

    /// Positions that are open at the end, by the first deal of their symbol.
    var open: [(symbol: String, lot: Lot)] { order.flatMap { symbol in (lots[symbol] ?? []).map { (symbol, $0) } } }

    /// Matches deals in the way that explains their profits; `isHedging` where the report says how positions are kept.
    static func of(_ deals: [MetaTrader5Deal], isHedging: Bool? = nil) -> MetaTrader5Matching {
        let first = matched(deals, .hedging, [:])
        var profits = [String: Double]()
        var sizes = [String: Double]()
        for closing in first.closings where closing.isCertain && closing.move != 0 {
            // The largest profit was written most exactly.
            let symbol = closing.deal.symbol
            guard closing.profit.magnitude > profits[symbol, default: 0], closing.profit / closing.move > 0 else {
                continue
            }
            profits[symbol] = closing.profit.magnitude
            sizes[symbol] = closing.profit / closing.move
        }
        let hedging = matched(deals, .hedging, sizes)
        if isHedging ?? first.hasOpposites { return hedging }
        let netting = matched(deals, .netting, sizes)
        if isHedging == false { return netting }
        return hedging.error * 2 < netting.error ? hedging : netting
    }

    private static func matched(
        _ deals: [MetaTrader5Deal], _ mode: Mode, _ sizes: [String: Double]
    ) -> MetaTrader5Matching {
        var matching = MetaTrader5Matching(mode: mode, sizes: sizes)
        for deal in deals where deal.isTrade && deal.volume > 0 { matching.take(deal) }
        return matching
    }

    /// How far profits are from what the matched prices give.
    private var error: Double {
        closings.reduce(0) { sum, closing in
            sum + (sizes[closing.deal.symbol].map { (closing.profit - closing.move * $0).magnitude } ?? 0)
        }
    }

    // MARK: Deals

    private mutating func take(_ deal: MetaTrader5Deal) {
        if lots[deal.symbol] == nil { order.append(deal.symbol) }
        switch deal.direction {
        case .opens: open(deal, volume: deal.volume, commission: deal.commission)
        case .closes, .closesBy: close(deal, volume: deal.volume, commission: deal.commission)
        case .turns: turn(deal)
        case nil: break
        }
    }

    private mutating func open(_ deal: MetaTrader5Deal, volume: Double, commission: Double) {
        let lot = Lot(
            isLong: deal.type == "buy", volume: volume, price: deal.price, wall: deal.wall, commission: commission,
            comment: deal.comment, number: deal.number, line: deal.line)
        var own = lots[deal.symbol] ?? []
        if own.contains(where: { $0.isLong != lot.isLong }) { hasOpposites = true }
        if mode == .netting, let last = own.indices.last, own[last].isLong == lot.isLong {
            let total = own[last].volume + volume
            own[last].price = (own[last].price * own[last].volume + lot.price * volume) / total
            own[last].volume = total
            own[last].commission += commission
        } else {
            own.append(lot)
        }
        lots[deal.symbol] = own
    }

    /// Closes what is open, and opens the rest of the deal on its own side.
    private mutating func turn(_ deal: MetaTrader5Deal) {
        let open = (lots[deal.symbol] ?? []).reduce(0) { $0 + ($1.isLong != (deal.type == "buy") ? $1.volume : 0) }
        let closed = min(open, deal.volume)
        let share = closed / deal.volume
        if closed > 0 { close(deal, volume: closed, commission: deal.commission * share) }
        let rest = deal.volume - closed
        if rest > Self.dust { self.open(deal, volume: rest, commission: deal.commission * (1 - share)) }
    }

    private mutating func close(_ deal: MetaTrader5Deal, volume: Double, commission: Double) {
        var own = lots[deal.symbol] ?? []
        let candidates = own.indices.filter { own[$0].isLong != (deal.type == "buy") }
        guard let place = choice(candidates, own, deal, volume) else { return strays.append(deal) }
        let closed = min(volume, own[place].volume)
        let share = closed / own[place].volume
        let paid = own[place].commission * share
        // A deal larger than the position belongs to several; its profit is divided by size.
        let part = closed / volume
        closings.append(
            Closing(
                lot: own[place], deal: deal, volume: closed, profit: deal.profit * part,
                costs: (deal.swap + commission) * part + paid, isCertain: candidates.count == 1))
        own[place].volume -= closed
        own[place].commission -= paid
        if own[place].volume <= Self.dust { own.remove(at: place) }
        lots[deal.symbol] = own
        let rest = volume - closed
        guard rest > Self.dust, candidates.count > 1 else { return }
        var later = deal
        later.profit = deal.profit * (1 - part)
        later.swap = deal.swap * (1 - part)
        close(later, volume: rest, commission: commission * (1 - part))
    }

    /// Below the smallest size that is traded, and above what sums of sizes are off by.
    private static let dust = 1e-7

    /// The position that a deal closes: the one whose price gives the booked profit, of several the one of its size, of
    /// several of those the oldest.
    private func choice(_ candidates: [Int], _ own: [Lot], _ deal: MetaTrader5Deal, _ volume: Double) -> Int? {
        func isOfSize(_ place: Int) -> Bool { (own[place].volume - volume).magnitude <= Self.dust }
        let fitting = candidates.filter { own[$0].volume >= volume - Self.dust }
        guard let size = sizes[deal.symbol], fitting.count > 1 else {
            return fitting.first(where: isOfSize) ?? fitting.first ?? candidates.first
        }
        func error(_ place: Int) -> Double {
            let move = (own[place].isLong ? 1 : -1) * (deal.price - own[place].price) * volume
            return (deal.profit - move * size).magnitude
        }
        let best = fitting.map(error).min() ?? 0
        // Half a cent, and what a rate of conversion moves.
        let near = fitting.filter { error($0) <= best + 0.006 + deal.profit.magnitude * 1e-3 }
        return near.first(where: isOfSize) ?? near.first
    }
}
