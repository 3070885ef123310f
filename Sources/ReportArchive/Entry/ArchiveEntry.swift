import Analytics

/// What the archive says of one report: who and when, its key metrics, and its files with their digests.
public struct ArchiveEntry: Equatable, Sendable {
    /// A metric's number, its word, or why there is neither.
    public enum Value: Equatable, Sendable {
        /// In the metric's unit.
        case number(Double)
        /// A rating.
        case word(String)
        /// n/a, with the reason.
        case absent(String)
    }

    /// A metric by its key.
    public struct Metric: Equatable, Sendable {
        /// Its key.
        public var key: String
        /// Its value.
        public var value: Value

        /// A metric.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// A file of the report, or one that it was made from.
    public struct File: Equatable, Sendable {
        /// Its name, without folders.
        public var name: String
        /// Its bytes; 0 where they were not counted.
        public var size: Int
        /// SHA-256 of its content in hex.
        public var sha256: String

        /// A file.
        public init(name: String, size: Int, sha256: String) {
            self.name = name
            self.size = size
            self.sha256 = sha256
        }
    }

    /// A condition that the run was held against.
    public struct Verdict: Equatable, Sendable {
        /// As the user wrote it.
        public var condition: String
        /// Whether the run met it.
        public var isMet: Bool
        /// The values that decided.
        public var words: String

        /// A verdict.
        public init(condition: String, isMet: Bool, words: String) {
            self.condition = condition
            self.isMet = isMet
            self.words = words
        }
    }

    /// An option that decided the report, by a digest of its value: values may be secret.
    public struct Option: Equatable, Sendable {
        /// Its name: `--theme`.
        public var name: String
        /// The digest in hex.
        public var digest: String

        /// An option.
        public init(name: String, digest: String) {
            self.name = name
            self.digest = digest
        }
    }

    /// The run's id.
    public var run: String
    /// The strategy's name; nil where the run does not say.
    public var strategy: String?
    /// The strategy's version, as the run names it.
    public var version: String?
    /// What made the run.
    public var engine = ""
    /// Its first moment.
    public var start = ""
    /// Its last moment.
    public var end = ""
    /// How many returns it has.
    public var observations = 0
    /// Findings of severity warning.
    public var warnings = 0
    /// Key metrics, in the order of the catalogue.
    public var metrics: [Metric] = []
    /// Growth of 1 at evenly spaced observations.
    public var growth: [Double] = []
    /// What it was made from.
    public var inputs: [File] = []
    /// The options that decided it.
    public var options: [Option] = []
    /// The conditions that it was held against, each with the answer.
    public var verdicts: [Verdict] = []
    /// The version of Tearsheet that made it, with its libraries.
    public var tearsheet = ""
    /// Its files, by name.
    public var files: [File] = []

    /// When it was archived, by the clock of whoever did: milliseconds after 1970 in UTC.
    public var archived: Int64 = 0
    /// Which archived report of its strategy it is: one more than the highest that its writer found. Clocks may go
    /// backwards, this does not.
    public var sequence = 0

    /// An entry of a run without anything else.
    public init(run: String) { self.run = run }

    /// What its history is filed under: the strategy, or the run's id where it names none.
    public var strategyName: String { strategy.flatMap { $0.isEmpty ? nil : $0 } ?? run }

    /// Whether it met all conditions; true where there were none.
    public var isAccepted: Bool { verdicts.allSatisfy(\.isMet) }

    /// The value of a metric; nil where it is not kept.
    public subscript(key: String) -> Value? { metrics.first { $0.key == key }?.value }

    /// The number of a metric.
    public func number(_ key: String) -> Double? { if case .number(let number) = self[key] { number } else { nil } }
}

extension ArchiveEntry {
    /// The metrics that entries keep: what readers rank and compare versions by, and what searches ask for.
    public static let keptMetrics = [
        "total_return", "cagr", "annual_volatility", "sharpe", "sortino", "calmar", "max_drawdown", "omega",
        "best_year", "worst_year", "monthly_win_rate", "exposure", "alpha", "beta", "information_ratio",
        "trades.count", "trades.win_rate", "trades.profit_factor", "trades.expectancy", "turnover", "var_historical_95",
        "cvar_historical_95", "probabilistic_sharpe", "deflated_sharpe", "score",
    ].compactMap(MetricKey.init(rawValue:))
}
