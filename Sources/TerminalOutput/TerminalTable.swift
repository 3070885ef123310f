/// A table of texts: names at the left, numbers at the right of their columns. Columns without room follow beneath, each
/// part with the names again.
public struct TerminalTable {
    private let head: [String]
    private let rows: [[String]]

    /// - Parameters:
    ///   - head: A word for each column; the first is that of the names.
    ///   - rows: As many texts in each.
    public init(head: [String], rows: [[String]]) {
        self.head = head
        self.rows = rows
    }

    /// The head, then a line for each row; texts that are wider than their place are cut.
    public func lines(on terminal: Terminal) -> [TerminalLine] {
        guard let name = head.first else { return [] }
        let shown = rows.map { $0.map(terminal.shown) }
        let names = min(widest(shown, 0, terminal.shown(name)), terminal.width / 2)
        let widths = head.indices.dropFirst().map { column in
            min(widest(shown, column, terminal.shown(head[column])) + 2, terminal.width - names)
        }
        return Array(
            parts(widths, room: terminal.width - names).map { part in
                ([head.map(terminal.shown)] + shown).enumerated().map { place, row in
                    line(row, part, names, widths, place == 0 ? .muted : .plain)
                }
            }.joined(separator: [TerminalLine()]))
    }

    private func widest(_ rows: [[String]], _ column: Int, _ head: String) -> Int {
        rows.reduce(TextWidth.of(head)) { max($0, TextWidth.of($1[column])) }
    }

    /// The columns that stand beside each other, each at least once; none where there are names alone.
    private func parts(_ widths: [Int], room: Int) -> [Range<Int>] {
        var (parts, start, used) = ([Range<Int>](), 0, 0)
        for (place, width) in widths.enumerated() {
            if used + width > room, place > start {
                parts.append(start..<place)
                (start, used) = (place, 0)
            }
            used += width
        }
        return parts + [start..<widths.count]
    }

    private func line(
        _ row: [String], _ part: Range<Int>, _ names: Int, _ widths: [Int], _ tone: TerminalTone
    ) -> TerminalLine {
        let name = TextWidth.padded(TextWidth.cut(row[0], to: names), to: names)
        let cells = part.map { place in
            TextWidth.padded(TextWidth.cut(row[place + 1], to: widths[place] - 2), to: widths[place], atEnd: true)
        }
        return TerminalLine([TerminalPiece(name, .muted), TerminalPiece(cells.joined(), tone)])
    }
}
