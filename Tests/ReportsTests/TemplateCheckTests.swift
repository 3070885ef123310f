import DocumentModel
import Testing

@testable import Reports

/// Every mistake of a template is found without a run, where it stands.
@Suite struct TemplateCheckTests {
    private func mistakes(_ text: String, beside: [String: String] = [:], files: [String: [UInt8]] = [:]) -> [String] {
        TemplateCheck.mistakes(
            of: .own(name: "m.report", text: text, beside: NeighbouringTemplates(beside)),
            files: NeighbouringFiles(files)
        ).map { ($0.isWarning ? "warning " : "") + ($0.text.split(separator: "\n").first.map(String.init) ?? "") }
    }

    @Test(arguments: TemplateLibrary.shippedNames)
    func `a shipped template has none`(name: String) throws {
        #expect(mistakes(try #require(TemplateLibrary.text(ofShipped: name))) == [])
    }

    @Test func `all mistakes are told at once, in the order of the lines`() {
        let text = """
            <section title="A">
            <p>{{ metrics.sharp }}</p>
            {% if has.trades %}<tiles metrics="trades.cuont"/>{% endif %}
            {% for m in months %}<p>{{ m.month }} {{ m.retrun|percent }}</p>{% endfor %}
            <figure name="equitty"/>
            </section>
            """
        let found = mistakes(text)
        #expect(
            found.map { $0.prefix(11) } == ["m.report:2:", "m.report:3:", "m.report:4:", "m.report:5:"], "\(found)")
    }

    @Test func `a mistake behind a loop and in an included file has its own line`() {
        let text =
            "{% for m in months %}\n<p>{{ m.month }}</p>\n{% endfor %}\n<figur name=\"equity\"/>\n{% include \"part.report\" %}"
        let found = mistakes(text, beside: ["part.report": "<p>a</p>\n<p>b & c</p>"])
        #expect(found.contains { $0.hasPrefix("part.report:2:6: ") }, "\(found)")
        let alone = mistakes("{% for m in months %}\n<p>{{ m.month }}</p>\n{% endfor %}\n<figur name=\"equity\"/>")
        #expect(alone.count == 1 && alone[0].hasPrefix("m.report:4:1: "), "\(alone)")
    }

    @Test func `a block that no parent places is a warning`() {
        let found = mistakes("{% extends \"full\" %}\n{% block my_own %}<p>x</p>{% endblock %}")
        #expect(found.count == 1 && found[0].hasPrefix("warning m.report:2:"), "\(found)")
    }

    @Test func `templates can loop over what the JSON has`() {
        let text = """
            {% for t in trades|sort(attribute="pnl")|list %}{% if loop.first %}<p>{{ t.symbol }} {{ t.pnl|money }}</p>{% endif %}{% endfor %}
            {% for y in years %}<p>{{ y.year }} {{ y.strategy|percent }}</p>{% endfor %}
            {% for d in drawdowns %}<p>{{ d.depth|percent }} {{ d.peak|date }} {{ d.days }}</p>{% endfor %}
            {% for s in symbols %}<p>{{ s.name }} {{ s.count }}</p>{% endfor %}
            <p>{{ series.growth|length }} {{ series.growth.values|max }} {{ tables.weekday_returns|length }} {{ trades.count }}</p>
            """
        #expect(mistakes(text) == [])
    }

    @Test func `figures of one's own over a series, a table and a file`() {
        let csv = Array("date,held,label\n2024-01-02,1.5,a\n2024-01-03,2.5,b\n2024-01-04,0.5,a\n".utf8)
        let text = """
            <figure type="line" data="growth" title="Growth" unit="multiple" scale="log"/>
            <figure type="area" data="drawdown" unit="percent"/>
            <figure type="bar" data="annual_returns" x="year" y="strategy" unit="percent"/>
            <figure type="histogram" data="monthly_returns" y="strategy" unit="percent"/>
            <figure type="scatter" data="trades" x="return" y="pnl"/>
            <figure type="heatmap" data="cells.csv" x="label" y="date" value="held"/>
            <figure type="line" data="held.csv" y="held"/>
            """
        #expect(mistakes(text, files: ["held.csv": csv, "cells.csv": csv]) == [])
        let wrong = mistakes("<figure type=\"line\" data=\"held.csv\" y=\"hold\"/>", files: ["held.csv": csv])
        #expect(wrong.count == 1 && wrong[0].contains("unknown column 'hold'"), "\(wrong)")
        #expect(mistakes("<figure type=\"line\" data=\"gone.csv\"/>").count == 1)
    }
}
