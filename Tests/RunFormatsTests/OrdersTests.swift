import Foundation
import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// What was ordered, as run folders and engines write it, and what orders and fills say of each other.
@Suite struct OrdersTests {
    private let orders = """
        order_id,symbol,side,qty,type,submitted_at,status,filled_qty,avg_price,ended_at,decision_price
        a,KO,buy,10,market,2024-01-02T09:00:00,filled,10,100,2024-01-02T10:00:00,99
        b,KO,sell,10,limit,2024-01-03T09:00:00,canceled,4,101,2024-01-04T17:00:00,
        c,KO,buy,5,limit,2024-01-05T09:00:00,,0,,,
        d,KO,sell,6,,2024-01-05T09:30:00,,6,102,2024-01-08T10:00:00,103

        """

    private func read(_ files: [String: String]) throws -> RunModel.Run {
        try TemporaryRun(files.merging(["equity.csv": dailyEquity(8)]) { own, _ in own }).read()
    }

    @Test func `an order is what its row says, and without a status what its filled units say`() throws {
        let run = try read(["orders.csv": orders])
        let read = try #require(run.orders)
        #expect(read.map(\.id) == ["a", "b", "c", "d"] && read.map(\.quantity) == [10, -10, 5, -6])
        #expect(read.map(\.status) == [.filled, .cancelled, .open, .filled])
        #expect(read.map(\.type) == ["market", "limit", "limit", nil] && read.map(\.filledShare) == [1, 0.4, 0, 1])
        #expect(read[0].hoursToFill == 1 && read[1].hoursToFill == nil)
        #expect(read[0].slippage?.cost == 10 && read[3].slippage?.cost == 6)
    }

    @Test func `without fills they are made of orders that say price and end, without fees`() throws {
        let run = try read(["orders.csv": orders])
        #expect(run.fills?.map(\.quantity) == [10, -4, -6] && run.fills?.map(\.price) == [100, 101, 102])
        #expect(run.fills?.map(\.decisionPrice) == [99, nil, 103])
        #expect(run.fills?[2].decided?.description == "2024-01-05 09:30")
        #expect(run.provenance.notes.contains("3 fills were made of the orders in orders.csv, without fees."))
        #expect(run.trades?.count == 2)
    }

    @Test func `fills say how much of their order was filled, orders when and at which price it was decided`() throws {
        let short = """
            order_id,symbol,qty,submitted_at,status,decision_price
            a,KO,10,2024-01-02T09:00:00,filled,99
            b,KO,-10,2024-01-03T09:00:00,partly filled,

            """
        let fills = """
            time,symbol,qty,price,order_id,decision_price
            2024-01-02T10:00:00,KO,6,100,a,
            2024-01-02T11:00:00,KO,4,105,a,98
            2024-01-03T10:00:00,KO,-3,101,b,

            """
        let run = try read(["orders.csv": short, "fills.csv": fills])
        #expect(run.orders?.map(\.filled) == [10, 3] && run.orders?.map(\.price) == [102, 101])
        #expect(run.orders?[0].ended?.description == "2024-01-02 11:00")
        #expect(run.fills?.map(\.decisionPrice) == [99, 98, nil])
        #expect(run.fills?.map { $0.decided?.description ?? "" }.first == "2024-01-02 09:00")
    }

    @Test func `margin in money is a share of the account, and its last word of a moment stands`() throws {
        let money = try read(["margin.csv": "date,margin_used\n2024-01-02,50\n2024-01-04,20\n2024-01-04,30\n"])
        let levels = money.equity
        let use = try #require(money.margin)
        #expect(use.timestamps.map(\.date.iso) == ["2024-01-02", "2024-01-04"])
        let account = levels.values[levels.timestamps.lastIndex { $0 <= use.timestamps[1] } ?? 0]
        #expect(use.shares[1] == 30 / account && use.share(at: levels.timestamps[levels.count - 1]) == use.shares[1])
        let shares = try read(["margin.csv": "date,margin_use\n2024-01-03,0.5\n"])
        #expect(shares.margin?.shares == [0.5])
        #expect(shares.margin?.share(at: Timestamp(CalendarDate(day: 0))) == 0)
    }

    @Test func `money of margin beside returns alone is told and not used`() throws {
        let run = try TemporaryRun([
            "returns.csv": "date,returns\n2024-01-02,0.01\n2024-01-03,-0.01\n2024-01-04,0.02\n",
            "margin.csv": "date,margin_used\n2024-01-02,50\n",
        ]).read()
        #expect(run.margin == nil)
        #expect(run.provenance.notes.contains { $0.hasPrefix("margin.csv gives margin in money") })
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `nautilus_trader's orders and locked balance are the run's`() throws {
        let run = try RunReader.read(RealRuns.folder + "/nautilus_trader")
        let orders = try #require(run.orders)
        #expect(orders.count == 174 && orders.allSatisfy { $0.status == .filled && $0.type == "market" })
        #expect(orders.allSatisfy { $0.hoursToFill == 0 && $0.filledShare == 1 })
        #expect(run.provenance.notes.contains { $0.hasPrefix("Every order of eurusd-emacross-netting.orders.csv") })
        let margin = try #require(run.margin)
        #expect(margin.shares.first == 0 && (margin.shares.max() ?? 0) > 2e-6 && margin.shares.allSatisfy { $0 < 0.01 })
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `LEAN's orders say when they were sent, at which price, and how much margin was used`() throws {
        let run = try RunReader.read(RealRuns.folder + "/lean/2025-09-camel-pltr-1610854357.json")
        let orders = try #require(run.orders)
        #expect(orders.count == 5 && orders.allSatisfy { $0.status == .filled && $0.type == "market on open" })
        #expect(orders[0].quantity == 46 && orders[0].decisionPrice == 21.37 && orders[0].filled == 46)
        #expect(run.fills?.first?.decisionPrice == 21.37 && run.fills?.first?.decided == orders[0].submitted)
        #expect(run.margin?.shares.first == 0.4832 && run.margin?.shares.contains(0) == true)
    }
}
