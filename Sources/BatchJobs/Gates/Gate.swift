import Analytics
import Formatting
import MetricExpressions

/// A condition that every run of a batch must meet: `sharpe >= 1`.
public struct Gate: Equatable, Sendable {
    /// As the user wrote it.
    public var text: String { expression.text }
    private let expression: Expression
    /// The metrics that it looks at.
    public let metrics: [MetricKey]

    /// Reads a condition over metrics. Throws with a place where it is none.
    public init(_ text: String, conventions: Conventions) throws(GateError) {
        do throws(ExpressionError) {
            expression = try Expression(text, nearest: { MetricCatalog.nearest(to: $0, under: conventions) }) { name in
                MetricCatalog.declaration(named: name, under: conventions).map { $0.unit == .word ? .word : .number }
            }
        } catch { throw GateError(text: text, problem: error.description) }
        metrics = expression.names.compactMap { MetricKey($0, under: conventions) }
        guard expression.kind == .truth else {
            throw GateError(
                text: text,
                problem: "it is \(expression.kind.rawValue), not yes or no; write a comparison such as \(text) >= 1")
        }
    }

    /// Whether a run meets it. What is n/a meets nothing.
    public func verdict(of overview: RunOverview) -> GateVerdict {
        let value = expression.value { ExpressionValue(overview[$0]) }
        let values = expression.names.map { name in Self.words(name, overview[name]) }.joined(separator: ", ")
        switch value {
        case .truth(let isMet): return GateVerdict(isMet: isMet, words: values)
        case .absent(let reason):
            // What is n/a says so with its reason among the values already.
            let isSaid = values.contains(reason)
            return GateVerdict(isMet: false, words: isSaid ? values : "\(values): \(reason)")
        case .number, .word: return GateVerdict(isMet: false, words: values)
        }
    }

    private static func words(_ name: String, _ value: RunOverview.Value?) -> String {
        switch value {
        case .number(let number): return "\(name) is \(SignificantDigits.json(number))"
        case .word(let word): return "\(name) is \(word)"
        case .absent(let reason): return "\(name) is n/a: \(reason)"
        case nil: return "\(name) is not known"
        }
    }
}

/// Whether a run meets a gate.
public struct GateVerdict: Equatable, Sendable {
    /// Whether it does.
    public var isMet: Bool
    /// The values that decided: `sharpe is 0.79`.
    public var words: String
}

/// A condition that is none.
public struct GateError: Error, Equatable, Sendable {
    /// As the user wrote it.
    public let text: String
    /// Place and fact, with the condition below and carets under the place.
    public let problem: String

    /// Place, fact, remedy.
    public var message: String { "--require '\(text)': \(problem)" }
}

extension ExpressionValue {
    fileprivate init(_ value: RunOverview.Value?) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .word(word)
        case .absent(let reason): self = .absent(reason)
        case nil: self = .absent("not known")
        }
    }
}
