import Analytics
import Formatting
import Glibc
import Series
import TerminalOutput

/// Growth on a log scale against the benchmark, the drawdown beneath, and the dates of both.
struct CurveLines {
    let analysis: Analysis
    let terminal: Terminal

    /// Empty for a run of one observation.
    var lines: [TerminalLine] {
        guard analysis.growth.timestamps.count > 1 else { return [] }
        return legend + growth + [TerminalLine([terminal.piece("Drawdown", .muted)])] + drawdown + [dates]
    }

    private var benchmark: (name: String, series: TimeSeries)? {
        analysis.growth.benchmark.map { (analysis.run.benchmark?.name ?? "Benchmark", $0) }
    }

    /// On one line where both names have room.
    private var legend: [TerminalLine] {
        let own = analysis.growth.end.map(Self.multiple) ?? "n/a"
        let line = TerminalLine([
            terminal.piece("Growth of 1, log scale   ", .muted),
            terminal.piece("\(Analysis.strategyName) \(own)", .accent),
        ])
        guard let benchmark, let last = benchmark.series.values.last else { return [line] }
        let end = " " + Self.multiple(last)
        let name = TextWidth.cut(terminal.shown(benchmark.name), to: terminal.width - 3 - TextWidth.of(end))
        let other = terminal.piece(name + end, .benchmark)
        guard line.width + 3 + other.width > terminal.width else {
            return [line + TerminalLine([TerminalPiece("   "), other])]
        }
        return [line, TerminalLine([other])]
    }

    private var growth: [TerminalLine] {
        var curves: [TerminalPlot.Curve] = []
        if let benchmark { curves.append(Self.logarithms(benchmark.series, .benchmark)) }
        curves.append(Self.logarithms(analysis.growth.strategy, .accent))
        let plot = TerminalPlot(rows: 9, curves: curves, including: [0]) { value in
            Self.multiple(exp(value))
        }
        return plot.lines(on: terminal, naming: 0)
    }

    private var drawdown: [TerminalLine] {
        let series = analysis.drawdowns.series
        let curve = TerminalPlot.Curve(
            places: series.timestamps.map(\.fractionalDays), values: series.values, tone: .loss, isFilled: true)
        let plot = TerminalPlot(rows: 4, curves: [curve], including: [0]) { DisplayNumber.percent($0) }
        return plot.lines(on: terminal, naming: nil)
    }

    /// The first and the last date, and the years between that have room.
    private var dates: TerminalLine {
        let times = analysis.growth.timestamps
        guard let first = times.first, let last = times.last, last > first else { return TerminalLine() }
        let width = terminal.width - TerminalPlot.labelWidth
        var (text, end) = (terminal.shown(first.date.display), terminal.shown(last.date.display))
        if TextWidth.of(text) + TextWidth.of(end) + 2 > width { end = "" }
        for year in first.date.year + 1..<max(first.date.year + 1, last.date.year + 1) {
            guard let start = CalendarDate(year: year, month: 1, day: 1) else { continue }
            let share =
                (Timestamp(start).fractionalDays - first.fractionalDays)
                / (last.fractionalDays - first.fractionalDays)
            let place = Int(share * Double(width - 1))
            guard place >= text.count + 3, place + 4 + 3 <= width - end.count else { continue }
            text = TextWidth.padded(text, to: place) + String(year)
        }
        text = TextWidth.padded(text, to: width - end.count) + end
        return TerminalLine([TerminalPiece(String(repeating: " ", count: TerminalPlot.labelWidth) + text, .muted)])
    }

    /// Growth that has reached zero has no logarithm; it stands at the bottom.
    private static func logarithms(_ series: TimeSeries, _ tone: TerminalTone) -> TerminalPlot.Curve {
        let least = series.values.filter { $0 > 0 }.min() ?? 1
        return TerminalPlot.Curve(
            places: series.timestamps.map(\.fractionalDays),
            values: series.values.map { log(max($0, least)) }, tone: tone)
    }

    /// `5.94×`, as figures have it.
    private static func multiple(_ value: Double) -> String {
        DisplayNumber.multiple(value, places: value < 1000 ? 2 : 0)
    }
}
