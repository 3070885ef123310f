import Analytics
import DataOutput
import DocumentModel
import Figures
import Series
import TemplateEngine

/// One run: the subject of a tearsheet.
extension Analysis: Reportable {
    /// The figures of a run.
    public static var figures: [FigureDefinition<Analysis>] { FigureCatalog.ofRun }
    /// The tables of a run.
    public static var tableNames: [String] { ReportTables.catalog.map(\.name) }

    /// A table of the run, cut to so many rows.
    public func table(_ name: String, rows: Int?) -> Table? { ReportTables(analysis: self).table(name, rows: rows) }

    /// Every metric's key.
    public var tileKeys: [String] { MetricCatalog.all.map(\.key.rawValue) }

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

    /// The run's exact series.
    public var figureData: FigureData { ReportFigureData.make(self) }

    /// JSON and CSV of the run.
    public var dataFiles: ReportData {
        ReportData(
            attachmentName: "metrics.json", attachmentSummary: "Every metric of this report",
            metricsJSON: { MetricsJSON.metrics(self) }, json: { MetricsJSON.report(self) }, csv: csvFiles)
    }

    /// Tables of ours have `tearsheet` in their names: engines write files such as `x.trades.csv`.
    private var csvFiles: [ReportFile] {
        [ReportFile(suffix: ".tearsheet.metrics.csv") { CSVWriter.metrics(self) }]
            + CSVWriter.files(of: self).map { ReportFile(suffix: ".tearsheet.\($0.name).csv", making: $0.make) }
    }
}
