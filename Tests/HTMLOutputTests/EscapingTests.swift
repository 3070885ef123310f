import Charts
import DocumentModel
import Foundation
import Graphics
import Testing

@testable import HTMLOutput

@Suite struct EscapingTests {
    private static let hostile = "<script>alert(\"1\")</script>&'\u{0}\u{B}\u{FFFE}"
    private static let harmless = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;'"

    /// A document that says the hostile text wherever a text can be said.
    private var everywhere: Document {
        let bad = Self.hostile
        let cell = Table.Cell(bad, help: bad)
        let figure = Figure(name: bad, chart: chart(bad, altText: bad), caption: bad, height: .points(100))
        let blocks: [Block] = [
            .titleBand(TitleBand(title: bad, subtitle: bad, details: [bad])),
            .heading(Heading(level: 1, text: bad, detail: bad, anchor: bad)),
            .heading(Heading(level: 1, text: bad, detail: bad, anchor: bad)),
            .paragraph(
                Paragraph([.text(bad), .strong(bad), .muted(bad), .code(bad), .link(bad, target: "#" + "a\"b")])),
            .list(List([Paragraph(bad)])), .code(bad),
            .tiles([Tile(key: bad, label: bad, value: bad, detail: bad)]),
            .table(
                Table(
                    name: bad, title: bad, subtitle: bad, columns: [.init(bad), .init(bad)],
                    rows: [.init([cell], role: .group), .init([cell, cell]), .init([cell, cell], role: .total)],
                    footnote: bad)),
            .figure(figure),
            .note(Note(kind: .caution, title: bad, paragraphs: [Paragraph(bad)])),
            .group(Group(anchor: bad, blocks: [])),
        ]
        var document = document(blocks, title: bad, footer: bad)
        document.info.language = bad
        document.info.generator = bad
        document.info.keywords = [bad]
        document.info.subject = bad
        return document
    }

    private var text: String {
        page(everywhere) { _, size in
            let part = SceneGroup.Role.part(Self.hostile, attributes: [SceneAttribute("label", Self.hostile)])
            return Scene(size: size, items: [.group(SceneGroup(role: part, items: [label(Self.hostile, 0, 9)]))])
        }
    }

    @Test func `no text becomes markup, wherever it stands`() {
        #expect(matches(of: "(<script)", in: text).count == 1)
        #expect(matches(of: "(</script)", in: text).count == 1)
        #expect(matches(of: "(alert\\(\")", in: text).isEmpty)
        #expect(matches(of: "(\(NSRegularExpression.escapedPattern(for: Self.harmless)))", in: text).count > 35)
    }

    @Test func `the running footer on paper cannot leave its string`() throws {
        let rule = try #require(matches(of: "@bottom-left\\{content:(.*?);font", in: text).first)
        #expect(rule == #""\3c script\3e alert(\22 1\22 )\3c /script\3e \26 '""#)
    }

    @Test func `characters that XML forbids are dropped`() {
        var buffer = MarkupBuffer()
        buffer.text("a\u{0}\u{1F}b\u{7F}\u{85}c\u{FFFE}\u{FFFF}d\te\n\u{A0}é日😀")
        #expect(buffer.text == "abcd\te\n\u{A0}é日😀")
    }

    @Test(arguments: [
        ("#risk", true), ("https://example.org/a?b=1", true), ("HTTP://example.org", true), ("mailto:a@b.c", true),
        ("javascript:alert(1)", false), (" javascript:alert(1)", false), ("java\tscript:alert(1)", false),
        ("data:text/html,x", false), ("file:///etc/passwd", false), ("//example.org", false), ("", false),
    ])
    func `links lead to anchors and to schemes that run nothing`(target: String, isSafe: Bool) {
        let text = markup(of: page(document([.paragraph(Paragraph([.link("there", target: target)]))])))
        #expect(text.contains(">there</a>") == isSafe)
        #expect(text.contains("there"))
    }
}
