import DataOutput
import Testing

/// JSON as it is written: order, numbers, escapes, white space.
@Suite struct JSONWriterTests {
    private func text(isInline: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(isInline: isInline)
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func `a text that is handed on in pieces is the same text`() {
        func write(_ json: inout JSONWriter) {
            json.object { json in
                for name in ["first", "second"] {
                    json.key(name)
                    json.array(inline: true) { json in
                        for number in 0..<30_000 { json.integer(number) }
                    }
                }
                json.key("empty")
                json.array { _ in }
            }
        }
        var whole = JSONWriter()
        write(&whole)
        var pieces: [[UInt8]] = []
        var streamed = JSONWriter(to: { pieces.append($0) })
        write(&streamed)
        #expect(streamed.finish().isEmpty)
        #expect(Array(pieces.joined()) == whole.finish())
        #expect(pieces.count > 4 && pieces.allSatisfy { $0.count < 66_000 })
    }

    @Test func `members stand in the order of the calls, two spaces deeper each level`() {
        let json = text { json in
            json.object { json in
                json.key("b")
                json.integer(-3)
                json.key("a")
                json.object { json in
                    json.key("list")
                    json.array { json in
                        json.boolean(true)
                        json.string(nil)
                    }
                }
            }
        }
        #expect(json == "{\n  \"b\": -3,\n  \"a\": {\n    \"list\": [\n      true,\n      null\n    ]\n  }\n}\n")
    }

    @Test func `empty containers take no line`() {
        let json = text { json in
            json.object { json in
                json.key("o")
                json.object { _ in }
                json.key("a")
                json.array { _ in }
                json.key("after")
                json.integer(1)
            }
        }
        #expect(json == "{\n  \"o\": {},\n  \"a\": [],\n  \"after\": 1\n}\n")
    }

    @Test func `an inline array is one line, and what follows is not`() {
        let json = text { json in
            json.object { json in
                json.key("x")
                json.array(inline: true) { json in
                    json.number(1)
                    json.array { $0.number(0.5) }
                    json.string("s")
                }
                json.key("y")
                json.integer(2)
            }
        }
        #expect(json == "{\n  \"x\": [1, [0.5], \"s\"],\n  \"y\": 2\n}\n")
    }

    @Test func `an inline writer writes one line`() {
        let json = text(isInline: true) { json in
            json.object { json in
                json.key("a")
                json.array { $0.integer(1) }
                json.key("b")
                json.boolean(false)
            }
        }
        #expect(json == "{\"a\": [1], \"b\": false}\n")
    }

    @Test(arguments: [
        (1.0, "1"), (-0.5, "-0.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333333333"), (Double.nan, "null"),
        (Double.infinity, "null"), (-Double.infinity, "null"), (2_519_999_999_999.5, "2520000000000"),
    ])
    func `a number has at most twelve significant digits and is never NaN or infinite`(value: Double, written: String) {
        #expect(text { $0.number(value) } == written + "\n")
    }

    @Test func `a number that is not given is null`() { #expect(text { $0.number(nil) } == "null\n") }

    @Test func `quotes, backslashes and control characters are escaped, other characters are not`() {
        let json = text { $0.string("a\"b\\c\n\r\t\u{1}\u{1F}é日🙂</script>") }
        #expect(json == "\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u001fé日🙂</script>\"\n")
        #expect(
            text {
                $0.object {
                    $0.key("a\"b"); $0.integer(1)
                }
            } == "{\n  \"a\\\"b\": 1\n}\n")
    }
}
