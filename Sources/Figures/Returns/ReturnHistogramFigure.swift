import Analytics
import Charts
import Glibc

/// How returns are distributed, against a normal curve, with value at risk marked.
enum ReturnHistogramFigure {
    static let definition = FigureDefinition(
        name: "return-histogram", summary: "histogram of returns with a normal curve and value at risk"
    ) { analysis in
        let section = analysis.distribution
        let histogram = section.histogram
        guard histogram.counts.contains(where: { $0 > 0 }), histogram.width > 0 else {
            return .failure(.noReturns)
        }
        guard section.deviation != 0 else { return .failure(.constant) }
        let total = histogram.counts.reduce(histogram.below + histogram.above, +)
        var marks = HistogramBars.marks(histogram) { FigureWords.percent($0, places: 2) }
        if let curve = normalCurve(section, total: Double(total)) {
            marks.append(.line(curve))
            marks.append(.text(TextMark(["normal, same mean and s.d.", "normal curve", "normal"])))
        }
        marks += [("VaR 95", section.var95), ("VaR 99", section.var99)].compactMap { valueAtRisk($0, $1) }
        let y = Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0)
        return .success(
            Chart(
                title: title(section.periodName),
                subtitle: "number of " + unit(section.periodName, analysis)
                    + HistogramBars.tails(histogram) { FigureWords.percent($0, places: 1) },
                altText: altText(section, total: total, analysis), aspect: 0.5,
                x: Axis(
                    .linear, format: .percent(decimals(histogram)),
                    including: [section.var99].compactMap { $0 } + (isNearZero(histogram) ? [0] : [])),
                panels: [Panel(y: y, marks: marks)]))
    }

    /// Zero belongs on the axis where bars are near it: within three times their breadth.
    private static func isNearZero(_ histogram: Histogram) -> Bool {
        let breadth = histogram.width * Double(histogram.counts.count)
        return histogram.start <= 3 * breadth && histogram.start + breadth >= -3 * breadth
    }

    /// Decimals of a percent that tell neighbouring bins apart, at least two.
    private static func decimals(_ histogram: Histogram) -> Int {
        min(6, max(2, Int((-log10(histogram.width * 100)).rounded(.up))))
    }

    private static func title(_ period: String) -> String {
        (period.first.map { $0.uppercased() + period.dropFirst() } ?? "Periodic") + " returns"
    }

    private static func unit(_ period: String, _ analysis: Analysis) -> String {
        switch period {
        case "daily": analysis.run.calendar.sessionsPerYear >= 365 ? "days" : "sessions"
        case "weekly": "weeks"
        case "monthly": "months"
        case "quarterly": "quarters"
        case "yearly": "years"
        default: "observations"
        }
    }

    private static func valueAtRisk(_ name: String, _ value: Double?) -> Mark? {
        value.map {
            let label = EndLabel(name, value: FigureWords.percent($0, places: 2), paint: .role(.loss))
            return .rule(RuleMark(.vertical, at: $0, label: label, paint: .role(.loss)))
        }
    }

    /// Expected counts per bin under a normal distribution with the same mean and deviation.
    private static func normalCurve(_ section: DistributionSection, total: Double) -> LineMark? {
        guard let mean = section.mean, let deviation = section.deviation, deviation > 0 else { return nil }
        let histogram = section.histogram
        let span = histogram.width * Double(histogram.counts.count)
        let x = (0...160).map { histogram.start + span * Double($0) / 160 }
        let peak = total * histogram.width / (deviation * (2 * Double.pi).squareRoot())
        let y = x.map { place in
            let distance = (place - mean) / deviation
            return peak * exp(-distance * distance / 2)
        }
        return LineMark("Normal", x: x, y: y, paint: .role(.ink, opacity: 0.75), dashes: [2.4, 1.8])
    }

    private static func altText(_ section: DistributionSection, total: Int, _ analysis: Analysis) -> String {
        var facts = ["\(title(section.periodName)) of \(total) \(unit(section.periodName, analysis))"]
        if let mean = section.mean, let deviation = section.deviation {
            facts.append(
                "mean \(FigureWords.percent(mean, places: 3)), standard deviation \(FigureWords.percent(deviation, places: 2))"
            )
        }
        if let var95 = section.var95, let var99 = section.var99 {
            facts.append(
                "value at risk \(FigureWords.percent(var95, places: 2)) at 95\u{202F}% and "
                    + "\(FigureWords.percent(var99, places: 2)) at 99\u{202F}%")
        }
        return facts.joined(separator: ", ") + "."
    }
}
