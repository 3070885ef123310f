import Analytics
import RunModel
import Series
import Testing

@testable import Comparison

@Suite struct ComparisonTests {
    private func runs(_ count: Int, days: Int = 400) -> [RunModel.Run] {
        (0..<count).map { index in
            ComparedRuns.daily("run\(index)", ComparedRuns.returns(seed: UInt64(index + 1), count: days))
        }
    }

    @Test func `metrics over the common span are those of a run that has only that span`() throws {
        let long = ComparedRuns.daily("long", ComparedRuns.returns(seed: 1, count: 800), from: "2018-01-02")
        let short = ComparedRuns.daily("short", ComparedRuns.returns(seed: 2, count: 300), from: "2019-01-02")
        let comparison = try Comparer.compare([long, short])
        let first = try #require(long.equity.timestamps.firstIndex(of: short.equity.timestamps[0]))
        let cut = ComparedRuns.run(
            "long", timestamps: Array(long.equity.timestamps[first...(first + 300)]),
            levels: Array(long.equity.values[first...(first + 300)]))
        let alone = Analyzer.analyze(cut)
        for (ours, theirs) in zip(comparison.members[0].common.metrics.metrics, alone.metrics.metrics) {
            #expect(ours.value == theirs.value, "\(ours.declaration.key)")
        }
        #expect(comparison.members.map(\.isLonger) == [true, false])
        #expect(
            comparison.members[0].whole.metrics.number(.totalReturn)
                == Analyzer.analyze(long).metrics.number(.totalReturn))
    }

    @Test func `the best value of a metric follows its direction`() throws {
        let comparison = try Comparer.compare(runs(4))
        for metric in comparison.metrics {
            let numbers = metric.metrics.map(\.value.number)
            let known = numbers.compactMap { $0 }
            switch metric.declaration.better {
            case .neither: #expect(metric.best.isEmpty)
            case .higher: #expect(metric.best.allSatisfy { numbers[$0] == known.max() }, "\(metric.declaration.key)")
            case .lower: #expect(metric.best.allSatisfy { numbers[$0] == known.min() }, "\(metric.declaration.key)")
            }
        }
        let sharpe = try #require(comparison.metrics.first { $0.declaration.key == .sharpe })
        #expect(sharpe.best.count == 1)
    }

    @Test func `nothing is best where all are equal or amounts are in two currencies`() throws {
        let returns = ComparedRuns.returns(seed: 1, count: 300)
        let same = try Comparer.compare([ComparedRuns.daily("a", returns), ComparedRuns.daily("b", returns)])
        #expect(same.metrics.allSatisfy { $0.best.isEmpty })
        #expect(same.findings.contains { $0.code == "same_returns" && $0.severity == .warning })
        let mixed = try Comparer.compare(
            [
                ComparedRuns.daily("a", returns),
                ComparedRuns.daily("b", ComparedRuns.returns(seed: 2, count: 300), currency: "EUR"),
            ])
        #expect(mixed.metrics.allSatisfy { $0.declaration.unit != .money || $0.best.isEmpty })
        #expect(
            mixed.findings.first?.message.hasPrefix("the runs are in different currencies (USD: a; EUR: b)") == true)
    }

    @Test func `correlations are symmetric, one with oneself, and reach their ends`() throws {
        let returns = ComparedRuns.returns(seed: 1, count: 300)
        let all = [returns, returns.map { -$0 }, returns.map { 0.5 * $0 }, ComparedRuns.returns(seed: 2, count: 300)]
        let comparison = try Comparer.compare(
            all.enumerated().map { ComparedRuns.daily("\($0)", $1) })
        let matrix = comparison.correlations
        for row in 0..<4 {
            #expect(matrix[row, row] == .success(1))
            for column in 0..<4 { #expect(matrix[row, column] == matrix[column, row]) }
        }
        let first = try (1...3).map { try matrix[0, $0].get() }
        #expect(agree(first[0], -1) && agree(first[1], 1) && abs(first[2]) < 0.2)
    }

    @Test func `a run that does not vary correlates with nothing`() throws {
        let flat = ComparedRuns.daily("flat", [Double](repeating: 0.001, count: 100))
        let comparison = try Comparer.compare([
            flat, ComparedRuns.daily("b", ComparedRuns.returns(seed: 2, count: 100)),
        ])
        #expect(comparison.correlations[0, 1] == .failure(.noVariation))
        #expect(comparison.correlations[0, 0] == .failure(.noVariation))
        #expect(comparison.correlations[1, 1] == .success(1))
    }

    @Test func `calendar years stand side by side and compound to the total return`() throws {
        let comparison = try Comparer.compare(runs(3, days: 900))
        #expect(comparison.years.map(\.start.year) == [2019, 2020, 2021, 2022])
        #expect(comparison.years.map(\.isPartial) == [true, false, false, true])
        for member in comparison.members {
            let growth = comparison.years.reduce(1.0) { $0 * (1 + ($1.returns[member.index]?.strategy ?? 0)) }
            #expect(agree(growth - 1, member.common.metrics.number(.totalReturn) ?? 0))
        }
    }

    @Test func `ids and names are unique`() throws {
        let returns = (0..<5).map { ComparedRuns.returns(seed: UInt64($0 + 1), count: 60) }
        let comparison = try Comparer.compare([
            ComparedRuns.daily("goog", returns[0], strategy: "Trend"),
            ComparedRuns.daily("goog", returns[1], strategy: "Trend"),
            ComparedRuns.daily("goog-2", returns[2], strategy: "Carry"),
            ComparedRuns.daily("fx", returns[3]), ComparedRuns.daily("fx", returns[4]),
        ])
        #expect(comparison.members.map(\.id) == ["goog", "goog-3", "goog-2", "fx", "fx-2"])
        #expect(
            comparison.members.map(\.name) == ["Trend · goog", "Trend · goog-3", "Carry", "fx", "fx-2"])
        #expect(
            comparison.findings.contains {
                $0.code == "same_ids" && $0.fact.hasSuffix("here goog is goog-3, fx is fx-2")
            })
    }

    @Test func `what the runs do not have in common is found`() throws {
        let daily = ComparedRuns.daily("d", ComparedRuns.returns(seed: 1, count: 900), from: "2018-01-02")
        let months = (0..<24).map { Timestamp(CalendarDate(iso: "2018-01-31")!.monthStart.adding(months: $0 + 1)) }
        let monthly = ComparedRuns.run(
            "m", timestamps: months, levels: ComparedRuns.levels(ComparedRuns.returns(seed: 2, count: 23)),
            calendar: ComparedRuns.monthly, riskFree: .annual(0.02))
        let codes = try Comparer.compare([daily, monthly]).findings.map(\.code)
        #expect(codes.contains("different_frequencies") && codes.contains("different_risk_free"))
        #expect(codes.contains("few_common_returns") && codes.contains("different_calendars"))
        #expect(try Comparer.compare(runs(2)).findings == [])
    }

    @Test func `a run of which little is compared is named`() throws {
        let long = ComparedRuns.daily("long", ComparedRuns.returns(seed: 1, count: 900), from: "2018-01-02")
        let short = ComparedRuns.daily("short", ComparedRuns.returns(seed: 2, count: 200), from: "2019-01-02")
        let finding = try Comparer.compare([long, short]).findings.first { $0.code == "short_share" }
        #expect(finding?.fact.hasPrefix("of long, which is from 2018-01-02 to 2021-06-15, less than half") == true)
    }
}
