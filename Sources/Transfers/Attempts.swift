/// How often something is tried, and how long between: each wait is twice the one before.
public struct Attempts: Equatable, Sendable {
    /// At most so many attempts.
    public var most: Int
    /// Seconds before the second attempt.
    public var firstWait: Double

    /// No wait is longer, whatever the other side asks for.
    static let longestWait = 60.0

    /// Four attempts within seven seconds, where nothing else is said.
    public init(most: Int = 4, firstWait: Double = 1) {
        self.most = most
        self.firstWait = firstWait
    }

    /// Tries until it is sent, cannot be sent, or has been tried often enough.
    ///
    /// - Parameters:
    ///   - wait: Called between attempts, with seconds.
    ///   - attempt: One attempt.
    /// - Returns: How the last attempt ended, and how many there were.
    public func run(
        wait: (Double) -> Void, _ attempt: () -> TransferOutcome
    ) -> (outcome: TransferOutcome, count: Int) {
        var outcome = attempt()
        var (count, seconds) = (1, firstWait)
        while !outcome.isSent, outcome.mayPass, count < most {
            wait(min(max(seconds, outcome.wait ?? 0), Self.longestWait))
            outcome = attempt()
            count += 1
            seconds *= 2
        }
        return (outcome, count)
    }
}
