import Analytics
import Formatting
import MetricExpressions

/// How the numbers that decided a condition are shown: with the decimals that their metrics usually have, and with as many more
/// as it takes for the shown numbers to decide as the true ones did. `sharpe is 0.9996` where `sharpe >= 1` is not met, because
/// 1.00 would meet it; full digits stand in JSON. Fractions are percent where the condition is written so.
struct GateNumbers {
    /// How the numbers of a name are written.
    struct Form: Equatable {
        /// The usual decimals; of the percent, where it is one.
        let places: Int
        /// Whether numbers are written as percent.
        let isPercent: Bool
    }

    private let forms: [String: Form]
    /// Decimals beyond the usual ones; nil for all that there are.
    private let more: Int?

    /// Looks for the fewest decimals that keep the answer.
    ///
    /// - Parameters:
    ///   - answer: What the condition came to with all digits.
    ///   - forms: How each name is written; whole numbers where it is not there.
    ///   - known: The value of a name.
    init(
        _ expression: Expression, _ answer: ExpressionValue, forms: [String: Form],
        known: (String) -> ExpressionValue
    ) {
        self.forms = forms
        more = (0...Self.most).first { more in
            answer
                == expression.value { name in
                    guard case .number(let number) = known(name) else { return known(name) }
                    return .number(Self.rounded(number, forms[name], more))
                }
        }
    }

    /// So many decimals more than usual are looked at.
    private static let most = 8

    /// A number of a name in the condition: `0.79`.
    func text(_ number: Double, of name: String) -> String {
        let form = forms[name]
        let size = form?.isPercent == true ? number * 100 : number
        let text = more.map { FixedDecimal.digits(of: size, places: (form?.places ?? 0) + $0) }
        return (text ?? SignificantDigits.json(size)) + (form?.isPercent == true ? "%" : "")
    }

    private static func rounded(_ number: Double, _ form: Form?, _ more: Int) -> Double {
        let factor = form?.isPercent == true ? 100.0 : 1
        let text = FixedDecimal.digits(of: number * factor, places: (form?.places ?? 0) + more)
        return Double(text).map { $0 / factor } ?? number
    }
}

extension GateNumbers.Form {
    /// The form of a metric in a condition; a fraction that is written as one has two decimals more than its percent.
    init(_ metric: MetricDeclaration, in condition: String) {
        let isFraction = [.fraction, .fractionPerYear].contains(metric.unit)
        isPercent = isFraction && condition.contains("%")
        places = isFraction && !isPercent ? metric.places + 2 : metric.places
    }
}
