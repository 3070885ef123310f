import DocumentModel
import Testing

@testable import Reports

/// `--sections` and `--without`, enumerated over a small document.
@Suite struct SectionChoiceTests {
    private let analysis = Result { try SmallWorld(days: 70).analysis() }

    private func anchors(_ chosen: [String]?, without: [String] = [], _ own: String? = nil) throws -> [String] {
        var options = ReportOptions(template: .own(name: "t", text: own ?? template, beside: NeighbouringTemplates()))
        options.sections = chosen
        options.without = without
        return try ReportDocument.make(analysis.get(), options: options).blocks.map { block in
            switch block {
            case .titleBand: "band"
            case .pageBreak: "break"
            case .group(let group): group.anchor ?? "?"
            default: "other"
            }
        }
    }

    private let template = """
        <title-band/>
        <section anchor="a"><p>a</p></section>
        <page-break/>
        <section anchor="b"><p>b</p></section>
        <section title="C c"><p>c</p></section>
        """

    @Test func `without a choice everything stays`() throws {
        #expect(try anchors(nil) == ["band", "a", "break", "b", "c-c"])
    }

    @Test func `every choice gives its sections in its order, each once, under the title band`() throws {
        let names = ["a", "b", "c-c"]
        for first in names {
            #expect(try anchors([first]) == ["band", first])
            for second in names {
                #expect(try anchors([first, second]) == ["band"] + (first == second ? [first] : [first, second]))
                #expect(
                    try anchors(names, without: [first, second]) == ["band"]
                        + names.filter { ![first, second].contains($0) })
                for third in names where Set([first, second, third]).count == 3 {
                    #expect(try anchors([first, second, third]) == ["band", first, second, third])
                }
            }
            #expect(try !anchors(nil, without: [first]).contains(first))
        }
    }

    @Test func `without takes out those sections and nothing else`() throws {
        #expect(try anchors(nil, without: ["b"]) == ["band", "a", "break", "c-c"])
        #expect(try anchors(nil, without: ["c-c"]) == ["band", "a", "break", "b"])
        let loose = "<title-band/><section anchor=\"a\"><p>a</p></section><p>loose</p><page-break/><p>more</p>"
        #expect(try anchors(nil, without: ["a"], loose) == ["band", "other", "other"])
    }

    @Test func `a page that loses all its sections leaves no empty page`() throws {
        #expect(try anchors(nil, without: ["a"]) == ["band", "b", "c-c"])
        #expect(try anchors(nil, without: ["b", "c-c"]) == ["band", "a"])
        #expect(try anchors(nil, without: ["a", "b", "c-c"]) == ["band"])
    }

    @Test func `a section of the template that the run has nothing for is skipped with a note`() throws {
        let template = "<title-band/>{% if false %}<section title=\"The rest\"></section>{% endif %}" + template
        var options = ReportOptions(template: .own(name: "t", text: template, beside: NeighbouringTemplates()))
        options.sections = ["the-rest", "a"]
        let made = try ReportDocument.makeWithRemarks(analysis.get(), options: options)
        #expect(made.document.blocks.count == 3)
        #expect(made.remarks.map(\.text) == ["section 'the-rest' is left out: this run has nothing for it"])
        #expect(made.remarks.allSatisfy { !$0.isWarning && $0.code == "empty_section" })
    }

    @Test func `a commentary that the choice of sections leaves out is a warning`() throws {
        let template =
            "<title-band/>{% if commentary %}<section anchor=\"commentary\"><p>c</p></section>{% endif %}"
            + "<section anchor=\"a\"><p>a</p></section>"
        var options = ReportOptions(template: .own(name: "t", text: template, beside: NeighbouringTemplates()))
        options.sections = ["a"]
        #expect(try ReportDocument.makeWithRemarks(analysis.get(), options: options).remarks.isEmpty)
        options.commentary = "Text."
        let remarks = try ReportDocument.makeWithRemarks(analysis.get(), options: options).remarks
        #expect(remarks.map(\.code) == ["commentary_left_out"] && remarks[0].isWarning)
    }

    @Test func `the sections of the shipped templates are known before a run is read`() {
        let full = TemplateSections(of: .shipped("full"))
        #expect(
            full.names.starts(with: ["summary", "commentary", "own-metrics", "returns"])
                && full.names.contains("benchmark"))
        #expect(!full.computesNames)
        let own = TemplateSections(
            of: .own(name: "t", text: "<section title=\"{{ run.id }}\">", beside: NeighbouringTemplates()))
        #expect(own.names.isEmpty && own.computesNames)
    }

    @Test func `what is left out is not made`() throws {
        // A figure that does not exist is an error where its section is built, and only there.
        let broken =
            "<title-band/><section anchor=\"a\"><p>a</p></section>"
            + "<section anchor=\"b\"><figure name=\"no-such-figure\"/></section>"
        #expect(throws: ReportError.self) { try anchors(nil, broken) }
        #expect(try anchors(["a"], broken) == ["band", "a"])
    }

    @Test func `an unknown name is an error with the nearest one`() throws {
        for (name, words) in [
            ("c-d", "unknown section 'c-d'; did you mean 'c-c'?"),
            ("returns", "unknown section 'returns'; there are a, b, c-c"),
        ] {
            let error = #expect(throws: ReportError.self) { try anchors([name]) }
            #expect(error?.message == words && error?.isUsage == true)
            #expect(throws: ReportError.self) { try anchors(nil, without: [name]) }
        }
    }
}
