import Foundation
import RunBuilders
import RunFormats
import RunModel
import Series
import TestSupport
import Testing

@testable import Analytics

/// Fills against prices, capacity, liquidity, risk by position: `five-assets` by pandas, numpy and statsmodels
/// (`Reference/generate_execution.py`), and what must hold whatever the numbers.
@Suite struct ExecutionTests {
    private struct Recorded: Decodable {
        struct Quality: Decodable {
            let fills: Int
            let cost: Double
            let meanBps: Double
            let medianBps: Double
            let worse: Double
        }

        struct Outcome: Decodable {
            let count: Int
            let fillRate: Double
            let cancelled: Double
            let rejected: Double
            let medianHours: Double?
            let slippageBps: Double?
        }

        let impactCost: Double
        let impactBps: Double
        let orders: [String: Outcome]
        let margin: [Double]
        let quality: [String: Quality]
        let place: Double
        let outside: Double
        let nextBarReturn: Double
        let shareMean: Double
        let shareMax: Double
        let capital: [[Double]]
        let daysMax: [String: Double]
        let daysLast: [String: Double]
        let weights: [String: Double]
        let risk: Double
        let parts: [String: Double]
        let diversification: Double
        let correlations: [String: [String: Double]]
        let factorCorrelation: Double
        let betas: [String: [Double]]
    }

    private static let analysis = Result {
        Analyzer.analyze(try RunReader.read(repositoryRoot.appendingPathComponent("SampleRuns/five-assets").path))
    }
    private static let recorded = Result {
        let file = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference/reference-execution.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Recorded.self, from: Data(contentsOf: file))
    }

    private func near(_ left: Double?, _ right: Double, _ what: String = "") {
        #expect(
            ((left ?? .nan) - right).magnitude <= 1e-9 * max(1, right.magnitude),
            "\(what): \(left ?? .nan), not \(right)")
    }

    @Test func `fills against prices are pandas' numbers`() throws {
        let (quality, recorded) = (try Self.analysis.get().fillQuality, try Self.recorded.get())
        #expect(quality.rows.count == recorded.quality.count && !quality.areOfTrades)
        for row in quality.rows {
            let other = try #require(recorded.quality[row.reference.rawValue])
            #expect(row.count == other.fills)
            near(row.cost, other.cost, row.reference.rawValue)
            near(10_000 * row.mean, other.meanBps, row.reference.rawValue)
            near(10_000 * row.median, other.medianBps, row.reference.rawValue)
            near(row.worse, other.worse, row.reference.rawValue)
        }
        let metrics = try Self.analysis.get().metrics
        near(metrics.number(.fillPlaceInBar), recorded.place)
        near(metrics.number(.fillsOutsideBar), recorded.outside)
        near(metrics.number(.nextBarReturn), recorded.nextBarReturn)
        near(metrics.number(.totalSlippage), try #require(recorded.quality["decision"]).cost)
        let delays = try #require(try Self.analysis.get().run.fills).compactMap { fill in
            fill.decided.map { fill.time.date.day - $0.date.day }
        }
        near(metrics.number(.fillDelayHours), 24 * Double(delays.reduce(0, +)) / Double(delays.count))
        near(metrics.number(.slippageBps), try #require(recorded.quality["decision"]).meanBps)
    }

    @Test func `what came of orders is pandas' numbers, all together and by type`() throws {
        let (section, recorded) = (try Self.analysis.get().orders, try Self.recorded.get().orders)
        #expect(section.rows.map(\.type) == ["market", "limit"])
        for row in [section.all] + section.rows {
            let other = try #require(recorded[row.type ?? "all"])
            #expect(row.count == other.count && (row.medianHours == nil) == (other.medianHours == nil))
            near(row.fillRate, other.fillRate)
            near(Double(row.cancelled), other.cancelled * Double(other.count))
            near(Double(row.rejected), other.rejected * Double(other.count))
            if let hours = other.medianHours { near(row.medianHours, hours) }
            if let slippage = other.slippageBps { near(row.slippage, slippage) }
        }
        let metrics = try Self.analysis.get().metrics
        let all = try #require(recorded["all"])
        near(metrics.number(.orderCount), Double(all.count))
        near(metrics.number(.orderFillRate), all.fillRate)
        near(metrics.number(.ordersCancelled), all.cancelled)
        near(metrics.number(.ordersRejected), all.rejected)
        near(metrics.number(.orderFillHours), try #require(all.medianHours))
    }

    @Test func `impact by the square-root law and margin use are pandas' numbers`() throws {
        let (metrics, recorded) = (try Self.analysis.get().metrics, try Self.recorded.get())
        near(metrics.number(.impactCost), recorded.impactCost)
        near(metrics.number(.impactBps), recorded.impactBps)
        #expect(metrics[.impactBps]?.status == .estimate("by the square-root law with Y = 1"))
        near(metrics.number(.marginUseMean), recorded.margin[0])
        near(metrics.number(.marginUseMax), recorded.margin[1])
    }

    @Test func `orders that stand count in nothing but their number, and none that ended is no rate`() throws {
        var run = FullRun.run()
        run.orders = run.orders?.filter { $0.status == .open }
        let metrics = Analyzer.analyze(run).metrics
        #expect(metrics.number(.orderCount) == 1)
        #expect(metrics[.orderFillRate]?.value.reason == "no order has ended")
        #expect(metrics[.orderFillHours]?.value.reason == "no order that was filled in full says when")
        run.orders = []
        #expect(Analyzer.analyze(run).metrics[.orderCount]?.value.reason == "no order was sent")
    }

    @Test func `capacity and days to liquidate are pandas' numbers`() throws {
        let (analysis, recorded) = (try Self.analysis.get(), try Self.recorded.get())
        near(analysis.metrics.number(.volumeShareMean), recorded.shareMean)
        near(analysis.metrics.number(.volumeShareMax), recorded.shareMax)
        for (row, other) in zip(try analysis.capacity.rows, recorded.capital) {
            near(row.all, other[0])
            near(row.most, other[1])
            near(row.half, other[2])
        }
        near(analysis.metrics.number(.capacity), recorded.capital[0][1])
        near(analysis.metrics.number(.capacity10), recorded.capital[2][1])
        let liquidity = try analysis.liquidity
        for row in liquidity.rows {
            near(row.mostDays, try #require(recorded.daysMax[row.symbol]), row.symbol)
            near(row.days, try #require(recorded.daysLast[row.symbol]), row.symbol)
        }
        near(analysis.metrics.number(.daysToLiquidate), recorded.daysMax.values.max() ?? .nan)
    }

    @Test func `risk by position is numpy's, and the parts sum to the whole`() throws {
        let (risk, recorded) = (try Self.analysis.get().assetRisk, try Self.recorded.get())
        near(risk.volatility, recorded.risk)
        near(risk.diversification, recorded.diversification)
        #expect(risk.rows.count == recorded.parts.count && risk.leftOut.isEmpty)
        for row in risk.rows {
            near(row.weight, try #require(recorded.weights[row.symbol]), row.symbol)
            near(row.contribution, try #require(recorded.parts[row.symbol]), row.symbol)
        }
        #expect((StableSum.of(risk.rows.map(\.contribution)) - risk.volatility).magnitude < 1e-14)
        #expect((StableSum.of(risk.rows.map(\.share)) - 1).magnitude < 1e-13)
    }

    @Test func `correlations are pandas'`() throws {
        let recorded = try Self.recorded.get()
        let matrix = try Self.analysis.get().positionCorrelations
        for pair in matrix.pairs {
            let other = recorded.correlations[matrix.names[pair.first]]?[matrix.names[pair.second]]
            near(pair.value, try #require(other))
        }
        let factors = try Self.analysis.get().factorCorrelations
        #expect(factors.names == ["Strategy", "market", "rates"])
        near(factors.value(1, 2), recorded.factorCorrelation)
    }

    @Test func `scenarios take the nearest shock, and factor shocks statsmodels' exposures`() throws {
        let (section, recorded) = (try Self.analysis.get().scenarios, try Self.recorded.get())
        func outcome(_ name: String) throws -> ScenarioSection.Outcome {
            try #require(section.outcomes.first { $0.name == name })
        }
        let crash = Dictionary(
            uniqueKeysWithValues: try outcome("Equity crash").positions.map { ($0.symbol, $0.shock) })
        #expect(crash == ["ALFA": -0.3, "BRIK": -0.3, "CORN": -0.1, "DEBT": 0.05, "EURO": 0])
        #expect(try outcome("Equity crash").touched == 4)
        var total = 0.0
        for position in try outcome("Recession").positions {
            let betas = try #require(recorded.betas[position.symbol])
            near(position.shock, -0.15 * betas[0] - 0.02 * betas[1], position.symbol)
            total += position.shock * position.weight
        }
        near(try outcome("Recession").total, total)
        #expect(try outcome("Technology falls").positions.filter { $0.source == .sector }.map(\.symbol) == ["ALFA"])
    }

    @Test func `entries and exits of trades stand in for fills`() throws {
        var run = try Self.analysis.get().run
        run.fills = nil
        let quality = try Analyzer.analyze(run).fillQuality
        #expect(quality.areOfTrades && quality.matched == quality.count && quality.matched > 50)
        #expect(quality.rows.map(\.reference) == [.open, .middle, .close, .nextOpen])
    }

    @Test func `limits of exposure are held against the book`() throws {
        var run = try Self.analysis.get().run
        var limits = Limits(file: "x")
        limits.exposures = [
            .init(.classes, "Equity", 0.4), .init(.symbols, "EURO", 9), .init(.sectors, "Nothing", 0.1),
        ]
        run.limits = limits
        let rows = try Analyzer.analyze(run).limits.rows
        #expect(rows.map(\.kind.key) == ["classes.Equity", "symbols.EURO", "sectors.Nothing"])
        // The largest by hand: |ALFA| + |BRIK| over equity.
        let positions = try #require(run.positions)
        let places = ["ALFA", "BRIK"].compactMap { positions.symbols.firstIndex(of: $0) }
        let largest = positions.timestamps.indices.map { row in
            places.reduce(0) { $0 + abs(positions.values[$1][row]) } / run.equity.values[row]
        }.max()
        near(rows[0].largest.number, try #require(largest))
        #expect(
            rows[0].breaches > 0 && rows[1].breaches == 0 && rows[2].largest.unavailable?.code == "nothing_of_that_name"
        )
    }

    @Test func `what is missing is said`() throws {
        var run = try Self.analysis.get().run
        run.scenarios = []
        run.prices?.symbols.indices.forEach { run.prices?.symbols[$0].volume = nil }
        let thin = Analyzer.analyze(run)
        #expect(thin.metrics[.capacity]?.value.unavailable == .noVolumes)
        #expect(thin.metrics[.daysToLiquidate]?.value.unavailable == .noVolumes)
        #expect(throws: Unavailable.noScenarios) { try thin.scenarios }
        run.prices = nil
        let bare = Analyzer.analyze(run)
        #expect(bare.metrics[.fillPlaceInBar]?.value.unavailable == .noPrices)
        #expect(bare.metrics.number(.totalSlippage) != nil)
        // Value over quantity still gives returns.
        #expect(try bare.assetRisk.rows.count == 5)
        run.positions = nil
        #expect(Analyzer.analyze(run).metrics[.positionRisk]?.value.unavailable == .noPositions)
    }

    /// Random weights and returns: Euler's parts sum to the volatility whatever the signs.
    @Test func `parts of the risk sum to it for random books`() throws {
        var seeds = SeededNumbers(seed: 3)
        for _ in 0..<40 {
            let (assets, days) = (Int.random(in: 1...6, using: &seeds), Int.random(in: 21...80, using: &seeds))
            let moments = RunBuilder.weekdays(from: "2021-01-04", count: days + 1)
            var values = [[Double]]()
            for _ in 0..<assets {
                var (level, column) = (Double.random(in: 5...50, using: &seeds), [Double]())
                let side = Bool.random(using: &seeds) ? 1.0 : -1
                for _ in 0...days {
                    column.append(side * level)
                    level *= 1 + Double.random(in: -0.03...0.03, using: &seeds)
                }
                values.append(column)
            }
            var run = RunBuilder.run(
                (0..<days).map { _ in Double.random(in: -0.01...0.01, using: &seeds) },
                timestamps: Array(moments.dropFirst()))
            run.initialCapital = .given(100)
            run.positions = PositionHistory(
                timestamps: moments, symbols: (0..<assets).map { "S\($0)" }, values: values,
                cash: [Double](repeating: 1000, count: days + 1),
                quantities: values.map { column in column.map { $0 > 0 ? 1 : -1 } })
            let risk = try Analyzer.analyze(run).assetRisk
            #expect(
                (StableSum.of(risk.rows.map(\.contribution)) - risk.volatility).magnitude < 1e-12
                    * max(1, risk.volatility))
            #expect(risk.rows.count == assets && risk.diversification >= 1 - 1e-12)
        }
    }
}
