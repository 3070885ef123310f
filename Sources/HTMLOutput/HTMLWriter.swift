import Charts
import DocumentModel
import Formatting
import Graphics

/// A document as one HTML file: offline, readable without JavaScript, on a phone, on paper, in light and dark.
///
/// Layout of the text is the browser's job; figures are laid out here, as wide as their column is on a desk, and scale
/// with it. See ``FigureParts`` for what figures tell the script.
public enum HTMLWriter {
    /// The bytes of the file, UTF-8. The same document gives the same bytes.
    public static func write(_ document: Document, measurer: any TextMeasurer, options: HTMLOptions) -> [UInt8] {
        write(document, options: options) { chart, size in
            chart.scene(size: size, style: document.theme.chart, measurer: measurer)
        }
    }

    /// The same with the layout of charts handed in.
    static func write(_ document: Document, options: HTMLOptions, layOut: @escaping (Chart, Size) -> Scene) -> [UInt8] {
        var body = HTMLBody(document: document, phoneFigures: options.phoneFigures, layOut: layOut)
        body.writeBlocks(document.blocks, width: document.page.textArea.width)
        let style = StyleSheet.bytes(for: document, options: options, classes: body.names)
        let script = Script.bytes
        var page = MarkupBuffer()
        page.reserve(body.out.bytes.count + style.count + script.count + 4096)
        writeHead(document.info, style: style, script: script, to: &page)
        writeFrame(document.info, body, to: &page)
        return page.bytes
    }

    private static func writeHead(
        _ info: DocumentInfo, style: [UInt8], script: [UInt8], to page: inout MarkupBuffer
    ) {
        page.markup("<!doctype html>\n<html")
        page.attribute("lang", info.language.isEmpty ? "en" : info.language)
        page.markup(">\n<head>\n<meta charset=\"utf-8\">\n")
        writePolicy(style: style, script: script, to: &page)
        page.markup("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        page.text(info.title)
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

    private static func writeFrame(_ info: DocumentInfo, _ body: HTMLBody, to page: inout MarkupBuffer) {
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
        page.markup("</p>\n</footer>\n</body>\n</html>\n")
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
