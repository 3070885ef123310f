import Series

/// How much of the account was set aside for what was held, as its engine or broker reckoned.
public struct MarginUse: Equatable, Sendable {
    /// The file that it comes from.
    public var file: String
    /// Moments at which it changed, strictly increasing; a share holds until the next one.
    public var timestamps: [Timestamp]
    /// Margin over the account's value at each moment, at least 0; above 1 where more was set aside than there was.
    public var shares: [Double]

    /// Shares at moments.
    public init(file: String, timestamps: [Timestamp], shares: [Double]) {
        (self.file, self.timestamps, self.shares) = (file, timestamps, shares)
    }

    /// The share in force at a moment, 0 before the first one.
    public func share(at moment: Timestamp) -> Double {
        timestamps.indexBeforePartition(where: { $0 > moment }).map { shares[$0] } ?? 0
    }
}
