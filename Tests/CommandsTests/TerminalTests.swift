import TerminalOutput
import Testing

/// What lines for a terminal are made of.
@Suite struct TerminalTests {
    @Test func `a canvas has the dots of Braille's numbering, and two to a cell in ASCII`() {
        var canvas = DotCanvas(columns: 2, rows: 1, isPlain: false)
        #expect(canvas.width == 4 && canvas.height == 4)
        canvas.set(0, 0, .plain)
        canvas.set(3, 3, .plain)
        canvas.set(4, 0, .plain)
        canvas.set(0, -1, .plain)
        #expect(canvas.line(0).pieces.map(\.text).joined() == "\u{2801}\u{2880}")
        canvas.fill(1, -5...9, .loss)
        #expect(canvas.line(0).pieces.map(\.text) == ["\u{28B9}", "\u{2880}"])
        var plain = DotCanvas(columns: 3, rows: 1, isPlain: true)
        for (x, y) in [(0, 0), (1, 1), (2, 0), (2, 1)] { plain.set(x, y, .plain) }
        #expect(plain.line(0).pieces.map(\.text).joined() == "'.:")
    }

    @Test func `a plot names its ends, and a filled curve reaches zero`() {
        let terminal = Terminal(width: 40, style: .plain)
        let places = (0..<31).map(Double.init)
        let curve = TerminalPlot.Curve(places: places, values: places.map { -$0 }, tone: .loss, isFilled: true)
        let lines = TerminalPlot(rows: 4, curves: [curve], including: [0]) { "\(Int($0))" }
            .lines(on: terminal, naming: nil)
        let texts = lines.map { $0.pieces.map(\.text).joined() }
        #expect(texts.count == 4 && texts[0].hasPrefix("       0 ") && texts[3].hasPrefix("     -30 "))
        // Row by row the triangle loses a quarter of its columns.
        let filled = texts.map { $0.dropFirst(9).count { $0 != " " } }
        #expect(filled[0] == 31 && filled[3] < 9 && zip(filled, filled.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test func `what does not vary, or is not there, is drawn and traps nothing`() {
        let terminal = Terminal(width: 80, style: .text)
        for values in [[], [1], [1, 1], [.nan, 2], [-.infinity, .infinity], [1e308, -1e308]] as [[Double]] {
            let curve = TerminalPlot.Curve(places: values.indices.map(Double.init), values: values, tone: .plain)
            #expect(
                TerminalPlot(rows: 3, curves: [curve], including: []) { _ in "" }.lines(on: terminal, naming: 0).count
                    == 3)
        }
    }

    @Test(arguments: [("abc", 3), ("日本", 4), ("é", 1), ("e\u{0301}", 1), ("👍🏽", 2), ("한국", 4), ("−3 %", 4), ("", 0)])
    func `letters take the columns that terminals give them`(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
        #expect(TextWidth.of(TextWidth.cut(text + "日本語", to: 3)) <= 3)
    }

    @Test func `words are kept whole where a line has room, and cut where none has`() {
        let terminal = Terminal(width: 40, style: .plain)
        let text = "Seven words that are longer − much longer · than forty columns " + String(repeating: "x", count: 50)
        let lines = terminal.wrapped(text, indent: 2)
        let texts = lines.map { $0.pieces.map(\.text).joined() }
        #expect(
            texts == [
                "  Seven words that are longer - much", "  longer | than forty columns",
                "  " + String(repeating: "x", count: 37) + "~",
            ])
    }

    @Test func `colours end where their text ends, and blanks behind a line are left out`() {
        let line = TerminalLine([
            TerminalPiece("a"), TerminalPiece(" 1", .heat(1)), TerminalPiece("b ", .loss), TerminalPiece("  "),
        ])
        #expect(
            Terminal(width: 80, style: .colour).text([line])
                == "a\u{1B}[48;5;25;38;5;231m 1\u{1B}[0m\u{1B}[38;5;167mb\u{1B}[0m\n")
        #expect(Terminal(width: 80, style: .text).text([line]) == "a 1b\n")
    }

    @Test func `columns of a table that have no room follow beneath with the names again`() {
        let table = TerminalTable(
            head: ["", "first", "second", "third"],
            rows: [["Return", "12.0 %", "−3.1 %", "4.0 %"], ["A name that is longer than half of it", "1", "2", "3"]])
        let lines = table.lines(on: Terminal(width: 40, style: .plain))
        #expect(
            Terminal(width: 40, style: .plain).text(lines) == """
                                       first  second
                Return                12.0 %  -3.1 %
                A name that is long~       1       2

                                      third
                Return                4.0 %
                A name that is long~      3

                """)
    }
}
