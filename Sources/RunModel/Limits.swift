/// What a run was not to exceed: sizes as positive fractions, nil for no limit.
public struct Limits: Equatable, Sendable {
    /// The file that they were read from.
    public var file: String
    /// Fall below the highest value so far.
    public var drawdown: Double?
    /// Historical VaR at 95 % of one day, of the year before.
    public var valueAtRisk: Double?
    /// Gross exposure over the account's value, as a multiple.
    public var leverage: Double?
    /// Loss of one day.
    public var dailyLoss: Double?
    /// Loss of one week, Monday to Sunday.
    public var weeklyLoss: Double?

    /// Long and short exposure together, by class, sector or symbol.
    public var exposures: [Exposure] = []

    /// What of the positions a limit is of.
    public enum Part: String, CaseIterable, Sendable {
        /// A class of assets.
        case classes
        /// A sector.
        case sectors
        /// A symbol.
        case symbols
    }

    /// The most of a class, sector or symbol that was to be held.
    public struct Exposure: Equatable, Sendable {
        /// What it is of.
        public var part: Part
        /// As the run names it.
        public var name: String
        /// Over the account's value, a positive fraction.
        public var size: Double

        /// A limit of exposure.
        public init(_ part: Part, _ name: String, _ size: Double) {
            (self.part, self.name, self.size) = (part, name, size)
        }
    }

    /// No limits yet.
    public init(file: String) { self.file = file }
}
