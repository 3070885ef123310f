import Analytics
import Charts
import Formatting

/// One bar per year, the benchmark's beside it.
enum AnnualReturnsFigure {
    static let definition = FigureDefinition(
        name: "annual-returns", summary: "bars of annual returns beside the benchmark's"
    ) { analysis in
        let years = analysis.periods.years
        guard !years.isEmpty else { return .failure(.noReturns) }
        let names = years.map { year in
            let star = year.isPartial ? "*" : ""
            return ["\(year.start.year)\(star)", "’" + String("\(year.start.year)".suffix(2)) + star]
        }
        let y = Axis(
            .linear, format: .percent(1), including: [0], isNice: false, baseline: 0, lowPadding: 9, highPadding: 9)
        return .success(
            Chart(
                title: "Annual returns", subtitle: subtitle(analysis), altText: altText(analysis.periods.years),
                aspect: 0.42, x: .bands(names), panels: [Panel(y: y, marks: marks(analysis))]))
    }

    private static func subtitle(_ analysis: Analysis) -> String {
        let beside = analysis.benchmarkName.map { ", \($0) in grey" } ?? ""
        return "%" + beside + (analysis.periods.years.contains(where: \.isPartial) ? "; * incomplete year" : "")
    }

    private static func marks(_ analysis: Analysis) -> [Mark] {
        let years = analysis.periods.years
        let hasBenchmark = analysis.benchmarkName != nil
        // A run of one year has a bar, not a wall.
        let half = min(0.4, 0.08 * Double(years.count))
        let middle = hasBenchmark ? 0.5 : 0.5 + half * 0.8
        let strategy = years.enumerated().map { index, year in
            BarsMark.Bar(
                x0: Double(index) + 0.5 - half * (hasBenchmark ? 1 : 0.8), x1: Double(index) + middle,
                y1: year.strategy,
                paint: .role(year.strategy < 0 ? .loss : .gain), value: text(year.strategy),
                title: title(year, Analysis.strategyName, year.strategy))
        }
        guard hasBenchmark else { return [.bars(BarsMark(strategy, valuePaint: .role(.ink)))] }
        let benchmark = years.enumerated().compactMap { index, year in
            year.comparableBenchmark.map {
                BarsMark.Bar(
                    x0: Double(index) + middle, x1: Double(index) + 0.5 + half, y1: $0,
                    paint: .role(.benchmark, opacity: 0.7),
                    value: text($0), title: title(year, analysis.benchmarkName ?? "Benchmark", $0))
            }
        }
        return [.bars(BarsMark(strategy, valuePaint: .role(.ink))), .bars(BarsMark(benchmark))]
    }

    /// `2019, Strategy: 12.3 %`.
    private static func title(_ year: PeriodReturn, _ name: String, _ value: Double) -> String {
        "\(year.start.year)\(year.isPartial ? " (partial)" : ""), \(name): \(FigureWords.percent(value))"
    }

    private static func text(_ value: Double) -> String { DisplayNumber.number(value * 100, places: 1) }

    private static func altText(_ years: [PeriodReturn]) -> String {
        let whole = years.filter { !$0.isPartial }
        var text =
            "Annual returns: \(years.count { $0.strategy > 0 }) of "
            + "\(FigureWords.count(years.count, "year", "years")) positive"
        if let best = whole.max(by: { $0.strategy < $1.strategy }),
            let worst = whole.min(by: { $0.strategy < $1.strategy }), whole.count > 1
        {
            text += ", best whole year \(FigureWords.percent(best.strategy)) in \(best.start.year)"
            text += ", worst \(FigureWords.percent(worst.strategy)) in \(worst.start.year)"
        }
        return text + "."
    }
}
