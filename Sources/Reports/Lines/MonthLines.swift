import Analytics
import Formatting
import Series
import TerminalOutput

/// Years by months with the year's return, and the benchmark's where there is room; years alone on a narrow terminal.
struct MonthLines {
    let analysis: Analysis
    let terminal: Terminal

    private static let labelWidth = 6
    /// More years than this are left to the report.
    private static let mostYears = 20

    private var years: [PeriodReturn] { Array(analysis.periods.years.suffix(Self.mostYears)) }
    /// Of the room behind years and their returns, a twelfth.
    private var cellWidth: Int {
        let width = (terminal.width - Self.labelWidth - 8) / 12
        return width < 4 ? 0 : min(width, 7)
    }
    private var benchmarkName: String? {
        guard analysis.growth.benchmark != nil else { return nil }
        let room = terminal.width - Self.labelWidth - 12 * cellWidth - 8
        let name = terminal.shown(analysis.run.benchmark?.name ?? "Benchmark")
        return room < 8 ? nil : TextWidth.cut(name, to: min(room - 2, 24))
    }

    /// Empty for a run without a month.
    var lines: [TerminalLine] {
        guard !years.isEmpty, !analysis.periods.months.isEmpty else { return [] }
        return [title, head] + years.map(line)
    }

    private var title: TerminalLine {
        let left = analysis.periods.years.count - years.count
        let isPartial = years.contains(where: \.isPartial) ? "; * incomplete year" : ""
        let rest = left > 0 ? "; \(left) earlier years are not shown" : ""
        let head = terminal.piece(cellWidth > 0 ? "Monthly returns" : "Annual returns", .strong)
        let detail = TextWidth.cut("  %, compounded\(isPartial)\(rest)", to: terminal.width - head.width)
        return TerminalLine([head, terminal.piece(detail, .muted)])
    }

    private var head: TerminalLine {
        var text = String(repeating: " ", count: Self.labelWidth)
        if cellWidth > 0 {
            for name in CalendarDate.monthNames { text += TextWidth.padded(name, to: cellWidth, atEnd: true) }
        }
        text += TextWidth.padded("Year", to: 8, atEnd: true)
        if let benchmarkName {
            text += TextWidth.padded(benchmarkName, to: max(8, benchmarkName.count + 2), atEnd: true)
        }
        return TerminalLine([terminal.piece(text, .muted)])
    }

    private func line(_ year: PeriodReturn) -> TerminalLine {
        let name = String(year.start.year) + (year.isPartial ? "*" : "")
        var pieces = [terminal.piece(TextWidth.padded(name, to: Self.labelWidth), .muted)]
        if cellWidth > 0 { pieces += (1...12).map { cell(year.start.year, $0) } }
        pieces.append(TerminalPiece(number(year.strategy, 8), .strong))
        if let benchmarkName {
            let text = year.comparableBenchmark.map { number($0, 0) } ?? ""
            let padded = TextWidth.padded(text, to: max(8, benchmarkName.count + 2), atEnd: true)
            pieces.append(TerminalPiece(padded, .benchmark))
        }
        return TerminalLine(pieces)
    }

    private func cell(_ year: Int, _ month: Int) -> TerminalPiece {
        let found = analysis.periods.months.first { period in
            let parts = period.start.components
            return parts.year == year && parts.month == month
        }
        guard let found else { return TerminalPiece(String(repeating: " ", count: cellWidth)) }
        return TerminalPiece(number(found.strategy, cellWidth), .heat(found.strategy / limit))
    }

    /// One decimal where it leaves a blank before it, else none.
    private func number(_ value: Double, _ width: Int) -> String {
        let texts = [1, 0].map { terminal.shown(DisplayNumber.percentNumber(value, places: $0)) }
        let fitting = texts.first { width == 0 || TextWidth.of($0) < width } ?? texts[1]
        return TextWidth.padded(fitting, to: width, atEnd: true)
    }

    /// Full colour at the 98th percentile of sizes, as in the figure.
    private var limit: Double {
        let sizes = analysis.periods.months.map(\.strategy.magnitude).filter(\.isFinite).sorted()
        guard !sizes.isEmpty else { return 1 }
        return max(sizes[min(sizes.count - 1, sizes.count * 98 / 100)], 1e-6)
    }
}
