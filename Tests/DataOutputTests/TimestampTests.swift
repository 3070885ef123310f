import Series
import Testing

@testable import DataOutput

@Test(arguments: [0, 86_400_000, 56_100_000, 5000, 999, -1, 1_700_000_000_123, -62_135_596_800_000])
func `an appended moment reads as its description does`(milliseconds: Int64) {
    let timestamp = Timestamp(milliseconds: milliseconds)
    var bytes: [UInt8] = []
    timestamp.append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == timestamp.description)
}

@Test(arguments: [0, 1, -1, 19_730, -719_528, 2_932_896, 2_932_897, -800_000])
func `an appended day reads as ISO 8601 has it`(day: Int) {
    let date = CalendarDate(day: day)
    var bytes: [UInt8] = []
    date.append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == date.iso)
}

@Test func `a moment in JSON is a text`() {
    var json = JSONWriter(isInline: true)
    json.array { json in
        json.time(Timestamp(milliseconds: 0))
        json.time(Timestamp(milliseconds: 60_000))
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\"1970-01-01\", \"1970-01-01 00:01\"]")
}
