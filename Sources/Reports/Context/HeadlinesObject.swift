import Analytics
import TemplateEngine

/// What sections found, in sentences for templates, each made when a template asks for it.
final class HeadlinesObject: TemplateObject {
    private let analysis: Analysis

    /// The sentences of a run.
    init(_ analysis: Analysis) { self.analysis = analysis }

    var typeName: String { "headlines" }
    var memberNames: [String] { SectionHeadline.all.map(\.section) }
    /// A loop sees the names, as over a dictionary.
    var elements: [TemplateValue]? { memberNames.map { .string($0) } }

    func member(_ name: String) -> TemplateValue? {
        SectionHeadline.all.first { $0.section == name }.map { .optional($0.sentence(analysis)) }
    }
}
