import Charts
import DocumentModel
import Graphics

@testable import HTMLOutput

func run(_ text: String, _ font: Font) -> GlyphRun {
    GlyphRun(text: text, font: font, glyphs: [], width: Double(text.count) * font.size / 2)
}

/// A text of a scene at the size of labels.
func label(
    _ text: String, _ x: Double, _ y: Double, _ anchor: PlacedText.Anchor = .start, _ paint: Paint = .role(.muted),
    font: Font = Font(size: 6.8, tabular: true)
) -> SceneItem {
    .text(PlacedText(run(text, font), at: Point(x, y), anchor: anchor, paint: paint))
}

/// A document around blocks.
func document(_ blocks: [Block], title: String = "Momentum", footer: String = "Momentum · run a41c") -> Document {
    let info = DocumentInfo(
        title: title, author: "Desk", subject: "Tearsheet", keywords: ["momentum", "daily"], created: "2025-01-06",
        footer: footer, generator: "Tearsheet 0.1")
    return Document(info: info, page: PageStyle(), theme: .light, blocks: blocks)
}

/// A page as text, its figures laid out by a closure.
func page(_ document: Document, options: HTMLOptions = HTMLOptions(), scene: @escaping (Chart, Size) -> Scene) -> String
{
    String(decoding: HTMLWriter.write(document, options: options, layOut: scene), as: UTF8.self)
}

/// A page as text, its figures empty.
func page(_ document: Document, options: HTMLOptions = HTMLOptions()) -> String {
    page(document, options: options) { _, size in Scene(size: size) }
}

/// A chart of nothing, to be laid out by hand.
func chart(_ title: String, altText: String = "Facts.", x: Axis = .time) -> Chart {
    Chart(title: title, altText: altText, x: x, panels: [])
}

/// One of each block, small.
enum SampleReport {
    static let blocks: [Block] = [
        .titleBand(
            TitleBand(
                title: "Momentum", subtitle: "version 3.2 · 2 Jan 2015 – 6 Jan 2025", details: ["Benchmark S&P 500"],
                logo: ImageData(png: [1, 2, 3, 4], width: 40, height: 20))),
        .tiles([
            Tile(key: "sharpe", label: "Sharpe", value: "1.54", detail: "S&P 500 0.77"),
            Tile(key: "calmar", label: "Calmar", value: "n/a", detail: ""),
        ]),
        .group(Group(keep: .together, anchor: "growth", blocks: growth)),
        .rule, .space(2), .pageBreak,
        .group(Group(anchor: "trades", blocks: trades)),
    ]

    private static let growth: [Block] = [
        .heading(Heading(level: 1, text: "Growth", detail: "log scale", anchor: "growth")),
        .figure(
            Figure(
                name: "equity", chart: chart("Growth of 1", altText: "Grew."), caption: "After costs.",
                height: .points(90))),
        .grid(
            Grid(
                columns: [1, 1],
                cells: [
                    [.figure(Figure(name: "returns", chart: chart("Returns"), height: .points(60)))],
                    [.note(Note(kind: .caution, title: "Read with care.", paragraphs: [Paragraph("Two regimes.")]))],
                ])),
    ]

    private static let trades: [Block] = [
        .heading(Heading(level: 1, text: "Trades", anchor: "trades")),
        .paragraph(
            Paragraph([
                .text("See "), .link("growth", target: "#growth"), .text(", key "), .code("sharpe"), .lineBreak,
                .strong("annualised"), .muted(" 252"),
            ])),
        .list(List([Paragraph("first"), Paragraph("second", isSmall: true)])),
        .heading(Heading(level: 2, text: "Worst", detail: "by depth", anchor: "worst")),
        .table(
            Table(
                name: "drawdowns", title: "Drawdowns", subtitle: "of 118",
                columns: [.init("#"), .init("Depth %", .decimal), .init("From", .right), .init("End", .center)],
                rows: [
                    .init([Table.Cell("All")], role: .group),
                    .init([
                        Table.Cell("1", tone: .loss), Table.Cell("−14.4", sortKey: -0.144),
                        Table.Cell("19 May 2020", sortKey: 18_401),
                        Table.Cell("n/a", tone: .muted, help: "not recovered"),
                    ]),
                    .init([Table.Cell("Sum"), Table.Cell("−14.4"), Table.Cell(""), Table.Cell("")], role: .total),
                ], footnote: "113 are left out.", isSortable: true)),
    ]

    /// A panel of time with a clipped series, a band, a rotated text, dashes, a mix, a colour of its own and a picture.
    static func scene(_ size: Size) -> Scene {
        let plot = Rect(x0: 20, y0: 10, x1: size.width - 10, y1: size.height - 12)
        let facts = [
            SceneAttribute("plot", "20 10 \(size.width - 10) \(size.height - 12)"), SceneAttribute("x-kind", "time"),
            SceneAttribute("x-min", "16437"), SceneAttribute("x-max", "20094"), SceneAttribute("y-kind", "log"),
            SceneAttribute("y-min", "1"), SceneAttribute("y-max", "8"), SceneAttribute("y-format", "multiple2"),
        ]
        let axis = SceneGroup(role: .part("x-axis", attributes: []), items: [label("2015", 20, size.height - 2)])
        return Scene(
            size: size,
            items: [
                label("Growth of 1", 0, 8, .start, .role(.ink), font: Font(size: 8.5, weight: .semibold)),
                .group(SceneGroup(role: .part("panel", attributes: facts), items: panel(plot))),
                .group(axis),
                .image(ImageData(png: [1, 2, 3], width: 2, height: 2), Rect(x0: 0, y0: 12, x1: 4, y1: 16)),
            ])
    }

    private static func panel(_ plot: Rect) -> [SceneItem] {
        let line = (0...6).map { Point(plot.x0 + Double($0) * 5, plot.y1 - Double($0 * $0)) }
        let series = SceneGroup(
            role: .part("series", attributes: [SceneAttribute("label", "Strategy & co")]),
            items: [.path(Path(polyline: line), fill: nil, stroke: Stroke(.role(.accent), width: 1.1, join: .round))])
        let band = Path(Rect(x0: plot.x0, y0: plot.y0, x1: plot.x0 + 9.5, y1: plot.y1))
        let rule = Path(from: Point(plot.x0, plot.y1), to: Point(plot.x1, plot.y1))
        let side = PlacedText(
            run("side", Font(size: 6.8)), at: Point(6, 50), anchor: .middle,
            paint: .color(Color(hex: 0x336699), opacity: 1),
            rotation: -90)
        return [
            .path(rule, fill: nil, stroke: Stroke(.role(.grid), width: 0.5, dashes: [2, 1.5])),
            .group(
                SceneGroup(
                    role: .part("marks", attributes: []), clip: plot,
                    items: [
                        .path(band, fill: .role(.loss, opacity: 0.08), stroke: nil),
                        .path(
                            Path(circleAt: Point(30, 30), radius: 2), fill: .mix(.page, .gain, fraction: 0.5),
                            stroke: nil),
                        .group(series),
                    ])),
            .text(side),
            .group(SceneGroup(role: .link("#trades"), items: [label("to trades", plot.x1, plot.y0 + 6, .end)])),
            .group(SceneGroup(role: .artifact, items: [label("1.50", 18, 40, .end)])),
        ]
    }
}
