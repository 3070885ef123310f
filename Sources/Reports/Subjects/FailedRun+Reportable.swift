import DataOutput
import DocumentModel
import Figures
import Formatting
import RunModel
import Series
import Tables
import TemplateEngine
import TerminalOutput

/// A run that failed before it had a value of its account: one page that says so.
extension FailedRun: Reportable {
    /// None: its page is always the same.
    public static var templates: [String] { [] }
    /// None.
    public static var figures: [FigureDefinition<FailedRun>] { [] }
    /// None.
    public static var tables: [TableDefinition<FailedRun>] { [] }
    /// Without a currency.
    public var cellFormat: CellFormat { CellFormat(currency: nil) }
    /// Its own.
    public var properNames: [String] { [identity.id, title] }
    /// None.
    public var tileKeys: [String] { [] }
    /// None.
    public func tile(_ key: String) -> Tile? { nil }
    /// None.
    public var allSeries: [(name: String, series: TimeSeries)] { [] }
    /// No series.
    public var figureData: FigureData { FigureData(series: []) }

    private var title: String { identity.strategy.value ?? identity.id }

    /// Strategy, run id and engine.
    public func titleBand(_ options: ReportOptions) -> TitleBand {
        TitleBand(
            title: options.title ?? title, lead: options.subtitle ?? "",
            subtitle: "run \(identity.id) · \(identity.engine)", details: ["no report"], logo: options.logo)
    }

    /// Title and date of the run.
    public func documentInfo(_ options: ReportOptions) -> DocumentInfo {
        let title = options.title ?? title
        let created = identity.created.value.map { String($0.prefix(10)) }.flatMap { CalendarDate(iso: $0)?.iso }
        return DocumentInfo(
            title: title,
            tabTitle: title == identity.id ? "\(title) · Tearsheet" : "\(title) · \(identity.id) · Tearsheet",
            subject: "Why there is no tearsheet of \(title)", keywords: ["backtest", "tearsheet", identity.engine],
            created: created ?? "1970-01-01",
            footer: "\(title) · run \(identity.id) · inputs sha256 \(provenance.digest.prefix(12))…",
            generator: "Tearsheet \(ToolVersion.current)")
    }

    /// `failure`: reason, remedy, settings, files.
    public func templateValues(_ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        let files = provenance.files.map { "\($0.name) (\($0.size) bytes)" }.joined(separator: ", ")
        return [
            (
                "failure",
                .dictionary([
                    ("reason", .string(reason)), ("remedy", .optional(remedy)), ("settings", .optional(settings)),
                    ("created", .optional(identity.created.value)), ("files", .string(files)),
                ])
            )
        ]
    }

    private var reason: String { Self.sentence(findings.first?.fact ?? "the run could not be read") }

    private var remedy: String? { findings.first?.remedy.map(Self.sentence) }

    /// Nil where it had none.
    private var settings: String? {
        let settings = identity.parameters.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
        return settings.isEmpty ? nil : settings
    }

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

    /// None: its page says all.
    public func markdown(_ options: ReportOptions) -> String { "" }

    /// Why there is no report, and what can be done.
    public func lines(on terminal: Terminal, _ options: ReportOptions) -> [TerminalLine] {
        let parts = [
            titleBand(options).lines(on: terminal),
            terminal.caution(
                (["This run failed, so there is nothing to report.", reason, remedy] as [String?])
                    .compactMap { $0 }.joined(separator: " ")),
            settings.map { terminal.wrapped("How it was run: " + $0) } ?? [],
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
    }

    /// The findings as JSON; no tables.
    public var dataFiles: ReportData {
        ReportData(
            attachmentName: "findings.json", attachmentSummary: "Why there is no report",
            metricsJSON: { FailedRunJSON.bytes(self) }, inputsDigest: provenance.digest,
            json: ReportFile(suffix: ".json", bytes: FailedRunJSON.bytes(self)), csv: { [] })
    }

    /// What the page shows.
    static let template = """
        <title-band/>
        <section anchor="failure">
        <caution title="This run failed, so there is nothing to report.">{{ failure.reason }}{% if failure.remedy %} {{ failure.remedy }}{% endif %}</caution>
        <note title="What this page says.">The engine wrote a result without a single value of the account: there are no returns, and no number of performance can be given.</note>
        {%- if failure.settings %}
        <note title="How it was run.">{{ failure.settings }}{% if failure.created %} · {{ failure.created }}{% endif %}</note>
        {%- endif %}
        <note title="Read from.">{{ failure.files }}</note>
        </section>
        """
}

extension ReportWorker {
    /// The page of a run that failed, whatever template was asked for; tables have nothing to write.
    public func page(
        of failed: FailedRun, options: ReportOptions, formats: [OutputFormat]
    ) throws(ReportError) -> ReportFiles {
        var options = options
        options.template = .own(
            name: "failed run", text: FailedRun.template, beside: NeighbouringTemplates())
        (options.sections, options.without) = (nil, [])
        return try files(of: failed, options: options, formats: formats.filter(\.holdsWords))
    }
}
