import Containers
import Series

/// The cells of a workbook of ours, each by its sheet, the number and name of its row, and the head of its column.
struct WorkbookNumbers {
    /// A part of a workbook may expand to so much.
    private static let largestPart = 1 << 30

    /// Place and content, sheet by sheet.
    private(set) var texts: [PlacedText] = []

    /// Reads a workbook; throws for one of others, which has no sheet of contents.
    init(_ bytes: [UInt8]) throws(VerificationError) {
        var sheets: [Spreadsheet] = []
        do throws(ContainerProblem) {
            let workbook = try Workbook(bytes, limit: Self.largestPart)
            for name in workbook.sheetNames { sheets.append(try workbook.sheet(named: name)) }
        } catch { throw .noReport }
        guard sheets.first?.name == "contents" else { throw .noReport }
        for sheet in sheets { add(sheet) }
    }

    private mutating func add(_ sheet: Spreadsheet) {
        let head = sheet.rows.first?.cells.map(\.words) ?? []
        for row in sheet.rows {
            var name = "row \(row.number)"
            if case .text(let words)? = row.cells.first { name += " " + words }
            for (column, cell) in row.cells.enumerated() where cell != .empty {
                let key = head.indices.contains(column) ? head[column] : "column \(column + 1)"
                let place = "\(sheet.name), \(name), \(key)"
                texts.append(PlacedText(place: place, text: cell.words))
            }
        }
    }
}

extension SpreadsheetCell {
    /// The exact content: two cells with the same words are the same.
    fileprivate var words: String {
        switch self {
        case .number(let value): "\(value)"
        case .text(let text), .failure(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .time(let milliseconds, _, _): "\(Timestamp(milliseconds: milliseconds))"
        case .empty: ""
        }
    }
}
