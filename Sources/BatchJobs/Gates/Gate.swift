import Analytics
import Formatting
import MetricExpressions
import RunModel

/// A condition that every run of a batch must meet: `sharpe >= 1`, or a limit that it must keep.
public struct Gate: Equatable, Sendable {
    private enum Condition: Equatable {
        case expression(Expression)
        case limit(LimitSection.Kind, Double)
    }

    private let condition: Condition

    /// As the user wrote it; a limit as `drawdown within 25%`.
    public var text: String {
        switch condition {
        case .expression(let expression): expression.text
        case .limit(let kind, let size): "\(kind.rawValue) within \(Self.text(size, kind))"
        }
    }

    /// Reads a condition over metrics. Throws with a place where it is none.
    public init(_ text: String, conventions: Conventions) throws(GateError) {
        let expression: Expression
        do throws(ExpressionError) {
            expression = try Expression(text, nearest: { MetricCatalog.nearest(to: $0) }) { name in
                MetricCatalog.declaration(named: name, under: conventions).map { $0.unit == .word ? .word : .number }
            }
        } catch { throw GateError(text: text, problem: error.description) }
        guard expression.kind == .truth else {
            throw GateError(
                text: text,
                problem: "it is \(expression.kind.rawValue), not yes or no; write a comparison such as \(text) >= 1")
        }
        condition = .expression(expression)
    }

    private init(_ condition: Condition) { self.condition = condition }

    /// A gate for each limit, in the order of their kinds.
    public static func gates(of limits: Limits) -> [Gate] {
        LimitSection.Kind.allCases.compactMap { kind in limits[kind].map { Gate(.limit(kind, $0)) } }
    }

    /// Whether it is a limit.
    public var isLimit: Bool { if case .limit = condition { true } else { false } }

    /// The metrics that it looks at.
    public var metrics: [MetricKey] {
        switch condition {
        case .expression(let expression): expression.names.compactMap { MetricKey(rawValue: $0) }
        case .limit: []
        }
    }

    /// Whether a run meets it. What is n/a meets nothing, and a limit that cannot be checked is not kept.
    public func verdict(of overview: RunOverview) -> GateVerdict {
        switch condition {
        case .expression(let expression): Self.verdict(of: overview, expression)
        case .limit(let kind, _): Self.verdict(of: overview.limits.first { $0.key == kind.rawValue }, kind)
        }
    }

    private static func verdict(of limit: RunOverview.Limit?, _ kind: LimitSection.Kind) -> GateVerdict {
        guard let limit else { return GateVerdict(isMet: false, words: "\(kind.rawValue) is not known") }
        guard case .number(let largest) = limit.largest else {
            return GateVerdict(isMet: false, words: words(kind.rawValue, limit.largest))
        }
        let times = limit.breaches == 0 ? "" : ", beyond it \(limit.breaches == 1 ? "once" : "\(limit.breaches) times")"
        return GateVerdict(
            isMet: limit.breaches == 0, words: "\(kind.rawValue) came to \(text(largest, kind))\(times)")
    }

    /// `31.25%`, or `2.5` for a leverage: as gates are written.
    private static func text(_ size: Double, _ kind: LimitSection.Kind) -> String {
        kind == .leverage
            ? SignificantDigits.json(size, count: 4) : SignificantDigits.json(size * 100, count: 4) + "%"
    }

    private static func verdict(of overview: RunOverview, _ expression: Expression) -> GateVerdict {
        let value = expression.value { ExpressionValue(overview[$0]) }
        let values = expression.names.map { name in words(name, overview[name]) }.joined(separator: ", ")
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
