import DocumentModel
import Testing

@testable import Reports

/// A user's templates: where their mistakes are told, and what they are given.
@Suite struct OwnTemplateTests {
    private static let analysis = Result { try SmallWorld(days: 300, hasBenchmark: true, trades: 5).analysis() }

    private func make(_ text: String, beside: [String: String] = [:], set: [(String, String)] = []) throws -> Document {
        var options = ReportOptions(
            template: .own(name: "my/own.report", text: text, beside: NeighbouringTemplates(beside)))
        options.variables = set.map { (name: $0.0, value: $0.1) }
        return try ReportDocument.make(Self.analysis.get(), options: options)
    }

    private func text(_ document: Document) -> String {
        document.blocks.map { block in
            if case .paragraph(let paragraph) = block { paragraph.inlines.map(\.plainText).joined() } else { "" }
        }.joined(separator: "|")
    }

    @Test(arguments: [
        ("<p>\n{{ metrics.shrpe }}</p>", "my/own.report:2:4: "), ("<p>{% for %}</p>", "my/own.report:1:11: "),
        ("<p>{{ 1 / 0 }}</p>", "my/own.report:1:"), ("<p>\n<q>x</q></p>", "my/own.report:2:1: "),
        ("{% extends \"fulll\" %}", "my/own.report:1:12: "),
        ("<tiles metrics=\"sharpe sharp\"/>", "my/own.report:1:24: unknown metric 'sharp'"),
    ])
    func `a mistake carries its place`(template: String, place: String) throws {
        let error = #expect(throws: ReportError.self) { try make(template) }
        #expect(error?.message.hasPrefix(place) == true, "\(error?.message ?? "")")
        #expect(error?.isUsage == false)
    }

    @Test func `a mistake in an included file carries that file`() throws {
        let error = #expect(throws: ReportError.self) {
            try make("\n{% include \"part.report\" %}", beside: ["part.report": "<p>{{ nothing }}</p>"])
        }
        #expect(error?.message.hasPrefix("part.report:1:7: ") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("my/own.report:2") == true)
    }

    @Test func `values are escaped and variables of the user's own do not hide ours`() throws {
        let document = try make(
            "<p>{{ desk }} {{ run.id }} {{ metrics.trades.count }} {{ trades.count }}</p>",
            set: [("desk", "<b>&"), ("run", "hidden"), ("metrics", "hidden")])
        #expect(text(document) == "<b>& walk 5 5")
    }

    @Test func `every variable of the documentation is there`() throws {
        for name in RunContext.names + ReportContext.names where name != "commentary" {
            #expect(throws: Never.self, "\(name)") { try make("<p>{{ \(name) is defined }}</p>") }
        }
        #expect(text(try make("<p>{{ commentary is none }} {{ nothing is defined }}</p>")) == "True False")
    }
}
