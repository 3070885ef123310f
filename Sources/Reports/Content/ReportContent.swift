import Charts
import DocumentModel
import Figures
import Formatting
import Graphics
import PictureFiles

/// Answers a template's markup with the subject's tiles, figures and tables.
struct ReportContent<Subject: Reportable>: MarkupContent {
    let subject: Subject
    let options: ReportOptions
    private let shown = ShownMetrics()

    init(subject: Subject, options: ReportOptions) {
        self.subject = subject
        self.options = options
    }

    var tileNames: [String] { subject.tileKeys }
    var figureNames: [String] { Subject.figures.map(\.name) }
    var tableNames: [String] { Subject.tables.map(\.name) }

    func tile(_ key: String) -> Tile? {
        let tile = subject.tile(key).map(options.spelling.spelled)
        if tile != nil { shown.keys.insert(key) }
        return tile
    }

    func table(_ name: String, rows: Int?, metrics: MetricChoice?) -> Table? {
        ReportTables(subject, spelling: options.spelling).table(name, rows: rows, metrics: metrics, shown: shown)
    }

    func chart(of figure: OwnFigure) -> Result<Chart, OwnFigureProblem> {
        do throws(OwnFigureProblem) {
            let data = try OwnData.named(figure.data, of: subject, files: options.files)
            return .success(try OwnChart(figure, data).chart())
        } catch {
            guard case .unavailable(let reason) = error else { return .failure(error) }
            let title = figure.title.isEmpty ? figure.data : figure.title
            return .success(
                Chart(
                    title: title, altText: "No figure: \(reason).", aspect: 0.2, panels: [], emptyReason: reason))
        }
    }

    var pictureNames: [String] { options.files.names(ending: Logo.endings) }

    func picture(_ name: String) -> Result<ImageData, PictureProblem>? {
        guard pictureNames.contains(name), let bytes = options.files.bytes(of: name) else { return nil }
        do throws(PictureFault) { return .success(try Logo.read(bytes)) } catch {
            return .failure(PictureProblem(error.message))
        }
    }

    func hasMetrics(table name: String) -> Bool { ReportTables(subject).definition(name)?.holdsMetrics == true }

    /// Names of version 0.1.0 lead to today's.
    func nearestTable(to name: String) -> String? {
        Subject.tables.first { $0.formerName == name }?.name ?? NearestMatch.of(name, in: tableNames)
    }

    func titleBand() -> TitleBand { options.spelling.spelled(subject.titleBand(options)) }

    func figure(_ name: String) -> Figure? {
        guard let definition = Subject.figures.figure(named: name) else { return nil }
        switch definition.make(subject) {
        case .success(let chart): return Figure(name: name, chart: chart)
        case .failure(let cause): return Figure(name: name, chart: Self.placeholder(definition, cause.reason))
        }
    }

    /// Says in the figure's place why there is none.
    private static func placeholder(
        _ definition: FigureDefinition<Subject>, _ reason: String
    ) -> Chart {
        let title = definition.name.prefix(1).uppercased() + definition.name.dropFirst()
        return Chart(
            title: String(title.map { $0 == "-" ? " " : $0 }), altText: "No figure: \(reason).", aspect: 0.2,
            panels: [],
            emptyReason: reason)
    }
}
