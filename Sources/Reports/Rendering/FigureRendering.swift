import Analytics
import Charts
import DocumentModel
import Figures
import Formatting
import Graphics
import HTMLOutput
import PDFOutput
import TextShaping

/// What a single figure is written as.
public enum FigureFormat: String, CaseIterable, Sendable {
    /// For the web, text as text.
    case svg
    /// Pixels, at twice the size for sharp screens.
    case png
    /// One page.
    case pdf
}

/// The figures by name.
public enum FigureRendering {
    /// All names in the order of reports, those of one run first.
    public static let names: [String] = {
        let ofRun = FigureCatalog.ofRun.map(\.name)
        return ofRun + FigureCatalog.ofComparison.map(\.name).filter { !ofRun.contains($0) }
    }()

    /// One line per figure, name and what it shows: those of one run, then those of several.
    public static func list() -> String {
        let width = names.map(\.utf8.count).max() ?? 0
        func line(_ name: String, _ summary: String) -> String {
            "  " + name + String(repeating: " ", count: width + 2 - name.utf8.count) + summary + "\n"
        }
        return "Of one run:\n" + FigureCatalog.ofRun.map { line($0.name, $0.summary) }.joined()
            + "\nOf several runs:\n" + FigureCatalog.ofComparison.map { line($0.name, $0.summary) }.joined()
    }
}

extension ReportWorker {
    /// One figure of an analysis or a comparison. A figure that the subject cannot have is an error with its reason.
    public func figure<Subject: Reportable>(
        _ name: String, of subject: Subject, format: FigureFormat, size: Size, theme: Theme,
        language: DisplayLanguage = .standard
    ) throws(ReportError) -> [UInt8] {
        guard let definition = Subject.figures.figure(named: name) else {
            guard FigureRendering.names.contains(name) else { throw .unknownFigure(name, known: FigureRendering.names) }
            throw .unsuitableFigure(name, isOfSeveral: Subject.self == Analysis.self)
        }
        var theme = theme
        theme.chart.spelling = subject.spelling(in: language)
        let chart: Chart
        switch definition.make(subject) {
        case .success(let made): chart = made
        case .failure(let absence): throw .figureUnavailable(name, reason: absence.reason)
        }
        return try bytes(
            of: framed(chart, size, theme), chart, format, theme, created: subject.documentInfo(ReportOptions()).created
        )
    }

    /// The chart with air around it: on a page its neighbours leave some, a picture of its own stands anywhere.
    private func framed(_ chart: Chart, _ size: Size, _ theme: Theme) -> Scene {
        let margin = min(14, size.width / 30, size.height / 30)
        let inner = Size(size.width - 2 * margin, size.height - 2 * margin)
        let scene = chart.scene(size: inner, style: theme.chart, measurer: fonts)
        return Scene(size: size, items: [.group(SceneGroup(offset: Point(margin, margin), items: scene.items))])
    }

    private func bytes(
        of scene: Scene, _ chart: Chart, _ format: FigureFormat, _ theme: Theme, created: String
    ) throws(ReportError) -> [UInt8] {
        do throws(PDFError) {
            switch format {
            case .svg:
                let svg = SVGWriter.standalone(
                    scene, title: theme.chart.words(chart.title), altText: theme.chart.words(chart.altText),
                    palette: theme.palette)
                return Array(svg.utf8)
            case .png:
                return try PNGWriter.write(
                    scene: scene, palette: theme.palette, fonts: fonts, scale: 2, background: .role(.page))
            case .pdf:
                let info = DocumentInfo(
                    title: theme.chart.words(chart.title), created: created, footer: "", generator: "Tearsheet")
                let figure = SceneGroup(
                    role: .tag(.figure(altText: theme.chart.words(chart.altText))), items: scene.items)
                let items = Scene.background(theme.palette, size: scene.size) + [.group(figure)]
                return try PDFWriter.write(
                    pages: [Scene(size: scene.size, items: items)], metadata: Self.metadata(info),
                    palette: theme.palette, fonts: fonts)
            }
        } catch { throw .pdf(error.message) }
    }
}
