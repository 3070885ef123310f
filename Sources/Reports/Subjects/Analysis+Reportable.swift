import Analytics
import DataOutput
import DocumentModel
import Figures
import Series
import TemplateEngine

/// One run: the subject of a tearsheet.
extension Analysis: Reportable {
    public static var figures: [FigureDefinition<Analysis>] { FigureCatalog.ofRun }
    public static var tableNames: [String] { ReportTables.catalog.map(\.name) }

    public func table(_ name: String, rows: Int?) -> Table? { ReportTables(analysis: self).table(name, rows: rows) }

    public var tileKeys: [String] { metrics.metrics.map(\.declaration.key.rawValue) }

    public func tile(_ key: String) -> Tile? { ReportTiles(analysis: self).tile(key) }

    public func titleBand(_ options: ReportOptions) -> TitleBand { RunHead(analysis: self).titleBand(options) }

    public func documentInfo(_ options: ReportOptions) -> DocumentInfo { RunHead(analysis: self).documentInfo(options) }

    public func templateValues(_ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        RunContext.values(self, options)
    }

    public var figureData: FigureData { ReportFigureData.make(self) }

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
