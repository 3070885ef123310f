import Foundation
import TestSupport
import Testing

/// Templates as a user writes them: `templates` and `--template FILE`.
@Suite struct TemplateTests {
    private let run = "SampleRuns/goog-smacross"

    private func report(_ template: String, in folder: TemporaryFolder) throws -> Tearsheet.Result {
        let file = try folder.write(template, to: "mine.report")
        return try Tearsheet.run(["report", run, "--template", file, "-o", folder.url("r.html").path])
    }

    @Test func `the shipped templates are listed, shown and sound`() throws {
        #expect(
            try Tearsheet.run(["templates", "list"]).output
                == "comparison\nfactsheet\nfull\nrisk\nsummary\ntrades\nvalidity\n")
        let folder = try TemporaryFolder()
        for name in ["comparison", "factsheet", "full", "risk", "summary", "trades", "validity"] {
            let text = try Tearsheet.run(["templates", "show", name]).output
            let shipped = repositoryRoot.appendingPathComponent("Templates/\(name)/template.report")
            #expect(try text == String(contentsOf: shipped, encoding: .utf8))
            let check = try Tearsheet.run(["templates", "check", folder.write(text, to: "copy.report")])
            #expect(check.output == "no errors\n" && check.code == 0, "\(check.errors)")
        }
    }

    @Test func `a copy of a shipped template gives the report of the shipped one`() throws {
        let folder = try TemporaryFolder()
        let text = try Tearsheet.run(["templates", "show", "full"]).output
        #expect(try report(text, in: folder).code == 0)
        #expect(try folder.text("r.html") == RenderedSamples.text("goog-smacross.html"))
    }

    @Test func `an own template extends ours and overrides a block`() throws {
        let folder = try TemporaryFolder()
        let result = try report(
            """
            {% extends "full" %}
            {% block returns %}<section title="Mine"><p>Sharpe {{ metrics.sharpe|number(1) }}</p></section>{% endblock %}
            {% block trades %}{{ super() }}<p>after trades</p>{% endblock %}
            """, in: folder)
        #expect(result.code == 0, "\(result.errors)")
        let html = try folder.text("r.html")
        #expect(html.contains(">Mine<") && html.contains("Sharpe 0.8") && html.contains("after trades"))
        #expect(html.contains("id=\"drawdowns\"") && !html.contains("id=\"returns\""))
    }

    @Test func `an own template includes files beside it`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("<p>from beside {{ run.id }}</p>", to: "part.report")
        #expect(try report("<section title=\"S\">{% include \"part.report\" %}</section>", in: folder).code == 0)
        #expect(try folder.text("r.html").contains("from beside goog-smacross"))
    }

    @Test(arguments: [
        (
            "{% extends \"full\" %}\n{% block returns %}\n<p>{{ metrics.sharp }}</p>{% endblock %}\n",
            """
            mine.report:3:7: unknown value 'metrics.sharp'
              3 | <p>{{ metrics.sharp }}</p>{% endblock %}
                |       ^^^^^^^^^^^^^
            did you mean 'metrics.sharpe'?
            extended by Templates/full/template.report:4

            """
        ),
        (
            "<p>one</p>\n<p>{% if %}</p>\n",
            """
            mine.report:2:10: expected an expression, found '%}'
              2 | <p>{% if %}</p>
                |          ^^

            """
        ),
        (
            "<section titel=\"x\">\n  <p>1</p>\n</section>\n",
            """
            mine.report:1:10: <section> has no attribute 'titel'
              1 | <section titel="x">
                |          ^^^^^
            did you mean 'title'? attributes: title, detail, anchor, keep

            """
        ),
        (
            "<figure name=\"equty\"/>\n",
            """
            mine.report:1:15: unknown figure 'equty'
              1 | <figure name="equty"/>
                |               ^^^^^
            did you mean 'equity'?
            """
        ),
    ])
    func `a mistake in a template is told with file, line, column and excerpt`(template: String, words: String) throws {
        let folder = try TemporaryFolder()
        let result = try report(template, in: folder)
        #expect(result.code == 1)
        #expect(result.errors.hasPrefix("tearsheet: \(run): \(folder.url.path)/\(words)"), "\(result.errors)")
        #expect(folder.names == ["mine.report"])
    }

    @Test func `check needs no run and exits with 1 on an error`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("<p>\n{{ metrics.sharpe|prcent }}</p>", to: "mine.report")
        let result = try Tearsheet.run(["templates", "check", file])
        #expect(result.code == 1 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("\(file):2:"), "\(result.errors)")
        #expect(result.errors.contains("'prcent'") && result.errors.contains("'percent'"), "\(result.errors)")
    }

    @Test func `render prints exactly what a template gives`() throws {
        let folder = try TemporaryFolder()
        let data = try folder.write("{\"rows\": [1, 2.5, \"a<b\"], \"none\": null}", to: "data.json")
        let text = "{% for row in rows %}{{ loop.index }}:{{ row }}\n{% endfor %}{{ none }}"
        let plain = try Tearsheet.run([
            "templates", "render", folder.write(text, to: "t.txt"), "--context", data,
        ])
        #expect(plain.output == "1:1\n2:2.5\n3:a<b\nNone" && plain.code == 0, "\(plain.errors)")
        let page = try Tearsheet.run(["templates", "render", folder.write(text, to: "t.html"), "--context", data])
        #expect(page.output == "1:1\n2:2.5\n3:a&lt;b\nNone")
        let undefined = try Tearsheet.run(["templates", "render", folder.write("{{ rosw }}", to: "u.txt")])
        #expect(undefined.code == 1 && undefined.output.isEmpty)
        #expect(undefined.errors.contains("u.txt:1:4: "))
    }

    @Test func `a context that is no object is refused with its place`() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write("x", to: "t.txt")
        let broken = try Tearsheet.run([
            "templates", "render", template, "--context", folder.write("{\"a\": }", to: "bad.json"),
        ])
        #expect(broken.code == 1 && broken.errors.contains("bad.json: "), "\(broken.errors)")
        let list = try Tearsheet.run(["templates", "render", template, "--context", folder.write("[]", to: "l.json")])
        #expect(list.code == 64 && list.errors.contains("must be a file with a JSON object"))
    }
}
