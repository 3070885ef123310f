import Series

/// Market value per symbol over time, in the account's currency; short positions are negative.
public struct PositionHistory: Equatable, Sendable {
    /// Moments of the rows, strictly increasing.
    public var timestamps: [Timestamp]
    /// Column names in the file's order, without the cash column.
    public var symbols: [String]
    /// One column per symbol, one value per timestamp.
    public var values: [[Double]]
    /// The cash column, where there is one.
    public var cash: [Double]?
    /// Units held, signed like ``values`` and of the same shape, where the run records them.
    public var quantities: [[Double]]?
    /// Whether the columns are classes of assets rather than symbols: exposure is known, and what single symbols were worth
    /// is not.
    public var areClasses = false

    /// A position history with all its parts.
    public init(
        timestamps: [Timestamp], symbols: [String], values: [[Double]], cash: [Double]?, quantities: [[Double]]? = nil,
        areClasses: Bool = false
    ) {
        self.timestamps = timestamps
        self.symbols = symbols
        self.values = values
        self.cash = cash
        self.quantities = quantities
        self.areClasses = areClasses
    }
}
