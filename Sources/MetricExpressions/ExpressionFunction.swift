import Glibc

/// The functions that expressions may call.
public enum ExpressionFunction: String, CaseIterable, Sendable {
    /// Without its sign.
    case abs
    /// The smallest of several.
    case min
    /// The largest of several.
    case max
    /// The square root.
    case sqrt
    /// The natural logarithm.
    case log
    /// e to a power.
    case exp
    /// The first value, or the second where that is n/a.
    case `default`

    /// How many arguments it takes.
    var argumentCounts: ClosedRange<Int> {
        switch self {
        case .abs, .sqrt, .log, .exp: 1...1
        case .default: 2...2
        case .min, .max: 1...100
        }
    }

    /// As messages say it: `two arguments`.
    var argumentWords: String {
        switch self {
        case .abs, .sqrt, .log, .exp: "one argument"
        case .default: "two arguments"
        case .min, .max: "one argument or more"
        }
    }

    func value(_ values: [ExpressionValue]) -> ExpressionValue {
        if self == .default, case .absent = values[0] { return values[1] }
        if self == .default { return values[0] }
        var numbers: [Double] = []
        for value in values {
            guard case .number(let number) = value else {
                if case .absent = value { return value }
                return .absent("not a number")
            }
            numbers.append(number)
        }
        return result(numbers)
    }

    private func result(_ numbers: [Double]) -> ExpressionValue {
        let first = numbers[0]
        switch self {
        case .abs: return .number(first.magnitude)
        case .min: return .number(numbers.min() ?? first)
        case .max: return .number(numbers.max() ?? first)
        case .sqrt: return first < 0 ? .absent("the square root of a negative number") : .number(first.squareRoot())
        case .log:
            return first <= 0 ? .absent("the logarithm of a number that is not positive") : .finite(Glibc.log(first))
        case .exp: return .finite(Glibc.exp(first))
        case .default: return .number(first)
        }
    }
}
