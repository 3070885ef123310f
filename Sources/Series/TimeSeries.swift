/// Values at strictly increasing moments: two columns of the same length.
public struct TimeSeries: Equatable, Sendable {
    /// Strictly increasing moments.
    public let timestamps: TimeAxis
    /// One finite value per moment.
    public let values: [Double]

    /// Pairs moments with values; both must have the same length (a programmer's mistake otherwise).
    public init(timestamps: TimeAxis, values: [Double]) {
        precondition(timestamps.count == values.count, "a series needs one value per timestamp")
        self.timestamps = timestamps
        self.values = values
    }

    /// Pairs moments with values; both must have the same length (a programmer's mistake otherwise).
    public init(timestamps: [Timestamp], values: [Double]) {
        self.init(timestamps: TimeAxis(timestamps), values: values)
    }

    /// How many observations there are.
    public var count: Int { values.count }
    /// Whether there is no observation.
    public var isEmpty: Bool { values.isEmpty }
    /// The date of each moment.
    public var dates: TimeAxisDates { timestamps.dates }
}
