import Analytics
import Formatting
import MetricExpressions
import ReportArchive
import RunModel
import Series
import SystemFiles

/// A condition that every run of a batch must meet: `sharpe >= 1`, or `sharpe >= previous.sharpe - 0.1` where there is an
/// archive to compare with; or a limit that it must keep.
public struct Gate: Equatable, Sendable {
    private enum Condition: Equatable {
        case expression(Expression)
        case limit(LimitSection.Kind, Double)
    }

    private let condition: Condition
    /// The metrics that it looks at, of the run or of the report before it.
    public let metrics: [MetricKey]
    /// How the numbers of each name in the condition are written.
    private let forms: [String: GateNumbers.Form]

    /// What stands before metrics of the last good report of the strategy.
    private static let previous = "previous."

    /// As the user wrote it; a limit as `drawdown within 25%`.
    public var text: String {
        switch condition {
        case .expression(let expression): expression.text
        case .limit(let kind, let size): "\(kind.key) within \(Self.text(size, kind))"
        }
    }

    /// Reads a condition over metrics. Throws with a place where it is none.
    ///
    /// - Parameter hasArchive: Whether there is an archive, without which nothing is `previous`.
    public init(_ text: String, conventions: Conventions, hasArchive: Bool = false) throws(GateError) {
        let expression: Expression
        do throws(ExpressionError) {
            expression = try Expression(text, nearest: { Self.nearest(to: $0, under: conventions) }) { name in
                MetricCatalog.declaration(named: Self.key(name), under: conventions)
                    .map { $0.unit == .word ? .word : .number }
            }
        } catch { throw GateError(text: text, problem: error.description) }
        metrics = expression.names.compactMap { MetricKey(Self.key($0), under: conventions) }
        condition = .expression(expression)
        let named = expression.names.compactMap { name in
            MetricCatalog.declaration(named: Self.key(name), under: conventions)
                .map { (name, GateNumbers.Form($0, in: text)) }
        }
        forms = Dictionary(named, uniquingKeysWith: { first, _ in first })
        guard hasArchive || !looksBack else {
            throw GateError(
                text: text, problem: "previous is the last good report in an archive; name it with --archive DIR")
        }
        guard expression.kind == .truth else {
            throw GateError(
                text: text,
                problem: "it is \(expression.kind.rawValue), not yes or no; write a comparison such as \(text) >= 1")
        }
    }

    private init(_ kind: LimitSection.Kind, _ size: Double) {
        condition = .limit(kind, size)
        (metrics, forms) = ([], [:])
    }

    /// A gate for each limit.
    public static func gates(of limits: Limits) -> [Gate] { limits.all.map { Gate($0.kind, $0.size) } }

    /// Whether it is a limit.
    public var isLimit: Bool { if case .limit = condition { true } else { false } }

    private static func nearest(to name: String, under conventions: Conventions) -> String? {
        guard name.hasPrefix(previous) else { return MetricCatalog.nearest(to: name, under: conventions) }
        return MetricCatalog.nearest(to: key(name), under: conventions).map { previous + $0 }
    }

    /// The metric that a name is of: `sharpe` of `previous.sharpe`.
    private static func key(_ name: String) -> String {
        name.hasPrefix(previous) ? String(name.dropFirst(previous.count)) : name
    }

    /// Whether it compares with the last good report of the strategy.
    public var looksBack: Bool {
        guard case .expression(let expression) = condition else { return false }
        return expression.names.contains { $0.hasPrefix(Self.previous) }
    }

    /// Whether a run meets it. What is n/a meets nothing, and a limit that cannot be checked is not kept, but the first
    /// report of a strategy falls behind none.
    ///
    /// - Parameter last: The last good report of the strategy in the archive.
    func verdict(of overview: RunOverview, after last: Archive.Place? = nil) -> GateVerdict {
        switch condition {
        case .expression(let expression): verdict(of: overview, after: last, expression)
        case .limit(let kind, let size):
            Self.verdict(of: overview.limits.first { $0.key == kind.key }, kind, within: size)
        }
    }

    private static func verdict(
        of limit: RunOverview.Limit?, _ kind: LimitSection.Kind, within size: Double
    ) -> GateVerdict {
        guard let limit else { return GateVerdict(isMet: false, values: "\(kind.key) is not known") }
        guard case .number(let largest) = limit.largest else {
            return GateVerdict(isMet: false, values: absence(kind.key, limit.largest))
        }
        let times = limit.breaches == 0 ? "" : ", beyond it \(limit.breaches == 1 ? "once" : "\(limit.breaches) times")"
        let digits = (4...12).first { count in
            (SignificantDigits.round(largest, to: count) > size) == (limit.breaches > 0)
        }
        let came = text(largest, kind, digits: digits ?? 12)
        return GateVerdict(isMet: limit.breaches == 0, values: "\(kind.key) came to \(came)\(times)")
    }

    /// `31.25%`, or `2.5` for a leverage: as gates are written.
    private static func text(_ size: Double, _ kind: LimitSection.Kind, digits: Int = 4) -> String {
        kind == .leverage
            ? SignificantDigits.json(size, count: digits) : SignificantDigits.json(size * 100, count: digits) + "%"
    }

    private func verdict(
        of overview: RunOverview, after last: Archive.Place?, _ expression: Expression
    ) -> GateVerdict {
        func known(_ name: String) -> RunOverview.Value? {
            guard name.hasPrefix(Self.previous) else { return overview[name] }
            return last?.entry[Self.key(name)].map { RunOverview.Value($0) }
        }
        let value = expression.value { ExpressionValue(known($0)) }
        let shown = GateNumbers(expression, value, forms: forms) { ExpressionValue(known($0)) }
        if last == nil, looksBack, case .absent = value {
            return GateVerdict(isMet: true, values: "no earlier good report of the strategy is archived")
        }
        let values = expression.names.map { Self.words($0, known($0), shown) }.joined(separator: ", ")
        let lastGood = looksBack ? last.map(Self.words) : nil
        switch value {
        case .truth(let isMet): return GateVerdict(isMet: isMet, values: values, lastGood: lastGood)
        case .absent(let reason):
            // What is n/a says so with its reason among the values already.
            let isSaid = values.contains(reason)
            return GateVerdict(
                isMet: false, values: isSaid ? values : "\(values): \(reason)", lastGood: lastGood)
        case .number, .word: return GateVerdict(isMet: false, values: values, lastGood: lastGood)
        }
    }

    /// `version 1.4, entry 3f2a91c4d5e6 of 2026-11-25, run goog`.
    private static func words(of place: Archive.Place) -> String {
        let date = Timestamp.utc(milliseconds: place.entry.archived).prefix(10)
        let version = place.entry.version.map { "version \(PathText.shown($0)), " } ?? ""
        return version + "entry \(place.shortID) of \(date), run \(PathText.shown(place.entry.run))"
    }

    private static func words(_ name: String, _ value: RunOverview.Value?, _ numbers: GateNumbers) -> String {
        switch value {
        case .number(let number): return "\(name) is \(numbers.text(number, of: name))"
        case .word, .absent, nil: return absence(name, value)
        }
    }

    /// What stands where there is no number.
    private static func absence(_ name: String, _ value: RunOverview.Value?) -> String {
        switch value {
        case .number(let number): "\(name) is \(SignificantDigits.json(number))"
        case .word(let word): "\(name) is \(word)"
        case .absent(let reason): "\(name) is n/a: \(reason)"
        case nil: "\(name) is not known"
        }
    }
}

/// Whether a run meets a gate.
public struct GateVerdict: Equatable, Sendable {
    /// Whether it does.
    public var isMet: Bool
    /// The values that decided: `sharpe is 0.79`.
    public var values: String
    /// The last good report of the strategy, where the gate compares with it.
    public var lastGood: String?

    /// The values, and what they were compared with.
    public var words: String { values + (lastGood.map { "; the last good one is " + $0 } ?? "") }

    /// An answer.
    init(isMet: Bool, values: String, lastGood: String? = nil) {
        (self.isMet, self.values, self.lastGood) = (isMet, values, lastGood)
    }
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
