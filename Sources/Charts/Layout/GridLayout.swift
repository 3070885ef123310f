import Graphics

/// Small multiples: every panel is laid out like a chart of its own, in a cell of its own, with plotting areas of one size.
struct GridLayout {
    /// A panel as a chart of its own.
    struct Cell {
        let chart: Chart
        let domains: ChartDomains
        let column: Int
        let row: Int
        /// Whether the labels of its horizontal axis are drawn.
        let isLabelledBelow: Bool
        /// Whether there is a panel under it.
        let hasNeighbourBelow: Bool
    }

    private let chart: Chart
    private let sharing: ChartLayout.SharedAxes
    private let size: Size
    private let text: TextSetter
    private let header: ChartHeader
    private let columns: Int
    private let cells: [Cell]
    /// Rows of labels under a labelled plotting area.
    private let labelRows: Int

    init(_ chart: Chart, columns wanted: Int, sharing: ChartLayout.SharedAxes, size: Size, text: TextSetter) {
        self.chart = chart
        self.sharing = sharing
        self.size = size
        self.text = text
        header = ChartHeader(chart, size: size, text: text)
        // Narrower panels than this show a shape, but not a figure that can be read.
        let fitting = Int(exactly: (size.width / (text.style.labelSize * 14)).rounded(.down)) ?? 1
        columns = max(min(wanted, fitting, chart.panels.count), 1)
        cells = Self.cells(chart, columns: columns, sharing: sharing)
        let plotWidth = size.width / Double(columns) * 0.8
        labelRows =
            cells.compactMap { cell in
                cell.domains.x.map {
                    HorizontalAxis.rows(cell.chart.x, domain: $0, plotWidth: plotWidth, text: text)
                }
            }.max() ?? 0
    }

    /// Why there is nothing to draw.
    var absence: String {
        cells.allSatisfy(\.domains.isEmpty) ? "no data: " + chart.emptyReason : "no room for this figure"
    }

    /// Header and cells; nil where there is nothing to draw or no room for it.
    func items() -> [SceneItem]? {
        guard !cells.allSatisfy(\.domains.isEmpty), plotHeight >= 6 else { return nil }
        let margins = margins()
        let plotWidth = plotWidth(margins)
        guard plotWidth >= 8 else { return nil }
        return header.swatches + header.texts.map { .text($0) }
            + cells.map { draw($0, margins: margins, plotWidth: plotWidth) }
    }

    // MARK: - Cells

    private static func cells(_ chart: Chart, columns: Int, sharing: ChartLayout.SharedAxes) -> [Cell] {
        let own = chart.panels.map { ChartDomains(alone($0, of: chart)) }
        let x = sharing.contains(.x) ? ChartDomains(chart).x : nil
        let y = sharing.contains(.y) ? union(own.compactMap { $0.panels[0] }) : nil
        return chart.panels.indices.map { index in
            var single = alone(chart.panels[index], of: chart)
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let hasNeighbour = index + columns < chart.panels.count
            if sharing.contains(.x) {
                single.x = chart.x
                single.x.isLabelled = chart.x.labelsOnTop ? row == 0 : !hasNeighbour
            }
            if sharing.contains(.y) { single.panels[0].y.isLabelled = column == 0 }
            let hasData = own[index].panels[0] != nil
            let domains = ChartDomains(
                x: hasData ? x ?? own[index].x : own[index].x, panels: [hasData ? y ?? own[index].panels[0] : nil])
            return Cell(
                chart: single, domains: domains, column: column, row: row,
                isLabelledBelow: single.x.isShown && single.x.isLabelled, hasNeighbourBelow: hasNeighbour)
        }
    }

    private static func alone(_ panel: Panel, of chart: Chart) -> Chart {
        var single = chart
        (single.title, single.subtitle, single.key) = ("", "", nil)
        single.x = panel.x ?? chart.x
        single.panels = [panel]
        return single
    }

    /// All of the domains, in the direction of the first.
    private static func union(_ domains: [Interval]) -> Interval? {
        guard let first = domains.first, let lower = domains.map(\.lower).min(), let upper = domains.map(\.upper).max()
        else { return nil }
        return first.length < 0 ? Interval(upper, lower) : Interval(lower, upper)
    }

    // MARK: - Heights

    private var top: Double { header.height > 0 ? header.height + text.labelHeight * 0.2 : 0 }
    private var rowGap: Double { text.labelHeight * 0.4 }
    private var rows: Int { (cells.last?.row ?? 0) + 1 }
    private var keepsHeading: Bool { chart.panels.contains { !$0.heading.isEmpty } }

    private func surroundings(_ cell: Cell) -> Double {
        PanelStack.surroundings(
            cell.chart, rows: cell.isLabelledBelow ? labelRows : 0, keepsHeading: keepsHeading, text)
    }

    /// What a row needs beside its plotting areas. The labels of a panel over an empty place lie in that place.
    private func surroundings(ofRow row: Int) -> Double {
        let own = cells.filter { $0.row == row && ($0.hasNeighbourBelow || row == rows - 1) }
        return own.map(surroundings).max() ?? 0
    }

    private var plotHeight: Double {
        let fixed = (0..<rows).reduce(0) { $0 + surroundings(ofRow: $1) }
        return (size.height - top - fixed - rowGap * Double(rows - 1)) / Double(rows)
    }

    private func y(ofRow row: Int) -> Double {
        (0..<row).reduce(top) { $0 + surroundings(ofRow: $1) + plotHeight + rowGap }
    }

    // MARK: - Widths

    private var columnGap: Double { text.style.labelSize * 1.4 }

    /// The widest that any panel needs, so that all plotting areas are equal.
    private func margins() -> SharedGuides.Margins {
        let width = size.width / Double(columns)
        let own = cells.compactMap { cell in
            frame(cell, size: Size(width, surroundings(cell) + plotHeight), margins: nil)?.margins
        }
        return SharedGuides.Margins(left: own.map(\.left).max() ?? 1, right: own.map(\.right).max() ?? 2)
    }

    private func left(ofColumn column: Int, _ margins: SharedGuides.Margins) -> Double {
        sharing.contains(.y) && column > 0 ? 1 : margins.left
    }

    private func plotWidth(_ margins: SharedGuides.Margins) -> Double {
        let beside = (0..<columns).reduce(0) { $0 + left(ofColumn: $1, margins) + margins.right }
        return (size.width - beside - columnGap * Double(columns - 1)) / Double(columns)
    }

    private func x(ofColumn column: Int, _ margins: SharedGuides.Margins, plotWidth: Double) -> Double {
        (0..<column).reduce(0) { $0 + left(ofColumn: $1, margins) + plotWidth + margins.right + columnGap }
    }

    // MARK: - Drawing

    private func frame(_ cell: Cell, size: Size, margins: SharedGuides.Margins?) -> ChartFrame? {
        let shared = SharedGuides(
            margins: margins, rows: cell.isLabelledBelow ? labelRows : 0,
            horizontalPadding: sharing.contains(.x) ? PanelPadding.horizontal(chart, text) : nil,
            verticalPadding: sharing.contains(.y) ? verticalPadding : nil, keepsHeading: keepsHeading)
        return ChartFrame(cell.chart, domains: cell.domains, size: size, text: text, shared: shared)
    }

    private var verticalPadding: PanelPadding {
        .largest(cells.map { PanelPadding($0.chart.panels[0], chart: $0.chart, isFirst: true, text: text) })
    }

    private func draw(_ cell: Cell, margins: SharedGuides.Margins, plotWidth: Double) -> SceneItem {
        let own = SharedGuides.Margins(left: left(ofColumn: cell.column, margins), right: margins.right)
        let extent = Size(own.left + plotWidth + own.right, surroundings(cell) + plotHeight)
        let origin = Point(x(ofColumn: cell.column, margins, plotWidth: plotWidth), y(ofRow: cell.row))
        guard let frame = frame(cell, size: extent, margins: own) else {
            return .group(SceneGroup(offset: origin, items: note(cell, extent, left: own.left)))
        }
        var drawing = ChartDrawing(chart: cell.chart, frame: frame, size: extent, text: text)
        return .group(SceneGroup(offset: origin, items: drawing.draw()))
    }

    /// A panel without data: its heading and why.
    private func note(_ cell: Cell, _ extent: Size, left: Double) -> [SceneItem] {
        let words = [cell.chart.panels[0].heading, "no data: " + chart.emptyReason].filter { !$0.isEmpty }
        return words.enumerated().compactMap { index, line in
            let baseline = text.labelHeight * (0.5 + Double(index) * 1.25) + text.label.ascent
            guard baseline + text.label.descent <= extent.height,
                let run = text.fit(line, text.style.label, width: extent.width - left)
            else { return nil }
            return .text(PlacedText(run, at: Point(left, baseline), paint: .role(.muted)))
        }
    }
}
