/// What the bootstrap of a comparison may do.
public struct ComparisonOptions: Equatable, Sendable {
    /// Where the random numbers start; equal seeds give equal results.
    public var seed: UInt64
    /// Returns in one block; nil takes the cube root of their number, rounded up. Blocks keep what neighbouring returns
    /// have to do with each other; a length of 1 takes returns to be independent.
    public var blockLength: Int?
    /// How many times the returns are drawn anew.
    public var resamples: Int

    /// The defaults: seed 1, blocks of the cube root's length, 5,000 resamples.
    public init(seed: UInt64 = 1, blockLength: Int? = nil, resamples: Int = 5000) {
        self.seed = seed
        self.blockLength = blockLength
        self.resamples = resamples
    }
}
