/// The choices that decide every number; a profile is a named set of them.
public struct Conventions: Equatable, Sendable {
    /// Name of the profile: `standard`.
    public var profile: String
    /// Annualise spans under 90 days too.
    public var annualiseShort: Bool
    /// Seed of Monte Carlo methods.
    public var seed: UInt64

    /// A set of choices.
    public init(profile: String, annualiseShort: Bool = false, seed: UInt64 = 1) {
        self.profile = profile
        self.annualiseShort = annualiseShort
        self.seed = seed
    }

    /// METRICS.md, "Choices of `standard`".
    public static let standard = Conventions(profile: "standard")
}
