import Containers
import Testing

struct TextDecodingTests {
    @Test(arguments: ["", "Deals", "équité 日本 𝄞"]) func `UTF-16 of both orders and marks of UTF-8 become UTF-8`(
        text: String
    ) {
        let units = Array(text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        for bytes in [little, big, marked, Array(text.utf8)] { #expect(TextDecoding.utf8(bytes) == Array(text.utf8)) }
    }

    @Test func `half a pair and half a unit show as damage`() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43]
        #expect(String(decoding: TextDecoding.utf8(bytes), as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
    }
}
