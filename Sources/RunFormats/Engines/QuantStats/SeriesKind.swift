import RunModel

/// Whether a column without a telling name holds returns or prices, by the rule of QuantStats.
///
/// QuantStats takes a series that is never below 0 and goes above 1 for prices. Here prices are also above 0 throughout and
/// take many values, and returns are below 0 somewhere and never lose everything; what is neither is not guessed.
enum SeriesKind {
    /// What values are; nil where they could be either, or something else, or are fewer than three.
    static func content(of values: [Double]) -> RawSeries.Content? {
        let known = values.filter { !$0.isNaN }
        guard let least = known.min(), let most = known.max(), known.count > 2, most.isFinite, least.isFinite else {
            return nil
        }
        if least < 0 { return least > -1 ? .returns : nil }
        guard least > 0, most > 1 else { return nil }
        // Codes and counts take few values.
        return Set(known.prefix(1000)).count * 4 >= min(known.count, 1000) ? .levels : nil
    }
}
