import Containers
import Testing

/// What Python prints, read without Python.
struct PythonLiteralTests {
    private func value(_ text: String) throws -> PythonValue { try PythonLiteralReader.parse(text) }

    private static let simple: [(String, PythonValue)] = [
        ("None", .none), ("NaT", .none), ("<NA>", .none), ("True", .bool(true)), ("False", .bool(false)),
        ("-173", .integer(-173)), ("201.37", .number(201.37)), ("1e-05", .number(1e-5)), ("5.", .number(5)),
        ("-1.5E+3", .number(-1500)), ("inf", .number(.infinity)), ("-inf", .number(-.infinity)),
        ("123456789012345678901", .number(123_456_789_012_345_683_968)),
        ("'it'", .string("it")), (#""it's""#, .string("it's")), (#"'a\'b\\c\n\x41\u00e9'"#, .string("a'b\\c\nAé")),
        (#"'\U0001f600'"#, .string("😀")), (#"'\d'"#, .string(#"\d"#)), ("b'raw'", .string("raw")),
        ("[]", .list([])), ("[1, 2,]", .list([.integer(1), .integer(2)])), ("()", .tuple([])),
        ("(1,)", .tuple([.integer(1)])), ("(1)", .integer(1)), ("{1, 2}", .list([.integer(1), .integer(2)])),
        ("{}", .dictionary([])), ("datetime.timezone.utc", .object("datetime.timezone.utc")),
        ("<ORDER_STATUS.FILLED: 1>", .object("ORDER_STATUS.FILLED: 1")), ("<a '>' <b>>", .object("a '>' <b>")),
        (" \n[ 1 ]\t", .list([.integer(1)])), ("null", .none), ("true", .bool(true)),
    ]

    @Test(arguments: simple.indices) func `a value reads as Python printed it`(index: Int) throws {
        #expect(try value(Self.simple[index].0) == Self.simple[index].1, "\(Self.simple[index].0)")
    }

    @Test func `no number is one that is missing`() throws {
        guard case .number(let number) = try value("nan") else { return #expect(Bool(false)) }
        #expect(number.isNaN && PythonValue.number(.nan).finiteNumber == nil)
    }

    @Test func `a transaction of zipline has all its parts`() throws {
        let cell =
            "[{'amount': -173, 'dt': Timestamp('2012-05-08 20:00:00+0000', tz='UTC'), 'price': 201.37, 'sid': Equity(1 [IBM]), "
            + "'commission': None, 'order_id': 'c8d5', 'status': <ORDER_STATUS.FILLED: 1>}]"
        let transaction = try #require(value(cell).elements?.first)
        #expect(transaction["amount"]?.finiteNumber == -173 && transaction["price"]?.finiteNumber == 201.37)
        #expect(transaction["commission"] == PythonValue.none && transaction["order_id"]?.text == "c8d5")
        guard case .call(let time)? = transaction["dt"], case .call(let asset)? = transaction["sid"] else {
            return #expect(Bool(false))
        }
        #expect(time.name == "Timestamp" && time.arguments == [.string("2012-05-08 20:00:00+0000")])
        #expect(time["tz"] == .string("UTC") && asset.arguments == [.integer(1), .string("IBM")])
    }

    @Test func `numbers of other libraries are numbers`() throws {
        #expect(try value("Decimal('1.50')").finiteNumber == 1.5)
        #expect(try value("np.float64(2.5)").finiteNumber == 2.5)
        #expect(try value("numpy.int64(-3)").finiteNumber == -3)
        #expect(try value("Equity(3)").finiteNumber == nil && value("'12'").finiteNumber == 12)
    }

    private static let broken: [(String, Int)] = [
        ("", 0), ("[1, ...]", 4), ("[1 2]", 3), ("{'a' 1}", 5), ("{'a': 1, 'b'}", 12), ("'open", 0), ("<open", 5),
        ("Equity(1 [IBM)", 14), ("f(", 2), ("1 2", 2), ("name", 0), ("--1", 0), ("1.2.3", 0), ("[1, 2", 5),
        (#"'\x4'"#, 3), ("@", 0), ("f(a=)", 4),
    ]

    @Test(arguments: broken.indices) func `what is no value is refused at its byte`(index: Int) {
        let (text, byte) = Self.broken[index]
        do throws(PythonError) {
            let value = try PythonLiteralReader.parse(text)
            Issue.record("\(text) was read as \(value)")
        } catch {
            #expect(error.byte == byte, "\(text): \(error.message)")
        }
    }

    @Test(arguments: ["[", "(", "{", "f(", "{'a': "]) func `nesting is bounded`(_ open: String) {
        let text = String(repeating: open, count: 200_000)
        #expect(throws: PythonError.self) { try PythonLiteralReader.parse(text) }
    }

    @Test func `JSON reads as the same value`() throws {
        let text = #"[{"amount": -3, "price": 2.5, "sid": "AAPL", "limit": null, "done": false}]"#
        #expect(try value(text) == PythonValue(try JSONReader.parse(Array(text.utf8))))
    }

    @Test func `each beginning of a text is read or refused`() {
        let text = Array(
            #"[{'a': Timestamp('2012', tz='UTC'), "b": (1, -2.5e3), 'c': <X: 1>, 'd': {1, 2}, 'e': '\u00e9'}]"#.utf8)
        for count in 0..<text.count {
            #expect(throws: PythonError.self) { try PythonLiteralReader.parse(text[..<count]) }
        }
    }
}
