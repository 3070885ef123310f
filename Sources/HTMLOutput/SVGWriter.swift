import Graphics

/// A scene as an SVG file of its own.
///
/// Our serialiser, not Cairo's: Cairo turns text into outlines, repeats ids between files, and writes the same scene
/// differently the second time.
public enum SVGWriter {
    /// A complete SVG file: colours resolved, sizes in points, text as text.
    ///
    /// - Parameters:
    ///   - title: The figure's name, read out and shown by viewers.
    ///   - altText: One sentence with the facts, for readers who cannot see the figure.
    ///   - palette: What the roles look like.
    ///   - background: Whether the page's colour is painted behind the figure; without it the file is transparent.
    ///   - fonts: Weights to embed; without them the reader's system sets the text.
    public static func standalone(
        _ scene: Scene, title: String, altText: String, palette: Palette, background: Bool = true, fonts: [WebFont] = []
    ) -> String {
        var svg = SVGSerializer(standalone: palette)
        svg.out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        writeExtent(scene.size, to: &svg.out)
        svg.out.markup(" role=\"img\">\n")
        element("title", title, to: &svg.out)
        element("desc", altText, to: &svg.out)
        writeStyle(fonts, to: &svg.out)
        if background { writeBackground(palette, to: &svg.out) }
        svg.write(scene.items)
        svg.out.markup("\n</svg>\n")
        return svg.out.text
    }

    private static func writeExtent(_ size: Size, to out: inout MarkupBuffer) {
        out.markup(" width=\"")
        out.number(size.width)
        out.markup("pt\" height=\"")
        out.number(size.height)
        out.markup("pt\" viewBox=\"0 0 ")
        out.number(size.width)
        out.byte(UInt8(ascii: " "))
        out.number(size.height)
        out.markup("\"")
    }

    private static func element(_ name: String, _ text: String, to out: inout MarkupBuffer) {
        guard !text.isEmpty else { return }
        out.markup("<\(name)>")
        out.text(text)
        out.markup("</\(name)>\n")
    }

    private static func writeStyle(_ fonts: [WebFont], to out: inout MarkupBuffer) {
        out.markup("<style>\n")
        for font in fonts { font.writeFace(to: &out) }
        out.markup("text{font-family:\(WebFont.families)}.n{font-variant-numeric:tabular-nums}\n</style>\n")
    }

    private static func writeBackground(_ palette: Palette, to out: inout MarkupBuffer) {
        out.markup("<path")
        out.attribute("fill", palette[.page].hexText)
        out.markup(" d=\"M0 0H9999V9999H0z\"/>\n")
    }
}
