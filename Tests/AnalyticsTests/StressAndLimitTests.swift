import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

@testable import Analytics

/// Stress periods, regimes and limits on runs whose numbers are seen by eye.
@Suite struct StressAndLimitTests {
    private func date(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(day: 0) }

    /// Monday 2020-02-17 to Friday 2020-02-28, after a value of Friday the 14th.
    private func run(_ returns: [Double], benchmark: [Double]? = nil) -> RunModel.Run {
        RunBuilder.run(
            returns, timestamps: RunBuilder.weekdays(from: "2020-02-17", count: returns.count),
            baseline: Timestamp(date("2020-02-14")), benchmark: benchmark)
    }

    private let fortnight = [0.01, 0.02, -0.10, 0.05, -0.20, 0.10, 0, -0.05, 0.02, 0.01]

    @Test func `a period runs from the close of its first day to the close of its last`() throws {
        var run = run(fortnight, benchmark: fortnight.map { $0 / 2 })
        run.stressPeriods = [
            StressPeriod(name: "fall", start: date("2020-02-18"), end: date("2020-02-21")),
            StressPeriod(name: "weekend", start: date("2020-02-21"), end: date("2020-02-23")),
            StressPeriod(name: "before", start: date("2019-01-01"), end: date("2019-02-01")),
            StressPeriod(name: "begins before", start: date("2020-01-02"), end: date("2020-02-18")),
            StressPeriod(name: "ends after", start: date("2020-02-27"), end: date("2020-04-01")),
        ]
        let stress = try Analyzer.analyze(run).stress
        #expect(stress.episodes.map(\.period.name) == ["fall", "begins before", "ends after"] && stress.asked == 5)
        let fall = stress.episodes[0]
        #expect(agree(fall.value, 0.9 * 1.05 * 0.8 - 1) && agree(fall.benchmark, 0.95 * 1.025 * 0.9 - 1))
        #expect(agree(fall.drawdown, 0.9 * 1.05 * 0.8 - 1) && !fall.isPartial)
        #expect(fall.growth.count == 4 && fall.growth.timestamps[0].date == date("2020-02-18"))
        #expect(agree(stress.episodes[1].value, 1.01 * 1.02 - 1) && stress.episodes[1].isPartial)
        #expect(agree(stress.episodes[2].value, 0.01) && stress.episodes[2].isPartial)
        #expect(stress.worst?.period.name == "fall")
        let metrics = Analyzer.analyze(run).metrics
        #expect(metrics[named: "stress_periods"]?.value.number == 3)
        #expect(agree(metrics[named: "stress_worst_return"]?.value.number, fall.value))
        #expect(agree(metrics[named: "stress_worst_drawdown"]?.value.number, fall.drawdown))
    }

    @Test func `months see no fortnight, and a run without periods says so`() throws {
        let timestamps = (0..<40).map {
            Timestamp(CalendarDate(day: date("2018-01-31").monthStart.adding(months: $0 + 1).day - 1))
        }
        var slow = RunBuilder.run(
            RunBuilder.returns(seed: 1, count: 40), timestamps: timestamps,
            calendar: RunBuilder.calendar(.monthly, perYear: 12))
        slow.stressPeriods = [
            StressPeriod(name: "short", start: date("2020-02-19"), end: date("2020-03-23")),
            StressPeriod(name: "long", start: date("2019-01-31"), end: date("2019-12-31")),
        ]
        #expect(try Analyzer.analyze(slow).stress.episodes.map(\.period.name) == ["long"])
        #expect(throws: Unavailable.noStress) { try Analyzer.analyze(run(fortnight)).stress }
        #expect(!Analyzer.analyze(run(fortnight)).hasStress && Analyzer.analyze(slow).hasStress)
    }

    @Test func `labels are in force until the next, and spells, transitions and totals add up`() throws {
        var run = run(fortnight)
        run.regimes = .labels(
            RegimeLabels(
                file: "regimes.csv",
                timestamps: [date("2020-02-18"), date("2020-02-20"), date("2020-02-24"), date("2020-02-26")].map {
                    Timestamp($0)
                }, labels: ["bull", "bear", "bull", "bear"]))
        let section = try Analyzer.analyze(run).regimes
        // The first day has no label: bull 18, 19; bear 20, 21; bull 24, 25; bear 26, 27, 28.
        #expect(section.rows.map(\.name) == ["bull", "bear"] && section.rows.map(\.count) == [4, 5])
        #expect(section.rows.map(\.spells) == [2, 2] && section.rows.map(\.meanDuration) == [2, 2.5])
        #expect(agree(section.rows[0].total, 1.02 * 0.9 * 1.1 * 1 - 1))
        #expect(agree(section.rows[0].maxDrawdown, -0.1) && section.rows[0].worst == -0.1)
        #expect(section.rows[0].sharpe.reason == "fewer than 20 returns in the regime")
        let steps = Dictionary(
            section.transitions.map { ("\($0.from) \($0.to)", $0) }, uniquingKeysWith: { first, _ in first })
        #expect(steps.mapValues(\.count) == ["bull bull": 2, "bull bear": 2, "bear bull": 1, "bear bear": 3])
        #expect(agree(steps["bull bear"]?.probability, 0.5) && agree(steps["bear bear"]?.probability, 0.75))
        // Spells begun: bear 0.84 and bear 0.978: none earned; bull 1.1: earned.
        #expect(steps["bull bear"]?.profitable == 0 && steps["bear bull"]?.profitable == 1)
        #expect(steps["bull bull"]?.profitable == nil)
    }

    @Test func `thirds of volatility look at the days before alone, and hold a third of them each`() throws {
        let returns = (0..<600).map { (day: Int) -> Double in
            let size = 0.001 + Double(day) * 0.00002
            return day.isMultiple(of: 2) ? size : -size
        }
        var run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 600))
        run.regimes = .volatility
        let rows = try Analyzer.analyze(run).regimes.rows
        #expect(rows.map(\.name) == ["low volatility", "middle volatility", "high volatility"])
        #expect(rows.map(\.count) == [193, 193, 193] && rows.map(\.spells) == [1, 1, 1])
        #expect((rows[0].volatility.number ?? 9) < (rows[2].volatility.number ?? 0))
        run.regimes = nil
        #expect(throws: Unavailable.noRegimes) { try Analyzer.analyze(run).regimes }
    }

    @Test func `breaches have their dates, and a limit that is met exactly is kept`() throws {
        var run = run(fortnight)
        var limits = Limits(file: "limits.toml")
        (limits.dailyLoss, limits.weeklyLoss, limits.drawdown, limits.leverage) = (0.05, 0.02, 0.15, 2)
        run.limits = limits
        let section = try Analyzer.analyze(run).limits
        #expect(section.rows.map(\.kind) == [.drawdown, .leverage, .dailyLoss, .weeklyLoss])
        #expect(section.rows[1].largest.reason != nil && section.rows[1].breaches == 0)
        let daily = section.breaches.filter { $0.kind == .dailyLoss }
        // The loss of the 26th is exactly the limit.
        #expect(daily.map(\.start.date.iso) == ["2020-02-19", "2020-02-21"] && daily.map(\.largest) == [0.10, 0.20])
        let weekly = section.breaches.filter { $0.kind == .weeklyLoss }
        #expect(weekly.map(\.start.date.iso) == ["2020-02-17"])
        #expect(agree(weekly.first?.largest, 1 - 1.01 * 1.02 * 0.9 * 1.05 * 0.8))
        let fall = section.breaches.filter { $0.kind == .drawdown }
        #expect(fall.count == 1 && fall[0].start.date.iso == "2020-02-21" && fall[0].end.date.iso == "2020-02-28")
        #expect(agree(fall[0].largest, 1 - 0.9 * 1.05 * 0.8))
        let metrics = Analyzer.analyze(run).metrics
        #expect(metrics[named: "limit_breaches"]?.value.number == Double(section.breaches.count))
        #expect(section.breaches.map(\.start) == section.breaches.map(\.start).sorted())
        run.limits = nil
        #expect(Analyzer.analyze(run).metrics[named: "limit_breaches"]?.value.reason == "no limits are given")
    }

    @Test func `every edge has a value or a reason, never NaN`() throws {
        let shapes: [(String, [Double])] = [
            ("empty", []), ("one", [0.01]), ("two", [0.01, -0.02]), ("flat", [Double](repeating: 0, count: 400)),
            ("constant growth", [Double](repeating: 0.001, count: 400)),
            ("30 days", RunBuilder.returns(seed: 1, count: 22)),
            ("ruin", RunBuilder.returns(seed: 2, count: 300) + [-1] + [Double](repeating: 0, count: 20)),
            ("losses", [Double](repeating: -0.3, count: 300)),
            ("spikes", (0..<600).map { $0 % 97 == 0 ? 0.4 : 0 }),
        ]
        for (name, returns) in shapes {
            for hasBenchmark in [false, true] {
                var run = RunBuilder.run(
                    returns, timestamps: RunBuilder.weekdays(count: returns.count),
                    benchmark: hasBenchmark ? returns.map { $0 / 2 + 0.0001 } : nil, trades: hasBenchmark ? [] : nil)
                run.stressPeriods = [StressPeriod(name: "x", start: date("2015-01-05"), end: date("2015-03-05"))]
                run.regimes = .volatility
                run.limits = Limits(file: "x")
                run.limits?.drawdown = 0.1
                run.limits?.valueAtRisk = 0.01
                run.trials = 10
                if returns.count > 10 { run.outOfSampleStart = run.returns.timestamps[returns.count - 8].date }
                expectSound(Analyzer.analyze(run), "\(name), \(hasBenchmark)")
            }
        }
    }

    private func expectSound(_ analysis: Analysis, _ name: String) {
        for metric in analysis.metrics.metrics {
            if let number = metric.value.number { #expect(number.isFinite, "\(name): \(metric.declaration.key)") }
            if let reason = metric.value.reason { #expect(!reason.isEmpty, "\(name): \(metric.declaration.key)") }
        }
        for cone in [try? analysis.cone, try? analysis.outOfSampleCone].compactMap({ $0 }) {
            #expect(cone.quantiles.allSatisfy { $0.allSatisfy { $0.isFinite && $0 >= 0 } }, "\(name)")
        }
        for row in (try? analysis.stress)?.episodes ?? [] {
            #expect(row.value.isFinite && row.drawdown.isFinite, "\(name)")
        }
        for row in (try? analysis.regimes)?.rows ?? [] {
            #expect(row.total.isFinite && row.maxDrawdown.isFinite && row.share.isFinite, "\(name)")
        }
        for row in (try? analysis.limits)?.rows ?? [] { #expect(row.largest.number?.isFinite ?? true, "\(name)") }
        for row in (try? analysis.luck)?.rows ?? [] { #expect(row.withoutBest.number?.isFinite ?? true, "\(name)") }
    }
}
