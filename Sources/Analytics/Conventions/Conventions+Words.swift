/// Phrases that several formulas share.
extension Conventions {
    /// Which months or years count where they are compared: `complete calendar months`.
    func counted(_ noun: String) -> String {
        partialPeriods == .leftOut ? "complete calendar \(noun)" : "all calendar \(noun), partial ones included"
    }

    /// What win rates of periods divide by: `count(months)`.
    func winRateDivisor(_ noun: String) -> String {
        winRateBase == .allPeriods ? "n" : "count(\(noun) ≠ 0)"
    }

    /// The share of returns above zero; throws where there is none to divide by.
    func winRate(of returns: [Double]) throws(Unavailable) -> Double {
        let base = winRateBase == .allPeriods ? returns.count : returns.count { $0 != 0 }
        guard base > 0 else { throw .noMovement }
        return Double(returns.count { $0 > 0 }) / Double(base)
    }
}
