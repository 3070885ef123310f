import Foundation
import Graphics
import PDFOutput
import TestSupport
import Testing
import TextShaping

/// The shipped faces from the repository.
func shippedBook() throws -> FontBook {
    try FontBook(
        faces: [(Font.Weight.regular, "Regular"), (.semibold, "SemiBold"), (.bold, "Bold")].map { weight, name in
            let url = repositoryRoot.appendingPathComponent("Fonts/Inter-\(name).otf")
            return FontFaceData(weight: weight, bytes: FontBytes([UInt8](try Data(contentsOf: url))))
        })
}

let palette = Palette { role in
    switch role {
    case .page: Color(hex: 0xFFFFFF)
    case .surface: Color(hex: 0xF4F5F7)
    case .ink: Color(hex: 0x1B1F24)
    case .accent: Color(hex: 0x1B4B8A)
    case .loss: Color(hex: 0xC2571A)
    default: Color(hex: 0x8A929C)
    }
}

let metadata = PDFMetadata(
    title: "Momentum – équité (test)", author: "Research & Co", subject: "Tearsheet of one backtest",
    keywords: ["backtest", "momentum"], creator: "Tearsheet 1.0",
    created: .init(year: 2024, month: 1, day: 31, hour: 16, minute: 5, second: 9))

/// Makes scenes as the typesetter does, in a few words.
struct Composer {
    let book: FontBook

    func text(
        _ words: String, _ x: Double, _ y: Double, size: Double = 10, weight: Font.Weight = .regular,
        tabular: Bool = false, anchor: PlacedText.Anchor = .start, paint: Paint = .role(.ink), rotation: Double = 0
    ) -> SceneItem {
        let run = book.shape(words, font: Font(size: size, weight: weight, tabular: tabular))
        return .text(PlacedText(run, at: Point(x, y), anchor: anchor, paint: paint, rotation: rotation))
    }

    func tag(_ tag: StructureTag, _ items: [SceneItem]) -> SceneItem {
        .group(SceneGroup(role: .tag(tag), items: items))
    }

    func rule(_ y: Double) -> SceneItem {
        .path(
            Path(from: Point(40, y), to: Point(555, y)), fill: nil, stroke: Stroke(.role(.hairline), width: 0.5))
    }

    func heading(_ level: Int, _ title: String, anchor: String, y: Double) -> SceneItem {
        tag(
            .heading(level: level, title: title, anchor: anchor),
            [text(title, 40, y, size: 20 - Double(level) * 3, weight: .bold)])
    }

    func paragraph(_ words: String, y: Double) -> SceneItem { tag(.paragraph, [text(words, 40, y)]) }

    /// A table with a head row; rules and stripes stand beside the cells.
    func table(_ rows: [[String]], y: Double) -> SceneItem {
        var items: [SceneItem] = []
        for (index, row) in rows.enumerated() {
            let base = y + Double(index) * 14
            var cells: [SceneItem] = []
            if index % 2 == 1 {
                let stripe = Rect(x0: 40, y0: base - 10, x1: 555, y1: base + 4)
                cells.append(.path(Path(stripe), fill: .role(.surface), stroke: nil))
            }
            for (column, words) in row.enumerated() {
                let x = 150 + Double(column) * 100
                let cell = text(words, x, base, tabular: true, anchor: .end)
                cells.append(
                    tag(index == 0 || column == 0 ? .tableHeader(isColumn: index == 0) : .tableCell, [cell]))
            }
            items.append(tag(.tableRow, cells))
            items.append(rule(base + 4))
        }
        return tag(.table, items)
    }

    func figure(_ altText: String, y: Double, points: Int = 400) -> SceneItem {
        let line = (0..<points).map { index -> Point in
            let x = Double(index) / Double(points)
            return Point(40 + 515 * x, y + 60 - 40 * x - 18 * sin(x * 21) - 5 * sin(x * 97))
        }
        let stroke = Stroke(.role(.accent), width: 1.2, join: .round)
        let area = Path(Rect(x0: 40, y0: y, x1: 555, y1: y + 90))
        return tag(
            .figure(altText: altText),
            [
                .group(
                    SceneGroup(
                        role: .part("series-strategy", attributes: []), clip: Rect(x0: 40, y0: y, x1: 555, y1: y + 90),
                        items: [
                            .path(area, fill: .role(.surface, opacity: 0.5), stroke: nil),
                            .path(Path(polyline: line), fill: nil, stroke: stroke),
                        ])),
                text("Equity (×)", 34, y + 45, size: 8, anchor: .middle, paint: .role(.muted), rotation: -90),
                .path(
                    Path(circleAt: Point(300, y + 20), radius: 6), fill: .mix(.accent, .page, fraction: 0.4),
                    stroke: Stroke(.role(.loss), width: 1, dashes: [2, 1])),
            ])
    }

    func link(_ words: String, to target: String, x: Double, y: Double) -> SceneItem {
        .group(SceneGroup(role: .link(target), items: [text(words, x, y, paint: .role(.accent))]))
    }

    func footer(_ words: String, y: Double) -> SceneItem {
        .group(
            SceneGroup(
                role: .artifact, offset: Point(0, y),
                items: [
                    .path(
                        Path(from: Point(40, 0), to: Point(555, 0)), fill: nil,
                        stroke: Stroke(.role(.hairline), width: 0.5)),
                    text(words, 40, 12, size: 7, paint: .role(.muted)),
                ]))
    }

    /// Two pages with everything that reports use: A4, then Letter.
    func report() -> [Scene] {
        let first = Scene(
            size: Size(595.28, 841.89),
            items: [
                tag(
                    .section,
                    [
                        heading(1, "Momentum 日本株", anchor: "top", y: 60),
                        paragraph(
                            "Max drawdown \u{2212}14.41\u{202F}% over 2\u{202F}520 sessions, σ ≥ √2 × 0.1", y: 84),
                        tag(
                            .paragraph,
                            [
                                text("See", 40, 100), link("Trades", to: "#trades", x: 60, y: 100),
                                text("and", 98, 100),
                                link("the source", to: "https://example.org/a?b=é", x: 120, y: 100),
                                text("or", 180, 100), link("nothing", to: "#nowhere", x: 196, y: 100),
                            ]),
                        heading(2, "Equity (linear)", anchor: "equity", y: 130),
                        figure("The strategy grew 4.2-fold; “dip” in 2020.", y: 140),
                        tag(.caption, [text("Growth of one unit", 40, 246, size: 8)]),
                    ]),
                footer("Momentum · page 1 of 2", y: 810),
            ])
        let second = Scene(
            size: Size(612, 792),
            items: [
                tag(
                    .section,
                    [
                        heading(1, "Trades", anchor: "trades", y: 60),
                        table(
                            [["Side", "Count", "P&L"], ["Long", "12", "\u{2212}1,204.50"], ["Short", "", "88.00"]],
                            y: 90),
                    ]),
                footer("Momentum · page 2 of 2", y: 760),
            ])
        return [first, second]
    }
}

/// The sample report as a file.
func sampleFile(attachments: [PDFAttachment] = []) throws -> [UInt8] {
    let book = try shippedBook()
    return try PDFWriter.write(
        pages: Composer(book: book).report(), metadata: metadata, palette: palette, fonts: book,
        attachments: attachments)
}

/// One page of these items.
func file(of items: (Composer) -> [SceneItem]) throws -> [UInt8] {
    let book = try shippedBook()
    let page = Scene(size: Size(595.28, 841.89), items: items(Composer(book: book)))
    return try PDFWriter.write(pages: [page], metadata: metadata, palette: palette, fonts: book)
}
