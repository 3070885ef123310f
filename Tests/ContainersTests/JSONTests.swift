import NativeCodecs
import Testing

@testable import Containers

struct JSONTests {
    @Test func `members that nobody looks at are left out, those of the same name within stay`() throws {
        let text = #"{"a": [1, {"b": 2, "c": [3]}], "b": {"x": [1, [2, {"y": "z"}]], "b": 1}, "c": {"b": 4}, "b": 5}"#
        let value = try JSONReader.parse(Array(text.utf8), leavingOut: ["b"])
        #expect(value == (try parse(#"{"a": [1, {"b": 2, "c": [3]}], "c": {"b": 4}}"#)))
        #expect(try JSONReader.parse(Array("[1, 2]".utf8), leavingOut: ["b"]) == parse("[1, 2]"))
        #expect(try JSONReader.parse(Array(#"{"b": 1}"#.utf8), leavingOut: ["b"]) == .object([]))
    }

    private func parse(_ text: String) throws(JSONError) -> JSONValue { try JSONReader.parse(Array(text.utf8)) }

    @Test func `objects keep their order and the last of two equal names counts`() throws {
        let value = try parse(#"{"b": 1, "a": [true, null, "x"], "b": 2.0}"#)
        guard case .object(let members) = value else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.name) == ["b", "a", "b"])
        #expect(value["b"] == .number(2))
        #expect(value["a"] == .array([.bool(true), .null, .string("x")]))
        #expect(value["c"] == nil)
    }

    @Test func `whole numbers stay whole as far as 64 bits go`() throws {
        #expect(try parse("9223372036854775807") == .integer(.max))
        #expect(try parse("-9223372036854775808") == .integer(.min))
        #expect(try parse("9223372036854775808") == .number(9_223_372_036_854_775_808))
        #expect(try parse("123456789012345678901234567890") == .number(1.2345678901234568e29))
        #expect(try parse("1.0") == .number(1))
        #expect(try parse("-0.0") == .number(-0.0))
    }

    @Test func `Python's tokens for what JSON lacks are read`() throws {
        let value = try parse("[NaN, Infinity, -Infinity, 1]")
        guard case .array(let values) = value, case .number(let first) = values[0] else {
            Issue.record("no list")
            return
        }
        #expect(first.isNaN)
        #expect(Array(values.dropFirst()) == [.number(.infinity), .number(-.infinity), .integer(1)])
    }

    @Test(arguments: [
        ("", 0, "the document ends where a value is expected"), ("{", 1, "expected a member's name in quotes"),
        (#"{"a" 1}"#, 5, "expected ':' after a member's name"),
        (#"{"a": 1,}"#, 8, "expected a member's name in quotes"),
        ("[1 2]", 3, "expected ',' or ']' in a list"), (#"{"a":1 "b":2}"#, 7, "expected ',' or '}' in an object"),
        ("[1,]", 3, "expected a value"), ("01", 0, "a number cannot begin with 0"),
        ("1.", 2, "expected a digit after the decimal point"),
        ("1e", 2, "expected a digit in the exponent"), ("-", 1, "expected a digit"),
        ("1e999", 0, "the number is too large"),
        ("\"a", 0, "text without a closing quote"), ("\"\u{1}\"", 1, "a control character in text must be escaped"),
        (#""\x""#, 2, "unknown escape in text"), (#""\u12G4""#, 3, "expected four hexadecimal digits"),
        (#""\ud800""#, 3, "half a surrogate pair in text"), ("1 2", 2, "more text after the document's end"),
        ("tru", 0, "expected a value"),
    ])
    func `a broken document says at which byte it breaks`(text: String, byte: Int, fact: String) {
        #expect(throws: JSONError(byte: byte, fact: fact)) { try parse(text) }
    }

    @Test func `nesting is bounded`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try parse(deep) }
    }

    @Test func `escapes are characters`() throws {
        #expect(try parse(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
    }

    /// simdjson and the own parser see the same documents; one is fast, the other says where it breaks.
    @Test(arguments: [
        "null", "[]", "{}", " [ 1 , -2.5e3 , \"x\" ] ", #"{"a":{"b":[{}]}}"#, "\"日本\\u0041\"", "[1,2", "{\"a\":}",
        "nul", "1.5.5",
        "\u{FEFF}[1]",
    ])
    func `both parsers agree`(text: String) {
        let bytes = Array(text.utf8)
        var own = JSONParser(bytes)
        let slow = try? own.document()
        #expect((try? JSONReader.parse(bytes)) == slow)
        if JSONTape(bytes) != nil { #expect(slow != nil) }
    }

    @Test func `an outline names members without reading their values`() {
        let text = #"{"a": "}\"]", "bA": {"x": [1, {"y": 2}], "z": -3e4}, "c": [[]], "b": {"q": null}}"#
        let bytes = Array(text.utf8)
        #expect(JSONOutline.names(at: [], in: bytes) == ["a", "bA", "c", "b"])
        #expect(JSONOutline.names(at: ["bA"], in: bytes) == ["x", "z"])
        #expect(JSONOutline.names(at: ["b"], in: bytes) == ["q"])
        #expect(JSONOutline.names(at: ["c"], in: bytes) == nil && JSONOutline.names(at: ["d"], in: bytes) == nil)
    }

    /// What the whole document says, for every beginning of it too: never a crash, never a name that is not there.
    @Test func `an outline of a document that is cut off has the names until there`() {
        let whole = Array(#"{"s": {"one": {"t": ""{"}, "two": [1, "]"], "three": 3}}"#.utf8)
        for count in 0...whole.count {
            let names = JSONOutline.names(at: ["s"], in: Array(whole.prefix(count))) ?? []
            #expect(names == Array(["one", "two", "three"].prefix(names.count)))
        }
    }
}
