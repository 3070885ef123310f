import Analytics
import Formatting

/// One metric of the run and, where there is one, of its benchmark: the row of every table of metrics.
struct MetricRow: Sendable {
    let metric: Metric
    let benchmark: Metric?
    /// The account's currency behind the names of amounts; nil where nobody named it.
    let currency: String?
    /// Numbers of bars are of intraday runs alone, and groups without data have no place on a page.
    let isShown: Bool

    /// The name of an amount says its currency, since a column of mixed units has no head for it.
    var label: String {
        guard metric.declaration.unit == .money, let currency else { return metric.declaration.name }
        return metric.declaration.name + ", " + currency
    }
}

extension MetricRow {
    /// The metrics of some keys, in the order of the keys.
    static func rows(_ analysis: Analysis, _ keys: [MetricKey]) -> [MetricRow] {
        keys.compactMap { analysis.metrics[$0] }.map { MetricRow($0, of: analysis) }
    }

    /// The metrics of an analysis that are chosen, in the order of the catalogue.
    static func rows(_ analysis: Analysis, where isChosen: (MetricDeclaration) -> Bool = { _ in true }) -> [MetricRow] {
        analysis.metrics.metrics.filter { isChosen($0.declaration) }.map { MetricRow($0, of: analysis) }
    }

    private init(_ metric: Metric, of analysis: Analysis) {
        self.metric = metric
        benchmark = analysis.benchmarkMetrics?[metric.declaration.key]
        currency = analysis.run.currency.value
        isShown = analysis.shows(metric.declaration)
    }
}

extension Analysis {
    /// Without a benchmark or trades their whole group would read n/a: readers do not see it.
    fileprivate func shows(_ declaration: MetricDeclaration) -> Bool {
        guard !declaration.isOfBars || run.calendar.periodsPerSession > 1 else { return false }
        return switch declaration.group {
        case .benchmark: run.benchmark != nil
        case .trades: trades != nil
        case .positions: positions != nil
        default: true
        }
    }
}
