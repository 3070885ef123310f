import Analytics
import Formatting

/// `Fees took 23.1 % of what trades earned before them`.
enum CostsHeadline {
    static func sentence(_ bridge: CostBridge) -> String? {
        func amount(_ key: String) -> Double? { bridge.steps.first { $0.key == key }?.amount }
        guard let gross = amount("gross"), let fees = amount("fees") else { return nil }
        return sentence(gross: gross, fees: -fees)
    }

    /// Of money before fees and fees; nil without fees, and where there was neither gain nor loss before them.
    static func sentence(gross: Double, fees: Double) -> String? {
        guard fees > 0, gross != 0, gross.isFinite, fees.isFinite else { return nil }
        if gross < 0 { return "Trades lost before fees too" }
        if fees > gross { return "Fees turned what trades earned into a loss" }
        if fees == gross { return "Fees took all that trades earned" }
        let share = fees / gross
        let words = share < 0.0005 ? "less than " + DisplayNumber.percent(0.001) : DisplayNumber.percent(share)
        return "Fees took \(words) of what trades earned before them"
    }
}
