import Analytics

/// Whether the Sharpe ratios of two runs differ by more than chance, told twice: by a formula that takes returns to be
/// independent and normal, and by drawing the returns anew.
///
/// Both see the excess returns between common moments, so the ratios here are those of these returns: they differ from the
/// headline ratios where a run has moments of its own.
public struct SharpeDifference: Equatable, Sendable {
    /// How far an estimate may be off, and how likely such a difference is where there is none.
    public struct Test: Equatable, Sendable {
        /// Of the difference, per year.
        public let standardError: Double
        /// Lower end of the 95 % interval of the difference.
        public let low: Double
        /// Upper end.
        public let high: Double
        /// Two-sided: the chance of a difference at least as large where the true one is zero.
        public let probability: Double
    }

    /// Excess returns of each run.
    public let count: Int
    /// By which ratios are stated per year.
    public let periodsPerYear: Double
    /// The first run's Sharpe ratio, a year.
    public let first: Double
    /// The second run's.
    public let second: Double
    /// Correlation of the excess returns.
    public let correlation: Double
    /// Jobson and Korkie's test (1981) with Memmel's correction (2003).
    public let jobsonKorkie: Test
    /// Its statistic, standard normal where the true ratios are equal.
    public let statistic: Double
    /// The circular block bootstrap, or why it says nothing.
    public let bootstrap: Result<BootstrapTest, Unavailable>

    /// The first ratio less the second.
    public var difference: Double { first - second }
}

/// What drawing the returns anew says of a difference of Sharpe ratios.
public struct BootstrapTest: Equatable, Sendable {
    /// The difference of each resample, a year, ascending.
    public let differences: [Double]
    /// Error, percentile interval, and the share of resamples whose difference lies at least as far from the observed one
    /// as that lies from zero (with one added to both counts, so that it is never 0).
    public let test: SharpeDifference.Test
    /// Where the random numbers started.
    public let seed: UInt64
    /// Returns in one block.
    public let blockLength: Int
    /// Resamples that were drawn; those in which a run does not vary are left out of ``differences``.
    public let resamples: Int
}
