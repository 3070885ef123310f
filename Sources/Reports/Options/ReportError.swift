import DocumentModel
import TemplateEngine

/// Why a report could not be made from a sound run: the template, the choice of sections, or a writer.
public enum ReportError: Error, Sendable {
    /// No shipped template has this name.
    case unknownTemplate(String)
    /// The shipped template shows something else: one run, or several.
    case unsuitableTemplate(String, suitable: [String])
    /// The document has no section of this name.
    case unknownSection(String, known: [String])
    /// The template does not parse or render.
    case template(TemplateError)
    /// The template's result is not report markup.
    case markup(MarkupError)
    /// No figure has this name.
    case unknownFigure(String, known: [String])
    /// The figure shows several runs and there is one, or the other way round.
    case unsuitableFigure(String, isOfSeveral: Bool)
    /// The run has not what a figure needs.
    case figureUnavailable(String, reason: String)
    /// The PDF could not be written.
    case pdf(String)
    /// The workbook could not be written.
    case xlsx(String)
    /// Several runs have no resources of one.
    case noResources
    /// One of several formats could not be made.
    case format(OutputFormat, reason: String)
    /// A face could not be loaded.
    case font(String)
}
