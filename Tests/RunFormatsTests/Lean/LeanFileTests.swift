import Containers
import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Which files belong to a result of LEAN, and the tables of the cloud.
struct LeanFileTests {
    @Test func `a result is found from any of its files and from the folder`() throws {
        var files = LeanFixture().files
        files["1610854357-summary.json"] = #"{"rollingWindow": {}, "charts": {}, "statistics": {}}"#
        files["data-monitor-report-1.json"] = #"{"succeeded-data-requests": 5}"#
        files["16108543571.json"] = LeanFixture().idle.text
        let folder = try TemporaryRun(files)
        let names = ["1610854357.json", "1610854357-order-events.json", "1610854357-summary.json"]
        for name in names {
            let references = try RunReader.list(folder.path + "/" + name)
            #expect(references.map(\.id) == ["1610854357"])
            let run = try folder.read(name)
            #expect(
                run.provenance.files.map(\.name) == ["1610854357-order-events.json", "1610854357.json"])
        }
        #expect(try RunReader.list(folder.path).map(\.key) == ["1610854357", "16108543571"])
    }

    @Test func `a download of the cloud has the name of its file`() throws {
        let folder = try TemporaryRun(LeanFixture(dialect: .cloud).files)
        #expect(try folder.read().identity.id == "Alert Orange Fox")
    }

    @Test func `members stand in any order, behind a beginning that is longer than is looked at`() throws {
        let text = LeanFixture(dialect: .cloud).text
        let padding = String(repeating: "x", count: 100_000)
        let long = #"{"profitLoss": {"\#(padding)": 1}, "before": 1, "# + text.dropFirst()
        #expect(try TemporaryRun(["r.json": long]).read().equity.count == 6)
    }

    @Test func `a summary alone is a thinned account`() throws {
        let text = LeanFixture().text
        let summary = text.replacing(#/"orders": [\s\S]*?"statistics"/#, with: "\"statistics\"")
        #expect(summary != text)
        let run = try TemporaryRun(["x-summary.json": summary]).read()
        #expect(run.findings.map(\.code).contains("thinned_series") && run.identity.id == "x")
    }

    static let trades =
        "Entry Time,Symbols,Exit Time,Direction,Entry Price,Exit Price,Quantity,P&L,Fees,MAE,MFE,Drawdown,IsWin,Order Ids\n"
        + "2024-03-07T14:31:00Z,SPY,2024-03-08T21:00:00Z,Buy,500,503,100,300,2,-120,330,-30,1,\"\t1,3\"\n"
        + "2024-03-08T15:00:00Z,SPY   240315C00510000,2024-03-11T14:00:00Z,Sell,0.25,0.41,1,-16,1.3,-30,4,-20,0,\"\t2,4\"\n"

    @Test func `trades of the cloud alone need the capital, and equity moves when they are closed`() throws {
        let folder = try TemporaryRun(["Fox_trades.csv": Self.trades])
        let message = RunReader.validate(folder.path).first { $0.severity == .error }?.message
        #expect(message?.contains("--initial-capital") == true)
        let run = try folder.read(RunOptions(initialCapital: 1000))
        #expect(run.equity.values == [1000, 1000, 1298, 1280.7])
        #expect(
            run.equity.timestamps.map(\.date.iso) == ["2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11"])
        #expect(run.trades?.map(\.profit) == [298, -17.3] && run.trades?.map(\.multiplier) == [1, 100])
        #expect(run.trades?.map(\.symbol) == ["SPY", "SPY 240315C00510000"])
        #expect(run.findings.map(\.code).contains("equity_at_exits"))
    }

    @Test func `tables of the cloud beside a result give what it lacks`() throws {
        var fixture = LeanFixture(dialect: .cloud)
        (fixture.trades, fixture.orders) = (nil, [])
        let orders =
            "Time,Symbol,Price,Quantity,Type,Status,Value,Tag \n2024-03-07T14:31:00Z,SPY,500,100,Market,Filled,50000, \n"
            + "2024-03-08T21:00:00Z,SPY,503,-100,Market,Filled,-50300, \n2024-03-11T15:00:00Z,AAPL,170,50,,Filled,8500,x \n"
            + "2024-03-12T15:00:00Z,SPY,0,10,Limit,Canceled,0, \n"
        var files = fixture.files
        files["Alert Orange Fox_trades.csv"] = Self.trades
        files["Alert Orange Fox_orders.csv"] = orders
        let run = try TemporaryRun(files).read()
        #expect(run.trades?.filter { !$0.isOpen }.map(\.profit) == [298, -17.3])
        #expect(run.trades?.filter(\.isOpen).map(\.symbol) == ["AAPL"])
        #expect(run.fills?.map(\.quantity) == [100, -100, 50] && run.fills?.last?.tag == "x")
        // A result with trades of its own is not added to.
        var whole = LeanFixture(dialect: .cloud).files
        whole["Alert Orange Fox_trades.csv"] = Self.trades
        let own = try TemporaryRun(whole).read()
        #expect(
            own.trades?.count { !$0.isOpen } == 2 && own.provenance.notes.contains { $0.contains("repeats the trades") }
        )
    }

    @Test func `orders of the cloud, whatever their name, are no trades`() throws {
        let orders =
            "Time,Symbol,Price,Quantity,Type,Status,Value,Tag \n2024-03-07T14:31:00Z,SPY,500,100,Market,Filled,50000, \n"
        let folder = try TemporaryRun(["Fox_trades.csv": orders])
        #expect(RunReader.validate(folder.path).map(\.code) == ["trades_without_equity"])
    }
}

/// A JSON text as a value.
struct JSONText {
    let value: JSONValue?

    init(_ text: String) { value = try? JSONReader.parse(Array(text.utf8)) }
}
