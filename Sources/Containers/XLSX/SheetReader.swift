import NativeCodecs

/// Reads the cells of one sheet.
final class SheetReader {
    private let texts: [String]
    private let formats: NumberFormats
    private let since1904: Bool
    private let maximumRows: Int

    private var rows = [Spreadsheet.Row]()
    private var cells = [SpreadsheetCell]()
    private var rowNumber = 0
    private var cellCount = 0
    private var problem: ContainerProblem?
    // The cell that is being read.
    private var column = 0
    private var kind = "n"
    private var style = 0
    private var value = ""
    private var isValue = false
    private var inline = CellText()

    /// The sizes of the largest sheet that programs make.
    private static let (mostColumns, mostRows) = (16_384, 1_048_576)
    /// Cells that stand in memory, empty ones before others counted.
    private static let mostCells = 1 << 24

    init(texts: [String], formats: NumberFormats, since1904: Bool, maximumRows: Int) {
        (self.texts, self.formats, self.since1904, self.maximumRows) = (texts, formats, since1904, maximumRows)
    }

    /// The rows that hold something.
    func rows(_ xml: [UInt8], part: String) throws(ContainerProblem) -> [Spreadsheet.Row] {
        try Workbook.read(xml, part: part) { event in
            self.take(event, part)
            return self.problem == nil && self.rows.count < self.maximumRows
        }
        if let problem { throw problem }
        return rows
    }

    private func take(_ event: XMLEvents.Event, _ part: String) {
        switch event {
        case .start("row", let attributes): beginRow(attributes)
        case .start("c", let attributes): beginCell(attributes)
        case .start("v", _): isValue = true
        case .end("v"): isValue = false
        case .text(let piece) where isValue: value += piece
        case .end("c"): endCell(part)
        case .end("row"): endRow()
        default: inline.take(event)
        }
    }

    private func beginRow(_ attributes: [(name: String, value: String)]) {
        rowNumber = attributes.value(of: "r").flatMap { Int($0) } ?? rowNumber &+ 1
        guard rowNumber > 0, rowNumber <= Self.mostRows else { return fail("a row of number \(rowNumber)") }
        (cells, column) = ([], 0)
    }

    private func beginCell(_ attributes: [(name: String, value: String)]) {
        column = attributes.value(of: "r").map(Self.column) ?? column + 1
        kind = attributes.value(of: "t") ?? "n"
        style = attributes.value(of: "s").flatMap { Int($0) } ?? 0
        (value, isValue) = ("", false)
        _ = inline.takeText()
    }

    /// The 1-based column of a reference such as `AB12`; 0 where it is none.
    static func column(_ reference: String) -> Int {
        var number = 0
        for byte in reference.utf8 {
            let letter = Int(byte | 0x20) - 0x60
            guard (1...26).contains(letter), byte >= 0x41 else { break }
            number = min(number * 26 + letter, mostColumns + 1)
        }
        return number
    }

    private func endCell(_ part: String) {
        guard column > 0, column <= Self.mostColumns else { return fail("a cell without a column") }
        let cell = content()
        guard cell != .empty else { return }
        let missing = column - cells.count
        cellCount += max(missing, 0)
        guard cellCount <= Self.mostCells else { return problem = SpreadsheetProblem.tooLarge }
        // A cell that stands behind a later one of its row takes its own place.
        if missing <= 0 { return cells[column - 1] = cell }
        cells.append(contentsOf: repeatElement(.empty, count: missing - 1))
        cells.append(cell)
    }

    private func content() -> SpreadsheetCell {
        switch kind {
        case "s":
            guard let index = Int(value), index >= 0, index < texts.count else {
                return value.isEmpty ? .empty : unknownText()
            }
            return texts[index].isEmpty ? .empty : .text(texts[index])
        case "inlineStr":
            let text = inline.takeText()
            return text.isEmpty ? .empty : .text(text)
        case "str", "d": return value.isEmpty ? .empty : .text(value)
        case "b": return value.isEmpty ? .empty : .boolean(value == "1" || value == "true")
        case "e": return .failure(value)
        default: return number()
        }
    }

    private func unknownText() -> SpreadsheetCell {
        fail("a cell refers to text \(value.prefix(20)), which there is not")
        return .empty
    }

    private func number() -> SpreadsheetCell {
        if value.isEmpty { return .empty }
        let bytes = Array(value.utf8)
        guard let number = DecimalText.number(bytes.span, 0..<bytes.count) else {
            fail("'\(value.prefix(20))' is no number")
            return .empty
        }
        let shown = formats.shown(style)
        return shown.date || shown.clock ? SerialDate.cell(number, shown, since1904: since1904) : .number(number)
    }

    private func endRow() {
        if !cells.isEmpty { rows.append(.init(number: rowNumber, cells: cells)) }
        cells = []
    }

    private func fail(_ fact: String) {
        if problem == nil { problem = SpreadsheetProblem.damaged("row \(rowNumber)", fact) }
    }
}
