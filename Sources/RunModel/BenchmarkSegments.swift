import Series

/// What a benchmark held by segment, sectors or assets, and what each segment returned, period by period.
public struct BenchmarkSegments: Equatable, Sendable {
    /// The file that they come from.
    public var file: String
    /// Segments as the file names them.
    public var names: [String]
    /// Ends of the periods, strictly increasing.
    public var timestamps: [Timestamp]
    /// Of each segment, its weight at the start of each period.
    public var weights: [[Double]]
    /// Of each segment, its simple return over each period.
    public var returns: [[Double]]

    /// Segments with all their parts.
    public init(file: String, names: [String], timestamps: [Timestamp], weights: [[Double]], returns: [[Double]]) {
        self.file = file
        self.names = names
        self.timestamps = timestamps
        self.weights = weights
        self.returns = returns
    }
}
