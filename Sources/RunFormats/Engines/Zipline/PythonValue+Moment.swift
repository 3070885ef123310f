import Containers
import Series

extension PythonValue {
    /// Milliseconds of the years 1970 to 2199.
    private static let milliseconds = 0..<7_258_118_400_000

    /// The moment that a value is: `Timestamp('2012-05-08 20:00:00+0000', tz='UTC')`, `datetime.datetime(2012, 5, 8, 20, 0)`,
    /// text, or milliseconds since 1970 as JSON of pandas has them; nil where it is none.
    var moment: WrittenTimestamp? {
        switch self {
        case .string(let text): return TimestampText.timestamp(text)
        case .integer(let count) where Self.milliseconds.contains(count):
            return WrittenTimestamp(wall: Int64(count), offset: 0)
        case .call(let call) where call.lastName == "Timestamp":
            guard let text = call.arguments.first?.text, var written = TimestampText.timestamp(text) else { return nil }
            if written.offset == nil, call["tz"].map(Self.isUTC) ?? false { written.offset = 0 }
            return written
        case .call(let call) where call.lastName == "datetime": return Self.clock(call)
        default: return nil
        }
    }

    private static func isUTC(_ zone: PythonValue) -> Bool {
        switch zone {
        case .string(let text), .object(let text): text.uppercased().hasSuffix("UTC")
        default: false
        }
    }

    /// Year, month, day, hour, minute, second, microsecond; what is not there is 0.
    private static func clock(_ call: PythonCall) -> WrittenTimestamp? {
        var parts = [Int]()
        for argument in call.arguments.prefix(7) {
            guard case .integer(let part) = argument, (0..<1_000_000).contains(part) else { return nil }
            parts.append(part)
        }
        guard parts.count >= 3, let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        parts += [0, 0, 0, 0]
        guard parts[3] < 24, parts[4] < 60, parts[5] < 60 else { return nil }
        let seconds = (parts[3] * 60 + parts[4]) * 60 + parts[5]
        let milliseconds = Int64(seconds) * 1000 + Int64(parts[6] / 1000)
        return WrittenTimestamp(
            wall: Int64(date.day) * Timestamp.day + milliseconds, offset: call["tzinfo"].map(isUTC) == true ? 0 : nil)
    }
}
