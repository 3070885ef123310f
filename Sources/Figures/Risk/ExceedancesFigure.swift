import Analytics
import Charts
import Graphics
import Series

/// Returns against the value at risk that the window before each forecast; what fell below is marked.
enum ExceedancesFigure {
    static let definition = FigureDefinition(
        name: "var-exceedances", summary: "returns and the value at risk forecast for them, those below it marked"
    ) { (analysis) throws(Unavailable) -> Chart in
        let backtest = try analysis.valueAtRiskBacktest
        let time = FigureTime(analysis)
        let y = Axis(.linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 5, highPadding: 2)
        return Chart(
            title: "Returns and value at risk",
            subtitle: "%; VaR of the \(backtest.window) \(time.sessions) before; dots: below VaR 95, "
                + "dark ones below VaR 99",
            altText: altText(backtest, time), aspect: 0.34, x: time.axis,
            panels: [Panel(y: y, marks: marks(backtest, analysis.growth.dailyReturns))])
    }

    /// Returns from the run's beginning, since those before the first forecast are what it is made from.
    private static func marks(_ backtest: ValueAtRiskBacktest, _ returns: TimeSeries) -> [Mark] {
        let muted = Paint.role(.muted, opacity: 0.55)
        var marks: [Mark] = [
            .sticks(
                SticksMark(
                    "Return", key: "", x: returns.days, y: returns.values, above: muted, below: muted)
            ),
            .line(line("VaR 95", backtest.var95.days, backtest.var95.values, .role(.accent))),
        ]
        if !backtest.var99.isEmpty {
            marks.append(.line(line("VaR 99", backtest.var99.days, backtest.var99.values, .role(.ink))))
        }
        for level in [95, 99] {
            let failures = backtest.exceedances.filter { $0.level == level }
            guard !failures.isEmpty else { continue }
            marks.append(
                .dots(
                    DotsMark(
                        x: failures.map(\.timestamp.fractionalDays), y: failures.map(\.value),
                        paint: .role(.loss, opacity: level == 99 ? 1 : 0.6), radius: level == 99 ? 1.9 : 1.4)))
        }
        return marks
    }

    private static func line(_ name: String, _ x: [Double], _ y: [Double], _ paint: Paint) -> LineMark {
        LineMark(
            name, x: x, y: y, paint: paint, weight: .light,
            ending: EndLabel(name, value: y.last.map { FigureWords.percent($0) } ?? "", paint: paint))
    }

    private static func altText(_ backtest: ValueAtRiskBacktest, _ time: FigureTime) -> String {
        let tests = [(95, backtest.test95)] + (backtest.test99.map { [(99, $0)] } ?? [])
        let facts = tests.map { level, test in
            "\(test.failures) of \(test.count) were below VaR \(level), "
                + "\(FigureWords.percent(test.rate, places: 2)) where \(100 - level)\u{202F}% is right"
        }
        return "Returns \(time.span) and the value at risk forecast for them: " + facts.joined(separator: "; ") + "."
    }
}
