import Charts
import DocumentModel
import Formatting
import Graphics
import NativeCodecs

/// A document as one HTML file: offline, readable without JavaScript, on a phone, on paper, in light and dark.
///
/// Layout of the text is the browser's job; figures are laid out here, as wide as their column is on a desk, and scale
/// with it. See ``FigureParts`` for what figures tell the script.
public enum HTMLWriter {
    /// The bytes of the file, UTF-8. The same document gives the same bytes.
    public static func write(_ document: Document, measurer: any TextMeasurer, options: HTMLOptions) -> [UInt8] {
        write(document, measurer: measurer, options: options) { _ in options.webFonts }
    }

    /// The same with fonts that are made when it is known what the page says: the closure gets the characters of the page
    /// and is called once; `options.webFonts` is not used. What it throws is passed on.
    public static func write<Failure: Error>(
        _ document: Document, measurer: any TextMeasurer, options: HTMLOptions,
        fonts: (PageCharacters) throws(Failure) -> [WebFont]
    ) throws(Failure) -> [UInt8] {
        var style = document.theme.chart
        // Coarse lines keep the page small: with a script they are drawn again from the exact data.
        style.pixel = max(style.pixel, 2.5)
        style.redrawnPixel = max(style.pixel, 3)
        var phoneStyle = style
        phoneStyle.pixel = max(style.pixel, 3.5)
        let body = layOutBody(document, options: options) { chart, size in
            let isForPhones = size.width <= HTMLBody.phoneWidth
            return chart.scene(size: size, style: isForPhones ? phoneStyle : style, measurer: measurer)
        }
        let all = characters(of: document.info, body).union(document.theme.chart.spelling.language.signs)
        // A style sheet of the user's may set anything in bold.
        let bold = options.extraStyle.isEmpty ? body.boldCharacters : all
        return assemble(document, body, options: options, fonts: try fonts(PageCharacters(all: all, bold: bold)))
    }

    /// A page with the layout of charts handed in.
    static func write(_ document: Document, options: HTMLOptions, layOut: @escaping (Chart, Size) -> Scene) -> [UInt8] {
        let body = layOutBody(document, options: options, layOut: layOut)
        return assemble(document, body, options: options, fonts: options.webFonts)
    }

    private static func layOutBody(
        _ document: Document, options: HTMLOptions, layOut: @escaping (Chart, Size) -> Scene
    ) -> HTMLBody {
        var body = HTMLBody(document: document, phoneFigures: options.phoneFigures, layOut: layOut)
        body.writeBlocks(document.blocks, width: document.page.textArea.width)
        return body
    }

    /// Printable ASCII, what the script writes, and whatever else stands in the page.
    private static func characters(of info: DocumentInfo, _ body: HTMLBody) -> Set<Unicode.Scalar> {
        var characters = Set((0x20...0x7E).map { Unicode.Scalar(UInt8($0)) })
        characters.formUnion(Script.characters.union(StyleSheet.characters))
        for text in [info.title, info.footer, info.generator] { characters.formUnion(text.unicodeScalars) }
        characters.formUnion(PageSource.characters(of: body.out.bytes))
        return characters.filter { $0.value >= 0x20 }
    }

    private static func assemble(
        _ document: Document, _ body: HTMLBody, options: HTMLOptions, fonts: [WebFont]
    ) -> [UInt8] {
        let style = StyleSheet.bytes(for: document, fonts: fonts, extraStyle: options.extraStyle, classes: body.names)
        let language = document.theme.chart.spelling.language
        let data = document.data.flatMap { DataBlock.json($0, shown: body.shownSeries, language: language) }
        let script = Script.bytes(withFigures: data != nil, withFilter: body.hasFilter)
        var page = MarkupBuffer()
        page.reserve(body.out.bytes.count + style.count + script.count + (data?.bytes.count ?? 0) + 4096)
        writeHead(document.info, language, style: style, script: script, to: &page)
        writeFrame(document.info, body, data: data, to: &page)
        return page.bytes
    }

    private static func writeHead(
        _ info: DocumentInfo, _ language: DisplayLanguage, style: [UInt8], script: [UInt8], to page: inout MarkupBuffer
    ) {
        page.markup("<!doctype html>\n<html")
        page.attribute("lang", info.language.isEmpty ? "en" : info.language)
        // What readers type into the filter of a table.
        if language.decimal != "." { page.attribute("data-decimal", language.decimal) }
        page.markup(">\n<head>\n<meta charset=\"utf-8\">\n")
        writePolicy(style: style, script: script, to: &page)
        page.markup("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        page.text(info.tabTitle.isEmpty ? info.title : info.tabTitle)
        page.markup("</title>\n")
        writeMeta("generator", info.generator, to: &page)
        writeMeta("author", info.author, to: &page)
        writeMeta("description", info.subject, to: &page)
        writeMeta("keywords", info.keywords.joined(separator: ", "), to: &page)
        writeMeta("dcterms.created", info.created, to: &page)
        page.markup("<style>")
        page.append(ascii: style)
        page.markup("</style>\n<script>")
        page.append(ascii: script)
        page.markup("</script>\n</head>\n")
    }

    /// Nothing may be loaded, sent, framed or run but this file's own style and script, known by their hashes.
    private static func writePolicy(style: [UInt8], script: [UInt8], to page: inout MarkupBuffer) {
        page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
        page.append(ascii: Base64.encode(SHA256.digest(of: style)))
        page.markup("'; script-src 'sha256-")
        page.append(ascii: Base64.encode(SHA256.digest(of: script)))
        page.markup("'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n")
    }

    private static func writeMeta(_ name: String, _ content: String, to page: inout MarkupBuffer) {
        guard !content.isEmpty else { return }
        page.markup("<meta name=\"\(name)\"")
        page.attribute("content", content)
        page.markup(">\n")
    }

    private static func writeFrame(
        _ info: DocumentInfo, _ body: HTMLBody, data: MarkupBuffer?, to page: inout MarkupBuffer
    ) {
        page.markup("<body>\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n")
        writeContents(body.contents, to: &page)
        page.markup("<main id=\"content\" tabindex=\"-1\">\n")
        if !body.hasTitle {
            page.markup("<h1 class=\"vh\">")
            page.text(info.title)
            page.markup("</h1>\n")
        }
        page.append(body.out)
        page.markup("</main>\n<footer>\n<p>")
        page.text(info.footer)
        page.markup("</p>\n<p>")
        page.text(info.generator)
        page.markup("</p>\n</footer>\n")
        if let data {
            // Not a script to run: browsers read its type and leave it alone, and the policy lets it be.
            page.markup("<script type=\"application/json\" id=\"series\">")
            page.append(data)
            page.markup("</script>\n")
        }
        page.markup("</body>\n</html>\n")
    }

    /// The list of sections, for wide screens; a single section needs none.
    private static func writeContents(_ contents: [HTMLBody.ContentsEntry], to page: inout MarkupBuffer) {
        guard contents.count > 1 else { return }
        page.markup("<nav aria-label=\"Contents\">\n<ol>\n")
        for entry in contents {
            page.markup("<li><a")
            page.attribute("href", "#" + entry.anchor)
            page.markup(">")
            page.text(entry.text)
            page.markup("</a></li>\n")
        }
        page.markup("</ol>\n</nav>\n")
    }
}
