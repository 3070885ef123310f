/// Who ran what: the title band of a report.
public struct RunIdentity: Equatable, Sendable {
    /// Names the run's files; a file name without path separators.
    public var id: String
    /// The strategy's name as a reader should see it.
    public var strategy: Sourced<String>
    /// The strategy's version.
    public var version: Sourced<String>
    /// `backtesting.py 0.6.6`, `native run folder`, `bare returns file`.
    public var engine: String
    /// When the run was made, as the run says; never the clock.
    public var created: Sourced<String>
    /// Parameters in the order of the file; secrets are already masked.
    public var parameters: [RunParameter]

    /// An identity with all its parts.
    public init(
        id: String, strategy: Sourced<String>, version: Sourced<String>, engine: String, created: Sourced<String>,
        parameters: [RunParameter]
    ) {
        self.id = id
        self.strategy = strategy
        self.version = version
        self.engine = engine
        self.created = created
        self.parameters = parameters
    }
}

/// One named value of a run's configuration, as text.
public struct RunParameter: Equatable, Sendable {
    /// Dotted where the file nests: `exit.stop_loss`.
    public var name: String
    /// As the file writes it; `•••` where the name says that it is a secret.
    public var value: String

    /// A named value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
