import DocumentModel
import TestSupport
import Testing

/// One piece of markup per mistake; the messages are in the golden file, verbatim.
private let mistakes = [
    "<p>1 < 2</p>",
    "<p>a</>",
    "<p>a</p",
    "<figure name=\"equity\"",
    "<p>\n  text <!-- no end </p>",
    "<p>S&P 500</p>",
    "<p>a &nbps; b</p>",
    "<p>a &euro; b</p>",
    "<p>&#0;</p>",
    "<p>&#xD800;</p>",
    "<figure name=equity/>",
    "<figure name=\"equity/>\n<p>x</p>",
    "<figure name=\"equity\" name=\"equity\"/>",
    "<section title=\"A\">\n  <p>text</p>\n",
    "<p>a<br>b</p>",
    "<section title=\"A\">\n<p>text</section></p>",
    "<p>a</p></section>",
    String(repeating: "<group keep=\"together\">", count: 70),
    "<sectoin title=\"A\"></sectoin>",
    "<div>a</div>",
    "<p>a <bold>b</bold></p>",
    "<p>a <figure name=\"equity\"/></p>",
    "<p><b><code>x</code></b></p>",
    "<cell><p>a</p></cell>",
    "<li>a</li>",
    "<ul><p>a</p></ul>",
    "Hello <p>a</p>",
    "<section title=\"A\">\n  <p>a</p> and so on\n</section>",
    "<ul>one</ul>",
    "<table><thead>Name</thead></table>",
    "<rule>x</rule>",
    "<figure name=\"equity\"><p>x</p></figure>",
    "<table><tbody/></table>",
    "<table><thead/><tbody/></table>",
    "<table><thead><tr/></thead><tbody/></table>",
    "<table><thead><tr><th>A</th></tr><tr><th>B</th></tr></thead><tbody/></table>",
    "<table><thead><tr><th>A</th></tr></thead><tbody/><tbody/></table>",
    "<table><thead><tr><td>A</td></tr></thead><tbody/></table>",
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr><th>B</th></tr></tbody></table>",
    "<section titel=\"A\"/>",
    "<rule width=\"2\"/>",
    "<section/>",
    "<table rows=\"3\"/>",
    "<section title=\"\"/>",
    "<heading level=\"2\" detail=\"\">A</heading><tiles metrics=\" \"/>",
    "<figure name=\"equity\" caption/>",
    "<table rows=\"5\"><thead><tr><th>A</th></tr></thead><tbody/></table>",
    "<group keep=\"togther\"/>",
    "<p small=\"yes\">a</p>",
    "<table><thead><tr><th align=\"centre\">A</th></tr></thead><tbody/></table>",
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td tone=\"red\">1</td></tr></tbody></table>",
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr role=\"sum\"><td>1</td></tr></tbody></table>",
    "<heading level=\"7\">A</heading>",
    "<space size=\"much\"/>",
    "<space size=\"nan\"/>",
    "<grid columns=\"0\"/>",
    "<grid columns=\"3 x\"/>",
    "<table name=\"drawdowns\" rows=\"-1\"/>",
    "<figure name=\"equity\" height=\"12cm\"/>",
    "<figure name=\"equity\" height=\"120\" least=\"80\"/>",
    "<figure name=\"equity\" title=\"Mine\"/>",
    "<figure type=\"line\"/>",
    "<figure type=\"pie\" data=\"growth\"/>",
    "<figure type=\"line\" data=\"growht\"/>",
    "<figure type=\"line\" data=\"growth\" y=\"value valeu\"/>",
    "<figure type=\"heatmap\" data=\"growth\"/>",
    "<img src=\"desc.png\" alt=\"The desk\"/>",
    "<img src=\"desk.png\"/>",
    "<img src=\"blot.svg\" alt=\"A blot\"/>",
    "<tiles metrics=\"\"/>",
    "<tiles><tile label=\"Edge\"/></tiles>",
    "<tiles><tile metric=\"sharp\"/></tiles>",
    "<table name=\"drawdowns\" metrics=\"sharpe\"/>",
    "<table name=\"key-statistics\" metrics=\"sharp\"/>",
    "<grid columns=\"3 2\" balance/>",
    "<figure name=\"equity\" height=\"fill\" most=\"9000\"/>",
    "<figure name=\"equity\" height=\"fill\" least=\"200\" most=\"100\"/>",
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td sort=\"1,5\">1</td></tr></tbody></table>",
    "<section title=\"A\" anchor=\"a b\"/>",
    "<section title=\"A\" anchor=\"x\"/>\n<heading level=\"2\" anchor=\"x\">B</heading>",
    "<p><a href=\"javascript:alert(1)\">x</a></p>",
    "<table><thead><tr><th>A</th><th>B</th></tr></thead>\n<tbody><tr><td>1</td></tr></tbody></table>",
    "<section title=\"Trades\">\n  <tiles metrics=\"sharpe sharp total_return\"/>\n</section>",
    "<figure name=\"equty\"/>",
    "<figure name=\"scatter\"/>",
    "<table name=\"drawdown\"/>",
    "<p>äöü 日本 😀 &auml;</p>",
    "<p>" + String(repeating: "long text ", count: 20) + "<i>x</i>" + String(repeating: " more text", count: 20)
        + "</p>",
]

/// Every case of `MarkupError.Code`, by name.
private let codes = [
    "strayAngle", "unfinishedTag", "unfinishedComment", "strayAmpersand", "unknownEntity", "invalidCharacterReference",
    "unquotedValue", "unclosedValue", "duplicateAttribute", "unclosedElement", "mismatchedEndTag", "strayEndTag",
    "tooDeep", "unknownElement", "misplacedElement", "strayText", "contentNotAllowed", "missingChild", "repeatedChild",
    "unknownAttribute", "missingAttribute", "missingValue", "rowsOfLiteralTable", "metricsOfOtherTable",
    "balanceOfUnequalColumns", "partOfOwnFigure", "unsuitableData", "unusablePicture", "boundOfFixedHeight",
    "invalidChoice",
    "invalidNumber",
    "invalidAnchor", "duplicateAnchor", "invalidTarget", "cellCount", "unknownName",
]

private func mistake(in markup: String) -> MarkupError? {
    do throws(MarkupError) {
        _ = try MarkupReader.blocks(from: markup, source: "own.html", content: FakeContent())
        return nil
    } catch {
        return error
    }
}

@Suite struct `Markup errors` {
    @Test func `every mistake is told with line, column, excerpt and remedy`() throws {
        let report = mistakes.map { markup in
            let shown = markup.count > 120 ? markup.prefix(60) + "…" : markup[...]
            return "--- \(shown)\n\(mistake(in: markup)?.description ?? "NO ERROR")\n"
        }
        try expectGolden(report.joined(separator: "\n"), "Markup/errors.txt")
        #expect(!report.contains { $0.contains("NO ERROR") })
    }

    @Test func `every code has a fixture`() {
        let found = Set(mistakes.compactMap { mistake(in: $0).map { "\($0.code)".prefix { $0 != "(" } } })
        #expect(codes.filter { !found.contains($0[...]) } == [])
        #expect(found.count == codes.count)
    }

    @Test func `line and column count from one, in characters`() {
        let error = mistake(in: "<p>ok</p>\n<p>äöü 😀 <x/></p>")
        #expect(error.map { [$0.line, $0.column] } == [2, 10])
        #expect(error?.excerpt.line == "<p>äöü 😀 <x/></p>")
        #expect(error?.excerpt.previous == "<p>ok</p>")
    }

    @Test func `a name within a list of names is marked alone`() {
        let error = mistake(in: "<tiles metrics=\"sharpe sharp\"/>")
        #expect(error?.column == 24)
        #expect(error?.excerpt.markLength == 5)
        #expect(error?.code == .unknownName("sharp", .metric, nearest: "sharpe", allowed: FakeContent().tileNames))
    }
}
