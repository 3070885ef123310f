import DocumentModel
import Formatting
import Graphics

/// What a user chose about a report: CLI.md, "Options of everything that renders".
public struct ReportOptions: Sendable {
    /// A shipped template's name, or the text of the user's own.
    public var template: TemplateChoice
    /// Anchors of the sections to show, in this order; nil shows all in the template's order.
    public var sections: [String]?
    /// Anchors of sections to leave out.
    public var without: [String]
    /// Paper of the PDF and of printing.
    public var paper: PageStyle.Paper
    /// Colours, type, spacing.
    public var theme: Theme
    /// How numbers and dates read on pages, in pictures and in text; data files have none.
    public var language = DisplayLanguage.standard
    /// Replaces the strategy's name as the title.
    public var title: String?
    /// A line under the title, above that of the run and its period.
    public var subtitle: String?
    /// A small picture for the title band.
    public var logo: ImageData?
    /// Markdown for the commentary section.
    public var commentary: String?
    /// Data and pictures that the template may show.
    public var files: NeighbouringFiles
    /// Template variables by `--set key=value`, in order.
    public var variables: [(name: String, value: String)]

    /// The defaults: template `full`, A4, light.
    public init(template: TemplateChoice = .shipped("full")) {
        self.template = template
        sections = nil
        without = []
        paper = .a4
        theme = .light
        files = NeighbouringFiles()
        variables = []
    }
}

/// Which template makes the report.
public enum TemplateChoice: Sendable {
    /// One that ships: `full`, `summary`.
    case shipped(String)
    /// The user's own, with the files beside it.
    case own(name: String, text: String, beside: NeighbouringTemplates)
}
