/// The tables of an HTML document as text: what a browser would show in their cells.
///
/// ```swift
/// let document = try HTMLTables(Array("<table><tr><td>Profit&nbsp;<td colspan=2><b>1.50</b>".utf8))
/// print(document.rows[0].cells.map(\.text))   // ["Profit", "1.50"]
/// ```
///
/// Forgiving as browsers are: a cell ends where the next one begins, a row likewise, and what is no tag is text. Scripts,
/// styles and comments are passed over; nothing is ever loaded. Tables within cells are rows of the document like others.
public struct HTMLTables: Sendable {
    /// The document's title, blanks around it taken off; empty where there is none.
    public private(set) var title = ""
    /// The rows of all tables, in the order of the document.
    public private(set) var rows = [Row]()

    /// One row of a table.
    public struct Row: Equatable, Sendable {
        /// 1-based line of the document on which it begins.
        public var line: Int
        /// Its cells in their order.
        public var cells: [Cell]
    }

    /// One cell.
    public struct Cell: Equatable, Sendable {
        /// What is shown: tags left out, entities resolved, blanks of any kind made one.
        public var text: String
        /// How many columns it takes, 1 to ``mostColumns``.
        public var columns = 1
        /// Whether the document says that a browser should not show it.
        public var isHidden = false
    }

    /// The widest cell, and the widest row once its cells are laid out.
    public static let mostColumns = 256
    /// Cells that stand in memory: a tag of four bytes makes a cell of forty.
    private static let mostCells = 1 << 22

    /// Reads UTF-8, broken characters repaired. Linear in the size.
    ///
    /// - Parameter maximumRows: How many rows are read from the beginning; all where it is nil.
    public init(_ bytes: [UInt8], maximumRows: Int? = nil) throws(ContainerProblem) {
        var scanner = HTMLScanner(bytes)
        var builder = RowBuilder()
        while builder.rows.count < maximumRows ?? .max, let piece = scanner.next(bytes.span) {
            switch piece {
            case .text(let range): builder.add(bytes[range])
            case .title(let range): if title.isEmpty { title = HTMLText.text(bytes[range]) }
            case .start(let tag, let line): builder.start(tag, line: line)
            case .end(let name): builder.end(name)
            }
            guard builder.cellCount <= Self.mostCells else { throw Self.tooLarge }
        }
        builder.endRow()
        rows = builder.rows
    }

    private static let tooLarge = ContainerProblem(
        code: "html_too_large", fact: "the document has more cells than are read",
        remedy: "save the report of a shorter time")
}

extension HTMLTables.Row {
    /// The texts by column: a cell that takes several stands in the first of them, and hidden ones take none.
    public var columns: [String] {
        var texts = [String]()
        for cell in cells where !cell.isHidden {
            guard texts.count + cell.columns <= HTMLTables.mostColumns else { break }
            texts.append(cell.text)
            texts.append(contentsOf: repeatElement("", count: cell.columns - 1))
        }
        return texts
    }
}

/// Gathers cells and rows while the tags go by.
private struct RowBuilder {
    private(set) var rows = [HTMLTables.Row]()
    private(set) var cellCount = 0
    private var row: HTMLTables.Row?
    private var cell: HTMLTables.Cell?
    private var text = [UInt8]()

    /// Text outside of cells belongs to no table.
    mutating func add(_ piece: ArraySlice<UInt8>) { if cell != nil { text += piece } }

    mutating func start(_ tag: HTMLTag, line: Int) {
        switch tag.name {
        case "tr":
            endRow()
            row = HTMLTables.Row(line: line, cells: [])
        case "td", "th":
            endCell()
            if row == nil { row = HTMLTables.Row(line: line, cells: []) }
            cell = HTMLTables.Cell(text: "", columns: tag.columns, isHidden: tag.isHidden)
            cellCount += 1
        case "table": endRow()
        case "br", "p", "div": if cell != nil { text.append(0x20) }
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "td", "th": endCell()
        case "tr", "table": endRow()
        default: break
        }
    }

    private mutating func endCell() {
        guard var ended = cell else { return }
        ended.text = HTMLText.text(text[...])
        row?.cells.append(ended)
        cell = nil
        text.removeAll(keepingCapacity: true)
    }

    /// Rows without a cell are none.
    mutating func endRow() {
        endCell()
        if let row, !row.cells.isEmpty { rows.append(row) }
        row = nil
    }
}
