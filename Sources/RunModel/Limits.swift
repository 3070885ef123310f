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

    /// No limits yet.
    public init(file: String) { self.file = file }
}
