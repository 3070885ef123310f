import Glibc

/// A formula that makes returns or equity of what a column holds.
enum ValueConversion: Equatable, Sendable {
    /// ln(1 + r), in fractions or percents.
    case log, logPercent
    /// r in percents, or in hundredths of a percent.
    case percent, basisPoints
    /// The return since the start: as a fraction, in percents, or as a logarithm.
    case cumulative, cumulativePercent, cumulativeLog
    /// The logarithm of equity.
    case logLevel

    /// What comes out.
    var content: RunOptions.BareContent {
        switch self {
        case .log, .logPercent, .percent, .basisPoints: .returns
        case .cumulative, .cumulativePercent, .cumulativeLog, .logLevel: .equity
        }
    }

    /// The formula in words, for the note; values that start near `base` are levels already.
    var formula: String {
        switch self {
        case .log: "log returns, converted by exp(x) - 1"
        case .logPercent: "log returns in percent, converted by exp(x / 100) - 1"
        case .percent: "percents, divided by 100"
        case .basisPoints: "basis points, divided by 10000"
        case .cumulative: "cumulative returns, converted to levels by 1 + x"
        case .cumulativePercent: "cumulative returns in percent, converted to levels by 1 + x / 100"
        case .cumulativeLog: "cumulative log returns, converted to levels by exp(x)"
        case .logLevel: "logarithms of equity, converted by exp(x)"
        }
    }

    /// The level at which nothing has been won or lost, where a column of this name may hold levels instead.
    private var base: Double? {
        switch self {
        case .cumulative: 1
        case .cumulativePercent: 100
        default: nil
        }
    }

    /// Whether values of a cumulative column are the growth of 1 (or 100) rather than the return since the start: they
    /// begin near it, and none is zero or below.
    func areLevels(_ values: [Double]) -> Bool {
        guard let base, let first = values.first(where: { !$0.isNaN }) else { return false }
        return (first / base - 1).magnitude <= 0.3 && values.allSatisfy { !($0 <= 0) }
    }

    /// The values after conversion; missing ones stay missing.
    func converted(_ values: [Double]) -> [Double] {
        switch self {
        case .log: values.map { expm1($0) }
        case .logPercent: values.map { expm1($0 / 100) }
        case .percent: values.map { $0 / 100 }
        case .basisPoints: values.map { $0 / 10_000 }
        case .cumulative: values.map { 1 + $0 }
        case .cumulativePercent: values.map { 1 + $0 / 100 }
        case .cumulativeLog, .logLevel: values.map { exp($0) }
        }
    }
}
