import Analytics
import Charts
import DocumentModel
import Figures
import Formatting
import RunModel
import Series

/// Answers a template's markup with the run's tiles, figures and tables.
struct ReportContent: MarkupContent {
    let analysis: Analysis
    let options: ReportOptions

    var tileNames: [String] { analysis.metrics.metrics.map(\.declaration.key.rawValue) }
    var figureNames: [String] { FigureCatalog.all.map(\.name) }
    var tableNames: [String] { ReportTables.catalog.map(\.name) }

    func tile(_ key: String) -> Tile? { ReportTiles(analysis: analysis).tile(key) }

    func table(_ name: String, rows: Int?) -> Table? { ReportTables(analysis: analysis).table(name, rows: rows) }

    func figure(_ name: String) -> Figure? {
        guard let definition = FigureCatalog.figure(named: name) else { return nil }
        switch definition.make(analysis) {
        case .success(let chart): return Figure(name: name, chart: chart)
        case .failure(let cause): return Figure(name: name, chart: Self.placeholder(definition, cause.reason))
        }
    }

    /// Says in the figure's place why the run has none.
    private static func placeholder(_ definition: FigureDefinition, _ reason: String) -> Chart {
        let title = definition.name.prefix(1).uppercased() + definition.name.dropFirst()
        return Chart(
            title: String(title.map { $0 == "-" ? " " : $0 }), altText: "No figure: \(reason).", aspect: 0.2,
            panels: [],
            emptyReason: reason)
    }

    func titleBand() -> TitleBand {
        let run = analysis.run
        return TitleBand(
            title: options.title ?? run.identity.strategy.value ?? run.identity.id, lead: options.subtitle ?? "",
            subtitle: subtitle(run), details: details(run), logo: options.logo)
    }

    private func subtitle(_ run: Run) -> String {
        var parts = [run.identity.version.value.map { "version \($0)" }, "run \(run.identity.id)", run.identity.engine]
        if let first = run.equity.stamps.first, let last = run.equity.stamps.last {
            let start = run.baselineIsAdded ? run.returns.stamps.first ?? first : first
            parts.append("\(start.date.display) – \(last.date.display)")
        }
        let count = DisplayNumber.number(Double(run.returns.count), places: 0)
        parts += ["\(count) \(observations(run.calendar.cadence))", run.currency.value]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// A benchmark that nothing names is called `Benchmark`; its name would only repeat the word.
    private func benchmark(_ run: Run) -> String {
        guard let name = run.benchmark?.name else { return "no benchmark" }
        return name == "Benchmark" ? "with a benchmark" : "Benchmark \(name)"
    }

    private func observations(_ cadence: Cadence) -> String {
        switch cadence {
        case .minute, .hourly: "bars"
        case .daily: "sessions"
        case .weekly: "weeks"
        case .monthly: "months"
        case .quarterly: "quarters"
        case .yearly: "years"
        case .irregular: "observations"
        }
    }

    private func details(_ run: Run) -> [String] {
        let rate =
            switch run.riskFree {
            case .annual(let rate): "risk-free \(DisplayNumber.percent(rate, places: rate == 0 ? 0 : 1))"
            case .perPeriod(_, let name): "risk-free \(name)"
            }
        let periods = DisplayNumber.number(run.calendar.periodsPerYear, places: 0)
        return [
            benchmark(run),
            "\(rate) · \(periods) periods a year",
        ]
    }
}
