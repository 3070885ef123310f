import Series

/// How the moments of a run are divided into regimes.
public enum Regimes: Equatable, Sendable {
    /// By labels that the run, or a user, gives.
    case labels(RegimeLabels)
    /// By thirds of the run's own volatility over the month before each day.
    case volatility
}

/// Labels at moments: each is in force from its own moment until the next.
public struct RegimeLabels: Equatable, Sendable {
    /// The file that they were read from.
    public let file: String
    /// Strictly increasing moments.
    public let timestamps: [Timestamp]
    /// One label per moment: `bull`.
    public let labels: [String]

    /// Labels; both columns must have the same length (a programmer's mistake otherwise).
    public init(file: String, timestamps: [Timestamp], labels: [String]) {
        precondition(timestamps.count == labels.count, "labels need one moment each")
        (self.file, self.timestamps, self.labels) = (file, timestamps, labels)
    }
}
