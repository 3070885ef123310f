import Analytics
import Comparison
import DocumentModel
import RunModel
import TemplateEngine

/// Every mistake of a template, found by making its report of runs that have everything, and nothing.
///
/// What stands in a condition is read where one of the runs fulfils it. A mistake that only some run's values bring up, such
/// as a list that is longer than any here, is found with that run: pass it.
public enum TemplateCheck {
    /// One mistake.
    public struct Mistake: Equatable, Sendable {
        /// `FILE:LINE:COLUMN: what`, the line with carets under it, and what to do.
        public let text: String
        /// Whether the template still makes a report, which has not what its author meant.
        public fileprivate(set) var isWarning: Bool
        /// Whether a value that a run lacks may be the cause, rather than a name that does not exist.
        let isOfValues: Bool
        let file: String
        let line: Int
        let column: Int
    }

    /// The mistakes of a template in the order of its lines; of one run, or where that is nil of sample runs.
    public static func mistakes(
        of choice: TemplateChoice, files: NeighbouringFiles = NeighbouringFiles(), run: Analysis? = nil
    ) -> [Mistake] {
        var options = ReportOptions(template: choice)
        options.files = files
        options.commentary = "Commentary"
        let library = TemplateLibrary(choice)
        guard let name = library.entryName else { return [] }
        let template: Template
        do { template = try TemplateEnvironment(loader: library).template(named: name) } catch {
            return [Mistake(error)]
        }
        let unplaced = template.unplacedBlocks.map { Mistake($0, isWarning: true) }
        if let run { return unplaced + found(template, run, options) }
        return unplaced + found(template, options)
    }

    private static func found(_ template: Template, _ options: ReportOptions) -> [Mistake] {
        let rich = found(template, Analyzer.analyze(TemplateSamples.rich), options)
        let bare = found(template, Analyzer.analyze(TemplateSamples.bare), options).map { mistake in
            // It makes the report of a run that has everything: a report of another run may fail.
            var mistake = mistake
            mistake.isWarning = mistake.isOfValues && !rich.contains { $0.text == mistake.text }
            return mistake
        }
        let ofRun = merged([rich, bare])
        guard !ofRun.isEmpty, let comparison = TemplateSamples.comparison else { return ofRun }
        // A template of several runs fails early with one, and the other way round.
        let ofSeveral = found(template, comparison, options)
        return isFurther(ofSeveral, than: ofRun) ? ofSeveral : ofRun
    }

    private static func found<Subject: Reportable>(
        _ template: Template, _ subject: Subject, _ options: ReportOptions
    ) -> [Mistake] {
        let (rendered, errors) = template.renderCollecting(
            ReportContext.values(subject, options: options))
        let ofTemplate = merged([errors.map { Mistake($0) }])
        // What was left out of a line for one mistake looks like another one to whoever reads the rest of it.
        let lines = Set(ofTemplate.map { "\($0.file):\($0.line)" })
        let ofMarkup = MarkupReader.mistakes(
            in: rendered.text, source: options.template.displayName,
            content: ReportContent(subject: subject, options: options)
        ).map { Mistake($0.traced(through: rendered)) }
        return merged([ofTemplate + ofMarkup.filter { !lines.contains("\($0.file):\($0.line)") }])
    }

    /// Each mistake once, in the order of files and lines.
    private static func merged(_ lists: [[Mistake]]) -> [Mistake] {
        var seen: Set<String> = []
        return lists.joined().filter { seen.insert($0.text).inserted }.sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
    }

    private static func isFurther(_ some: [Mistake], than others: [Mistake]) -> Bool {
        some.isEmpty || some.count < others.count
    }
}

extension TemplateCheck.Mistake {
    init(_ error: TemplateError, isWarning: Bool = false) {
        (text, self.isWarning) = (error.description, isWarning)
        isOfValues = error.code == .type || error.code == .undefined
        (file, line, column) = (error.file, error.line, error.column)
    }

    init(_ error: MarkupError) {
        (text, isWarning, isOfValues) = (error.description, false, false)
        (file, line, column) = (error.source, error.line, error.column)
    }
}
