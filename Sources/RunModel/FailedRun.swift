/// A run that its engine did not complete, and that left no value of an account: what is known of it, for a page that says so.
public struct FailedRun: Equatable, Sendable {
    /// Who ran what, with which parameters.
    public var identity: RunIdentity
    /// Why there is nothing to analyse, errors first.
    public var findings: [Finding]
    /// Which files say so.
    public var provenance: Provenance

    /// A failed run with all its parts.
    public init(identity: RunIdentity, findings: [Finding], provenance: Provenance) {
        self.identity = identity
        self.findings = findings
        self.provenance = provenance
    }
}
