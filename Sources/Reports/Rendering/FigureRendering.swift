import Analytics
import Charts
import DocumentModel
import Figures
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
    /// In the order of reports.
    public static let names = FigureCatalog.ofRun.map(\.name)

    /// One line per figure: name and what it shows.
    public static func list() -> String {
        let width = names.map(\.utf8.count).max() ?? 0
        return FigureCatalog.ofRun.map { figure in
            figure.name + String(repeating: " ", count: width + 2 - figure.name.utf8.count) + figure.summary + "\n"
        }.joined()
    }
}

extension ReportWorker {
    /// One figure of an analysis, and what is to be said of it. A figure that the run cannot have is an error with its
    /// reason.
    public func figure(
        _ name: String, of analysis: Analysis, format: FigureFormat, size: Size, theme: Theme
    ) throws(ReportError) -> (bytes: [UInt8], remarks: [ReportRemark]) {
        guard let definition = FigureCatalog.ofRun.figure(named: name) else { throw .unknownFigure(name) }
        let chart: Chart
        switch definition.make(analysis) {
        case .success(let made): chart = made
        case .failure(let absence): throw .figureUnavailable(name, reason: absence.reason)
        }
        let scene = chart.scene(size: size, style: theme.chart, measurer: fonts)
        return try bytes(
            of: scene, chart, format, theme, created: analysis.run.returns.timestamps.last?.description ?? "")
    }

    private func bytes(
        of scene: Scene, _ chart: Chart, _ format: FigureFormat, _ theme: Theme, created: String
    ) throws(ReportError) -> (bytes: [UInt8], remarks: [ReportRemark]) {
        do throws(PDFError) {
            switch format {
            case .svg:
                let svg = SVGWriter.standalone(
                    scene, title: chart.title, altText: chart.altText, palette: theme.palette)
                return (Array(svg.utf8), [])
            case .png:
                let png = try PNGWriter.write(
                    scene: scene, palette: theme.palette, fonts: fonts, scale: 2, background: .role(.page))
                return (png, [])
            case .pdf:
                let info = DocumentInfo(title: chart.title, created: created, footer: "", generator: "Tearsheet")
                let figure = SceneGroup(role: .tag(.figure(altText: chart.altText)), items: scene.items)
                let file = try PDFWriter.write(
                    pages: [Scene(size: scene.size, items: [.group(figure)])], metadata: Self.metadata(info),
                    palette: theme.palette, fonts: fonts)
                return (file.bytes, file.remarks)
            }
        } catch { throw .pdf(error.message) }
    }
}
