/// What is known of a symbol beside its prices.
public struct Instrument: Equatable, Sendable {
    /// As trades and positions name it.
    public var symbol: String
    /// Sector, as the run says it: `Consumer staples`.
    public var sector: String?
    /// Class of assets, as the run says it: `Equity`.
    public var assetClass: String?
    /// Units of the underlying per unit of quantity: 50 for one contract of the S&P future, 1 for shares.
    public var multiplier: Double

    /// An instrument; a share of which nothing else is known.
    public init(symbol: String, sector: String? = nil, assetClass: String? = nil, multiplier: Double = 1) {
        self.symbol = symbol
        self.sector = sector
        self.assetClass = assetClass
        self.multiplier = multiplier
    }
}
