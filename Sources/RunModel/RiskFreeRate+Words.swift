import Formatting

extension RiskFreeRate: CustomStringConvertible {
    /// As people read it: `rf 2 % a year`, or `rf from rates.csv`.
    public var description: String {
        switch self {
        case .annual(let rate):
            "rf " + SignificantDigits.json(rate * 100, count: 6) + DisplayNumber.thinSpace + "% a year"
        case .perPeriod(_, let name): "rf from " + name
        }
    }
}
