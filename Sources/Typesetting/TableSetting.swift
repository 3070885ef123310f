import DocumentModel
import Graphics

/// A table with the widths of its columns: makes the pieces of its head and its rows.
struct TableSetting {
    private let table: Table
    private let builder: PieceBuilder
    private let columns: [(x: Double, width: Double)]

    private init(_ table: Table, builder: PieceBuilder) {
        self.table = table
        self.builder = builder
        columns = Self.columns(of: table, builder)
    }

    private var measures: Measures { builder.measures }
    private var setter: TextSetter { builder.setter }
    private var headFont: Font { measures.small }
    private var bodyFont: Font { table.isSmall ? measures.small : measures.body }

    /// The head; nil where no column has a title, and where rows are paragraphs.
    private var head: Piece? {
        guard !table.isRunIn else { return nil }
        guard table.columns.contains(where: { !$0.title.isEmpty }) else { return nil }
        let cells = table.columns.map { column in
            CellText(text: column.title, font: headFont, paint: .role(.muted), tag: .tableHeader(isColumn: true))
        }
        var row = RowText(cells: cells, line: measures.hairline, name: "head of table '\(table.name)'")
        row.alignsBottom = true
        return piece(row)
    }

    /// The head and the rows of a table, set once for all tries of a layout: what changes between them is the height of figures.
    static func pieces(of table: Table, builder: PieceBuilder) -> (head: Piece?, rows: [Piece]) {
        builder.setter.table(number: builder.names.nextTable(), width: builder.width) {
            let setting = TableSetting(table, builder: builder)
            return (setting.head, setting.rows())
        }
    }

    /// The rows with their joins: two follow the head, wherever it is repeated; groups and sums hang on their rows.
    private func rows() -> [Piece] {
        let head = self.head.map { [$0.repeated] } ?? []
        var bodyRows = 0
        var pieces: [Piece] = []
        for (index, row) in table.rows.enumerated() {
            var piece = table.isRunIn && row.role == .body ? paragraph(row, index) : piece(rowText(row, index: index))
            piece.head = head
            let previous = index > 0 ? table.rows[index - 1].role : nil
            let isLast = index == table.rows.count - 1
            if index > 0, bodyRows < 2 || isLast || row.role == .total || previous == .group { piece.join = .never }
            if row.role == .body { bodyRows += 1 }
            pieces.append(piece)
        }
        return pieces
    }

    private func rowText(_ row: Table.Row, index: Int) -> RowText {
        let name = "row \(index + 1) of table '\(table.name)'"
        let font = Font(size: bodyFont.size, tabular: true)
        if row.role == .group {
            let title = CellText(
                text: row.cells.first?.text ?? "", font: measures.font(font, .semibold), paint: .role(.ink),
                tag: .tableHeader(isColumn: false))
            var text = RowText(cells: [title], line: measures.groupLine, name: name)
            text.padTop = index == 0 ? measures.step / 2 : 1.25 * measures.step
            return text
        }
        let isTotal = row.role == .total
        let cells = table.columns.indices.map { column -> CellText in
            let cell = column < row.cells.count ? row.cells[column] : Table.Cell("")
            let isStrong = isTotal || cell.tone == .strong
            let isHead = column == 0 && table.columns[0].alignment == .left
            return CellText(
                text: cell.text, font: measures.font(font, isStrong ? .semibold : .regular),
                paint: Self.paint(cell.tone), tag: isHead ? .tableHeader(isColumn: false) : .tableCell)
        }
        var text = RowText(cells: cells, line: measures.hairline, name: name)
        if isTotal { text.lineAbove = measures.groupLine }
        return text
    }

    /// A row as a paragraph of small type: its first cell in semibold, the others behind it.
    private func paragraph(_ row: Table.Row, _ index: Int) -> Piece {
        let font = Font(size: 0.94 * measures.small.size, tabular: true)
        var spans = [TextSpan(row.cells.first?.text ?? "", measures.font(font, .semibold), .role(.ink))]
        for cell in row.cells.dropFirst() where !cell.text.isEmpty {
            spans.append(TextSpan("  " + cell.text, font, Self.paint(cell.tone)))
        }
        let lines = setter.lines(spans, width: builder.width)
        let leading = (font.size * 1.22 * 4).rounded(.up) / 4
        let baseline = setter.baseline(font, leading: leading)
        func texts(_ isFirst: Bool) -> [SceneItem] {
            lines.enumerated().flatMap { place, line in
                var part = line
                part.fragments.removeAll { ($0.run.font.weight == .semibold) != isFirst }
                return part.items(baseline: baseline + Double(place) * leading, width: builder.width)
            }
        }
        let items: [SceneItem] = [
            .group(SceneGroup(role: .tag(.tableHeader(isColumn: false)), items: texts(true))),
            .group(SceneGroup(role: .tag(.tableCell), items: texts(false))),
        ]
        return Piece(
            items: items, height: Double(lines.count) * leading + measures.step / 4, role: .tag(.tableRow),
            name: "row \(index + 1) of table '\(table.name)'")
    }

    private static func paint(_ tone: Table.Tone) -> Paint {
        switch tone {
        case .plain, .strong: .role(.ink)
        case .muted: .role(.muted)
        case .gain: .role(.gain)
        case .loss: .role(.loss)
        }
    }

    /// A row as high as its highest cell; a single cell reaches across all columns.
    private func piece(_ row: RowText) -> Piece {
        let isWhole = row.cells.count < columns.count || columns.count == 1
        let areas = isWhole ? [(x: 0, width: builder.width)] : columns
        let set = zip(row.cells, areas).map { cell, area in
            setter.lines([TextSpan(cell.text, cell.font, cell.paint)], width: area.width)
        }
        let leading = measures.leading(bodyFont)
        let textHeight = set.reduce(0) { max($0, Double($1.count) * leading) }
        let height = row.padTop + textHeight + measures.step / 2
        var items: [SceneItem] = []
        for (index, cell) in row.cells.enumerated() {
            let slack = row.alignsBottom ? textHeight - Double(set[index].count) * leading : 0
            let lines = builder.items(
                of: set[index], font: bodyFont, leading: leading, x: areas[index].x,
                y: row.padTop + measures.step / 4 + slack, width: areas[index].width,
                alignment: isWhole && index == 0 && row.cells.count < columns.count
                    ? .left : table.columns[index].alignment)
            items.append(.group(SceneGroup(role: .tag(cell.tag), items: lines)))
        }
        for _ in row.cells.count..<max(columns.count, row.cells.count) {
            items.append(.group(SceneGroup(role: .tag(.tableCell), items: [])))
        }
        if let above = row.lineAbove { items.append(measures.rule(above, y: 0, from: 0, to: builder.width)) }
        items.append(measures.rule(row.line, y: height, from: 0, to: builder.width))
        return Piece(items: items, height: height, role: .tag(.tableRow), name: row.name)
    }
}

/// A row before it is set.
private struct RowText {
    var cells: [CellText]
    /// Beneath the row.
    var line: Stroke
    /// At its top edge.
    var lineAbove: Stroke?
    /// Room above the text.
    var padTop = 0.0
    /// Whether cells with fewer lines stand at the bottom.
    var alignsBottom = false
    var name: String

    init(cells: [CellText], line: Stroke, name: String) {
        self.cells = cells
        self.line = line
        self.name = name
    }
}

/// A cell before it is set.
private struct CellText {
    var text: String
    var font: Font
    var paint: Paint
    var tag: StructureTag
}

/// Widths of columns.
extension TableSetting {
    private static func columns(of table: Table, _ builder: PieceBuilder) -> [(x: Double, width: Double)] {
        let gaps = Double(table.columns.count - 1)
        let gap = min(2.5 * builder.measures.step, gaps > 0 ? builder.width / 2 / gaps : 0)
        let available = builder.width - gaps * gap
        let shares = table.spareShares
        let demands = table.columns.indices.map { demand(of: $0, table, builder, least: false, shares[$0]) }
        var widths: [Double]
        if demands.reduce(0, { $0 + $1.natural }) <= available {
            widths = ColumnWidths.fit(demands, available: available)
        } else {
            let exact = table.columns.indices.map { demand(of: $0, table, builder, least: true, shares[$0]) }
            widths = ColumnWidths.fit(exact, available: available)
        }
        var x = 0.0
        return widths.map { width in
            defer { x += width + gap }
            return (x, width)
        }
    }

    /// Whether a cell stays on one line: numbers, and what is as short as a date with its time of day.
    private static func isWhole(_ text: String, _ alignment: Table.Alignment) -> Bool {
        switch alignment {
        case .decimal: true
        case .right: text.count <= 17
        case .left, .center: false
        }
    }

    /// What a column wants; the widest word is measured only where it matters.
    private static func demand(
        of column: Int, _ table: Table, _ builder: PieceBuilder, least: Bool, _ share: Double
    ) -> ColumnWidths.Demand {
        let (measures, setter) = (builder.measures, builder.setter)
        let definition = table.columns[column]
        var demand = ColumnWidths.Demand(
            natural: setter.width(definition.title, measures.small), least: 0, stretch: share)
        if least { demand.least = setter.widestWord(definition.title, measures.small) }
        for row in table.rows where row.role != .group && column < row.cells.count {
            let cell = row.cells[column]
            let isStrong = row.role == .total || cell.tone == .strong
            let size = table.isSmall ? measures.small.size : measures.body.size
            let font = Font(size: size, weight: isStrong ? .semibold : .regular, tabular: true)
            let natural = setter.width(cell.text, font)
            demand.natural = max(demand.natural, natural)
            guard least else { continue }
            demand.least = max(
                demand.least, isWhole(cell.text, definition.alignment) ? natural : setter.widestWord(cell.text, font))
        }
        return demand
    }
}
