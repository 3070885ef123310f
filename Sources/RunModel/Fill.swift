import Series

/// One execution: part or all of an order that was bought or sold at a price.
public struct Fill: Equatable, Sendable {
    /// When it was executed.
    public var time: Timestamp
    /// What was traded; empty where a run has one symbol and does not name it.
    public var symbol: String
    /// Units, positive where they were bought, negative where they were sold; never zero.
    public var quantity: Double
    /// Price of a unit, in the account's currency or the symbol's own.
    public var price: Double
    /// Fee in the account's money, positive where it was paid, negative where it was received.
    public var fee: Double
    /// Units of the underlying per unit of ``quantity``: 50 for one contract of the S&P future, 1 for shares.
    public var multiplier: Double
    /// The engine's number or name of the order; several fills may have one.
    public var order: String?
    /// Free label of the strategy.
    public var tag: String?
    /// Price of a unit when it was decided to trade, where the engine says so.
    public var decisionPrice: Double?
    /// When it was decided, where the engine says so.
    public var decided: Timestamp?

    /// A fill with all its parts.
    public init(
        time: Timestamp, symbol: String, quantity: Double, price: Double, fee: Double = 0, multiplier: Double = 1,
        order: String? = nil, tag: String? = nil
    ) {
        self.time = time
        self.symbol = symbol
        self.quantity = quantity
        self.price = price
        self.fee = fee
        self.multiplier = multiplier
        self.order = order
        self.tag = tag
    }
}

extension Fill {
    /// Money that the account received, fees apart: negative for what was bought.
    public var cashFlow: Double { -quantity * price * multiplier }
}
