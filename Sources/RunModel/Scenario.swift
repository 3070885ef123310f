/// What a user wants to know the loss of: shocks to assets, sectors, classes of assets or factors.
public struct Scenario: Equatable, Sendable {
    /// A move of something named, a fraction: −0.2 falls by a fifth.
    public struct Shock: Equatable, Sendable {
        /// A symbol, sector, class or factor.
        public var name: String
        /// The move.
        public var size: Double

        /// A move of something named.
        public init(_ name: String, _ size: Double) { (self.name, self.size) = (name, size) }
    }

    /// As the file names it.
    public var name: String
    /// Shocks to symbols; they stand above all others.
    public var assets: [Shock] = []
    /// Shocks to sectors, for symbols without one of their own.
    public var sectors: [Shock] = []
    /// Shocks to classes of assets, for symbols without one of their own or of their sector.
    public var classes: [Shock] = []
    /// Shocks to factors, for symbols without any other, by their exposures.
    public var factors: [Shock] = []

    /// A scenario without shocks.
    public init(name: String) { self.name = name }
}
