import Analytics
import Charts
import Series

/// Leverage, number of holdings, concentration and cash over time, each in a panel.
enum HoldingsFigure {
    static let definition = FigureDefinition(
        name: "holdings", summary: "leverage, number of holdings, concentration and cash over time", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let (positions, details) = (try analysis.positions, try analysis.holdingDetails)
        guard details.timestamps.count > 1 else { throw .fewerThan(2, "observations") }
        guard details.gross.values.contains(where: { $0 > 0 }) else { throw .nothingHeld }
        var panels = [
            panel("Leverage", SeriesName.grossExposure, details.gross, .multiple(1)),
            panel("Holdings", SeriesName.holdings, positions.holdings, .count),
        ]
        if positions.holdings.values.contains(where: { $0 > 1 }) {
            panels.append(panel("Herfindahl", SeriesName.concentration, details.herfindahl, .number(2)))
        }
        if let cash = details.cash { panels.append(panel("Cash", SeriesName.cash, cash, .percent(0))) }
        return Chart(
            title: "Holdings",
            subtitle: "sum of positions over the account, their number"
                + (panels.count > 2 ? ", concentration and cash where recorded" : ""),
            altText: altText(analysis), aspect: 0.12 + 0.13 * Double(panels.count), x: FigureTime(analysis).axis,
            panels: panels)
    }

    private static func panel(_ name: String, _ key: String, _ series: TimeSeries, _ format: NumberFormat) -> Panel {
        let ending = EndLabel(
            name, value: series.values.last.map(format.text) ?? "", paint: .role(.accent), isStrong: true)
        let line = LineMark(
            name, key: key, x: series.days, y: series.values, paint: .role(.accent), ending: ending)
        let y = Axis(.linear, format: format, including: [0], baseline: 0, lowPadding: 2, highPadding: 2)
        return Panel(y: y, marks: [.line(line)])
    }

    private static func altText(_ analysis: Analysis) -> String {
        func value(_ key: MetricKey) -> String {
            analysis.metrics.number(key).map(FigureWords.ratio) ?? "n/a"
        }
        return "Holdings \(FigureTime(analysis).span): leverage \(value(.leverageMean)) on average and "
            + "\(value(.leverageMax)) at most, \(value(.holdingsMean)) positions on average, concentration "
            + "\(value(.herfindahlMean))."
    }
}

/// What the account held over time: weights of symbols or sectors on each other.
enum AllocationFigure {
    static let symbols = FigureDefinition(
        name: "allocation", summary: "weights of the largest holdings over time, stacked"
    ) { analysis throws(Unavailable) in
        try chart(analysis, try analysis.holdingDetails.symbols, "Allocation", "symbol", none: .nothingHeld)
    }

    static let sectors = FigureDefinition(
        name: "sector-allocation", summary: "weights of sectors over time, stacked"
    ) { analysis throws(Unavailable) in
        try chart(analysis, try analysis.holdingDetails.sectors, "Allocation by sector", "sector", none: .noSectors)
    }

    private static func chart(
        _ analysis: Analysis, _ shares: [HoldingDetails.Share], _ title: String, _ noun: String, none: Unavailable
    ) throws(Unavailable) -> Chart {
        guard !shares.isEmpty else { throw none }
        let timestamps = try analysis.holdingDetails.timestamps
        guard timestamps.count > 1 else { throw .fewerThan(2, "observations") }
        let stack = Marks.stack(
            x: timestamps.map(\.fractionalDays), shares.map { StackedSeries($0.name, values: $0.weights) })
        let y = Axis(.linear, format: .percent(0), including: [0], baseline: 0, lowPadding: 2, highPadding: 2)
        let words = shares.prefix(3).map { share in
            let mean = share.weights.reduce(0, +) / Double(share.weights.count)
            return "\(share.name) \(FigureWords.percent(mean))"
        }
        return Chart(
            title: title, subtitle: "% of the account's value; short below zero",
            altText:
                "Weights of \(FigureWords.count(shares.count, noun, noun + "s")) \(FigureTime(analysis).span); on average "
                + words.joined(separator: ", ") + ".",
            aspect: 0.34, key: stack.key, x: FigureTime(analysis).axis, panels: [Panel(y: y, marks: stack.marks)])
    }
}

/// How much was traded in each month.
enum TurnoverFigure {
    static let definition = FigureDefinition(
        name: "turnover", summary: "value bought and sold in each month over the account's", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let months = try analysis.tradedByMonth()
        guard months.contains(where: { $0.traded > 0 }) else { throw .noTrade }
        let bars = months.filter { $0.traded > 0 }.map { month in
            let (start, end) = (Double(month.start.day), Double(month.start.adding(months: 1).day))
            return BarsMark.Bar(
                x0: start, x1: end, y1: month.turnover, paint: .role(.accent, opacity: 0.88),
                title: "\(month.start.iso.prefix(7)): \(FigureWords.percent(month.turnover, places: 0))")
        }
        let mean = months.reduce(0) { $0 + $1.turnover } / Double(months.count)
        let label = EndLabel("Mean", value: FigureWords.percent(mean, places: 0), paint: .role(.ink))
        let y = Axis(.linear, format: .percent(0), including: [0], isNice: true, baseline: 0)
        return Chart(
            title: "Turnover", subtitle: "bought and sold in a month, % of the account's mean value",
            altText: "Value bought and sold by month \(FigureTime(analysis).span): "
                + "\(FigureWords.percent(mean, places: 0)) of the account's value on average, at most "
                + "\(FigureWords.percent(months.map(\.turnover).max() ?? 0, places: 0)).",
            aspect: 0.3, x: FigureTime(analysis).axis,
            panels: [
                Panel(
                    y: y,
                    marks: [
                        .bars(BarsMark(bars)), .rule(RuleMark(.horizontal, at: mean, label: label, paint: .role(.ink))),
                    ])
            ])
    }
}
