import Formatting

/// What a metric is, once for every place that shows it: reports, JSON, `explain`, the reference in `Documentation/`.
public struct MetricDeclaration: Equatable, Sendable {
    /// How values are written.
    public typealias Unit = ValueUnit

    /// The named groups of metrics, in the order of reports. The raw value is the name in JSON, CSV and tables'
    /// names, ``title`` the heading.
    public enum Group: String, CaseIterable, Sendable {
        /// What was earned.
        case returns = "return"
        /// What was endured.
        case risk
        /// Earned per endured.
        case ratios
        /// Against the benchmark.
        case benchmark
        /// Round trips.
        case trades
        /// What was held.
        case positions
        /// What the numbers are worth.
        case validity
        /// Rating.
        case score
        /// What users write themselves.
        case own

        /// The heading above the group's metrics.
        public var title: String {
            switch self {
            case .returns: "Return"
            case .risk: "Risk"
            case .ratios: "Ratios"
            case .benchmark: "Benchmark"
            case .trades: "Trades"
            case .positions: "Positions"
            case .validity: "Validity"
            case .score: "Score"
            case .own: "Own metrics"
            }
        }
    }

    /// Which of two values a reader would rather have, everything else being equal.
    public enum Direction: String, Sendable {
        /// The larger one: returns, ratios; of what is negative, such as drawdowns, the one nearer to zero.
        case higher
        /// The smaller one.
        case lower
        /// Neither: what describes without judging.
        case neither
    }

    /// Stable name: `sharpe`, `trades.win_rate`.
    public let key: MetricKey
    /// As a reader should see it: `Sharpe ratio`.
    public let name: String
    /// Named group.
    public let group: Group
    /// Unit.
    public let unit: Unit
    /// Decimals when shown (of the percent, for fractions).
    public let places: Int
    /// Which of two values is better.
    public let better: Direction
    /// One sentence.
    public let summary: String
    /// With METRICS' notation: `mean(e)/s(e)·√A`.
    public let formula: String
    /// Sign, annualisation, and what happens for no observation, one, zero variance.
    public let edgeCases: String
    /// What peers do otherwise; empty where all agree.
    public let peers: String
    /// Paper or book; empty for plain definitions.
    public let source: String
    /// Whether the benchmark's own returns give the number too: false for what is made of trades, positions or a comparison.
    public let appliesToBenchmark: Bool
    /// Whether the number is of bars within the day, so that tables of other runs leave it out.
    public let isOfBars: Bool
    /// Whether a table of its own shows the number, so that pages leave it out of the table of its group. Data files,
    /// the terminal and templates have it like any other.
    public let hasOwnTable: Bool
    /// Rises by one when the numbers of the metric change for the same input and choices, for readers of archived numbers.
    /// A test holds recorded values of every key against it.
    public let methodVersion: Int

    /// A declaration with all its parts.
    public init(
        key: MetricKey, name: String, group: Group, unit: Unit, places: Int, better: Direction,
        summary: String, formula: String,
        edgeCases: String, peers: String = "", source: String = "", appliesToBenchmark: Bool,
        isOfBars: Bool = false, hasOwnTable: Bool = false, methodVersion: Int = 1
    ) {
        self.key = key
        self.name = name
        self.group = group
        self.unit = unit
        self.places = places
        self.better = better
        self.summary = summary
        self.formula = formula
        self.edgeCases = edgeCases
        self.peers = peers
        self.source = source
        self.appliesToBenchmark = appliesToBenchmark
        self.isOfBars = isOfBars
        self.hasOwnTable = hasOwnTable
        self.methodVersion = methodVersion
    }

    /// The same metric under the name and unit that one run gives it: `VaR 95 %, one month`.
    func reading(_ name: String, _ unit: Unit) -> MetricDeclaration {
        MetricDeclaration(
            key: key, name: name, group: group, unit: unit, places: places, better: better, summary: summary,
            formula: formula,
            edgeCases: edgeCases, peers: peers, source: source, appliesToBenchmark: appliesToBenchmark,
            isOfBars: isOfBars, hasOwnTable: hasOwnTable, methodVersion: methodVersion)
    }
}
