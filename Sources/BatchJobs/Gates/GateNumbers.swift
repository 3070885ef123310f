import Analytics
import Formatting
import MetricExpressions

/// How the numbers that decided a condition are shown: with the decimals that their metrics usually have, and with as many more
/// as it takes for the shown numbers to decide as the true ones did. `sharpe is 0.9996` where `sharpe >= 1` is not met, because
/// 1.00 would meet it; full digits stand in JSON.
struct GateNumbers {
    private let places: [String: Int]
    /// Decimals beyond the usual ones; nil for all that there are.
    private let more: Int?

    /// Looks for the fewest decimals that keep the answer.
    ///
    /// - Parameters:
    ///   - answer: What the condition came to with all digits.
    ///   - places: The usual decimals of each name.
    ///   - known: The value of a name.
    init(
        _ expression: Expression, _ answer: ExpressionValue, places: [String: Int],
        known: (String) -> ExpressionValue
    ) {
        self.places = places
        more = (0...Self.most).first { more in
            answer
                == expression.value { name in
                    guard case .number(let number) = known(name) else { return known(name) }
                    return .number(Double(Self.text(number, (places[name] ?? 0) + more)) ?? number)
                }
        }
    }

    /// So many decimals more than usual are looked at.
    private static let most = 8

    /// A number of a name in the condition: `0.79`.
    func text(_ number: Double, of name: String) -> String {
        more.map { Self.text(number, (places[name] ?? 0) + $0) } ?? SignificantDigits.json(number)
    }

    private static func text(_ number: Double, _ places: Int) -> String {
        FixedDecimal.digits(of: number, places: places)
    }
}

extension MetricDeclaration {
    /// Decimals of the value itself, which of a percent are two more than are shown.
    var placesOfValue: Int { [.fraction, .fractionPerYear].contains(unit) ? places + 2 : places }
}
