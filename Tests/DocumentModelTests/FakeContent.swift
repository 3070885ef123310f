import Charts
import DocumentModel
import Graphics

/// Two metrics, two figures and two tables.
struct FakeContent: MarkupContent {
    let tileNames = ["total_return", "sharpe", "max_drawdown"]
    let figureNames = ["equity", "drawdown"]
    let tableNames = ["drawdowns", "key-statistics"]

    func tile(_ key: String) -> Tile? {
        tileNames.contains(key) ? Tile(key: key, label: "label of \(key)", value: "1.54", detail: "") : nil
    }

    func figure(_ name: String) -> Figure? {
        guard figureNames.contains(name) else { return nil }
        let chart = Chart(title: name, altText: "alt of \(name)", panels: [])
        return Figure(name: name, chart: chart, caption: "own caption")
    }

    func hasMetrics(table name: String) -> Bool { name == "key-statistics" }

    func table(_ name: String, rows: Int?, metrics: MetricChoice?) -> Table? {
        guard tableNames.contains(name) else { return nil }
        var all = (1...9).map { Table.Row([Table.Cell("\($0)")]) }
        if case .named(let keys) = metrics { all = keys.map { Table.Row([Table.Cell($0)]) } }
        return Table(name: name, columns: [Table.Column("Number")], rows: Array(all.prefix(rows ?? 9)))
    }

    let pictureNames = ["blot.svg", "desk.png"]

    func picture(_ name: String) -> Result<ImageData, PictureProblem>? {
        if name == "blot.svg" { return .failure(PictureProblem("shows nothing")) }
        return name == "desk.png" ? .success(ImageData(png: [1], width: 200, height: 100)) : nil
    }

    func chart(of figure: OwnFigure) -> Result<Chart, OwnFigureProblem> {
        let columns = ["time", "value"]
        guard figure.data == "growth" else { return .failure(.unknownData(allowed: ["growth"])) }
        for name in [figure.x, figure.value] + figure.y where !name.isEmpty && !columns.contains(name) {
            return .failure(.unknownColumn(name, allowed: columns))
        }
        return figure.kind == .heatmap
            ? .failure(.unsuitable("no value")) : .success(Chart(title: figure.title, altText: "own", panels: []))
    }

    func titleBand() -> TitleBand { TitleBand(title: "Momentum", subtitle: "version 3", details: ["S&P 500"]) }
}

/// The blocks of markup that is expected to be right.
func blocks(_ markup: String) throws -> [Block] {
    try MarkupReader.blocks(from: markup, source: "test", content: FakeContent())
}

/// Blocks as text, one line each, so that expectations are short.
func outline(_ blocks: [Block], indent: String = "") -> String {
    blocks.map { indent + line($0, indent: indent) }.joined(separator: "\n")
}

private func outline(_ list: List, indent: String) -> String {
    let inner = indent + "  "
    let items = list.items.enumerated().map { index, item in
        ([inner + (list.start.map { "\($0 + index). " } ?? "- ") + text(item.paragraph)]
            + item.lists.map { inner + outline($0, indent: inner) }).joined(separator: "\n")
    }
    return (["list"] + items).joined(separator: "\n")
}

private func line(_ block: Block, indent: String) -> String {
    let inner = indent + "  "
    switch block {
    case .titleBand(let band): return "title-band \(band.title)"
    case .heading(let heading):
        let detail = heading.detail.isEmpty ? "" : " (\(heading.detail))"
        return "h\(heading.level) \(heading.text)\(detail) #\(heading.anchor)"
    case .paragraph(let paragraph): return (paragraph.isSmall ? "small " : "p ") + text(paragraph)
    case .list(let list): return outline(list, indent: indent)
    case .code(let text): return "code “\(text)”"
    case .tiles(let tiles): return "tiles " + tiles.map(\.key).joined(separator: " ")
    case .table(let table): return "table \(table.name) \(table.columns.count)×\(table.rows.count)"
    case .figure(let figure):
        let height =
            switch figure.height {
            case .natural: "auto"
            case .points(let points): "\(points)"
            case .fill(let least, let most): "fill \(least)…\(most)"
            }
        return "figure \(figure.name) “\(figure.caption)” \(height)"
    case .grid(let grid):
        let cells = grid.cells.map { inner + "cell\n" + outline($0, indent: inner + "  ") }
        return (["grid \(grid.columns)"] + cells).joined(separator: "\n")
    case .group(let group):
        let head = "group \(group.keep.rawValue)\(group.anchor.map { " #" + $0 } ?? "")"
        return group.blocks.isEmpty ? head : head + "\n" + outline(group.blocks, indent: inner)
    case .note(let note):
        let lines = note.paragraphs.map { inner + text($0) }
        return (["\(note.kind.rawValue) “\(note.title)”"] + lines).joined(separator: "\n")
    case .picture(let picture): return "picture “\(picture.altText)” \(picture.size(in: 500).width)"
    case .rule: return "rule"
    case .space(let steps): return "space \(steps)"
    case .pageBreak: return "page break"
    }
}

private func text(_ paragraph: Paragraph) -> String {
    paragraph.inlines.map { inline in
        switch inline {
        case .text(let text): text
        case .strong(let text): "*\(text)*"
        case .emphasis(let text): "_\(text)_"
        case .muted(let text): "~\(text)~"
        case .code(let text): "`\(text)`"
        case .link(let text, let target): "[\(text)](\(target))"
        case .lineBreak: "⏎"
        }
    }.joined()
}
