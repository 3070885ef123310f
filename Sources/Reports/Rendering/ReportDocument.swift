import Analytics
import DataOutput
import DocumentModel
import Formatting
import Series
import TemplateEngine

/// Analysis and options → template → markup → document.
public enum ReportDocument {
    /// The document of one report. Throws for templates, markup and section names that do not hold.
    public static func make(_ analysis: Analysis, options: ReportOptions) throws(ReportError) -> Document {
        try makeWithRemarks(analysis, options: options).document
    }

    /// The document of one report, and which chosen sections the run has nothing for.
    static func makeWithRemarks(
        _ analysis: Analysis, options: ReportOptions
    ) throws(ReportError) -> (document: Document, remarks: [ReportRemark]) {
        let markup = try renderTemplate(analysis, options)
        let choice = SectionChoice(options)
        let blocks: [Block]
        let chosen: SectionChoice.Outcome
        do {
            let draft = try MarkupDraft(
                markup, source: options.template.displayName,
                content: ReportContent(analysis: analysis, options: options))
            chosen = choice.apply(to: draft.parts)
            blocks = try draft.blocks(at: chosen.indices)
        } catch { throw .markup(error) }
        if let unknown = chosen.unknown { throw .unknownSection(unknown, known: chosen.known) }
        let document = Document(
            info: info(analysis, options), page: PageStyle(paper: options.paper), theme: options.theme, blocks: blocks,
            data: ReportFigureData.make(analysis))
        return (document, chosen.remarks)
    }

    private static func renderTemplate(_ analysis: Analysis, _ options: ReportOptions) throws(ReportError) -> String {
        let library = TemplateLibrary(options.template)
        guard let name = library.entryName else { throw .unknownTemplate(options.template.displayName) }
        do {
            let template = try TemplateEnvironment(loader: library).template(named: name)
            return try template.render(ReportContext.values(analysis, options: options))
        } catch { throw .template(error) }
    }

    private static func info(_ analysis: Analysis, _ options: ReportOptions) -> DocumentInfo {
        let run = analysis.run
        let title = options.title ?? run.identity.strategy.value ?? run.identity.id
        let inputs = run.provenance.files.isEmpty ? "" : " · inputs sha256 \(run.provenance.digest.prefix(12))…"
        let period = [run.returns.stamps.first, run.returns.stamps.last].compactMap { $0?.date.display }
        let words = title == run.identity.id ? [title, "Tearsheet"] : [title, run.identity.id, "Tearsheet"]
        return DocumentInfo(
            title: title, tabTitle: words.joined(separator: " · "),
            subject: "Backtest tearsheet of \(title), \(period.joined(separator: " to "))",
            keywords: ["backtest", "tearsheet", run.identity.engine], created: created(analysis),
            footer: "\(title) · run \(run.identity.id)\(inputs)", generator: "Tearsheet \(ToolVersion.current)")
    }

    /// The run's own date of creation where it reads as one, else its last moment: never the clock.
    private static func created(_ analysis: Analysis) -> String {
        let given = analysis.run.identity.created.value.map { String($0.prefix(10)) }
        if let given, CalendarDate(iso: given) != nil { return given }
        return analysis.run.equity.stamps.last?.description ?? "1970-01-01"
    }
}

extension TemplateChoice {
    /// As messages name it.
    var displayName: String {
        switch self {
        case .shipped(let name), .own(let name, _, _): name
        }
    }
}
