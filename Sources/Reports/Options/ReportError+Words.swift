import DocumentModel
import Formatting
import TemplateEngine

extension ReportError {
    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .unknownTemplate(let name):
            unknown("template", name, TemplateLibrary.shippedNames, "tearsheet templates list")
        case .unsuitableTemplate(let name, let suitable):
            "the template '\(name)' shows something else; use \(suitable.joined(separator: " or "))"
        case .unknownSection(let name, let known): unknown("section", name, known, nil)
        case .unknownFigure(let name, let known): unknown("figure", name, known, "tearsheet figure --list")
        case .unsuitableFigure(let name, true): "the figure '\(name)' shows several runs; give two or more"
        case .unsuitableFigure(let name, false): "the figure '\(name)' shows one run; give one"
        case .template(let error): error.description
        case .markup(let error): error.description
        case .figureUnavailable(let name, let reason): "figure '\(name)' cannot be drawn: \(reason)"
        case .format(let format, let reason): "no \(format.rawValue.uppercased()): \(reason)"
        case .noResources: "the resources are those of one run; use 'tearsheet report'"
        case .pdf(let message), .xlsx(let message), .font(let message): message
        }
    }

    /// The command line was wrong, not the run.
    public var isUsage: Bool {
        switch self {
        case .unknownTemplate, .unsuitableTemplate, .unknownSection, .unknownFigure, .unsuitableFigure, .font: true
        case .template, .markup, .figureUnavailable, .pdf, .xlsx, .noResources, .format: false
        }
    }

    private func unknown(_ kind: String, _ name: String, _ known: [String], _ command: String?) -> String {
        let fact = "unknown \(kind) '\(name)'"
        if let nearest = NearestMatch.of(name, in: known) { return "\(fact); did you mean '\(nearest)'?" }
        if let command { return "\(fact); '\(command)' lists them" }
        return known.isEmpty
            ? "\(fact); this template has no named sections" : "\(fact); there are \(known.joined(separator: ", "))"
    }
}
