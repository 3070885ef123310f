import Analytics
import Formatting

/// `5.2 points a year ahead of the S&P 500; alpha is above zero (p = 0.003)`.
struct BenchmarkHeadline {
    /// Growth per year, the run's less the benchmark's over the same time.
    let difference: Double?
    /// What the benchmark is called; empty for no name of its own.
    let name: String
    /// Alpha and the chance of one as far from zero.
    let alpha: (value: Double, probability: Double)?

    init(difference: Double?, name: String, alpha: (value: Double, probability: Double)?) {
        (self.difference, self.name, self.alpha) = (difference, name, alpha)
    }

    init(_ analysis: Analysis) {
        let metrics = analysis.metrics
        name = analysis.run.benchmark.map { $0.name == "Benchmark" ? "" : $0.name } ?? ""
        if analysis.run.benchmarkIsWhole, let own = metrics.number(.cagr),
            let other = analysis.benchmarkMetrics?.number(.cagr)
        {
            difference = own - other
        } else {
            difference = nil
        }
        if let value = metrics.number(.alpha), let probability = metrics.number(.alphaPValue) {
            alpha = (value, probability)
        } else {
            alpha = nil
        }
    }

    /// Nil where neither is known.
    var sentence: String? {
        let parts = [lead, alphaWords].compactMap { $0 }
        guard let first = parts.first else { return nil }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: "; ")
    }

    /// What rounds to nothing is neither ahead nor behind.
    private var lead: String? {
        guard let difference, difference.isFinite else { return nil }
        let points = DisplayNumber.number(difference.magnitude * 100, places: 1)
        let other = name.isEmpty ? "the benchmark" : name
        if points == DisplayNumber.number(0, places: 1) { return "as much a year as \(other), to a tenth of a point" }
        return "\(points) points a year \(difference > 0 ? "ahead of" : "behind") \(other)"
    }

    private var alphaWords: String? {
        guard let alpha else { return nil }
        let certainty = CredibilityCheck.Key.alpha.threshold
        let side =
            alpha.probability > certainty
            ? "not distinguishable from zero" : alpha.value > 0 ? "above zero" : "below zero"
        let text = DisplayNumber.probability(alpha.probability)
        return "alpha is \(side) (p \(text.hasPrefix("<") || text.hasPrefix(">") ? "" : "= ")\(text))"
    }
}
