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

    @Test func `sales in the account's currency tell the multiplier of what was never closed`() {
        var symbols = LeanSymbols()
        _ = symbols.add(.object([.init("value", .string("ES19H21")), .init("id", .string("ES XMX"))]), securityType: .integer(5))
        _ = symbols.add(.object([.init("value", .string("SPY  X")), .init("id", .string("SPY X"))]), securityType: .integer(2))
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
