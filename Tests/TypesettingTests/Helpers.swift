import Charts
import DocumentModel
import Graphics
import GraphicsTestSupport

@testable import Typesetting

/// Text lines of the default theme are this high.
let lineHeight = 10.0

/// A document whose text area is `width` × `height` points.
func document(_ blocks: [Block], width: Double = 400, height: Double = 200) -> Document {
    let paper = PageStyle.Paper.a4.size
    let margins = Insets(top: 20, right: paper.width - 30 - width, bottom: paper.height - 20 - height, left: 30)
    let info = DocumentInfo(
        title: "Title", created: "2025-01-06", footer: "Momentum · run 1", generator: "Tearsheet 0.1")
    return Document(info: info, page: PageStyle(margins: margins), theme: .light, blocks: blocks)
}

/// The pages of blocks.
func typeset(_ blocks: [Block], width: Double = 400, height: Double = 200) -> TypesetDocument {
    Typesetter(
        document: document(blocks, width: width, height: height),
        measurer: FakeMeasurer(advance: 0.5, makesGlyphs: true)
    ).pages()
}

/// One thing that a page shows, in paper coordinates.
struct Shown: CustomStringConvertible {
    var name: String
    var box: Rect

    var description: String { "\(name) \(box)" }
}

/// Texts of a page with their boxes, in drawing order, the running footer left out.
func texts(_ page: Page) -> [Shown] {
    var shown: [Shown] = []
    func walk(_ items: [SceneItem], _ origin: Point) {
        for item in items {
            switch item {
            case .text(let text):
                let box = Rect(
                    x0: origin.x + text.origin.x, y0: origin.y + text.origin.y - text.run.font.size * 0.73,
                    x1: origin.x + text.origin.x + text.run.width, y1: origin.y + text.origin.y)
                shown.append(Shown(name: text.run.text, box: box))
            case .group(let group):
                // What a chart says is the charts' business.
                if case .tag(.figure) = group.role { continue }
                walk(group.items, Point(origin.x + group.offset.x, origin.y + group.offset.y))
            case .path, .image: continue
            }
        }
    }
    walk(Array(page.scene.items.prefix(1)), .zero)
    return shown
}

/// Items without what charts draw.
func withoutCharts(_ items: [SceneItem]) -> [SceneItem] {
    items.map { item in
        guard case .group(var group) = item else { return item }
        if case .tag(.figure) = group.role { group.items = [] }
        group.items = withoutCharts(group.items)
        return .group(group)
    }
}

/// The words of each page, line by line.
func words(_ document: TypesetDocument) -> [[String]] { document.pages.map { texts($0).map(\.name) } }

/// Groups of a page with a tag that the closure picks.
func tags(_ page: Page) -> [StructureTag] {
    var tags: [StructureTag] = []
    func walk(_ items: [SceneItem]) {
        for case .group(let group) in items {
            if case .tag(let tag) = group.role { tags.append(tag) }
            walk(group.items)
        }
    }
    walk(page.scene.items)
    return tags
}

/// The text area of a page style.
func textArea(_ document: Document) -> Rect { document.page.textArea }

func heading(_ text: String, level: Int = 1) -> Block {
    .heading(Heading(level: level, text: text, anchor: text))
}

/// A paragraph of `lines` lines that no column merges.
func paragraph(_ name: String, lines: Int = 1) -> Block {
    .paragraph(Paragraph((1...max(lines, 1)).flatMap { [Inline.text("\(name)\($0)"), .lineBreak] }.dropLast()))
}

func chart(_ name: String, aspect: Double = 0.45) -> Chart {
    Chart(title: name, altText: "alt of \(name)", aspect: aspect, panels: [])
}

/// A figure that a page without chart drawing shows by its caption.
func figure(_ name: String, height: Double, caption: String? = nil) -> Block {
    .figure(Figure(name: name, chart: chart(name), caption: caption ?? name, height: .points(height)))
}

/// A figure that fills.
func filling(_ name: String, least: Double = 40, most: Double = 1000) -> Block {
    .figure(Figure(name: name, chart: chart(name), caption: name, height: .fill(least: least, most: most)))
}

/// A table of two columns whose rows are named `name1`, `name2`.
func table(_ name: String, rows: Int, roles: [Int: Table.Row.Role] = [:], head: Bool = true) -> Block {
    .table(
        Table(
            name: name,
            columns: [Table.Column(head ? "\(name) head" : ""), Table.Column(head ? "Value" : "", .decimal)],
            rows: (1...max(rows, 1)).prefix(rows).map { row in
                Table.Row([Table.Cell("\(name)\(row)"), Table.Cell("\(row).0")], role: roles[row] ?? .body)
            }))
}
