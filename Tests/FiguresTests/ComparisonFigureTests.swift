import Charts
import Comparison
import Graphics
import GraphicsTestSupport
import RunModel
import Series
import TestSupport
import Testing

@testable import Figures

/// Figures of several runs, from two to twelve, with names of every kind.
@Suite struct ComparisonFigureTests {
    private static let names = [
        "Trend", "Trend following on futures with volatility targets and stops", "日本株モメンタム戦略", "<b>", "e", "f", "g",
        "h",
        "i", "j", "k", "l",
    ]

    private static func comparison(_ count: Int) throws -> Comparison {
        try Comparer.compare((0..<count).map(run), options: ComparisonOptions(resamples: 100))
    }

    private static func run(_ index: Int) -> RunModel.Run {
        var numbers = SeededNumbers(seed: UInt64(index + 1))
        let first = CalendarDate(iso: "2018-01-01")?.day ?? 0
        let timestamps = (0..<600).map { Timestamp(CalendarDate(day: first + $0)) }
        var level = 100.0
        let levels = timestamps.map { _ in
            level *= 1 + 0.0004 * Double(index - 4) + 0.01 * numbers.normal()
            return level
        }
        let returns = zip(levels, levels.dropFirst()).map { $1 / $0 - 1 }
        let calendar = TradingCalendar(
            name: "24x7", cadence: .daily, sessionsPerYear: 365, periodsPerSession: 1, periodsPerYear: 365,
            isInferred: true, reason: "stated by the test")
        return RunModel.Run(
            identity: RunIdentity(
                id: "r\(index)", strategy: .given(names[index]), version: .absent, engine: "test", created: .absent,
                parameters: []),
            equity: TimeSeries(timestamps: timestamps, values: levels), equityIsDerived: false, baselineIsAdded: false,
            returns: TimeSeries(timestamps: Array(timestamps.dropFirst()), values: returns), calendar: calendar,
            currency: .given("USD"), initialCapital: .given(100), timeZone: .absent, benchmark: nil,
            riskFree: .annual(0), trades: nil, positions: nil, costs: CostModel(), trials: nil, outOfSampleStart: nil,
            provenance: Provenance(format: "test", recognisedBy: "test", files: [], notes: []), findings: [])
    }

    @Test(arguments: [2, 3, 7, 12])
    func `no text leaves the scene or lies on another`(count: Int) throws {
        let comparison = try Self.comparison(count)
        for figure in FigureCatalog.ofComparison {
            guard case .success(let chart) = figure.make(comparison) else { continue }
            for (width, height) in [(540.0, 540 * chart.aspect), (252, 252 * max(chart.aspect, 0.3)), (900, 420)] {
                let scene = chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer())
                #expect(scene.collisions == [], "\(figure.name) of \(count) at \(width)×\(height)")
            }
            #expect(chart.altText.hasSuffix(".") && chart.altText.contains(where: \.isNumber), "\(figure.name)")
        }
    }

    @Test func `names are unique and found, and what cannot be drawn says why`() throws {
        let names = FigureCatalog.ofComparison.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(FigureCatalog.ofComparison.figure(named: name)?.name == name) }
        let three = try Self.comparison(3)
        func reason(_ name: String) -> String? {
            guard case .failure(let cause)? = FigureCatalog.ofComparison.figure(named: name)?.make(three) else {
                return nil
            }
            return cause.reason
        }
        #expect(reason("sharpe-difference") == "the test is for two runs")
        #expect(reason("win-rate-profit-factor") == "no run records trades")
    }

    @Test func `a run has its colour in every figure, and those beyond six share one`() throws {
        let comparison = try Self.comparison(8)
        #expect(comparison.members.map(\.role).suffix(2) == [.other, .other])
        #expect(Set(comparison.members.prefix(6).map(\.role)).count == 6)
    }

    @Test func `growth ends where the metrics say`() throws {
        let comparison = try Self.comparison(2)
        let growth = try #require(FigureCatalog.ofComparison.figure(named: "growth")).make(comparison).get()
        let lines = growth.panels[0].marks.compactMap { mark -> LineMark? in
            if case .line(let line) = mark { line } else { nil }
        }
        #expect(lines.map(\.label) == comparison.members.reversed().map(\.name))
        for (line, member) in zip(lines, comparison.members.reversed()) {
            let expected = 1 + (member.common.metrics.number(.totalReturn) ?? 0)
            #expect(abs((line.y.last ?? 0) - expected) < 1e-12)
        }
    }
}
