import Charts
import DocumentModel
import Formatting
import Foundation
import Graphics
import GraphicsTestSupport
import NativeCodecs
import TestSupport
import Testing

@testable import HTMLOutput

@Suite struct HTMLWriterTests {
    private let sample = document(SampleReport.blocks)

    private func sample(options: HTMLOptions = HTMLOptions()) -> String {
        page(sample, options: options) { _, size in SampleReport.scene(size) }
    }

    @Test func `a small report is this page, around its style and script`() throws {
        let page = markup(of: sample()).replacingOccurrences(
            of: "sha256-[^']*", with: "sha256", options: .regularExpression)
        try expectGolden(page, "HTMLOutput/report.html")
    }

    @Test func `the same document gives the same bytes`() {
        #expect(sample() == sample())
    }

    @Test func `the public call lays charts out with the measurer`() {
        let bytes = HTMLWriter.write(sample, measurer: FakeMeasurer(advance: 0.5), options: HTMLOptions())
        #expect(String(decoding: bytes, as: UTF8.self).contains("<svg class=\"fig"))
    }

    @Test func `no id is given twice`() throws {
        let ids = matches(of: " id=\"([^\"]*)\"", in: sample())
        #expect(ids.count > 4)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `every reference finds its id`() {
        let text = sample()
        let ids = Set(matches(of: " id=\"([^\"]*)\"", in: text))
        for target in matches(of: "(?:href=\"#|url\\(#)([^\")]*)", in: text) { #expect(ids.contains(target)) }
    }

    @Test func `a section's heading leaves the id to the section, and equal anchors are told apart`() {
        let section = Block.group(
            Group(anchor: "risk", blocks: [.heading(Heading(level: 1, text: "Risk", anchor: "risk"))]))
        let text = page(document([section, section]))
        #expect(text.contains("<section id=\"risk\">\n<h2>Risk</h2>"))
        #expect(text.contains("<section id=\"risk-2\">\n<h2>Risk</h2>"))
        #expect(text.contains("<li><a href=\"#risk\">Risk</a></li>\n<li><a href=\"#risk-2\">"))
    }

    @Test func `nothing is fetched`() {
        let text = sample(options: HTMLOptions(webFonts: [WebFont(weight: .regular, woff: [1, 2, 3])]))
        #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("@import"))
        for address in matches(of: "(?:url\\(|src=\"|href=\")([^\")]*)", in: text) {
            #expect(address.hasPrefix("#") || address.hasPrefix("data:"), "\(address)")
        }
    }

    @Test func `no element carries a style or a handler, which the policy would refuse`() {
        for tag in matches(of: "(<[a-zA-Z][^>]*>)", in: markup(of: sample())) {
            #expect(tag.range(of: "\\s(style|on[a-z]+)=", options: .regularExpression) == nil, "\(tag)")
        }
    }

    @Test func `the policy names the hashes of the style and the script that are there`() throws {
        let text = sample(
            options: HTMLOptions(webFonts: [WebFont(weight: .bold, woff: [9, 8])], extraStyle: "p{color:red}"))
        let policy = try #require(matches(of: "Content-Security-Policy\" content=\"([^\"]*)\"", in: text).first)
        #expect(policy.hasPrefix("default-src 'none';"))
        for (directive, element) in [("style-src", "style"), ("script-src", "script")] {
            let pieces = matches(of: "<\(element)>([\\s\\S]*?)</\(element)>", in: text)
            #expect(pieces.count == 1)
            let digest = Data(SHA256.digest(of: Array(pieces[0].utf8))).base64EncodedString()
            #expect(policy.contains("\(directive) 'sha256-\(digest)';"))
        }
        #expect(!policy.contains("unsafe"))
    }

    @Test func `a template's style cannot end the style element`() {
        let text = sample(options: HTMLOptions(extraStyle: "p::after{content:\"</style><script>alert(1)</script>\"}"))
        #expect(matches(of: "(</style>)", in: text).count == 1)
        #expect(!markup(of: text).contains("alert(1)"))
    }

    @Test func `every role has a variable in light and in dark`() {
        let text = sample()
        for role in ColorRole.allCases {
            let name = role.cssName
            #expect(text.contains("--\(name):\(Theme.light.palette[role].hexText);"))
            #expect(matches(of: "(--\(name):\(Theme.light.darkPalette[role].hexText);)", in: text).count >= 2)
        }
    }

    @Test func `keeps are break rules for paper`() {
        let text = page(
            document([
                .group(Group(keep: .together, blocks: [.paragraph(Paragraph("a"))])),
                .group(Group(keep: .withNext, blocks: [.paragraph(Paragraph("b"))])),
                .pageBreak, .paragraph(Paragraph("c")),
            ]))
        #expect(text.contains("<div class=\"together\">\n<p>a</p>"))
        #expect(text.contains("<div class=\"with-next\">\n<p>b</p>"))
        #expect(text.contains("<div class=\"page-break\"></div>\n<p>c</p>"))
        for rule in [
            "thead{display:table-header-group}", "figure,tr,aside,.tiles,.grid,.together,li{break-inside:avoid}",
            ".with-next{break-after:avoid}", "orphans:2;widows:2",
            "@page{size:595.28pt 841.89pt ;margin:28pt 30pt 40pt 30pt",
        ] { #expect(text.contains(rule), "\(rule)") }
    }

    @Test func `a page break before everything does nothing`() {
        #expect(!page(document([.pageBreak, .paragraph(Paragraph("a"))])).contains("<div class=\"page-break\">"))
    }

    @Test func `a document without a title band still has one first heading`() {
        let text = page(document([.paragraph(Paragraph("a"))], title: "Only"))
        #expect(text.contains("<h1 class=\"vh\">Only</h1>"))
        #expect(matches(of: "(<h1)", in: sample()).count == 1)
    }

    @Test func `Japanese stands as it is`() {
        let text = page(document([.paragraph(Paragraph("日本株モメンタム"))], title: "戦略"))
        #expect(text.contains("<title>戦略</title>") && text.contains("<p>日本株モメンタム</p>"))
    }

    @Test func `fonts are made for what the page says, its figures and its script included`() {
        var asked: Set<Unicode.Scalar> = []
        var bold: Set<Unicode.Scalar> = []
        let band = TitleBand(title: "Zß", subtitle: "q", details: [])
        let tile = Tile(key: "k", label: "日", value: "€", detail: "x")
        let document = document([.titleBand(band), .tiles([tile])], title: "戦", footer: "ö")
        let bytes = HTMLWriter.write(document, measurer: FakeMeasurer(advance: 0.5), options: HTMLOptions()) {
            characters in
            asked = characters[.semibold]
            bold = characters[.bold]
            return [WebFont(weight: .semibold, woff: [1, 2, 3])]
        }
        #expect(asked.isSuperset(of: ["日", "€", "戦", "ö", "\u{2212}", "A", "~"]))
        #expect(!asked.contains("語") && !asked.contains("\n"))
        #expect(bold == Set("0123456789Zß€".unicodeScalars), "titles and tiles alone stand in bold")
        var bolder: PageCharacters?
        let style = HTMLOptions(extraStyle: "p{font-weight:700}")
        _ = HTMLWriter.write(document, measurer: FakeMeasurer(advance: 0.5), options: style) { characters in
            bolder = characters
            return []
        }
        #expect(bolder?.bold == bolder?.all, "a style sheet may set anything in bold")
        let face = "@font-face{font-family:Inter;font-weight:600;src:url(data:font/woff;base64,AQID) format(\"woff\")}"
        #expect(String(decoding: bytes, as: UTF8.self).contains(face))
    }

    @Test func `what readers see first says which run it is`() {
        var named = sample
        named.info.tabTitle = "Momentum · run a41c · Tearsheet"
        let text = page(named) { _, size in SampleReport.scene(size) }
        #expect(text.contains("<title>Momentum · run a41c · Tearsheet</title>"))
        #expect(sample().contains("<title>Momentum</title>"))
    }

    @Test func `a note that stands twice is one landmark`() {
        let note = Block.note(Note(kind: .caution, title: "Read with care.", paragraphs: [Paragraph("Two.")]))
        let text = page(document([note, note]))
        #expect(matches(of: "(<aside )", in: text).count == 1)
        #expect(matches(of: "(<div role=\"note\" class=\"note caution\")", in: text).count == 1)
    }

    @Test func `the page without figures stays below 40 KB`() {
        #expect(page(document([])).utf8.count < 40_000)
    }
}

/// What the first group of a pattern matched, each time.
func matches(of pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
        Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
}

/// A page without the contents of its style and script.
func markup(of page: String) -> String {
    page.replacingOccurrences(of: "<(style|script)>[\\s\\S]*?</\\1>", with: "", options: .regularExpression)
}
