import Analytics
import DocumentModel
import Formatting
import Series

extension ReportTables {
    /// A fraction as percent, toned by its sign.
    func percent(_ value: Double?, places: Int = 1, toned: Bool = true) -> Table.Cell {
        guard let value else { return Table.Cell("n/a", tone: .muted) }
        let text = DisplayNumber.percentNumber(value, places: places)
        return Table.Cell(text, tone: toned ? .signed(text) : .plain, sortKey: value)
    }

    func percent(_ value: MetricValue?, places: Int = 1) -> Table.Cell {
        guard let value else { return Table.Cell("") }
        guard let number = value.number else { return Table.Cell("n/a", tone: .muted, help: value.reason ?? "") }
        return percent(number, places: places)
    }

    /// Heads a column: a name that would widen or wrap the column is given in the title band instead.
    var benchmarkName: String? {
        analysis.run.benchmark.map { $0.name.count <= 12 ? $0.name : "Benchmark" }
    }

    /// The same with a mark where its numbers are of another time than the run's.
    var markedBenchmarkName: String? { benchmarkName.map { benchmarkIsPartial ? $0 + Self.benchmarkMark : $0 } }

    func annualReturns() -> TableResult {
        guard !analysis.periods.years.isEmpty else { return .absent(.noReturns) }
        var columns = [Table.Column("Year", stretch: 1), Table.Column("Return %", .decimal)]
        if let benchmarkName {
            columns += [Table.Column("\(benchmarkName) %", .decimal), Table.Column("Difference %", .decimal)]
        }
        let rows = analysis.periods.years.map { year in
            var cells = [Table.Cell("\(year.start.year)" + (year.isPartial ? " *" : "")), percent(year.strategy)]
            if benchmarkName != nil {
                cells += [benchmarkCell(year), percent(year.comparableBenchmark.map { year.strategy - $0 })]
            }
            return Table.Row(cells)
        }
        let isMarked = analysis.periods.years.contains(where: \.isPartial)
        let notes = [isMarked ? "* The run covers a part of the year." : "", benchmarkNote(isMarkedBenchmark)]
        return .table(
            Table(
                name: "annual-returns", title: "Calendar years", columns: columns, rows: rows,
                footnote: notes.filter { !$0.isEmpty }.joined(separator: " ")))
    }

    private var isMarkedBenchmark: Bool { analysis.periods.years.contains(where: \.benchmarkIsPartial) }

    /// A year that the benchmark covers less of than the run is shown with a mark and not compared.
    private func benchmarkCell(_ year: PeriodReturn) -> Table.Cell {
        var cell = percent(year.benchmark)
        if year.benchmarkIsPartial { cell.text += Self.benchmarkMark }
        return cell
    }

    static let benchmarkMark = " †"

    /// The time that the benchmark covers, where that is not the run's; empty otherwise.
    func benchmarkNote(_ isMarked: Bool) -> String {
        guard isMarked, let benchmark = analysis.run.benchmark else { return "" }
        return "† The benchmark covers \(benchmark.firstDate.display) – \(benchmark.lastDate.display)."
    }

    /// Whether numbers of the benchmark are of another time than the run's.
    var benchmarkIsPartial: Bool { !analysis.run.benchmarkIsWhole }

    func trailingReturns() -> Table {
        var columns = [Table.Column("Window", stretch: 1), Table.Column("Return %", .decimal)]
        if let benchmarkName { columns.append(Table.Column("\(benchmarkName) %", .decimal)) }
        let rows = analysis.periods.trailing.map { window in
            var cells = [
                Table.Cell(window.label + (window.isAnnualised ? ", per year" : "")), percent(window.strategy),
            ]
            if benchmarkName != nil {
                var cell = percent(window.benchmark)
                // Every other window is of the run's time, or n/a.
                if window.key == .sinceInception, benchmarkIsPartial { cell.text += Self.benchmarkMark }
                cells.append(cell)
            }
            return Table.Row(cells)
        }
        return Table(
            name: "trailing-returns", title: "Trailing returns",
            subtitle: "to \(analysis.run.returns.stamps.last?.date.display ?? "the end")", columns: columns, rows: rows,
            footnote: benchmarkNote(benchmarkIsPartial))
    }

    func monthlyStatistics() -> Table {
        let keys: [MetricKey] = [
            .bestMonth, .worstMonth, .averageMonth, .averageUpMonth, .averageDownMonth, .monthlyWinRate,
            .bestYear, .worstYear, .annualWinRate, .consistencyScore,
        ]
        var columns = [Table.Column("Months and years", stretch: 1), Table.Column(Analysis.strategyName, .decimal)]
        if let name = markedBenchmarkName { columns.append(Table.Column(name, .decimal)) }
        let rows = keys.compactMap { analysis.metrics[$0] }.map { metric in
            var cells = [Table.Cell(metric.declaration.name), MetricText.cell(metric, currency: nil)]
            if benchmarkName != nil {
                let other = analysis.benchmarkMetrics?[metric.declaration.key]
                cells.append(MetricText.cell(other, currency: nil, tone: .muted))
            }
            return Table.Row(cells)
        }
        return Table(
            name: "monthly-statistics", title: "Months and years", columns: columns, rows: rows,
            footnote: benchmarkNote(benchmarkIsPartial))
    }

    func weekdays() -> TableResult {
        guard !analysis.periods.weekdays.isEmpty else { return .absent(.noDailyReturns) }
        let columns = [
            Table.Column("Weekday", stretch: 1), Table.Column("Days", .decimal), Table.Column("Mean %", .decimal),
            Table.Column("Positive %", .decimal),
        ]
        let rows = analysis.periods.weekdays.map { day in
            Table.Row([
                Table.Cell(day.label), Table.Cell(DisplayNumber.number(Double(day.observations), places: 0)),
                percent(day.mean, places: 3), percent(day.winRate),
            ])
        }
        return .table(Table(name: "weekdays", title: "By weekday", columns: columns, rows: rows))
    }

    func bestWorst() -> TableResult {
        let (best, worst) = (analysis.distribution.best, analysis.distribution.worst)
        guard !worst.isEmpty || !best.isEmpty else { return .absent(.noReturns) }
        let columns = [
            Table.Column("Best", stretch: 1), Table.Column("Return %", .decimal), Table.Column("Worst", stretch: 1),
            Table.Column("Return %", .decimal),
        ]
        let rows = (0..<max(best.count, worst.count)).map { index in
            Table.Row(cells(of: best, index) + cells(of: worst, index))
        }
        return .table(
            Table(
                name: "best-worst", title: "Best and worst", subtitle: "\(analysis.distribution.periodName) returns",
                columns: columns, rows: rows))
    }

    private func cells(of returns: [DatedReturn], _ index: Int) -> [Table.Cell] {
        guard index < returns.count else { return [Table.Cell(""), Table.Cell("")] }
        let stamp = returns[index].stamp
        let shown = stamp.millisecondsOfDay == 0 ? stamp.date.display : stamp.description
        return [Table.Cell(shown), percent(returns[index].value, places: 2)]
    }

    func rolling() -> TableResult {
        let known = analysis.rolling.filter { !$0.series.isEmpty }
        guard !known.isEmpty else { return .absent(.shorterThanWindows) }
        let columns = [
            Table.Column("Moving window", stretch: 1), Table.Column("Current", .decimal),
            Table.Column("Mean", .decimal), Table.Column("Lowest", .decimal), Table.Column("Highest", .decimal),
        ]
        let rows = known.map { series in
            Table.Row(
                [Table.Cell(series.label)]
                    + [series.current, series.mean, series.series.values.min(), series.series.values.max()].map {
                        Table.Cell(text(of: $0, series.statistic), sortKey: $0)
                    })
        }
        return .table(Table(name: "rolling", title: "Moving windows", columns: columns, rows: rows))
    }

    private func text(of value: Double?, _ statistic: RollingStatistic) -> String {
        guard let value else { return "n/a" }
        return statistic.unit == .fractionPerYear
            ? DisplayNumber.percent(value, places: statistic.places)
            : DisplayNumber.number(value, places: statistic.places)
    }
}
