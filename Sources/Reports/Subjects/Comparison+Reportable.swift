import Analytics
import Comparison
import DataOutput
import DocumentModel
import Figures
import Series
import Tables
import TemplateEngine
import TerminalOutput

/// Several runs: the subject of a comparison.
extension Comparison: Reportable {
    /// The shipped template of comparisons.
    public static let templates = ["comparison"]
    /// The figures of a comparison.
    public static var figures: [FigureDefinition<Comparison>] { FigureCatalog.ofComparison }
    /// The tables of a comparison.
    public static var tables: [TableDefinition<Comparison>] { TableCatalog.ofComparison }
    /// With the currency of all runs, where they have one.
    public var cellFormat: CellFormat {
        let currencies = Set(members.map { $0.whole.run.currency.value })
        return CellFormat(currency: currencies.count == 1 ? currencies.first ?? nil : nil)
    }

    /// Those of all runs.
    public var properNames: [String] {
        members.flatMap { [$0.id, $0.name, $0.shortName] + $0.whole.properNames }
    }

    /// Every metric's key.
    public var tileKeys: [String] { MetricCatalog.declarations(under: conventions).map(\.key.rawValue) }

    /// The best value of a metric, and whose it is.
    public func tile(_ key: String) -> Tile? { BestTile(comparison: self).tile(key) }

    /// The names of the runs and their common span.
    public func titleBand(_ options: ReportOptions) -> TitleBand { ComparisonHead(comparison: self).titleBand(options) }

    /// Title, subject and date of the comparison.
    public func documentInfo(_ options: ReportOptions) -> DocumentInfo {
        ComparisonHead(comparison: self).documentInfo(options)
    }

    /// `runs`, `span`, `significance`, `has`, `cautions` and `findings`.
    public func templateValues(_ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        ComparisonContext.values(self, options)
    }

    /// Every series of every run.
    public var allSeries: [(name: String, series: TimeSeries)] { ComparisonSeries.all(of: self) }

    /// The exact growth and decline of every run, and the growth of their benchmark.
    public var figureData: FigureData {
        var series = members.map { member in
            data(member.seriesName(SeriesName.growth), member.common.growth.strategy, .growth)
        }
        if let benchmark = members.first?.common.growth.benchmark {
            series.append(data(SeriesName.benchmarkGrowth, benchmark, .growth))
        }
        series += members.map { member in
            data(
                member.seriesName(SeriesName.drawdown), member.common.drawdowns.series,
                .drawdown(of: member.seriesName(SeriesName.growth)))
        }
        return FigureData(series: series, selection: nil, timeSeparator: ReportFigureData.timeSeparator)
    }

    private func data(
        _ name: String, _ series: TimeSeries, _ derivation: FigureData.Derivation
    ) -> FigureData.Series {
        FigureData.Series(
            name, times: series.timestamps.map(\.milliseconds), values: series.values, derivation: derivation)
    }

    /// The most read metrics side by side as Markdown.
    public func markdown(_ options: ReportOptions) -> String { ReportMarkdown(subject: self, options: options).summary }

    /// The most read metrics side by side as lines.
    public func lines(on terminal: Terminal, _ options: ReportOptions) -> [TerminalLine] {
        ComparisonLines(comparison: self, terminal: terminal, options: options).lines
    }

    /// JSON and CSV of the comparison.
    public var dataFiles: ReportData {
        let tables = TablesJSON(TableCatalog.ofComparison, of: self)
        return ReportData(
            attachmentName: "comparison.json", attachmentSummary: "Every metric of this comparison",
            metricsJSON: { ComparisonJSON.metrics(self) },
            tablesJSON: { tables.bytes(schema: ReportManifest.tablesSchema) }, inputsDigest: inputsDigest,
            json: ReportFile(suffix: ".json") { ComparisonJSON.writeReport(self, tables: tables, to: $0) },
            csv: {
                CSVWriter.files(
                    of: self, tables: TableCatalog.ofComparison,
                    series: ComparisonSeries.all(of: self).map { name, series in MadeSeries(name) { series } }
                ).map { ReportFile($0) }
            })
    }
}
