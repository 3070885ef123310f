import Analytics
import Charts
import Graphics

/// How many months returned how much, of the run and of its benchmark.
enum MonthlyHistogramFigure {
    static let definition = FigureDefinition(
        name: "monthly-histogram", summary: "histogram of monthly returns beside the benchmark's, with their means",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let months = analysis.periodDistributions.filter { $0.period == "month" }
        guard let own = months.first(where: { $0.side == .strategy }) else { throw .noMonth }
        guard own.count > 2 else { throw .fewerThan(3, "whole months") }
        let other = months.first { $0.side == .benchmark }
        let bins = Histogram.shared([own.sorted] + (other.map { [$0.sorted] } ?? []), fewest: 8, most: 30)
        guard bins.width > 0 else { throw .constant }
        var marks: [Mark] = [.bars(bars(bins, 0, of: other == nil ? 1 : 2, .role(.accent, opacity: 0.88)))]
        if other != nil { marks.append(.bars(bars(bins, 1, of: 2, .role(.benchmark, opacity: 0.6)))) }
        marks.append(mean(Analysis.strategyName, own, .role(.accent)))
        if let other { marks.append(mean(analysis.benchmarkName ?? "Benchmark", other, .role(.benchmark))) }
        let y = Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0)
        return Chart(
            title: "Monthly returns, distribution", subtitle: "number of whole months; lines at the means",
            altText: altText(own, other, analysis), aspect: 0.5,
            x: Axis(.linear, format: .percent(0), including: [0]), panels: [Panel(y: y, marks: marks)])
    }

    /// Bars of one side within its part of each bin.
    private static func bars(_ bins: Histogram.Shared, _ side: Int, of sides: Int, _ paint: Paint) -> BarsMark {
        let width = bins.width / Double(sides)
        return BarsMark(
            bins.counts[side].enumerated().compactMap { index, count -> BarsMark.Bar? in
                guard count > 0 else { return nil }
                let start = bins.start + bins.width * Double(index)
                let place = start + width * Double(side)
                return BarsMark.Bar(
                    x0: place, x1: place + width, y1: Double(count), paint: paint,
                    title: "\(FigureWords.percent(start)) to \(FigureWords.percent(start + bins.width)): "
                        + FigureWords.count(count, "month", "months"))
            })
    }

    private static func mean(_ name: String, _ row: PeriodDistribution, _ paint: Paint) -> Mark {
        let label = EndLabel(name, value: FigureWords.percent(row.mean, places: 2), paint: paint)
        return .rule(RuleMark(.vertical, at: row.mean, label: label, paint: paint, dashes: [2.4, 1.8]))
    }

    private static func altText(_ own: PeriodDistribution, _ other: PeriodDistribution?, _ analysis: Analysis) -> String
    {
        func words(_ row: PeriodDistribution) -> String {
            "mean \(FigureWords.percent(row.mean, places: 2)), worst \(FigureWords.percent(row.quantile(0))), "
                + "best \(FigureWords.percent(row.quantile(1)))"
        }
        var text = "Distribution of \(FigureWords.count(own.count, "whole month", "whole months")): \(words(own))"
        if let other { text += "; \(analysis.benchmarkName ?? "benchmark"): \(words(other))" }
        return text + "."
    }
}
