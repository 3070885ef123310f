import Analytics
import Charts

/// Boxes of the returns of days, weeks, months, quarters and years, the benchmark's beside.
enum ReturnQuantilesFigure {
    static let definition = FigureDefinition(
        name: "return-quantiles", summary: "boxes of the returns of days, weeks, months, quarters and years"
    ) { analysis in
        let all = analysis.periodDistributions.filter { $0.count > 1 }
        let names = all.filter { $0.side == .strategy }.map(\.period)
        guard !names.isEmpty else { return .failure(.noReturns) }
        let hasBenchmark = all.contains { $0.side == .benchmark && names.contains($0.period) }
        let sides: [PeriodDistribution.Side] = hasBenchmark ? [.strategy, .benchmark] : [.strategy]
        let marks = sides.flatMap { side in
            Marks.boxes(
                boxes(all, names, side, hasBenchmark), width: hasBenchmark ? 0.3 : 0.46,
                paint: .role(side == .strategy ? .accent : .benchmark))
        }
        let y = Axis(.linear, format: .percent(0), including: [0], isNice: true, baseline: 0)
        return .success(
            Chart(
                title: "Returns by length of time",
                subtitle: "box: quartiles, whiskers: 5\u{202F}% and 95\u{202F}%, dots: worst and best"
                    + (hasBenchmark ? "; \(analysis.benchmarkName ?? "benchmark") at the right" : ""),
                altText: altText(all), aspect: 0.5,
                x: .bands(names.map { [$0 + "s", String($0.prefix(1))] }),
                panels: [Panel(y: y, marks: marks)]))
    }

    private static func boxes(
        _ all: [PeriodDistribution], _ names: [String], _ side: PeriodDistribution.Side, _ hasBenchmark: Bool
    ) -> [QuantileBox] {
        let shift = hasBenchmark ? (side == .strategy ? -0.18 : 0.18) : 0
        return names.enumerated().compactMap { place, name in
            guard let row = all.first(where: { $0.period == name && $0.side == side }) else { return nil }
            return QuantileBox(
                at: Double(place) + 0.5 + shift, low: row.quantile(0.05), lower: row.quantile(0.25),
                middle: row.quantile(0.5), upper: row.quantile(0.75), high: row.quantile(0.95),
                outliers: [row.quantile(0), row.quantile(1)], title: words(row))
        }
    }

    private static func words(_ row: PeriodDistribution) -> String {
        let percent = { (share: Double) in FigureWords.percent(row.quantile(share)) }
        return "\(FigureWords.count(row.count, row.period, row.period + "s")): median \(percent(0.5)), "
            + "half within \(percent(0.25)) and \(percent(0.75)), worst \(percent(0)), best \(percent(1))"
    }

    private static func altText(_ all: [PeriodDistribution]) -> String {
        let parts = all.filter { $0.side == .strategy }.map(words)
        return "Distribution of returns by length of time. \(parts.joined(separator: "; "))."
    }
}
