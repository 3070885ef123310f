import Analytics
import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import Comparison

/// The significance of two runs against numpy and scipy, and where its value is known beforehand.
@Suite struct SharpeDifferenceTests {
    private static func result(
        _ first: RunModel.Run, _ second: RunModel.Run, _ options: ComparisonOptions = ComparisonOptions(resamples: 200)
    ) throws -> Result<SharpeDifference, Unavailable> {
        try Comparer.compare([first, second], options: options).sharpeDifference
    }

    private func reason(_ result: Result<SharpeDifference, Unavailable>) -> String? {
        if case .failure(let cause) = result { cause.code } else { nil }
    }

    @Test(arguments: 0...1)
    func `formula and bootstrap agree with numpy and scipy`(index: Int) throws {
        let reference = try Reference.recorded()
        let expected = reference.cases[index]
        for draw in expected.bootstrap {
            let options = ComparisonOptions(seed: draw.seed, blockLength: draw.block, resamples: draw.resamples)
            let runs = reference.columns.map { name, returns in
                ComparedRuns.daily(name, returns, riskFree: .annual(expected.riskFree))
            }
            let test = try Self.result(runs[0], runs[1], options).get()
            #expect(agree(test.first, expected.first) && agree(test.second, expected.second))
            #expect(agree(test.correlation, expected.correlation) && agree(test.statistic, expected.statistic))
            #expect(agree(test.jobsonKorkie.standardError, expected.standardError))
            #expect(agree(test.jobsonKorkie.probability, expected.probability))
            let drawn = try test.bootstrap.get()
            #expect(drawn.differences.count == draw.resamples && agree(drawn.test.probability, draw.probability))
            #expect(agree(drawn.test.standardError, draw.standardError, within: 1e-9))
            #expect(agree(drawn.test.low, draw.low, within: 1e-9) && agree(drawn.test.high, draw.high, within: 1e-9))
            #expect(agree(drawn.differences.first, draw.smallest, within: 1e-9))
            #expect(agree(drawn.differences.last, draw.largest, within: 1e-9))
        }
    }

    @Test func `the interval of the formula is 1_96 errors to either side`() throws {
        let columns = try Reference.recorded().columns
        let test = try Self.result(
            ComparedRuns.daily("a", columns[0].returns), ComparedRuns.daily("b", columns[1].returns)
        ).get()
        #expect(agree(test.jobsonKorkie.high - test.difference, 1.959963984540054 * test.jobsonKorkie.standardError))
        #expect(agree(test.difference - test.jobsonKorkie.low, 1.959963984540054 * test.jobsonKorkie.standardError))
    }

    @Test func `exchanging the runs turns the difference and leaves the probability`() throws {
        let runs = (1...2).map { ComparedRuns.daily("\($0)", ComparedRuns.returns(seed: $0, count: 400)) }
        let (one, other) = (try Self.result(runs[0], runs[1]).get(), try Self.result(runs[1], runs[0]).get())
        #expect(agree(one.difference, -other.difference) && agree(one.statistic, -other.statistic))
        #expect(agree(one.jobsonKorkie.probability, other.jobsonKorkie.probability))
        let drawn = try [one, other].map { try $0.bootstrap.get().test.probability }
        #expect(drawn[0] == drawn[1])
    }

    @Test func `leverage without a risk-free rate changes nothing`() throws {
        let (first, second) = (ComparedRuns.returns(seed: 1, count: 300), ComparedRuns.returns(seed: 2, count: 300))
        let plain = try Self.result(ComparedRuns.daily("a", first), ComparedRuns.daily("b", second)).get()
        let levered = try Self.result(
            ComparedRuns.daily("a", first.map { 2 * $0 }), ComparedRuns.daily("b", second)
        ).get()
        #expect(agree(plain.statistic, levered.statistic, within: 1e-8))
        let low = try [plain, levered].map { try $0.bootstrap.get().test.low }
        #expect(agree(low[0], low[1], within: 1e-8))
    }

    @Test func `one block as long as the series only turns it round, and leaves no error`() throws {
        let runs = (1...2).map { ComparedRuns.daily("\($0)", ComparedRuns.returns(seed: $0, count: 200)) }
        let test = try Self.result(runs[0], runs[1], ComparisonOptions(blockLength: 10_000, resamples: 50)).get()
        let drawn = try test.bootstrap.get()
        #expect(drawn.blockLength == 200 && drawn.test.standardError < 1e-9)
        #expect(drawn.differences.allSatisfy { agree($0, test.difference, within: 1e-9) })
        #expect(drawn.test.probability == 1.0 / 51)
    }

    @Test func `the same seed gives the same numbers, another seed others, and blocks are the cube root long`() throws {
        let runs = (1...2).map { ComparedRuns.daily("\($0)", ComparedRuns.returns(seed: $0, count: 500)) }
        let first = try Self.result(runs[0], runs[1], ComparisonOptions(seed: 5, resamples: 100)).get()
        let again = try Self.result(runs[0], runs[1], ComparisonOptions(seed: 5, resamples: 100)).get()
        let other = try Self.result(runs[0], runs[1], ComparisonOptions(seed: 6, resamples: 100)).get()
        #expect(first == again && first.bootstrap != other.bootstrap)
        let blockLength = try first.bootstrap.get().blockLength
        #expect(blockLength == 8)
    }

    @Test func `what cannot be tested says why`() throws {
        let returns = ComparedRuns.returns(seed: 1, count: 300)
        let run = ComparedRuns.daily("a", returns)
        #expect(reason(try Self.result(run, ComparedRuns.daily("b", returns))) == "same_returns")
        let twice = ComparedRuns.daily("b", returns.map { 2 * $0 })
        #expect(reason(try Self.result(run, twice)) == "in_step")
        let flat = ComparedRuns.daily("b", [Double](repeating: 0.001, count: 300))
        #expect(reason(try Self.result(run, flat)) == "constant_returns")
        let short = [Int](1...2).map { ComparedRuns.daily("\($0)", ComparedRuns.returns(seed: UInt64($0), count: 20)) }
        #expect(reason(try Self.result(short[0], short[1])) == "few_common_returns")
        let quarter = [Int](1...2).map {
            ComparedRuns.daily("\($0)", ComparedRuns.returns(seed: UInt64($0), count: 50))
        }
        #expect(reason(try Self.result(quarter[0], quarter[1])) == "short_span")
        #expect(reason(try Comparer.compare([run, twice, flat]).sharpeDifference) == "not_two_runs")
    }

    @Test func `a run that rarely moves leaves a bootstrap nothing to draw from`() throws {
        var rare = [Double](repeating: 0, count: 300)
        rare[150] = 0.03
        let test = try Self.result(
            ComparedRuns.daily("a", rare), ComparedRuns.daily("b", ComparedRuns.returns(seed: 4, count: 300)),
            ComparisonOptions(blockLength: 200, resamples: 300)
        ).get()
        // About a third of the resamples miss the only move: they are left out, and the others counted.
        let count = try test.bootstrap.get().differences.count
        #expect(count < 300 && count > 150)
    }
}

/// What `Reference/generate_reference.py` recorded.
struct Reference {
    struct Draw {
        let seed: UInt64
        let block: Int
        let resamples: Int
        let standardError, low, high, probability, smallest, largest: Double
    }

    struct Case {
        let riskFree, first, second, correlation, statistic, standardError, probability: Double
        let bootstrap: [Draw]
    }

    let cases: [Case]
    /// The strategy and the benchmark of the series that the reference was made from.
    let columns: [(name: String, returns: [Double])]

    static func recorded() throws -> Reference {
        let tests = repositoryRoot.appendingPathComponent("Tests")
        let data = try Data(contentsOf: tests.appendingPathComponent("ComparisonTests/Reference/reference.json"))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let series = try String(
            contentsOf: tests.appendingPathComponent("AnalyticsTests/Reference/series.csv"), encoding: .utf8)
        let rows = series.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        return Reference(
            cases: try #require(document["cases"] as? [[String: Any]]).map(Self.oneCase),
            columns: [1, 2].map { column in ("column-\(column)", rows.compactMap { Double($0[column]) }) })
    }

    private static func oneCase(_ object: [String: Any]) throws -> Case {
        func number(_ key: String, _ object: [String: Any]) throws -> Double { try #require(object[key] as? Double) }
        let draws = try #require(object["bootstrap"] as? [[String: Any]]).map { draw in
            Draw(
                seed: UInt64(try number("seed", draw)), block: Int(try number("block", draw)),
                resamples: Int(try number("resamples", draw)), standardError: try number("standard_error", draw),
                low: try number("low", draw), high: try number("high", draw),
                probability: try number("probability", draw), smallest: try number("smallest", draw),
                largest: try number("largest", draw))
        }
        return Case(
            riskFree: try number("risk_free", object), first: try number("first", object),
            second: try number("second", object), correlation: try number("correlation", object),
            statistic: try number("statistic", object), standardError: try number("standard_error", object),
            probability: try number("probability", object), bootstrap: draws)
    }
}
