import DocumentModel
import Formatting
import TemplateEngine

/// What every report template is given; `Documentation/Template-Variables.md` lists it field by field.
enum ReportContext {
    /// The variables of one report. The user's `--set` variables stand beside ours and win over none of them.
    static func values<Subject: Reportable>(_ subject: Subject, options: ReportOptions) -> TemplateValue {
        var pairs: [(String, TemplateValue)] = subject.templateValues(options).map { ($0.name, $0.value) }
        pairs += [
            ("page", page(options)),
            ("commentary", options.commentary.map { .safe(CommentaryMarkdown.markup(of: $0)) } ?? TemplateValue.none),
            ("sections", options.sections.map { .list($0.map { .string($0) }) } ?? TemplateValue.none),
            ("tearsheet", .dictionary([("version", .string(ToolVersion.current))])),
        ]
        let taken = Set(pairs.map(\.0))
        for variable in options.variables where !taken.contains(variable.name) {
            pairs.append((variable.name, .string(variable.value)))
        }
        return .dictionary(pairs)
    }

    /// The names that every template can use, for documentation and error messages.
    static let names = ["page", "commentary", "sections", "tearsheet"]

    /// The text area and the paper's height in points, for templates that fill a page.
    private static func page(_ options: ReportOptions) -> TemplateValue {
        let style = PageStyle(paper: options.paper, theme: options.theme)
        return .dictionary([
            ("width", .double(style.textArea.width)), ("height", .double(style.textArea.height)),
            ("paper_height", .double(style.paper.size.height)),
        ])
    }
}

extension TemplateValue {
    /// A text, or none.
    static func optional(_ text: String?) -> TemplateValue { text.map { .string($0) } ?? TemplateValue.none }
}
