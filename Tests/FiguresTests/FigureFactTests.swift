import Analytics
import Charts
import Graphics
import GraphicsTestSupport
import RunBuilders
import Series
import Testing

@testable import Figures

/// What figures take from an analysis.
@Suite struct FigureFactTests {
    private func chart(_ name: String, _ analysis: Analysis) throws -> Chart {
        try #require(FigureCatalog.ofRun.figure(named: name)).make(analysis).get()
    }

    private func reason(_ name: String, _ run: RandomWalk) throws -> String? {
        guard case .failure(let why) = try #require(FigureCatalog.ofRun.figure(named: name)).make(run.analysis()) else {
            return nil
        }
        return why.reason
    }

    private func scene(_ chart: Chart, _ width: Double = 540, _ height: Double = 250) -> Scene {
        chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer())
    }

    @Test func `the numbered bands are the worst drawdowns of the table, in its order`() throws {
        let analysis = RandomWalk(count: 1200).analysis()
        for name in ["equity", "equity-linear", "underwater", "drawdown-periods"] {
            let bands = try chart(name, analysis).bands
            #expect(bands.map(\.label) == ["1", "2", "3", "4", "5"])
            for (band, episode) in zip(bands, analysis.drawdowns.worst(5)) {
                #expect(band.start == episode.peak.fractionalDays && band.end == episode.end.fractionalDays)
            }
        }
    }

    @Test func `the deepest point is named with its depth and day`() throws {
        let analysis = RandomWalk(count: 1200).analysis()
        let worst = try #require(analysis.drawdowns.episodes.first)
        let words = "\(FigureWords.percent(worst.depth)) \(worst.valley.date.display)"
        #expect(scene(try chart("equity", analysis)).texts.contains { $0.words == words })
        #expect(try chart("underwater", analysis).altText.contains(FigureWords.percent(worst.depth)))
    }

    @Test func `lines end with their names and multiples`() throws {
        let analysis = RandomWalk(count: 1200).analysis()
        let words = scene(try chart("equity", analysis)).texts.map(\.words)
        let end = try #require(analysis.growth.strategy.values.last)
        let benchmark = try #require(analysis.growth.benchmark?.values.last)
        #expect(words.contains("Strategy " + FigureWords.multiple(end)))
        #expect(words.contains("S&P 500 " + FigureWords.multiple(benchmark)))
    }

    @Test func `the log figure has a logarithmic axis and the linear one has not`() throws {
        let analysis = RandomWalk(count: 300).analysis()
        let kinds = try ["equity", "equity-linear"].map { name in
            scene(try chart(name, analysis)).parts("panel").first?.attributes["y-kind"]
        }
        #expect(kinds == ["log", "linear"])
    }

    @Test func `months that were not observed have no cell, and incomplete years a star`() throws {
        let analysis = RandomWalk(count: 600, start: CalendarDate(iso: "2021-03-15") ?? CalendarDate(day: 0)).analysis()
        let chart = try chart("monthly-returns", analysis)
        guard case .cells(let cells)? = chart.panels.first?.marks.first else {
            Issue.record("no cells")
            return
        }
        #expect(cells.cells.count { $0.value != nil } == analysis.periods.months.count)
        #expect(!cells.cells.contains { $0.row == 0 && $0.x0 < 2 && $0.value != nil })
        let words = scene(chart).texts.map(\.words)
        #expect(words.contains("2021 *") && words.contains("2022") && words.contains("2023 *"))
        #expect(chart.subtitle.contains("* incomplete year"))
    }

    @Test func `the colours of the heatmap are symmetric around zero`() throws {
        let analysis = RandomWalk(count: 2520).analysis()
        guard case .cells(let cells)? = try chart("monthly-returns", analysis).panels.first?.marks.first else { return }
        let limit = MonthlyReturnsFigure.limit(analysis.periods.months)
        let values = cells.cells.compactMap(\.value)
        #expect(values == analysis.periods.months.map(\.strategy))
        for value in values {
            guard case .mix(.page, let role, let fraction) = cells.colors.paint(value) else {
                Issue.record("a cell's colour is not mixed with the page's")
                return
            }
            #expect(role == (value < 0 ? .loss : .gain))
            #expect(abs(fraction - min(abs(value) / limit, 1)) < 1e-12)
        }
    }

    @Test func `the height of the heatmap follows the number of years`() throws {
        let one = try chart("monthly-returns", RandomWalk(count: 100).analysis())
        let many = try chart("monthly-returns", RandomWalk(count: 8000).analysis())
        let rows = [one, many].map { chart in
            let words = scene(chart, 540, 540 * chart.aspect).texts.filter { ["2020", "2021"].contains($0.words) }
            return words.count > 1 ? words[1].box.y0 - words[0].box.y0 : 0
        }
        #expect(one.aspect < 0.1 && many.aspect > 0.6)
        #expect(rows[1] > 9 && rows[1] < 16)
    }

    @Test func `the histogram marks value at risk and has a tick at zero`() throws {
        let words = scene(try chart("return-histogram", RandomWalk(count: 1000).analysis())).texts.map(\.words)
        #expect(words.contains { $0.hasPrefix("VaR 95 −") } && words.contains { $0.hasPrefix("VaR 99 −") })
        #expect(words.contains { $0.hasPrefix("0") && $0.hasSuffix("%") })
        #expect(words.contains("normal, same mean and s.d."))
    }

    @Test func `bars of the histogram are coloured by sign`() throws {
        guard
            case .bars(let bars)? = try chart("return-histogram", RandomWalk(count: 1000).analysis()).panels.first?
                .marks
                .first
        else { return }
        for bar in bars.bars { #expect((bar.paint == .role(.loss, opacity: 0.88)) == (bar.x1 < 1e-9), "\(bar)") }
    }

    @Test func `rolling figures show both windows, and the mean of the longer`() throws {
        let words = scene(try chart("rolling-sharpe", RandomWalk(count: 900).analysis())).texts.map(\.words)
        #expect(words.contains { $0.hasPrefix("126 sessions ") })
        #expect(words.contains { $0.hasPrefix("252 sessions ") })
        #expect(words.contains { $0.hasPrefix("mean ") })
        let short = scene(try chart("rolling-sharpe", RandomWalk(count: 200).analysis())).texts.map(\.words)
        #expect(!short.contains { $0.hasPrefix("252 sessions ") })
    }

    @Test func `the stacked figure has a panel per statistic that the run has`() throws {
        #expect(try chart("rolling", RandomWalk(count: 900).analysis()).panels.count == 3)
        #expect(try chart("rolling-benchmark", RandomWalk(count: 900).analysis()).panels.count == 3)
        #expect(try reason("rolling-benchmark", RandomWalk(count: 900, benchmark: nil)) == "no benchmark")
    }

    @Test func `a figure that cannot be drawn says why`() throws {
        let trades = ["trade-pnl-histogram", "cumulative-trade-pnl", "trade-pnl-scatter", "symbol-pnl"]
        for name in trades {
            #expect(try reason(name, RandomWalk(trades: nil)) == "no trades recorded")
            #expect(try reason(name, RandomWalk(trades: 0)) == "no closed trade")
        }
        #expect(try reason("symbol-pnl", RandomWalk(hasSymbols: false)) == "the run does not name its symbols")
        #expect(try reason("rolling-beta", RandomWalk(count: 900, benchmark: nil)) == "no benchmark")
        #expect(try reason("rolling", RandomWalk(count: 90)) == "fewer than 126 sessions")
        #expect(try reason("rolling-sharpe", RandomWalk(count: 90)) == "fewer than 126 sessions")
        #expect(
            try reason("drawdown-periods", RandomWalk(count: 5, drift: 0.01, deviation: 0)) == "no drawdown")
        for name in ["equity", "underwater", "daily-returns", "monthly-returns", "annual-returns", "return-histogram"] {
            #expect(try reason(name, RandomWalk(count: 0)) != nil)
            #expect(try reason(name, RandomWalk(count: 30)) == nil)
        }
    }

    @Test func `every alternative text is one sentence with a number`() throws {
        let analysis = RandomWalk(count: 900).analysis(isSplit: true)
        for figure in FigureCatalog.ofRun where figure.name != "hour-returns" {
            let chart = try figure.make(analysis).get()
            #expect(chart.altText.hasSuffix(".") && chart.altText.contains(where: \.isNumber), "\(figure.name)")
            #expect(!chart.altText.contains("nan") && !chart.title.isEmpty && chart.aspect > 0)
        }
    }
}
