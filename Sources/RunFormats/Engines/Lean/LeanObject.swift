import Containers
import RunModel
import Series

/// An object of a LEAN result. Its members are found in every spelling that LEAN has used: `totalFees`, `TotalFees` (until
/// May 2024), `order-fee-amount` (order events until April 2024); numbers may be written as texts.
///
/// Names of charts, series and statistics are no properties and never changed; they are looked up as they are.
struct LeanObject {
    let members: [JSONMember]

    /// Nil for what is no object.
    init?(_ value: JSONValue?) {
        guard case .object(let members)? = value else { return nil }
        self.members = members
    }

    /// The last member of a name given in camel case.
    subscript(name: String) -> JSONValue? { members.last { Self.means($0.name, name) }?.value }

    /// Compares without case and without hyphens.
    private static func means(_ written: String, _ name: String) -> Bool {
        if written == name { return true }
        // Most names are others, and show it at once.
        guard let first = name.utf8.first, written.utf8.first.map({ $0 | 0x20 }) == first | 0x20 else { return false }
        var wanted = name.utf8.makeIterator()
        for byte in written.utf8 where byte != UInt8(ascii: "-") {
            guard let next = wanted.next(), next | 0x20 == byte | 0x20 else { return false }
        }
        return wanted.next() == nil
    }

    func object(_ name: String) -> LeanObject? { LeanObject(self[name]) }

    /// A finite number, also where it is written as a text.
    func number(_ name: String) -> Double? { self[name]?.leanNumber }

    /// A quantity, a price or an amount of money.
    func amount(_ name: String) -> Double? { self[name]?.leanAmount }

    /// A text with something in it, without blanks around it.
    func text(_ name: String) -> String? { self[name]?.leanText }

    /// A moment in ISO 8601, in UTC where nothing is said.
    func moment(_ name: String) -> WrittenTimestamp? {
        guard case .string(let text)? = self[name] else { return nil }
        return LeanTime.timestamp(text)
    }

    /// The values of a list, or of an object whose names are numbers or ids.
    func list(_ name: String) -> [JSONValue] {
        switch self[name] {
        case .array(let values): values
        case .object(let members): members.map(\.value)
        default: []
        }
    }
}

extension JSONValue {
    /// A finite number, also where LEAN writes it as a text.
    var leanNumber: Double? {
        if case .string(let text) = self {
            guard let number = Double(text), number.isFinite else { return nil }
            return number
        }
        return finiteNumber
    }

    /// A quantity or price that products of stay finite with; nil for others, which no market has.
    var leanAmount: Double? { leanNumber.flatMap { $0.magnitude < 1e15 ? $0 : nil } }

    /// A text with something in it: one blank between its words, none around them. Symbols of options are padded.
    var leanText: String? {
        guard case .string(let text) = self else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

/// Moments in results of LEAN.
enum LeanTime {
    /// Milliseconds of the years 1900 to 2199: `0001-01-01` stands for no date at all.
    private static let known = -2_208_988_800_000.0..<7_258_118_400_000.0

    /// Seconds since 1970 in UTC.
    static func timestamp(seconds: Double) -> WrittenTimestamp? {
        let milliseconds = (seconds * 1000).rounded()
        return known.contains(milliseconds) ? WrittenTimestamp(wall: Int64(milliseconds), offset: 0) : nil
    }

    /// A text in ISO 8601, with or without `Z`.
    static func timestamp(_ text: String) -> WrittenTimestamp? {
        guard let written = TimestampText.timestamp(text) else { return nil }
        let instant = written.instant ?? written.wall
        return known.contains(Double(instant)) ? WrittenTimestamp(wall: instant, offset: 0) : nil
    }
}
