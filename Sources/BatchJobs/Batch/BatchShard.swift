import NativeCodecs
import SystemFiles

/// One of n parts of a batch, for several machines: `2/8` is the second of eight.
///
/// A digest of a run's key decides, so every machine comes to the same parts, whatever other runs there are, and runs that
/// would have the same files are in one part.
public struct BatchShard: Equatable, Sendable {
    /// From 1.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// More parts than any cluster has machines.
    private static let most = 1_000_000

    /// The shard that a text such as `2/8` names; nil for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
            (1...Self.most).contains(count), (1...count).contains(index)
        else { return nil }
        (self.index, self.count) = (index, count)
    }

    /// Whether what has this key belongs to the shard.
    func holds(_ key: String) -> Bool {
        let first = SHA256.digest(of: PathText.bytes(of: key)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return first % UInt64(count) == UInt64(index - 1)
    }

    /// What of the things found belongs to the shard: a folder that cannot be listed is told by one shard too.
    func part(of found: FoundRuns) -> FoundRuns {
        FoundRuns(
            runs: found.runs.filter { holds($0.key) }, passedOver: found.passedOver.filter(holds),
            failures: found.failures.filter { holds($0.path) })
    }
}
