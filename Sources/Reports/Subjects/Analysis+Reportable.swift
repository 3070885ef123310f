import Analytics
import Comparison
import DataOutput
import DocumentModel
import Figures
import Series
import Tables
import TemplateEngine
import TerminalOutput

/// One run: the subject of a tearsheet.
extension Analysis: Reportable {
    /// All shipped templates but that of comparisons.
    public static var templates: [String] {
        TemplateLibrary.shippedNames.filter { !Comparison.templates.contains($0) }
    }
    /// The figures of a run.
    public static var figures: [FigureDefinition<Analysis>] { FigureCatalog.ofRun }
    /// The tables of a run.
    public static var tables: [TableDefinition<Analysis>] { TableCatalog.ofRun }
    /// With the account's currency.
    public var cellFormat: CellFormat { CellFormat(currency: run.currency.value) }

    /// Every metric's key.
    public var tileKeys: [String] { metrics.keys.map(\.rawValue) }

    /// A metric as a headline figure, with the benchmark's beneath.
    public func tile(_ key: String) -> Tile? { ReportTiles(analysis: self).tile(key) }

    /// Strategy, run id, engine, period and benchmark.
    public func titleBand(_ options: ReportOptions) -> TitleBand { RunHead(analysis: self).titleBand(options) }

    /// Title, subject and date of the run.
    public func documentInfo(_ options: ReportOptions) -> DocumentInfo { RunHead(analysis: self).documentInfo(options) }

    /// `run`, `metrics`, `trades`, `benchmark`, `has` and the others of a run.
    public func templateValues(_ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        RunContext.values(self, options)
    }

    /// Every series of the run.
    public var allSeries: [(name: String, series: TimeSeries)] { AnalysisSeries.all(of: self) }

    /// The run's exact series.
    public var figureData: FigureData { ReportFigureData.make(self) }

    /// Page one as Markdown.
    public func markdown(_ options: ReportOptions) -> String { ReportMarkdown(subject: self, options: options).summary }

    /// Page one as lines: headline figures, curves, months, and whether to believe it.
    public func lines(on terminal: Terminal, _ options: ReportOptions) -> [TerminalLine] {
        RunLines(analysis: self, terminal: terminal, options: options).lines
    }

    /// JSON and CSV of the run.
    public var dataFiles: ReportData {
        let tables = TablesJSON(TableCatalog.ofRun, of: self)
        return ReportData(
            attachmentName: "metrics.json", attachmentSummary: "Every metric of this report",
            metricsJSON: { MetricsJSON.metrics(self) },
            tablesJSON: { tables.bytes(schema: ReportManifest.tablesSchema) },
            inputsDigest: run.provenance.digest,
            json: ReportFile(suffix: ".json") { MetricsJSON.writeReport(self, tables: tables, to: $0) },
            csv: { CSVWriter.files(of: self).map { ReportFile($0) } },
            resources: { BacktestResources.files(of: self).map(ReportFile.init(resource:)) })
    }
}

extension ReportFile {
    /// A CSV file. Ours have `tearsheet` in their names: engines write files such as `x.trades.csv`.
    init(_ file: DataFile) { self.init(suffix: ".tearsheet.\(file.name).csv") { file.write(to: $0) } }

    /// A resource for web servers, in the folder of its run.
    init(resource file: DataFile) {
        self.init(suffix: "/" + file.name, folder: BacktestResources.folder) { file.write(to: $0) }
    }
}
