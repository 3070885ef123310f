import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

@testable import Analytics

/// Metrics that users write are metrics like the shipped ones, and tell their mistakes with the place.
@Suite struct OwnMetricTests {
    private func own(_ texts: String...) throws(OwnMetricError) -> OwnMetrics {
        var metrics: [OwnMetric] = []
        for text in texts { metrics.append(try OwnMetric(text: text, origin: "--metric")) }
        return try OwnMetrics(metrics)
    }

    private func problem(_ texts: String...) -> String {
        do {
            var metrics: [OwnMetric] = []
            for text in texts { metrics.append(try OwnMetric(text: text, origin: "--metric")) }
            _ = try OwnMetrics(metrics)
            return "none"
        } catch { return error.message }
    }

    private func analysis(_ own: OwnMetrics, benchmark: Bool = false) -> Analysis {
        let walk = RandomWalk(count: 600, benchmark: benchmark ? "Market" : nil).run()
        return Analyzer.analyze(walk, conventions: Conventions.standard.with { $0.ownMetrics = own })
    }

    @Test func `the number is that of the expression, whichever metric is written first`() throws {
        let analysis = analysis(try own("b = 2 * a + 1", "a = cagr / abs(max_drawdown)"))
        let (cagr, fall) = (analysis.metrics.number(.cagr), analysis.metrics.number(.maxDrawdown))
        let expected = try #require(cagr) / abs(try #require(fall))
        #expect(analysis.metrics[named: "a"]?.value == .number(expected))
        #expect(analysis.metrics[named: "b"]?.value == .number(2 * expected + 1))
        #expect(analysis.metrics.keys.suffix(2).map(\.rawValue) == ["b", "a"])
    }

    @Test func `what is n/a in it makes it n/a with the reason, unless a default stands in`() throws {
        let analysis = analysis(
            try own("a = sharpe + deflated_sharpe", "b = default(deflated_sharpe, 7)", "c = 1 / (sharpe - sharpe)"))
        let a = analysis.metrics[named: "a"]?.value.unavailable
        #expect(a?.code == "operand_not_available")
        #expect(a?.reason == "deflated_sharpe is n/a: number of trials not given")
        #expect(analysis.metrics[named: "b"]?.value == .number(7))
        #expect(analysis.metrics[named: "c"]?.value.unavailable == Unavailable("no_result", "division by zero"))
    }

    @Test func `unit, decimals and direction stand in brackets in any order`() throws {
        let metric = try OwnMetric(text: " up_more [ 1,higher , percent ] = best_day ", origin: "x")
        #expect(metric.key == "up_more" && metric.expression == "best_day")
        #expect(metric.unit == .fraction && metric.places == 1 && metric.better == .higher)
        let analysis = analysis(try OwnMetrics([metric]))
        let declared = try #require(analysis.metrics[named: "up_more"]?.declaration)
        #expect(declared.name == "Up more" && declared.group == .own && declared.formula == "best_day")
    }

    @Test func `the benchmark has what is made of metrics that it has`() throws {
        let analysis = analysis(try own("a = sharpe * 2", "b = a + trades.count"), benchmark: true)
        let set = try #require(analysis.benchmarkMetrics)
        #expect(set[named: "a"]?.value.number == set.number(.sharpe).map { $0 * 2 })
        #expect(set[named: "b"] == nil && analysis.metrics[named: "b"] != nil)
    }

    @Test func `choices of its operands decide it, and follow the profile`() throws {
        let own = try own("a = sortino")
        let conventions = try #require(Conventions.named("quantstats")).with { $0.ownMetrics = own }
        let key = try #require(MetricKey("a", under: conventions))
        #expect(
            MetricCatalog.choices(of: key, under: conventions).map(\.name)
                == MetricCatalog.choices(of: .sortino).map(\.name))
        let analysis = Analyzer.analyze(RandomWalk(count: 400).run(), conventions: conventions)
        #expect(analysis.metrics[named: "a"]?.value == analysis.metrics[.sortino]?.value)
    }

    @Test func `mistakes say where`() {
        #expect(
            problem("a = 2 * b", "b = sharpe + c", "c = a") == """
                --metric: column 1: the metric needs itself: a → b → c → a
                  a
                  ^
                """)
        #expect(
            problem("a = 1 + sharp") == """
                --metric: column 5: unknown name 'sharp'; did you mean 'sharpe'?
                  1 + sharp
                      ^^^^^
                """)
        #expect(problem("sharpe = 1") == "--metric: 'sharpe' is a shipped metric; choose another name")
        #expect(problem("a = 1", "a = 2").hasPrefix("--metric: 'a' is there already"))
        #expect(problem("min = 1").contains("has a meaning in expressions"))
        #expect(problem("A b = 1").contains("is no name of a metric"))
        #expect(problem("a = sharpe > 1").contains("yes or no"))
        #expect(problem("a = score_rating").contains("a word"))
        #expect(problem("a [13] = 1").contains("0 to 12"))
        #expect(problem("a [percnt] = 1").contains("did you mean 'percent'?"))
        #expect(problem("a").contains("write name = expression"))
    }

    /// Random texts never trap, whatever they are.
    @Test func `any text is read or refused`() {
        var seeds = SeededNumbers(seed: 5)
        let parts = ["a", "b", "=", "[", "]", ",", "1", "%", "sharpe", "(", ")", "/", "é", " ", "\n", "<", "min("]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...12, using: &seeds)).map { _ in parts.randomElement(using: &seeds) ?? "" }
            _ = problem(text.joined())
        }
    }
}
