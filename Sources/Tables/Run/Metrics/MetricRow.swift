import Analytics
import Formatting

/// One metric of the run and, where there is one, of its benchmark: the row of every table of metrics. Neither is computed
/// before somebody reads the row.
struct MetricRow: Sendable {
    /// What the metric is, before the run gives it a name or unit of its own.
    let declaration: MetricDeclaration
    /// Numbers of bars are of intraday runs alone, groups without data have no place on a page, nor has what stands in a
    /// table of its own.
    let isShown: Bool
    private let analysis: Analysis

    var metric: Metric {
        // A run's set has every key of the catalogue.
        analysis.metrics[declaration.key]
            ?? Metric(declaration: declaration, value: .absent(.noReturns), convention: declaration.formula)
    }
    var benchmark: Metric? { analysis.benchmarkMetrics?[declaration.key] }
    /// The convention, and what other profiles give.
    var explanation: String { MetricWords.explanation(of: metric, analysis) }
    /// Whether the benchmark has such a metric, with a number or without.
    var hasBenchmark: Bool { analysis.run.benchmark != nil && declaration.appliesToBenchmark }

    /// The name of an amount says its currency, since a column of mixed units has no head for it.
    var label: String {
        let name = metric.declaration.name
        guard declaration.unit == .money, let currency = analysis.run.currency.value else { return name }
        return name + ", " + currency
    }
}

extension MetricRow {
    /// The metrics of some keys, in the order of the keys.
    static func rows(_ analysis: Analysis, _ keys: [MetricKey]) -> [MetricRow] {
        let all = Dictionary(
            analysis.metrics.declarations.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return keys.compactMap { all[$0] }.map { MetricRow($0, of: analysis) }
    }

    /// The metrics of an analysis that are chosen, in the order of the catalogue.
    static func rows(_ analysis: Analysis, where isChosen: (MetricDeclaration) -> Bool = { _ in true }) -> [MetricRow] {
        analysis.metrics.declarations.filter(isChosen).map { MetricRow($0, of: analysis) }
    }

    private init(_ declaration: MetricDeclaration, of analysis: Analysis) {
        self.declaration = declaration
        self.analysis = analysis
        isShown = analysis.shows(declaration)
    }
}

extension Analysis {
    /// Without a benchmark or trades their whole group would read n/a: readers do not see it.
    fileprivate func shows(_ declaration: MetricDeclaration) -> Bool {
        guard !declaration.hasOwnTable else { return false }
        guard !declaration.isOfBars || run.calendar.periodsPerSession > 1 else { return false }
        guard run.margin != nil || !declaration.key.isOfMargin else { return false }
        return switch declaration.group {
        case .benchmark: run.benchmark != nil
        case .trades: run.trades != nil
        case .positions: (try? positions) != nil
        default: true
        }
    }
}
