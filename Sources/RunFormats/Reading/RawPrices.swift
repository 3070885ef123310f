/// Bars of several symbols as written, one row each.
struct RawPrices {
    /// One bar; a column that the file does not have repeats the close.
    struct Row {
        var time: WrittenTimestamp
        var open: Double
        var high: Double
        var low: Double
        var close: Double
        /// NaN where it is not known.
        var volume: Double
        var line: Int
    }

    var file: String
    /// The symbols in the order of their first rows.
    var symbols: [String]
    /// The rows of each symbol in the order of the file.
    var rows: [[Row]]
    var hasRanges: Bool
    var hasVolumes: Bool
}
