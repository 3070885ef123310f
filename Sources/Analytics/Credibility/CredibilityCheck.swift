import Formatting

/// One question to the evidence of a run: its value, the threshold that it is held against, and why that matters.
///
/// Every run is asked the same questions in the same order (``Key``). A question that a run has no data for is not checked;
/// that is no praise.
public struct CredibilityCheck: Equatable, Sendable {
    /// What came out.
    public enum Outcome: String, CaseIterable, Sendable {
        /// The value is on the right side of the threshold.
        case holds
        /// It is on the wrong side.
        case fails
        /// The run lacks what the question needs; ``CredibilityCheck/statement`` says what.
        case notChecked = "not_checked"
    }

    /// On which side of the threshold a value should be.
    public enum Relation: String, Sendable {
        /// Above it.
        case above
        /// At it, or above.
        case atLeast = "at_least"
        /// At it, or below.
        case atMost = "at_most"
    }

    /// Which question.
    public let key: Key
    /// What came out.
    public let outcome: Outcome
    /// What was found; nil where nothing was checked.
    public let value: Double?
    /// The result in words with its number, lower case: `10.0 years of history`; for what was not checked, what is missing.
    public let statement: String
    /// The failing check of which this one is only a consequence; such a failure is not counted again.
    public internal(set) var cause: Key?
    /// What a reader should mind, where there is something.
    let caution: Caution?

    init(
        _ key: Key, _ outcome: Outcome, _ value: Double? = nil, _ statement: String, caution: (String, String)? = nil
    ) {
        self.key = key
        self.outcome = outcome
        self.value = value
        self.statement = statement
        self.caution = caution.map { Caution(code: $0.0, text: $0.1) }
    }

    /// A check of something that the run does not have.
    static func notChecked(_ key: Key, _ missing: String, caution: (String, String)? = nil) -> CredibilityCheck {
        CredibilityCheck(key, .notChecked, nil, missing, caution: caution)
    }
}

extension CredibilityCheck {
    /// The questions; the order is that of pages and data files, the most important first. The raw value is the stable name
    /// for machines.
    public enum Key: String, CaseIterable, Sendable {
        /// Does the data check find nothing that may mislead?
        case dataQuality = "data_quality"
        /// Do trades, positions, cash and equity explain each other?
        case reconciliation
        /// Is the run long enough to have met several market conditions?
        case history
        /// Is the Sharpe ratio above zero, by its 95 % interval?
        case sharpe
        /// Does it stay what it was behind the date until which the strategy was fitted?
        case outOfSample = "out_of_sample"
        /// Are neighbouring returns independent?
        case independence
        /// Are there enough closed trades?
        case trades
        /// Were costs charged?
        case costs
        /// Is alpha above zero?
        case alpha
        /// Is the growth made by more than one day?
        case dominantDay = "dominant_day"
        /// Does the benchmark cover the whole run?
        case benchmark
        /// Does the Sharpe ratio survive the number of variants that were tried?
        case deflation
    }
}

extension CredibilityCheck.Key {
    /// The value that a check is held against.
    public var threshold: Double {
        switch self {
        case .dataQuality, .reconciliation, .sharpe, .costs: 0
        case .history: 3
        case .outOfSample: 0.5
        case .independence, .dominantDay: 0.2
        case .trades: 30
        case .alpha: 0.05
        case .benchmark: 1
        case .deflation: 0.95
        }
    }

    /// On which side of ``threshold`` the value should be.
    public var relation: CredibilityCheck.Relation {
        switch self {
        case .dataQuality, .reconciliation, .independence, .dominantDay, .alpha: .atMost
        case .sharpe, .costs: .above
        case .history, .outOfSample, .trades, .benchmark, .deflation: .atLeast
        }
    }

    /// In what value and threshold are given, and with how many decimals readers see them.
    public var unit: (unit: ValueUnit, places: Int) {
        switch self {
        case .dataQuality, .reconciliation, .trades: (.count, 0)
        case .history: (.years, 1)
        case .sharpe, .independence, .outOfSample: (.ratio, 2)
        case .alpha: (.probability, 3)
        case .deflation: (.probability, 2)
        case .costs, .dominantDay, .benchmark: (.fraction, 1)
        }
    }

    /// What the value is, for the head of its row: `Years of history`.
    public var title: String {
        switch self {
        case .dataQuality: "Warnings of the data check"
        case .reconciliation: "Parts of the run that contradict each other"
        case .history: "Length of the history"
        case .sharpe: "Lower end of the Sharpe ratio's 95 % interval"
        case .outOfSample: "Sharpe ratio out of sample over in sample"
        case .independence: "Autocorrelation of returns"
        case .trades: "Closed trades"
        case .costs: "Trades that paid fees"
        case .alpha: "p-value of alpha"
        case .dominantDay: "Share of the largest day in the growth"
        case .benchmark: "Part of the run that the benchmark covers"
        case .deflation: "Deflated Sharpe ratio"
        }
    }

    /// Why the question is asked.
    public var reason: String {
        switch self {
        case .dataQuality: "numbers are no better than what they are made of"
        case .reconciliation: "an engine's mistake shows where its own parts disagree"
        case .history: "fewer than three years hold few market conditions"
        case .sharpe: "an estimate that may be zero shows no skill"
        case .outOfSample: "what was fitted to the past fades behind it"
        case .independence: "smoothed prices understate risk and overstate ratios"
        case .trades: "statistics of fewer than thirty trades are guesses"
        case .costs: "nobody trades for nothing"
        case .alpha: "without it the benchmark explains the result"
        case .dominantDay: "one good day is no strategy"
        case .benchmark: "a comparison holds for the time that was compared"
        case .deflation: "the best of many variants looks good by selection alone"
        }
    }
}
