import Charts
import DocumentModel
import Graphics

@testable import HTMLOutput

/// Every letter half as wide as it is high: enough for scenes made by hand.
final class EvenMeasurer: TextMeasurer {
    func shape(_ text: String, font: Font) -> GlyphRun { run(text, font) }
    func metrics(of font: Font) -> FontMetrics {
        FontMetrics(ascent: font.size, descent: font.size / 4, capHeight: font.size * 0.7, xHeight: font.size / 2)
    }
}

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
func page(_ document: Document, options: HTMLOptions = HTMLOptions(), scene: @escaping (Chart, Size) -> Scene) -> String {
    String(decoding: HTMLWriter.write(document, options: options, layOut: scene), as: UTF8.self)
}

/// A page as text, its figures empty.
func page(_ document: Document, options: HTMLOptions = HTMLOptions()) -> String {
    page(document, options: options) { _, size in Scene(size: size) }
}

/// A chart of nothing, to be laid out by hand.
func chart(_ title: String, altText: String = "Facts.") -> Chart {
    Chart(title: title, altText: altText, panels: [])
}
