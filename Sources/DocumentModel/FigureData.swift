/// The exact numbers behind a document's figures over time, for pages in which readers point at them.
///
/// Marks of charts name their series by `key` of `LineMark`; this holds what stands under these names. Pages show the
/// numbers as data files write them, with twelve significant digits.
public struct FigureData: Sendable {
    /// How a series can be computed from others, so that a page need not hold all of its digits. A wrong derivation costs
    /// bytes and nothing else: what it misses is written down.
    public enum Derivation: Equatable, Sendable {
        /// From nothing.
        case none
        /// Levels that begin at 1 and grow by returns.
        case growth
        /// Fraction lost since the highest level of a growth.
        case drawdown(of: String)
        /// Growth from one of the series' moments to the next.
        case returns(of: String)
        /// `volatility`, `sharpe` or `sortino` of the last observations of the selection's daily returns, or `beta`,
        /// `correlation` or `alpha` of these and its pairs.
        case rolling(statistic: String, window: Int)
        /// A number and multiples of series that stand before it and have its moments: net = long + short.
        case sum(of: [Part], plus: Double)
    }

    /// A series within a sum.
    public struct Part: Equatable, Sendable {
        /// Its name.
        public var name: String
        /// By what its values are multiplied.
        public var factor: Double

        /// A part.
        public init(_ name: String, times factor: Double) {
            self.name = name
            self.factor = factor
        }
    }

    /// One series.
    public struct Series: Sendable {
        /// As data files name it.
        public var name: String
        /// Milliseconds since 1970 on the wall of the run, increasing.
        public var times: [Int64] {
            switch columns {
            case .kept(let times, _): times
            case .made(let time, _): (0..<count).map(time)
            }
        }
        /// One value per time.
        public var values: [Double] {
            switch columns {
            case .kept(_, let values): values
            case .made(_, let values): values()
            }
        }
        /// How many moments there are.
        public let count: Int
        /// The level at which a growth begins, as it was written, where that is known: its levels are shorter than their
        /// quotients.
        public var startLevel: Double?
        private let columns: Columns
        /// From what it follows.
        public var derivation: Derivation

        /// A series; both columns must have the same length (a programmer's mistake otherwise).
        public init(_ name: String, times: [Int64], values: [Double], derivation: Derivation = .none) {
            precondition(times.count == values.count, "a series has one value per time")
            self.name = name
            count = times.count
            columns = .kept(times, values)
            self.derivation = derivation
        }

        /// A series of so many moments, whose columns are made whenever they are looked at: long ones are not kept.
        public init(
            _ name: String, count: Int, time: @escaping @Sendable (Int) -> Int64,
            values: @escaping @Sendable () -> [Double], derivation: Derivation = .none
        ) {
            self.name = name
            self.count = count
            columns = .made(time, values)
            self.derivation = derivation
        }

        /// The moment in a place; of a long series without making all of them.
        public func time(_ place: Int) -> Int64 {
            switch columns {
            case .kept(let times, _): times[place]
            case .made(let time, _): time(place)
            }
        }

        private enum Columns: Sendable {
            case kept([Int64], [Double])
            case made(@Sendable (Int) -> Int64, @Sendable () -> [Double])
        }
    }

    /// The series, those that others are derived from before them.
    public var series: [Series]
    /// What is needed to say how a part of the run did; nil where a page shall not say it.
    public var selection: SelectionFacts?
    /// What stands between date and time of day where data files write a moment.
    public var timeSeparator: String

    /// The numbers of a document.
    public init(series: [Series], selection: SelectionFacts? = nil, timeSeparator: String = " ") {
        self.series = series
        self.selection = selection
        self.timeSeparator = timeSeparator
    }
}

/// By which conventions a page computes the numbers of a part of the run.
public struct SelectionFacts: Sendable {
    /// One account with its own trading days.
    public struct Account: Equatable, Sendable {
        /// As readers know it.
        public var label: String
        /// The growth's name.
        public var growth: String
        /// The name of the series whose moments are the ends of its trading days.
        public var closes: String
        /// Trading days per year.
        public var periodsPerYear: Double
        /// The risk-free return of each trading day, or a single number that holds for all.
        public var riskFree: [Double]

        /// An account by the names of its series.
        public init(label: String, growth: String, closes: String, periodsPerYear: Double, riskFree: [Double]) {
            self.label = label
            self.growth = growth
            self.closes = closes
            self.periodsPerYear = periodsPerYear
            self.riskFree = riskFree
        }
    }

    /// The run, and its benchmark where it has one.
    public var accounts: [Account]
    /// The name of the benchmark's returns between the moments that both accounts have; empty without a benchmark.
    public var pairs: String
    /// Elapsed days from which growth is stated per year.
    public var growthDays: Double
    /// Elapsed days from which deviations are stated per year.
    public var deviationDays: Double
    /// Keys of the metrics that the page may compute: those whose convention is the documented default.
    public var metrics: [String]

    /// Facts.
    public init(
        accounts: [Account], pairs: String = "", growthDays: Double, deviationDays: Double, metrics: [String]
    ) {
        self.accounts = accounts
        self.pairs = pairs
        self.growthDays = growthDays
        self.deviationDays = deviationDays
        self.metrics = metrics
    }
}
