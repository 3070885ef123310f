/// What is known of a symbol beside its prices.
public struct Instrument: Equatable, Sendable {
    /// As trades and positions name it.
    public var symbol: String
    /// Sector or asset class, as the run says it: `Consumer staples`.
    public var sector: String?
    /// Units of the underlying per unit of quantity: 50 for one contract of the S&P future, 1 for shares.
    public var multiplier: Double

    /// An instrument; a share of which nothing else is known.
    public init(symbol: String, sector: String? = nil, multiplier: Double = 1) {
        self.symbol = symbol
        self.sector = sector
        self.multiplier = multiplier
    }
}
