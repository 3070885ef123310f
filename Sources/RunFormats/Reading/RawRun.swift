import RunModel
import Series

/// A run as one reader found it, before timestamps have a zone, series have been checked, and parts have been aligned.
struct RawRun {
    /// For the provenance: `backtesting.py`.
    var format: String
    /// For the provenance: `columns Equity, DrawdownPct`; empty where the reader's ``Recognition`` says it.
    var recognisedBy = ""
    /// For the title band: `backtesting.py`, with its version where known.
    var engine: String
    /// Whether the format alone says which engine it was.
    var isOfEngine = false
    /// What the run says of itself.
    var description = RunDescription()
    /// Equity or returns.
    var main: RawSeries
    /// What it is compared with.
    var benchmark: RawSeries?
    /// Rates of an account without risk.
    var riskFree: RawSeries?
    /// Round trips; nil where none are recorded.
    var trades: RawTrades?
    /// Executions; round trips are made of them where ``trades`` lacks some.
    var fills: RawFills?
    /// What was ordered; fills are made of them where ``fills`` is nil.
    var orders: RawOrders?
    /// Value per symbol.
    var positions: RawPositions?
    /// What was set aside for positions.
    var margin: RawMargin?
    /// Regime labels.
    var regimes: RawRegimes?
    /// Returns of factors, one series each; empty where the run has none.
    var factors = [RawSeries]()
    /// Bars of symbols.
    var prices: RawPrices?
    /// Shocks to look at the loss of, and the file that they stand in.
    var scenarios: (file: String, all: [Scenario])?
    /// The benchmark's weights and returns by segment.
    var segments: RawSegments?
    /// The other of returns and equity, where a run has both; for comparison alone.
    var other: RawSeries?
    /// Names of files that lie in the run and could not be read as what they are named.
    var unreadable = [String]()
    /// Numbers that the engine itself computed of the run.
    var reported = [ReportedStatistic]()
    /// The last value of the account as the engine's statistics give it.
    var reportedEndValue: (value: Double, file: String, name: String)?
}

/// A column of values at timestamps as written; missing values are NaN.
struct RawSeries {
    /// What the values are.
    enum Content: Equatable {
        /// Simple returns per period.
        case returns
        /// Values of an account, prices or index levels.
        case levels
        /// Fractions per year.
        case annualRates
    }

    var file: String
    var column: String
    var timestampColumn: String
    var content: Content
    var timestamps: TimestampColumn
    var values: [Double]
    /// 1-based line of the file for each value.
    var lines: [UInt32]
    /// How exactly the values were written; nil where the format holds doubles.
    var digits: WrittenDigits?

    /// The same series from the last row to the first.
    func reversed() -> RawSeries {
        var series = self
        series.timestamps = timestamps.reversed()
        series.values.reverse()
        series.lines.reverse()
        return series
    }
}

/// Round trips as written.
struct RawTrades {
    /// One round trip; timestamps have no zone yet.
    struct Row {
        var trade: Trade
        var entry: WrittenTimestamp
        /// Nil for a trade that was never closed.
        var exit: WrittenTimestamp?
        var line: Int
    }

    /// How exactly the columns were written; nil for a column that is not there, and where the format holds doubles.
    struct Digits {
        var quantity: WrittenDigits?
        var entryPrice: WrittenDigits?
        var exitPrice: WrittenDigits?
        var fees: WrittenDigits?
        var profit: WrittenDigits?
    }

    var file: String
    var rows: [Row]
    /// Whether the file has profits of its own; otherwise the reader made them of prices.
    var hasProfits = true
    /// Whether the file has a column of fees.
    var hasFees = true
    /// Whether the file numbers or names its trades.
    var hasIdentifiers = false
    /// Whether the engine lists closed trades alone: open ones are made of ``RawRun/fills``.
    var lacksOpen = false
    /// Whether every open trade has the price at the end, although it may be the same as that of its entry.
    var pricesOpen = false
    var digits = Digits()
}

/// Values per symbol as written.
struct RawPositions {
    var file: String
    var timestampColumn: String
    var timestamps: TimestampColumn
    var symbols: [String]
    var values: [[Double]]
    var cash: [Double]?
    /// 1-based line of the file for each moment.
    var lines: [UInt32]
    /// Units and prices, where the file is a long table that has them.
    var details: RawPositionDetails?
    /// How exactly each symbol's values were written, then cash's.
    var digits = [WrittenDigits?]()
    var cashDigits: WrittenDigits?
    /// Whether the columns are classes of assets.
    var areClasses = false
}

/// Units and prices of positions as written: one per moment and symbol, NaN where the file has no row.
struct RawPositionDetails {
    var quantities: [[Double]]
    /// Rows whose value is not quantity times price times multiplier, each with its place.
    var contradictions: [PositionContradiction]
    /// How many rows have both a value and a quantity and price.
    var compared: Int
}

/// A row of positions whose value contradicts its own quantity and price.
struct PositionContradiction {
    var line: Int
    var moment: Int
    var symbol: String
    var value: Double
    var product: Double
    var tolerance: Double
}

/// What a run says of itself, in `run.json` or in an engine's own words.
struct RunDescription {
    var id: String?
    var strategy: Sourced<String> = .absent
    var version: Sourced<String> = .absent
    var engine: String?
    var created: Sourced<String> = .absent
    var currency: String?
    var initialCapital: Double?
    /// What the capital was derived from; nil where the run says it.
    var capitalSource: String?
    /// Whether the first value of equity is that at the end of the first period, and the capital stands one period before
    /// it even where both are equal.
    var capitalStandsBefore = false
    var timeZone: String?
    /// How a reader found the zone; nil where the run says it.
    var timeZoneReason: String?
    var calendar: String?
    var periodsPerYear: Double?
    var benchmarkName: String?
    var riskFree: Double?
    var parameters = [RunParameter]()
    var costs = CostModel()
    var instruments = [Instrument]()
    /// From where on validation calls something unusual, as far as the run says so.
    var thresholds: [(name: String, value: Double)] = []
    var outOfSampleStart: CalendarDate?
    var trials: Int?
    /// Yearly Sharpe ratios of the variants tried.
    var trialSharpes: [Double]?
    /// Their variance, where they are not listed.
    var trialSharpeVariance: Double?

    /// What is known of the variants' Sharpe ratios; a stated variance stands above a listed one.
    var trialRatios: TrialRatios? {
        var ratios = trialSharpes.map { TrialRatios(listed: $0) }
        if let trialSharpeVariance {
            if ratios == nil { ratios = TrialRatios(annualVariance: trialSharpeVariance) }
            ratios?.annualVariance = trialSharpeVariance
        }
        return ratios
    }
}
