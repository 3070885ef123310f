/// The yearly Sharpe ratios of the variants that were tried, as a run lists them, or their variance alone.
public struct TrialRatios: Equatable, Sendable {
    /// How many ratios the run lists; nil where it states only their variance.
    public var listed: Int?
    /// Variance of the yearly ratios; nil for a list of one.
    public var annualVariance: Double?

    /// A stated variance.
    public init(annualVariance: Double) { self.annualVariance = annualVariance }

    /// The sample variance (n − 1) of listed ratios.
    public init(listed ratios: [Double]) {
        listed = ratios.count
        guard ratios.count > 1 else { return }
        let mean = ratios.reduce(0, +) / Double(ratios.count)
        annualVariance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(ratios.count - 1)
    }
}
