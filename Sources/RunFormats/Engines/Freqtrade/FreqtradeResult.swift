import Containers
import RunModel
import Series

/// The members of one strategy in a result of freqtrade.
struct FreqtradeResult {
    let name: String
    let file: String
    let log: ReadingLog
    private let value: JSONValue

    init(_ value: JSONValue, name: String, file: String, log: ReadingLog) {
        (self.value, self.name, self.file, self.log) = (value, name, file, log)
    }

    subscript(member: String) -> JSONValue? { value[member] }

    /// A number; nil where there is none.
    func number(_ member: String) -> Double? { value[member]?.finiteNumber }

    /// A moment: the member with the ending `_ts` in milliseconds, else the text.
    func moment(_ member: String) -> WrittenTimestamp? {
        FreqtradeTime.timestamp(milliseconds: value[member + "_ts"], text: value[member])
    }

    /// The list of trades.
    func trades() throws(RunError) -> [JSONValue] {
        guard case .array(let trades)? = value["trades"] else { throw log.fail(.missingMember(file, name, "trades")) }
        return trades
    }
}

/// Moments in results of freqtrade: milliseconds since 1970, or texts in UTC.
enum FreqtradeTime {
    /// Milliseconds of the years 1990 to 2199: what is beyond is no moment of a market.
    private static let known = 631_152_000_000.0..<7_258_118_400_000.0

    static func timestamp(milliseconds: JSONValue?, text: JSONValue?) -> WrittenTimestamp? {
        if let number = milliseconds?.finiteNumber { return timestamp(number) }
        guard case .string(let written)? = text, let timestamp = TimestampText.timestamp(written) else { return nil }
        return self.timestamp(Double(timestamp.wall) - Double(timestamp.offset ?? 0) * 1000)
    }

    private static func timestamp(_ milliseconds: Double) -> WrittenTimestamp? {
        known.contains(milliseconds) ? WrittenTimestamp(wall: Int64(milliseconds), offset: 0) : nil
    }
}

extension JSONValue {
    /// A number that is no NaN and no infinity.
    var finiteNumber: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value) where value.isFinite: value
        default: nil
        }
    }
}

extension Finding {
    /// A result of freqtrade without a member that a report needs.
    static func missingMember(_ file: String, _ strategy: String, _ member: String) -> Finding {
        Finding(
            .missingMember, file, "strategy \(Phrase.excerpt(strategy)) has no usable \(Phrase.excerpt(member))",
            "give the file as freqtrade wrote it")
    }

    /// A trade of freqtrade without a member that a report needs; `number` counts from 1.
    static func missingTradeMember(_ file: String, _ strategy: String, _ number: Int, _ member: String) -> Finding {
        Finding(
            .missingMember, file,
            "trade \(number) of strategy \(Phrase.excerpt(strategy)) has no usable \(Phrase.excerpt(member))",
            "give the file as freqtrade wrote it")
    }
}
