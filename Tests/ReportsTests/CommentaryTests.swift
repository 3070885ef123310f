import Charts
import DocumentModel
import Graphics
import Testing

@testable import Reports

/// Commentary is a user's text: its marks become markup, everything else stays text.
@Suite struct CommentaryTests {
    @Test(arguments: [
        ("", ""), ("\n  \n", ""),
        ("One\ntwo\n\nthree", "<p>One two</p>\n<p>three</p>\n"),
        ("# Why", "<heading level=\"2\">Why</heading>\n"),
        ("#no heading", "<p>#no heading</p>\n"),
        ("- a\n- b\n- c\n\ntext", "<ul><li>a</li><li>b</li><li>c</li></ul>\n<p>text</p>\n"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>\n"), ("7) a", "<ol start=\"7\"><li>a</li></ol>\n"),
        (
            "- a\n  1. b\n     - c\n- d",
            "<ul><li>a<ol><li>b<ul><li>c</li></ul>\n</li></ol>\n</li><li>d</li></ul>\n"
        ),
        ("- a\n\n  more\n\n      x = 1", "<ul><li>a<br/>more<br/><code>x = 1</code></li></ul>\n"),
        ("```python\nif a < b:\n    c()\n```", "<pre>if a &lt; b:\n    c()\n</pre>\n"),
        ("> quoted\n> words", "<p>quoted words</p>\n"),
        ("a\n\n---\n\nb  \nc", "<p>a</p>\n<rule/>\n<p>b<br/>c</p>\n"),
        ("![chart](https://e.org/x.png)", "<p>chart</p>\n"),
        ("*a **b** c*", "<p><em>a </em><b>b</b><em> c</em></p>\n"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        ("<https://e.org> <javascript:x>", "<p><a href=\"https://e.org\">https://e.org</a> javascript:x</p>\n"),
        ("text\n- a", "<p>text</p>\n<ul><li>a</li></ul>\n"),
        ("-5 % is no item", "<p>-5 % is no item</p>\n"),
        ("**strong** *so* `x < y`", "<p><b>strong</b> <em>so</em> <code>x &lt; y</code></p>\n"),
        ("2 * 3 ** 4 `open", "<p>2 * 3 ** 4 `open</p>\n"),
        ("<script>alert(1)</script> & \"q\"", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot;</p>\n"),
        ("**<b>**", "<p><b>&lt;b&gt;</b></p>\n"),
        ("[a](https://example.org/?x=1&y)", "<p><a href=\"https://example.org/?x=1&amp;y\">a</a></p>\n"),
        ("[m](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">m</a></p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](file:///etc/passwd) [y](//host)", "<p>[x](file:///etc/passwd) [y](//host)</p>\n"),
        ("line one\r\nline two\r\n", "<p>line one line two</p>\n"),
        (
            "| Year | Why |\n|---:|:-:|\n| 2020 | **crash** & fall |\n| 2021",
            "<table><thead><tr><th align=\"right\">Year</th><th align=\"center\">Why</th></tr></thead>\n<tbody>\n"
                + "<tr><td>2020</td><td>crash &amp; fall</td></tr>\n<tr><td>2021</td><td></td></tr>\n</tbody></table>\n"
        ),
        ("a | b\n--- | ---\n", "<table><thead><tr><th>a</th><th>b</th></tr></thead>\n<tbody>\n</tbody></table>\n"),
        ("a | b\n- | x\n", "<p>a | b</p>\n<ul><li>| x</li></ul>\n"),
    ])
    func `Markdown becomes markup`(text: String, markup: String) {
        #expect(CommentaryMarkdown.markup(of: text) == markup)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "[", "- a\n", "*", "**", "`", "[](", "](", "[a](https://", "# a\n", "[a](x) ", "> ", "- ", "1. ", "<", "![",
            "*a ", "_a",
        ])
    func `any number of marks takes time in proportion`(mark: String) {
        let text = String(repeating: mark, count: 30_000) + "\n\nword"
        #expect(CommentaryMarkdown.markup(of: text).contains("word"))
    }

    @Test func `brackets before a link are text`() {
        #expect(CommentaryMarkdown.markup(of: "[[x [a](https://b)") == "<p>[[x <a href=\"https://b\">a</a></p>\n")
        #expect(CommentaryMarkdown.markup(of: "[a](b) [c](https://d)") == "<p>[a](b) <a href=\"https://d\">c</a></p>\n")
    }

    @Test func `what comes out is always markup that reads`() throws {
        let pieces = [
            "*", "**", "`", "[", "](", ")", "https://a", "<", "&", "\"", "- ", "1. ", "\n", "\n\n", "word", "    ",
        ]
        var state: UInt64 = 7
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 60)]
            }
            let markup = CommentaryMarkdown.markup(of: text)
            #expect(throws: Never.self, "\(text)") {
                try MarkupReader.blocks(from: markup, source: "commentary", content: NoContent())
            }
        }
    }
}

/// A report without metrics, figures and tables.
private struct NoContent: MarkupContent {
    let tileNames: [String] = []
    let figureNames: [String] = []
    let tableNames: [String] = []
    func tile(_ key: String) -> Tile? { nil }
    func figure(_ name: String) -> Figure? { nil }
    func table(_ name: String, rows: Int?, metrics: MetricChoice?) -> Table? { nil }
    func hasMetrics(table name: String) -> Bool { false }
    func chart(of figure: OwnFigure) -> Result<Chart, OwnFigureProblem> { .failure(.unknownData(allowed: [])) }
    let pictureNames: [String] = []
    func picture(_ name: String) -> Result<ImageData, PictureProblem>? { nil }
    func titleBand() -> TitleBand { TitleBand(title: "", subtitle: "", details: [], logo: nil) }
}
