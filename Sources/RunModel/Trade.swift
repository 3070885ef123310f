import Series

/// A round trip: opened, and closed unless flagged open.
public struct Trade: Equatable, Sendable {
    /// Long gains when the price rises.
    public enum Side: String, Sendable {
        /// Bought to open.
        case long
        /// Sold to open.
        case short
    }

    /// The engine's number or name; the row number where it has none.
    public var id: String
    /// What was traded; empty where a run has one symbol and does not name it.
    public var symbol: String
    /// Long or short.
    public var side: Side
    /// Size in units, positive.
    public var quantity: Double
    /// When the position was opened.
    public var entry: Timestamp
    /// Average price of the opening fills.
    public var entryPrice: Double
    /// When it was closed; for an open trade the run's last moment.
    public var exit: Timestamp
    /// Average price of the closing fills; for an open trade the last known price.
    public var exitPrice: Double
    /// Money earned net of ``fees``, in the account's currency.
    public var profit: Double
    /// All fees of the round trip in money, positive.
    public var fees: Double
    /// Net profit over the money put in, where the engine says so or prices allow.
    public var returnFraction: Double?
    /// Worst money against the trade while it was open, zero or negative, where known.
    public var mae: Double?
    /// Best money for the trade while it was open, zero or positive, where known.
    public var mfe: Double?
    /// Free label of the strategy.
    public var tag: String?
    /// Why the trade was closed.
    public var exitReason: String?
    /// Still open at the end of the run.
    public var isOpen: Bool
    /// Units of the underlying per unit of ``quantity``: 50 for one contract of the S&P future, 1 for shares.
    public var multiplier = 1.0
    /// Milliseconds really elapsed from entry to exit, where a clock change lies between; nil where the clock tells it.
    public var elapsedMilliseconds: Int64?

    /// Milliseconds from entry to exit.
    public var heldMilliseconds: Int64 { elapsedMilliseconds ?? exit.milliseconds - entry.milliseconds }

    /// A trade with all its parts.
    public init(
        id: String, symbol: String, side: Side, quantity: Double, entry: Timestamp, entryPrice: Double,
        exit: Timestamp, exitPrice: Double, profit: Double, fees: Double, returnFraction: Double? = nil,
        mae: Double? = nil, mfe: Double? = nil, tag: String? = nil, exitReason: String? = nil, isOpen: Bool = false,
        multiplier: Double = 1
    ) {
        self.id = id
        self.symbol = symbol
        self.side = side
        self.quantity = quantity
        self.multiplier = multiplier
        self.entry = entry
        self.entryPrice = entryPrice
        self.exit = exit
        self.exitPrice = exitPrice
        self.profit = profit
        self.fees = fees
        self.returnFraction = returnFraction
        self.mae = mae
        self.mfe = mfe
        self.tag = tag
        self.exitReason = exitReason
        self.isOpen = isOpen
    }
}

extension Trade {
    /// 1 for long, −1 for short.
    public var sign: Double { side == .long ? 1 : -1 }
    /// What the price earned before fees: side × (exit − entry) × quantity × multiplier.
    public var priceMove: Double { sign * (exitPrice - entryPrice) * quantity * multiplier }
    /// Units with the side's sign.
    public var signedQuantity: Double { sign * quantity }
}
