import Analytics
import Formatting
import TemplateEngine

/// What sections found, in sentences for templates, each made when a template asks for it.
final class HeadlinesObject: TemplateObject {
    private let analysis: Analysis
    private let spelling: NumberSpelling

    /// The sentences of a run.
    init(_ analysis: Analysis, _ spelling: NumberSpelling) {
        self.analysis = analysis
        self.spelling = spelling
    }

    var typeName: String { "headlines" }
    var memberNames: [String] { SectionHeadline.all.map(\.section) }
    /// A loop sees the names, as over a dictionary.
    var elements: [TemplateValue]? { memberNames.map { .string($0) } }

    func member(_ name: String) -> TemplateValue? {
        SectionHeadline.all.first { $0.section == name }.map { .optional($0.sentence(analysis).map(spelling.text)) }
    }
}
