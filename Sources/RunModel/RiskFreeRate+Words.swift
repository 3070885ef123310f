import Formatting

extension RiskFreeRate: CustomStringConvertible {
    /// As people read it: `2 % a year`, or `from rates.csv`.
    public var words: String {
        switch self {
        case .annual(let rate):
            SignificantDigits.json(rate * 100, count: 6) + DisplayNumber.thinSpace + "% a year"
        case .perPeriod(_, let name): "from " + name
        }
    }

    /// The same with its name: `rf 2 % a year`.
    public var description: String { "rf " + words }
}
