import DocumentModel

/// Tables. The end tags of rows and cells, which HTML lets writers omit, are omitted: a log of 500 trades is a third of a page.
extension HTMLBody {
    mutating func write(_ table: Table) {
        guard !table.columns.isEmpty else { return writeAbsence(of: table) }
        let mayScroll = table.columns.count > 4
        out.markup("<div class=\"table\"")
        if mayScroll {
            out.markup(" role=\"group\" tabindex=\"0\"")
            out.attribute("aria-label", table.title.isEmpty ? table.name.readableName : table.title)
        }
        out.markup(">\n<table class=\"")
        if table.isSmall { out.markup("tiny ") }
        if table.isRunIn { out.markup("runin ") }
        if Self.folds(table) { out.markup("fold ") }
        let muted = Self.mutedColumns(of: table)
        out.markup(
            names.name(
                of: .tableColumns(alignment: Self.pattern(of: table), stretch: table.spareShares, muted: muted)))
        out.markup("\"")
        out.attribute("data-table", table.name)
        if Self.isSortable(table) { out.markup(" data-sortable") }
        if table.isFilterable {
            out.markup(" data-filterable")
            hasFilter = true
        }
        out.markup(">\n")
        writeCaption(of: table)
        writeHead(of: table)
        writeRows(of: table, muted: Set(muted))
        out.markup("</table>\n")
        element("p", "small", table.footnote)
        out.markup("</div>\n")
    }

    /// A table that the run does not have is one line that says why.
    private mutating func writeAbsence(of table: Table) {
        guard !table.footnote.isEmpty else { return }
        out.markup("<div class=\"table\">")
        element("p", "caption", table.title)
        element("p", "small", table.footnote)
        out.markup("</div>\n")
    }

    /// Whether its rows become stacks on a phone: two columns of sentences at the end have no room beside others.
    private static func folds(_ table: Table) -> Bool {
        let shares = table.spareShares
        guard !table.isRunIn, table.columns.count > 4 else { return false }
        return table.columns.indices.suffix(2).allSatisfy { shares[$0] > 0 && table.columns[$0].alignment == .left }
    }

    /// Where readers asked for it, and wherever there are too many rows to see an order at once.
    private static func isSortable(_ table: Table) -> Bool {
        guard !table.isRunIn else { return false }
        return table.isSortable
            || table.rows.count { $0.role == .body } > 4 && table.columns.contains { !$0.title.isEmpty }
    }

    private static func pattern(of table: Table) -> String {
        String(
            decoding: table.columns.map { column -> UInt8 in
                switch column.alignment {
                case .left: UInt8(ascii: "l")
                case .right, .decimal: UInt8(ascii: "r")
                case .center: UInt8(ascii: "c")
                }
            }, as: UTF8.self)
    }

    /// The columns, counted from 1, whose cells are all muted: said once for the column, and not at five hundred cells.
    private static func mutedColumns(of table: Table) -> [Int] {
        let rows = table.rows.filter { $0.role != .group }
        guard rows.count > 3 else { return [] }
        return table.columns.indices.filter { column in
            rows.allSatisfy { $0.cells.indices.contains(column) && $0.cells[column].tone == .muted }
        }.map { $0 + 1 }
    }

    private mutating func writeCaption(of table: Table) {
        guard !table.title.isEmpty || !table.subtitle.isEmpty else { return }
        out.markup("<caption>")
        out.text(table.title)
        writeDetail(table.subtitle)
        out.markup("</caption>\n")
    }

    private mutating func writeHead(of table: Table) {
        guard table.columns.contains(where: { !$0.title.isEmpty }) else { return }
        out.markup("<thead>\n<tr>")
        for column in table.columns {
            // An empty head cell heads nothing.
            out.markup(column.title.isEmpty ? "<td>" : "<th scope=\"col\">")
            out.text(column.title)
        }
        out.markup("\n</thead>\n")
    }

    /// A body for each run of rows that belong together, so that sorting moves rows within them only.
    private mutating func writeRows(of table: Table, muted: Set<Int>) {
        let keyed =
            Self.isSortable(table) ? SortKeys.columns(of: table) : [Bool](repeating: false, count: table.columns.count)
        var previous: Table.Row.Role?
        for row in table.rows {
            if previous == nil || row.role == .group || (previous == .total && row.role == .body) {
                out.markup("<tbody>\n")
            }
            previous = row.role
            write(row, count: table.columns.count, keyed: keyed, muted: muted)
        }
    }

    private mutating func write(_ row: Table.Row, count: Int, keyed: [Bool], muted: Set<Int>) {
        if row.role == .group { return writeGroup(row, count: count) }
        out.markup(row.role == .total ? "<tr class=\"total\">" : "<tr>")
        for (index, cell) in row.cells.prefix(count).enumerated() {
            out.markup(index == 0 ? "<th scope=\"row\"" : "<td")
            if cell.tone != .plain, !muted.contains(index + 1) { out.attribute("class", cell.tone.rawValue) }
            if keyed[index], let key = cell.sortKey { SortKeys.write(key, to: &out) }
            if !cell.plain.isEmpty { out.attribute("data-plain", cell.plain) }
            // Help that another column shows as its text is there for everyone already.
            let isShown = row.cells.contains { $0.text == cell.help }
            // The benchmark's number has the convention of the run's beside it.
            let isSaid = index > 1 && row.cells[index - 1].help == cell.help
            // Shown on hover, and the cell's description for those who do not hover; hidden text within the cell would be
            // copied with the table.
            if !cell.help.isEmpty, !isShown, !isSaid { out.attribute("title", cell.help) }
            out.markup(">")
            writeContent(of: cell)
        }
        out.markup("\n")
    }

    private mutating func writeContent(of cell: Table.Cell) {
        if !cell.line.isEmpty { return SmallLine.write(cell.line, to: &out) }
        guard !cell.file.isEmpty else { return out.text(cell.text) }
        out.markup("<a")
        out.attribute("href", LinkTarget.address(ofFile: cell.file))
        out.markup(">")
        out.text(cell.text)
        out.markup("</a>")
    }

    private mutating func writeGroup(_ row: Table.Row, count: Int) {
        out.markup("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
        out.integer(count)
        out.markup("\">")
        out.text(row.cells.first?.text ?? "")
        out.markup("\n")
    }
}

extension String {
    /// A stable name as words: `worst_drawdowns` → `worst drawdowns`.
    fileprivate var readableName: String { String(map { $0 == "-" || $0 == "_" ? " " : $0 }) }
}
