import RunModel
import Series
import Testing

@testable import RunFormats

/// Profits, multipliers and excursions of LEAN's closed trades.
struct LeanTradeTests {
    private func trades(_ change: (inout [LeanFixture.Trade]) -> Void) throws -> [Trade] {
        var fixture = LeanFixture()
        var trades = LeanFixture.Trade.all
        change(&trades)
        fixture.trades = trades
        return try fixture.read().trades?.filter { !$0.isOpen } ?? []
    }

    @Test func `a profit in another currency has the rate in its multiplier, and prices never make a profit`() throws {
        // Bought in euros at 1.0850: 100 × 3 × 1.085.
        let first = try trades { $0[0].gross = 325.5 }[0]
        #expect(first.profit == 323.5 && (first.multiplier - 1.085).magnitude < 1e-12)
    }

    @Test func `a trade whose price did not move has the multiplier of its symbol's others`() throws {
        let all = try trades {
            $0.append($0[1])
            ($0[2].gross, $0[2].exit) = (0, ("2024-03-12T14:00:00Z", 0.25))
        }
        #expect(all.last?.multiplier == 100 && all.last?.profit == -1.3)
    }

    @Test func `excursions of zero in all trades are none`() throws {
        let all = try trades { for index in $0.indices { $0[index].excursions = (0, 0) } }
        #expect(all.allSatisfy { $0.mae == nil && $0.mfe == nil })
        #expect(try trades { $0[0].excursions = (0, 0) }.map(\.mae) == [0, -30])
    }

    @Test func `profits agree with prices, and fees are apart`() throws {
        let run = try LeanFixture().read()
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        #expect(!run.findings.map(\.code).contains("profit_looks_gross"))
    }

    @Test func `a position that is open at the end is a trade of its fills`() throws {
        let open = try #require(try LeanFixture().read().trades?.filter(\.isOpen))
        #expect(open.count == 1 && open[0].symbol == "AAPL" && open[0].quantity == 50 && open[0].entryPrice == 170)
        #expect(open[0].fees == 1 && open[0].entry.description == "2024-03-11 11:00")
        #expect(try LeanFixture().read().fills?.count == 5)
    }

    @Test func `exposure gives an open position its value, and the trades explain the account`() throws {
        var fixture = LeanFixture()
        fixture.exposure = [
            "Equity - Long Ratio": [0, 0.5001, 0, 0, 0, 0.0850, 0.0850, 0.0893],
            "Option - Short Ratio": [0, 0, -0.0002, -0.0002, -0.0002, 0, 0, 0],
        ]
        let run = try fixture.read()
        #expect(run.positions?.symbols == ["SPY", "AAPL", "SPY 240315C00510000"])
        #expect(((run.positions?.values[1].last ?? 0) - 9000).magnitude < 5)
        let open = try #require(run.trades?.first { $0.isOpen })
        #expect((open.exitPrice - 180).magnitude < 0.1)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.positionsMatchTrades]?.outcome == .agrees)
    }

    @Test func `where two symbols of a class are held, exposure is that of the class`() throws {
        var fixture = LeanFixture()
        fixture.orders[4].symbol = ("AAPL", "AAPL R7")
        fixture.orders[4].filled = ("2024-03-07T15:00:00Z", 1_709_823_600)
        fixture.exposure = ["Equity - Long Ratio": [0, 0.58, 0, 0, 0, 0.08, 0.08, 0.09]]
        let positions = try #require(try fixture.read().positions)
        #expect(positions.symbols == ["Equity, long"] && positions.areClasses)
        #expect((positions.values[0][1] - 0.58 * 100_099).magnitude < 1e-9)
    }

    @Test func `sales in the account's currency tell the multiplier of what was never closed`() {
        var symbols = LeanSymbols()
        _ = symbols.add(
            .object([.init("value", .string("ES19H21")), .init("id", .string("ES XMX"))]), securityType: .integer(5))
        _ = symbols.add(
            .object([.init("value", .string("SPY  X")), .init("id", .string("SPY X"))]), securityType: .integer(2))
        func fill(_ symbol: String) -> Fill {
            Fill(time: Timestamp(milliseconds: 0), symbol: symbol, quantity: 2, price: 4000, fee: 0)
        }
        let sales = LeanObject(
            JSONText(#"{"charts": {"Assets Sales Volume": {"series": {"ES19H21": {"values": [[1, 400000]]}}}}}"#).value)
        var fills = [fill("ES19H21"), fill("SPY X"), fill("AAPL")]
        LeanMultipliers.settle(&fills, trades: [], symbols: symbols, charts: sales.map(LeanCharts.init))
        #expect(fills.map(\.multiplier) == [50, 100, 1])
    }

    @Test func `an id begins with the first ticker of a security, which orders know by its own`() {
        var symbols = LeanSymbols()
        _ = symbols.add(
            .object([.init("value", .string("SOXX")), .init("id", .string("IGW S6BDJ8ONH2ZP"))]),
            securityType: .integer(1))
        #expect(symbols.ticker(ofID: "IGW S6BDJ8ONH2ZP") == "SOXX" && symbols.ticker(ofID: "AAPL R7") == "AAPL")
    }
}
