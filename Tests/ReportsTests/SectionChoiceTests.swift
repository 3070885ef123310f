import DocumentModel
import Testing

@testable import Reports

/// `--sections` and `--without`, enumerated over a small document.
@Suite struct SectionChoiceTests {
    private let analysis = Result { try SmallWorld(days: 70).analysis() }

    private func anchors(_ chosen: [String]?, without: [String] = []) throws -> [String] {
        var options = ReportOptions(template: .own(name: "t", text: template, beside: NeighbouringTemplates()))
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
