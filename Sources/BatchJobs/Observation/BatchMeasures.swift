/// What a batch did and what it took, for whoever watches machines. Not of the summary, which holds nothing of clocks.
public struct BatchMeasures: Equatable, Sendable {
    /// Runs whose reports were made.
    public var rendered = 0
    /// Runs that failed.
    public var failed = 0
    /// Runs whose reports stood already.
    public var kept = 0
    /// Runs that do not meet a gate.
    public var rejected = 0
    /// Bytes of the reports that were made.
    public var bytes = 0
    /// Seconds of all reports together, on all workers.
    public var reportSeconds = 0.0
    /// Seconds from the beginning to the end.
    public var seconds = 0.0
    /// Whether all runs were done.
    public var isComplete = false

    mutating func add(_ record: RunRecord, seconds: Double) {
        if record.hasFailed { failed += 1 } else { rendered += 1 }
        bytes += record.files.reduce(0) { $0 + $1.size }
        reportSeconds += seconds
    }
}
