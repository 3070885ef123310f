import DocumentModel
import TemplateEngine

/// A subject and options → template → markup → document.
public enum ReportDocument {
    /// The document of one report. Throws for templates, markup and section names that do not hold.
    public static func make<Subject: Reportable>(
        _ subject: Subject, options: ReportOptions
    ) throws(ReportError) -> Document {
        try makeWithRemarks(subject, options: options).document
    }

    /// The document of one report, and which chosen sections the subject has nothing for.
    static func makeWithRemarks<Subject: Reportable>(
        _ subject: Subject, options: ReportOptions
    ) throws(ReportError) -> (document: Document, remarks: [ReportRemark]) {
        let options = options.spelled(for: subject)
        let rendered = try renderTemplate(subject, options)
        let markup = rendered.text
        let choice = SectionChoice(options)
        let blocks: [Block]
        let chosen: SectionChoice.Outcome
        do {
            let draft = try MarkupDraft(
                markup, source: options.template.displayName,
                content: ReportContent(subject: subject, options: options))
            chosen = choice.apply(to: draft.parts)
            blocks = try draft.blocks(at: chosen.indices)
        } catch { throw .markup(error.traced(through: rendered)) }
        if let unknown = chosen.unknown { throw .unknownSection(unknown, known: chosen.known) }
        var info = subject.documentInfo(options)
        info.subject = options.spelling.text(info.subject)
        let document = Document(
            info: info, page: PageStyle(paper: options.paper, theme: options.theme),
            theme: options.theme,
            blocks: blocks,
            data: subject.figureData)
        return (document, chosen.remarks)
    }

    private static func renderTemplate<Subject: Reportable>(
        _ subject: Subject, _ options: ReportOptions
    ) throws(ReportError) -> RenderedTemplate {
        let library = TemplateLibrary(options.template)
        guard let name = library.entryName else { throw .unknownTemplate(options.template.displayName) }
        if case .shipped = options.template, !Subject.templates.contains(name) {
            throw .unsuitableTemplate(name, suitable: Subject.templates)
        }
        do {
            let template = try TemplateEnvironment(loader: library, spelling: options.spelling).template(named: name)
            return try template.renderTraced(ReportContext.values(subject, options: options))
        } catch { throw .template(error) }
    }
}

extension MarkupError {
    /// The mistake where it stands in the template, or in the one that this includes or extends; what an expression gave is
    /// marked at the expression.
    func traced(through rendered: RenderedTemplate) -> MarkupError {
        guard let origin = rendered.origin(of: offset) else { return self }
        return moved(to: origin.offset, in: origin.template, source: origin.file)
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
