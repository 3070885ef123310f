import DocumentModel
import Figures
import Series
import Tables
import TemplateEngine
import TerminalOutput

/// Whatever a report can be made of: the analysis of one run, or a comparison of several.
///
/// Templates ask for tiles, figures and tables by name; a subject says which it has. ``ReportWorker`` turns any subject
/// into files:
///
/// ```swift
/// let report = try ReportWorker().files(of: analysis, options: ReportOptions(), formats: [.html, .pdf])
/// ```
public protocol Reportable: Sendable {
    /// The shipped templates that show such a subject.
    static var templates: [String] { get }
    /// The figures that templates can name, in the order of lists.
    static var figures: [FigureDefinition<Self>] { get }
    /// The tables that templates can name, in the order of lists.
    static var tables: [TableDefinition<Self>] { get }
    /// How the values of tables become text: the account's currency.
    var cellFormat: CellFormat { get }
    /// Names that the subject brings along, which may look like numbers and are none.
    var properNames: [String] { get }
    /// The keys of the headline figures that templates can name.
    var tileKeys: [String] { get }
    /// The headline figure of a key; nil for a key that does not exist.
    func tile(_ key: String) -> Tile?
    /// The report's head.
    func titleBand(_ options: ReportOptions) -> TitleBand
    /// What describes the document as a whole. Its date comes from the subject, never from the clock.
    func documentInfo(_ options: ReportOptions) -> DocumentInfo
    /// The subject's own variables for templates, beside those that every report has.
    func templateValues(_ options: ReportOptions) -> [(name: String, value: TemplateValue)]
    /// Every series that data files have, by name.
    var allSeries: [(name: String, series: TimeSeries)] { get }
    /// The exact numbers behind figures over time.
    var figureData: FigureData { get }
    /// Data for machines.
    var dataFiles: ReportData { get }
    /// The summary as Markdown.
    func markdown(_ options: ReportOptions) -> String
    /// The summary as lines for a terminal or a file.
    func lines(on terminal: Terminal, _ options: ReportOptions) -> [TerminalLine]
}

extension Reportable {
    /// No series, for subjects that have none.
    public var allSeries: [(name: String, series: TimeSeries)] { [] }
}

/// A report's numbers for machines, made when they are needed.
public struct ReportData: Sendable {
    /// Name of the file that a PDF holds: `metrics.json`.
    public let attachmentName: String
    /// What that file is, in a sentence.
    public let attachmentSummary: String
    /// The metrics as JSON.
    public let metricsJSON: @Sendable () -> [UInt8]
    /// The tables as JSON; nil for a subject without.
    public let tablesJSON: (@Sendable () -> [UInt8])?
    /// The digest of all that the subject was read from.
    public let inputsDigest: String
    /// Metrics, series and tables as JSON.
    public let json: ReportFile
    /// One CSV file per table and series.
    public let csv: @Sendable () -> [ReportFile]
    /// The resources for web servers; nil where the subject has none.
    public let resources: (@Sendable () -> [ReportFile])?

    /// Data with all its parts.
    public init(
        attachmentName: String, attachmentSummary: String, metricsJSON: @escaping @Sendable () -> [UInt8],
        tablesJSON: (@Sendable () -> [UInt8])? = nil, inputsDigest: String, json: ReportFile,
        csv: @escaping @Sendable () -> [ReportFile],
        resources: (@Sendable () -> [ReportFile])? = nil
    ) {
        self.attachmentName = attachmentName
        self.attachmentSummary = attachmentSummary
        self.metricsJSON = metricsJSON
        self.tablesJSON = tablesJSON
        self.inputsDigest = inputsDigest
        self.json = json
        self.csv = csv
        self.resources = resources
    }
}
