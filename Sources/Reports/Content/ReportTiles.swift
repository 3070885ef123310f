import Analytics
import DocumentModel
import Formatting
import Tables

/// Headline figures: a metric, and beneath it what to hold it against.
struct ReportTiles {
    let analysis: Analysis
    /// Whether a number of low confidence has the rule beneath it; elsewhere one line says them all.
    var tellsDoubts = true
    private var format: CellFormat { CellFormat() }

    /// The tile of a metric; nil for a key that the catalogue does not know.
    func tile(_ key: String) -> Tile? {
        guard let metric = analysis.metrics[named: key] else { return nil }
        let help = MetricWords.explanation(of: metric, analysis)
        return Tile(
            key: key, label: metric.declaration.name,
            value: format.headline(metric) + (metric.doubt == nil ? "" : MetricWords.doubtMark),
            detail: ([detail(of: metric)] + reliance(metric)).filter { !$0.isEmpty }.joined(separator: "; "),
            help: (reliance(metric) + [help]).joined(separator: "\n"))
    }

    /// How far the number can be relied on, where that is not as usual, and why.
    private func reliance(_ metric: Metric) -> [String] {
        switch metric.status {
        case .lowConfidence(let rule): tellsDoubts ? ["°\u{202F}" + rule] : []
        case .estimate(let reason): ["estimate: " + reason]
        case .normal, .notAvailable: []
        }
    }

    private func detail(of metric: Metric) -> String {
        if let reason = metric.value.reason { return reason }
        return interval(metric) ?? population(metric) ?? benchmark(metric) ?? unit(metric)
    }

    /// The Sharpe ratio is an estimate: its interval says more than the benchmark's number.
    private func interval(_ metric: Metric) -> String? {
        guard metric.declaration.key == .sharpe, let low = analysis.metrics.number(.sharpeCILow),
            let high = analysis.metrics.number(.sharpeCIHigh)
        else { return nil }
        let bounds = [low, high].map { DisplayNumber.number($0, places: 2) }
        return "95\u{202F}% \(bounds[0])…\(bounds[1])"
    }

    /// A share of trades says of how many.
    private func population(_ metric: Metric) -> String? {
        guard metric.declaration.group == .trades, let count = analysis.metrics.number(.tradeCount) else {
            return nil
        }
        switch metric.declaration.key {
        case .tradeCount: return open
        case .profitFactor: return "after costs"
        case .averageWin, .largestWin:
            return trades(analysis.metrics.number(.tradeWinners), "winning")
        case .averageLoss, .largestLoss:
            return trades(analysis.metrics.number(.tradeLosers), "losing")
        default: return "\(DisplayNumber.number(count, places: 0)) trades"
        }
    }

    private func trades(_ count: Double?, _ kind: String) -> String {
        "\(DisplayNumber.number(count ?? 0, places: 0)) \(kind)"
    }

    private var open: String {
        guard let trades = try? analysis.trades, !trades.open.isEmpty else { return "all closed" }
        return "and \(trades.open.count) open"
    }

    private func benchmark(_ metric: Metric) -> String? {
        // Beside each other stand only numbers of the same time.
        guard analysis.run.benchmarkIsWhole, let other = analysis.benchmarkMetrics?[metric.declaration.key],
            other.value.number != nil
        else { return nil }
        return "vs \(format.headline(other))"
    }

    private func unit(_ metric: Metric) -> String {
        metric.declaration.unit.note(currency: analysis.run.currency.value)
    }
}
