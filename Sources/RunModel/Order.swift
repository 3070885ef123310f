import Series

/// What was asked of the market: so many units of a symbol, and what came of it.
public struct Order: Equatable, Sendable {
    /// What came of an order.
    public enum Status: String, CaseIterable, Sendable {
        /// All of it was bought or sold.
        case filled
        /// Part of it was, and the rest still stands or was given up without a word.
        case partlyFilled = "partly_filled"
        /// Taken back before it was filled in full; part of it may have been.
        case cancelled
        /// Its time ran out before it was filled in full.
        case expired
        /// The market or the account refused it.
        case rejected
        /// It still stands at the end of the run.
        case open
    }

    /// The engine's number or name of it; several fills may name it.
    public var id: String?
    /// What was to be traded; empty where a run has one symbol and does not name it.
    public var symbol: String
    /// When it was sent.
    public var submitted: Timestamp
    /// Units, positive to buy, negative to sell; never zero.
    public var quantity: Double
    /// Its type in lower case, as the engine names it: `market`, `limit`, `stop`; nil where it does not say.
    public var type: String?
    /// The worst price that it takes.
    public var limitPrice: Double?
    /// The price at which it becomes active.
    public var stopPrice: Double?
    /// Price of a unit when it was decided to trade, where the engine says so.
    public var decisionPrice: Double?
    /// What came of it.
    public var status: Status
    /// Units that were bought or sold, at least 0; nil where nobody says how many.
    public var filled: Double?
    /// Their average price; nil without any.
    public var price: Double?
    /// When the last of it was filled, or when it was taken back, refused or ran out.
    public var ended: Timestamp?
    /// Units of the underlying per unit of ``quantity``.
    public var multiplier: Double
    /// Free label of the strategy.
    public var tag: String?

    /// An order; what it may lack is nil.
    public init(
        id: String? = nil, symbol: String, submitted: Timestamp, quantity: Double, type: String? = nil, status: Status,
        filled: Double? = nil, price: Double? = nil, ended: Timestamp? = nil, multiplier: Double = 1
    ) {
        self.id = id
        self.symbol = symbol
        self.submitted = submitted
        self.quantity = quantity
        self.type = type
        self.status = status
        self.filled = filled
        self.price = price
        self.ended = ended
        self.multiplier = multiplier
    }
}

extension Order {
    /// Filled units over those that were ordered, 0…1; nil where nobody says how many were filled.
    public var filledShare: Double? { filled.map { min(1, $0 / quantity.magnitude) } }

    /// Whether something of it was filled.
    public var hasFill: Bool { filled.map { $0 > 0 } ?? (status == .filled || status == .partlyFilled) }

    /// Time from sending to the last fill, in hours; nil without both, or where nothing was filled.
    public var hoursToFill: Double? {
        guard hasFill, status == .filled, let ended else { return nil }
        return Double(ended.milliseconds - submitted.milliseconds) / 3_600_000
    }

    /// Money lost against the price that was decided on, positive where it was worse; nil without the prices.
    public var slippage: (cost: Double, value: Double)? {
        guard let price, let decisionPrice, let filled, filled > 0 else { return nil }
        let size = filled * multiplier
        let sign = quantity > 0 ? 1.0 : -1.0
        return (sign * (price - decisionPrice) * size, (decisionPrice * size).magnitude)
    }
}
