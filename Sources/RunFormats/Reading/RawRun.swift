import RunModel
import Series

/// A run as one reader found it, before stamps have a zone, series have been checked, and parts have been aligned.
struct RawRun {
    /// For the provenance: `backtesting.py`.
    var format: String
    /// For the provenance: `columns Equity, DrawdownPct`.
    var recognisedBy: String
    /// For the title band: `backtesting.py`, with its version where known.
    var engine: String
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
    /// Value per symbol.
    var positions: RawPositions?
    /// Relations between files that the reader alone can check, as findings.
    var reportedEndValue: (value: Double, file: String, name: String)?
}

/// A column of values at stamps as written; missing values are NaN.
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
    var stampColumn: String
    var content: Content
    var stamps: StampColumn
    var values: [Double]
    /// 1-based line of the file for each value.
    var lines: [UInt32]
    /// How exactly the values were written; nil where the format holds doubles.
    var digits: WrittenDigits?
}

/// Round trips as written.
struct RawTrades {
    /// One round trip; stamps have no zone yet.
    struct Row {
        var trade: Trade
        var entry: WrittenStamp
        /// Nil for a trade that was never closed.
        var exit: WrittenStamp?
        var line: Int
    }

    var file: String
    var rows: [Row]
}

/// Values per symbol as written.
struct RawPositions {
    var file: String
    var stampColumn: String
    var stamps: StampColumn
    var symbols: [String]
    var values: [[Double]]
    var cash: [Double]?
    var lines: [UInt32]
}

/// What a run says of itself, in `run.json` or in an engine's own words.
struct RunDescription {
    var id: String?
    var strategy: Given<String> = .absent
    var version: Given<String> = .absent
    var engine: String?
    var created: Given<String> = .absent
    var currency: String?
    var initialCapital: Double?
    var timeZone: String?
    var calendar: String?
    var periodsPerYear: Double?
    var benchmarkName: String?
    var riskFree: Double?
    var parameters = [RunParameter]()
    var costs = CostModel()
    var sectors = [RunParameter]()
    var outOfSampleStart: CalendarDate?
    var trials: Int?
}
