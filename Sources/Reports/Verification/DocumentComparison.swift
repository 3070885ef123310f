import Containers
import Formatting

/// Where two JSON documents of numbers are not the same.
struct DocumentComparison {
    /// Values that were compared.
    private(set) var count = 0
    /// Values that differ, at most ``most`` with their places.
    private(set) var differences: [NumberDifference] = []
    /// How many differ in all.
    private(set) var differing = 0

    /// More places are counted, not told.
    static let most = 20
    private let limit: Int

    /// Nothing compared yet; so many differences are told.
    init(most limit: Int = DocumentComparison.most) { self.limit = limit }

    /// Compares a member of both documents; what only one has is a difference.
    mutating func compare(_ name: String, of report: JSONValue, with computed: JSONValue) {
        guard report[name] != nil || computed[name] != nil else { return }
        compare(report[name] ?? .null, computed[name] ?? .null, [name])
    }

    private mutating func compare(_ one: JSONValue, _ other: JSONValue, _ path: [String]) {
        switch (one, other) {
        case (.object(let members), .object(let others)):
            let known = Dictionary(others.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
            let names = Set(members.map(\.name))
            for member in members { compare(member.value, known[member.name] ?? .null, path + [member.name]) }
            for member in others where !names.contains(member.name) {
                compare(.null, member.value, path + [member.name])
            }
        case (.array(let values), .array(let others)):
            guard values.count == others.count else {
                return add(path, "\(values.count) values", "\(others.count) values")
            }
            for place in values.indices where values[place] != others[place] || values[place].isNested {
                compare(values[place], others[place], path + [String(place + 1)])
            }
            count += values.count
        default:
            count += 1
            if one.numberValue ?? .nan != other.numberValue ?? .nan, one != other {
                add(path, one.words, other.words)
            }
        }
    }

    private mutating func add(_ path: [String], _ report: String, _ computed: String) {
        differing += 1
        guard differences.count < limit else { return }
        differences.append(NumberDifference(place: path.joined(separator: "."), report: report, computed: computed))
    }
}

/// A number that a report has and a computation has not.
public struct NumberDifference: Equatable, Sendable {
    /// Where: `metrics.sharpe.value`, `drawdowns, row 2, column 3`.
    public let place: String
    /// In the report.
    public let report: String
    /// As computed again.
    public let computed: String
}

extension JSONValue {
    /// A number of either kind.
    var numberValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The text, where it is one.
    var textValue: String? { if case .string(let text) = self { text } else { nil } }

    /// The values, where it is a list.
    var listValue: [JSONValue] { if case .array(let values) = self { values } else { [] } }

    fileprivate var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// As a message shows it.
    var words: String {
        switch self {
        case .null: "n/a"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): "\(value)"
        case .string(let text): PrintableText.excerpt(text, limit: 60)
        case .array, .object: kindName
        }
    }
}
