import RunModel

/// Executions as written; their timestamps have no zone yet.
struct RawFills {
    /// One execution.
    struct Row {
        var fill: Fill
        var time: WrittenTimestamp
        /// When it was decided.
        var decided: WrittenTimestamp?
        var line: Int
    }

    var file: String
    var rows: [Row]
    /// Whether the file has a column of fees.
    var hasFees = true
    /// How exactly quantity, price (as the entry's) and fees were written.
    var digits = RawTrades.Digits()
}
