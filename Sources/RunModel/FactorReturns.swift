import Series

/// Returns of factors that may explain a run's: the market, size, value, momentum.
public struct FactorReturns: Equatable, Sendable {
    /// The file that they come from.
    public var file: String
    /// As the file's columns name them.
    public var names: [String]
    /// Moments at which the returns end, strictly increasing.
    public var timestamps: [Timestamp]
    /// One column per factor, one simple return per moment; every value is finite.
    public var values: [[Double]]

    /// Factors with all their parts.
    public init(file: String, names: [String], timestamps: [Timestamp], values: [[Double]]) {
        self.file = file
        self.names = names
        self.timestamps = timestamps
        self.values = values
    }
}
