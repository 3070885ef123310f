import Testing

@testable import Containers

/// What a table is, or why bytes are none, in a form that two implementations can be compared by.
private enum Outcome: Equatable {
    case rows([[String]])
    case failure(String)
}

/// A second reader of the same rules, written for being right at a glance: characters and recursion, no offsets.
private struct ReferenceReader {
    var rest: Substring
    var rows = [[String]]()

    static func read(_ text: String) -> Outcome {
        // Swift sees CR LF as one character, which is what a line end is.
        var reader = ReferenceReader(rest: text[...])
        while let first = reader.rest.first {
            if first.isNewline {
                reader.rest.removeFirst()
            } else if let failure = reader.row() {
                return .failure(failure)
            }
        }
        return reader.rows.isEmpty ? .failure("empty") : .rows(reader.rows)
    }

    private mutating func row() -> String? {
        var cells = [String]()
        repeat {
            if rest.first == "," && !cells.isEmpty { rest.removeFirst() }
            if let failure = cell(&cells) { return failure }
        } while rest.first == ","
        if let first = rows.first, first.count != cells.count { return "ragged" }
        rows.append(cells)
        if !rest.isEmpty { rest.removeFirst() }
        return nil
    }

    private mutating func cell(_ cells: inout [String]) -> String? {
        guard rest.first == "\"" else {
            let text = rest.prefix { $0 != "," && !$0.isNewline }
            rest = rest.dropFirst(text.count)
            cells.append(String(text))
            return nil
        }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character != "\"" {
                text.append(character)
            } else if rest.first == "\"" {
                text.append(rest.removeFirst())
            } else {
                cells.append(text)
                let isEnd = rest.first.map { $0 == "," || $0.isNewline } ?? true
                return isEnd ? nil : "textAfterQuote"
            }
        }
        return "openQuote"
    }
}

private func scanned(_ text: String) -> Outcome {
    do throws(CSVScanner.Failure) {
        let table = try CSVScanner.scan(Array(text.utf8), delimiter: UInt8(ascii: ","))
        return .rows((0..<table.rowCount).map(table.texts(ofRow:)))
    } catch {
        switch error {
        case .empty: return .failure("empty")
        case .openQuote: return .failure("openQuote")
        case .textAfterQuote: return .failure("textAfterQuote")
        case .ragged: return .failure("ragged")
        default: return .failure("other")
        }
    }
}

struct CSVScannerTests {
    /// All 19,531 texts of up to six of `a , " LF CR`: every way in which cells, quotes and line ends can meet.
    @Test func `every small text is cut as the reference cuts it`() {
        let alphabet: [UInt8] = [UInt8(ascii: "a"), UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
        var texts: [[UInt8]] = [[]]
        var count = 0
        for _ in 0...6 {
            for text in texts {
                count += 1
                let string = String(decoding: text, as: UTF8.self)
                let (mine, reference) = (scanned(string), ReferenceReader.read(string))
                if mine != reference { Issue.record("\(string.debugDescription): \(mine) instead of \(reference)") }
            }
            texts = texts.flatMap { text in alphabet.map { text + [$0] } }
        }
        #expect(count == 19_531)
    }

    @Test func `lines are counted through quoted line breaks, blank lines and all line ends`() throws {
        let text = "a,b\r\n\r\n1,\"two\nlines\"\n\n2,3\r4,5"
        let table = try CSVScanner.scan(Array(text.utf8))
        #expect(table.lines == [1, 3, 6, 7])
        #expect(table.texts(ofRow: 1) == ["1", "two\nlines"])
    }

    @Test(arguments: [
        ("a,b\n1;2;3,4\n", UInt8(ascii: ",")), ("a;b\n1,5;2\n", UInt8(ascii: ";")),
        ("a\tb\n1\t2\n", UInt8(ascii: "\t")), ("\"x;y;z\",b\n", UInt8(ascii: ",")), ("only\n1\n", UInt8(ascii: ",")),
        ("\n\n  \na;b\n", UInt8(ascii: ";")),
    ])
    func `the delimiter is the commonest of the first row outside quotes`(text: String, delimiter: UInt8) {
        #expect(CSVScanner.likelyDelimiter(Array(text.utf8).span) == delimiter)
    }

    @Test func `a byte-order mark is no part of the first name`() throws {
        let table = try CSVScanner.scan([0xEF, 0xBB, 0xBF] + Array("date,equity\n".utf8))
        #expect(table.texts(ofRow: 0) == ["date", "equity"])
    }

    @Test func `a line of delimiters ends before it costs memory`() {
        let text = [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)
        #expect(throws: CSVScanner.Failure.tooManyColumns) { try CSVScanner.scan(text) }
        let second = Array("a,b\n".utf8) + text
        #expect(throws: CSVScanner.Failure.tooManyColumns) { try CSVScanner.scan(second) }
    }

    @Test func `a cell ends at its first delimiter wherever that stands in a word of eight bytes`() throws {
        for length in 0..<40 {
            let cell = String(repeating: "x", count: length)
            let table = try CSVScanner.scan(Array("h,h\n\(cell),\(cell)\n".utf8))
            #expect(table.texts(ofRow: 1) == [cell, cell])
        }
    }
}

struct NumberColumnTests {
    private func numbers(_ cells: [String], delimiter: String = ",") throws -> NumberColumn {
        let text = (["h\(delimiter)x"] + cells.map { "\($0)\(delimiter)" }).joined(separator: "\n")
        return try CSVScanner.scan(Array(text.utf8)).numbers(column: 0, from: 1)
    }

    @Test func `missing cells are told from bad ones`() throws {
        let column = try numbers(["", " ", "NaN", "nan", "None", "NULL", "NA", "n/a", "NaT", "#N/A", "<NA>", "-", "x"])
        #expect(column.missingCount == 11)
        #expect(column.badCells.map(\.row) == [12, 13])
        #expect(column.badCells.allSatisfy { !$0.isInfinite })
        #expect(column.values.count == 13 && column.values.allSatisfy(\.isNaN))
    }

    @Test func `infinities are bad and said to be infinite`() throws {
        let column = try numbers(["inf", "-Inf", "+Infinity", "1e999", "infinit"])
        #expect(column.badCells.map(\.isInfinite) == [true, true, true, false, false])
    }

    @Test func `a decimal comma counts only where the style has one`() throws {
        #expect(try numbers(["1,5", "3"], delimiter: ";").badCells.map(\.row) == [1])
        let table = try CSVScanner.scan(Array("h;x\n1,5;\n -2,25 ;\n1.003,5;\n".utf8))
        let style = NumberStyle(point: NumberStyle.comma, group: NumberStyle.fullStop)
        #expect(table.numbers(column: 0, from: 1, style: style).values == [1.5, -2.25, 1003.5])
    }

    @Test func `thousands, percent signs and currencies are no numbers`() throws {
        #expect(
            try numbers(["\"1,234.5\"", "1 234", "5%", "$5", "1_000", "0x10", "1e", "e5", ".", "+", "--1"]).badCount
                == 11)
    }
}
