/// Reads a table that is written out in the markup.
struct MarkupTable {
    private let element: MarkupElement
    private let number: Int

    /// The `number`-th such table of the document: it is named by it, if it has no name.
    init(_ element: MarkupElement, number: Int) {
        self.element = element
        self.number = number
    }

    /// The table.
    func table() throws(MarkupFault) -> Table {
        if let rows = element.attribute("rows") {
            throw MarkupFault(.rowsOfLiteralTable, MarkupMark(offset: rows.offset, length: 4))
        }
        let head = try child("thead")
        let body = try child("tbody")
        guard let headRow = head.elements.first else {
            throw MarkupFault(.missingChild("tr", parent: "thead"), head.mark)
        }
        if head.elements.count > 1 {
            throw MarkupFault(.repeatedChild("tr", parent: "thead"), head.elements[1].mark)
        }
        let columns = try cells(headRow, "th").map { cell throws(MarkupFault) in try column(cell) }
        guard !columns.isEmpty else { throw MarkupFault(.missingChild("th", parent: "tr"), headRow.mark) }
        let name = element.words("name")
        return Table(
            name: name.isEmpty ? "table-\(number)" : name, title: element.words("title"),
            subtitle: element.words("subtitle"), columns: columns,
            rows: try body.elements.map { row throws(MarkupFault) in try self.row(row, columns: columns.count) },
            footnote: element.words("footnote"), isSortable: try element.flag("sortable"))
    }

    private func child(_ name: String) throws(MarkupFault) -> MarkupElement {
        let children = element.elements.filter { $0.name == name }
        guard let first = children.first else { throw MarkupFault(.missingChild(name, parent: "table"), element.mark) }
        if children.count > 1 { throw MarkupFault(.repeatedChild(name, parent: "table"), children[1].mark) }
        return first
    }

    private func cells(_ row: MarkupElement, _ name: String) throws(MarkupFault) -> [MarkupElement] {
        for cell in row.elements where cell.name != name {
            throw MarkupFault(.misplacedElement(cell.name, parent: row.name, allowed: [name]), cell.mark)
        }
        return row.elements
    }

    private func column(_ cell: MarkupElement) throws(MarkupFault) -> Table.Column {
        let alignment = try cell.choice("align", ["left", "right", "decimal", "center"])
        let stretch = try cell.number("stretch", in: 0...100, "a number from 0 to 100")
        return Table.Column(
            cell.words, alignment.flatMap(Table.Alignment.init) ?? .left,
            stretch: stretch ?? 0)
    }

    private func row(_ row: MarkupElement, columns: Int) throws(MarkupFault) -> Table.Row {
        let name = try row.choice("role", ["body", "group", "total"])
        let role = name.flatMap(Table.Row.Role.init) ?? .body
        var cells = try self.cells(row, "td").map { cell throws(MarkupFault) in try self.cell(cell) }
        if role == .group, cells.count == 1 {
            cells += [Table.Cell](repeating: Table.Cell(""), count: columns - 1)
        }
        guard cells.count == columns else {
            throw MarkupFault(.cellCount(found: cells.count, expected: columns), row.mark)
        }
        return Table.Row(cells, role: role)
    }

    private func cell(_ cell: MarkupElement) throws(MarkupFault) -> Table.Cell {
        let tone = try cell.choice("tone", ["plain", "strong", "muted", "gain", "loss"])
        let sort = try cell.number("sort", in: -1e300...1e300, "a number")
        return Table.Cell(
            cell.words, tone: tone.flatMap(Table.Tone.init) ?? .plain, sortKey: sort,
            help: cell.words("help"))
    }
}
