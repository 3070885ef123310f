import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Results of backtrader against what its own analyzers say of them.
struct BacktraderTests {
    private static let folder = RealRuns.folder + "/backtrader"
    /// Value at the end and return, by the engine (`analyzers.json`, `rtot` is a logarithm, and the writer's dump).
    private static let ends = ["goog-daily": 108_205.49003, "two-assets-daily": 152_532.66265]

    private func alone(_ names: String...) throws -> TemporaryRun {
        let run = try TemporaryRun()
        for name in names {
            try run.write(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))))
        }
        return run
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["goog-daily", "two-assets-daily"])
    func `a folder of two results has both, with the engine's numbers`(name: String) throws {
        #expect(try RunReader.list(Self.folder).map(\.key) == ["goog-daily", "two-assets-daily"])
        let run = try RunReader.read(Self.folder + "#" + name)
        let analyzers = try RealRuns.json("backtrader/\(name).analyzers.json")
        let closed = (run.trades ?? []).filter { !$0.isOpen }
        let total = analyzers["ta"]?["total"]
        #expect(Double(closed.count) == total?["closed"]?.number)
        #expect(Double(run.trades?.count { $0.isOpen } ?? -1) == total?["open"]?.number)
        let net = try #require(analyzers["ta"]?["pnl"]?["net"]?["total"]?.number)
        #expect((closed.reduce(0) { $0 + $1.profit } - net).magnitude < 1e-6)
        let growth = exp(try #require(analyzers["returns"]?["rtot"]?.number))
        let equity = run.equity.values
        #expect((equity[equity.count - 1] / equity[0] / growth - 1).magnitude < 1e-12)
        #expect((equity[equity.count - 1] - (Self.ends[name] ?? 0)).magnitude < 1e-4)
        var (peak, deepest) = (0.0, 0.0)
        for value in equity {
            peak = max(peak, value)
            deepest = max(deepest, 1 - value / peak)
        }
        #expect((deepest * 100 - (analyzers["dd"]?["max"]?["drawdown"]?.number ?? 0)).magnitude < 1e-9)
        #expect(run.identity.strategy == .given("SmaX") && run.initialCapital == .given(100_000))
        #expect(run.identity.parameters.map { $0.name + "=" + $0.value } == ["fast=10", "slow=30", "pct=0.9"])
        #expect(run.findings.filter { $0.severity != .note }.map(\.message) == [])
        #expect(run.reconciliation.checks.filter { $0.outcome == .differs }.map(\.statement) == [])
        #expect(run.reconciliation[.positionsSum]?.outcome == .agrees)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.returnsMatchEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.engineEndValue]?.outcome == .agrees)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `any file of a result stands for all of it`() throws {
        let whole = try RunReader.inspect(Self.folder + "#goog-daily")
        for ending in ["orders.csv", "pyfolio.positions.csv", "tradelist.csv", "analyzers.json", "writer.csv"] {
            #expect(try RunReader.inspect(Self.folder + "/goog-daily." + ending) == whole, "\(ending)")
        }
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["goog-daily", "two-assets-daily"])
    func `the writer's file alone has the account, positions and the fills of its dump`(name: String) throws {
        let file = try alone(name + ".writer.csv")
        let (run, whole) = (try file.read(), try RunReader.read(Self.folder + "#" + name))
        #expect(run.equity == whole.equity && run.identity.id == name)
        #expect(run.trades?.count == whole.trades?.count)
        #expect(run.trades?.map(\.quantity).max() == whole.trades?.map(\.quantity).max())
        #expect(run.positions?.symbols == whole.positions?.symbols && run.positions?.values == whole.positions?.values)
        // Transactions have no commission, which the findings of the engine's own trades would show.
        #expect(run.trades?.allSatisfy { $0.fees == 0 } == true)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `the analyzers' JSON alone has returns and fills`() throws {
        let run = try alone("two-assets-daily.analyzers.json").read("two-assets-daily.analyzers.json")
        let whole = try RunReader.read(Self.folder + "#two-assets-daily")
        #expect(run.equityIsDerived && run.returns.count == whole.equity.count)
        let growth = (run.equity.values.last ?? 0) / run.equity.values[0]
        #expect((growth / ((whole.equity.values.last ?? 0) / whole.equity.values[0]) - 1).magnitude < 1e-12)
        #expect(run.fills?.count == 78)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `positions of one feed are the equity, and give the capital`() throws {
        let files = ["returns", "positions", "transactions", "gross_lev"].map { "goog-daily.pyfolio.\($0).csv" }
        let folder = try TemporaryRun()
        for name in files {
            try folder.write(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))))
        }
        let run = try folder.read()
        #expect(run.initialCapital == .given(100_000))
        #expect(((run.equity.values.last ?? 0) - 108_205.49003).magnitude < 1e-4)
        #expect(run.reconciliation[.positionsSum]?.outcome == .agrees && run.positions?.symbols == ["GOOG"])
        #expect(!run.findings.contains { $0.code == "positions_incomplete" })
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `positions that lack a feed are told, and completed where the fills prove it`() throws {
        let names = ["returns", "positions", "transactions"].map { "two-assets-daily.pyfolio.\($0).csv" }
        let run = try alone(names[0], names[1], names[2]).read()
        #expect(run.findings.map(\.code).contains("positions_incomplete"))
        #expect(run.initialCapital == .given(100_000) && run.positions?.symbols == ["GOOG", "GOOG2"])
        #expect(((run.equity.values.last ?? 0) - 152_532.66265).magnitude < 1e-4)
        let whole = try RunReader.read(Self.folder + "#two-assets-daily")
        for (own, other) in zip(run.positions?.values[0] ?? [], whole.positions?.values[0] ?? []) {
            #expect((own - other).magnitude < 1e-4)
        }
        // Without the transactions nothing says what is missing, nor what the account began with.
        let blind = try alone(names[0], names[1]).read()
        #expect(blind.positions == nil && blind.findings.map(\.code).contains("positions_incomplete"))
        #expect(blind.initialCapital == .absent)
    }

    @Test(
        .enabled(if: RealRuns.areThere, "\(RealRuns.advice)"),
        arguments: [
            "two-assets-daily.pyfolio.positions.csv", "goog-daily.pyfolio.gross_lev.csv", "goog-daily.orders.csv",
            "goog-daily.pyfolio.transactions.csv", "goog-daily.tradelist.csv",
            "goog-daily.pyfolio.transactions.parquet",
        ])
    func `a part alone is refused with what it lacks`(name: String) throws {
        let file = try alone(name)
        for path in [file.path, file.path + "/" + name] {
            #expect(RunReader.validate(path).map(\.code) == ["part_of_result"])
        }
    }

    // MARK: The writer's file

    private static let dump = """
        ===============================================================================
        Cerebro:
          - Strategies:
            - Cross:
              - Params:
                - fast: 3
                - api_key: abc
              - Analyzers:
                - Value:
                  - Begin: 1000.0
                  - End: 1010.0

        """

    private func writer(_ rows: [String], header: String = "Id,A,len,datetime,open,close,Broker,len,cash,value")
        -> String
    {
        String(repeating: "=", count: 79) + "\n" + header + "\n" + rows.joined(separator: "\n") + "\n" + Self.dump
    }

    @Test func `a feed that starts late has rows with empty cells, and the strategy's day stands in for it`() throws {
        let text = writer(
            [
                "1,A,0,,,,Cross,1,738886.0,Broker,1,1000,1000",
                "2,A,1,2024-01-02 00:00:00,5,6,Cross,2,738887.0,Broker,2,900,1005",
                "3,A,2,2024-01-03 00:00:00,5,7,Cross,3,738888.0,Broker,3,900,1010",
            ], header: "Id,A,len,datetime,open,close,Cross,len,datetime,Broker,len,cash,value")
        let run = try TemporaryRun(["w.csv": text]).read("w.csv")
        #expect(run.equity.timestamps.map(\.date.iso) == ["2024-01-01", "2024-01-02", "2024-01-03"])
        #expect(run.equity.values == [1000, 1005, 1010] && run.initialCapital == .given(1000))
        #expect(run.identity.parameters.map(\.value) == ["3", "•••"])
        #expect(run.positions?.values == [[0, 105, 110]])
        #expect(run.reconciliation[.engineEndValue]?.outcome == .agrees)
    }

    @Test func `the end of a day is a date, rows of one moment count once, and bad cells have the line of the file`()
        throws
    {
        let run = try TemporaryRun([
            "w.csv": writer([
                "1,A,1,2024-01-02 23:59:59.999989,5,6,Broker,1,1000,1000",
                "2,A,2,2024-01-03 23:59:59.999989,5,6,Broker,2,1000,1001",
                "3,A,2,2024-01-03 23:59:59.999989,5,6,Broker,3,1000,1002",
                "4,A,3,2024-01-04 23:59:59.999989,5,6,Broker,4,1000,1003",
            ])
        ]).read("w.csv")
        #expect(run.equity.timestamps.map(\.description) == ["2024-01-02", "2024-01-03", "2024-01-04"])
        #expect(run.equity.values == [1000, 1002, 1003])
        let bad = try TemporaryRun([
            "w.csv": writer(["1,A,1,2024-01-02,5,6,Broker,1,1000,1000", "2,A,2,2024-01-03,5,6,Broker,2,1000,x"])
        ])
        #expect(RunReader.validate(bad.path + "/w.csv").first?.row == 4)
    }

    @Test func `a capital that the first bar has changed already stands before it`() throws {
        let run = try TemporaryRun([
            "w.csv": writer(["1,A,1,2024-01-02,5,6,Broker,1,100,990", "2,A,2,2024-01-03,5,6,Broker,2,100,1010"])
        ]).read("w.csv")
        #expect(run.equity.values == [1000, 990, 1010])
    }

    @Test(arguments: ["Id,A,len,datetime,open,close,Buy,len,cash,level", "Cerebro:"])
    func `a writer's file without the account is refused`(header: String) throws {
        let rows = header.hasPrefix("Id") ? ["1,A,1,2024-01-02,5,6,Buy,1,100,990"] : ["  - Datas:"]
        let run = try TemporaryRun(["w.csv": writer(rows, header: header)])
        #expect(RunReader.validate(run.path + "/w.csv").map(\.code) == ["no_account_value"])
    }

    // MARK: Lists of trades

    private static let account = [
        "1,A,1,2024-01-02,5,5,Broker,1,1000,1000", "2,A,2,2024-01-03,5,5,Broker,2,1000,1000",
        "3,A,3,2024-01-04,6,6,Broker,3,1009,1009", "4,A,4,2024-01-05,6,7,Broker,4,1009,1009",
    ]

    private func trades(_ list: String, _ more: [String: String] = [:]) throws -> RunModel.Run {
        let files = ["x.writer.csv": writer(Self.account), "x.tradelist.csv": list]
        return try TemporaryRun(files.merging(more) { $1 }).read()
    }

    @Test func `a list of the forum has net profits, sizes, and excursions in percent of the entry`() throws {
        let run = try trades(
            "ref,ticker,dir,datein,pricein,dateout,priceout,chng%,pnl,pnl%,size,value,cumpnl,nbars,pnl/bar,mfe%,mae%\n"
                + "1,A,short,2024-01-03,5.0,2024-01-04,4.0,-20,9.0,0.9,-9,-45,9,1,9,30.0,-10.0\n")
        let trade = try #require(run.trades?.first)
        #expect(trade.side == .short && trade.quantity == 9 && trade.profit == 9 && trade.fees == 0)
        #expect((trade.mae ?? 0) == -4.5 && (trade.mfe ?? 0) == 13.5)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
    }

    @Test func `sizes and exit prices come from profits, else from the fills`() throws {
        let head = "ref,ticker,dir,datein,pricein,dateout,"
        let priced = try trades(head + "priceout,pnl,pnlcomm\n1,A,long,2024-01-03,5,2024-01-04,6,10,9\n")
        #expect(priced.trades?.map(\.quantity) == [10] && priced.trades?.map(\.fees) == [1])
        let sized = try trades(head + "size,pnl,commission\n1,A,long,2024-01-03,5,2024-01-04,10,10,1\n")
        #expect(sized.trades?.map(\.exitPrice) == [6] && sized.trades?.map(\.profit) == [9])
        let orders =
            "ref,data,type,side,status,created,executed,size,price,value,comm\n"
            + "1,A,Market,Buy,Completed,2024-01-02,2024-01-03,10,5,50,0.5\n"
            + "2,A,Market,Sell,Completed,2024-01-03,2024-01-04,-10,6,50,0.5\n3,A,Limit,Buy,Canceled,2024-01-03,,5,,,\n"
            + "4,A,Market,Buy,Completed,2024-01-04,2024-01-05,2,6.5,13,0\n"
        let filled = try trades(
            head + "pnl,pnlcomm\n1,A,long,2024-01-03,5,2024-01-04,10,9\n", ["x.orders.csv": orders])
        #expect(filled.trades?.map(\.quantity) == [10, 2] && filled.trades?.map(\.exitPrice) == [6, 6.5])
        #expect(filled.trades?.map(\.isOpen) == [false, true])
    }

    @Test func `the list of orders says what was asked, when, and what came of it`() throws {
        let head =
            "ref,ticker,dir,datein,pricein,dateout,priceout,pnl,pnlcomm\n1,A,long,2024-01-03,5,2024-01-04,6,10,9\n"
        let orders =
            "ref,data,type,side,status,created,executed,size,price,value,comm\n"
            + "1,A,Market,Buy,Completed,2024-01-02,2024-01-03,10,5,50,0.5\n"
            + "2,A,StopLimit,Sell,Completed,2024-01-03,2024-01-04,-10,6,50,0.5\n"
            + "3,A,Limit,Buy,Canceled,2024-01-03,,5,,,\n4,A,Market,Buy,Margin,2024-01-03,,7,,,\n"
            + "5,A,Limit,Buy,6,2024-01-03,,7,,,\n6,A,Limit,Sell,Accepted,2024-01-04,,-8,,,\n"
            + "6,A,Limit,Sell,Partial,2024-01-04,2024-01-05,-2,6,,\n6,A,Limit,Sell,Partial,2024-01-04,2024-01-06,-3,7,,\n"
        let run = try trades(head, ["x.orders.csv": orders])
        let own = try #require(run.orders)
        #expect(own.map(\.status) == [.filled, .filled, .cancelled, .rejected, .expired, .partlyFilled])
        #expect(own.map(\.quantity) == [10, -10, 5, 7, 7, -8] && own.map(\.filled) == [10, 10, 0, 0, 0, 5])
        #expect(own[1].type == "stop limit" && own[1].hoursToFill == 24 && own[1].price == 6)
        #expect(own[5].price == 6.6 && own[5].filledShare == 0.625 && own[5].symbol == "A")
        #expect(run.provenance.notes.allSatisfy { !$0.contains("Every order") })
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `orders that are all filled are told to be perhaps not all`() throws {
        let run = try RunReader.read(RealRuns.folder + "/backtrader/goog-daily.orders.csv")
        #expect(run.orders?.count == run.fills?.count && run.orders?.allSatisfy { $0.status == .filled } == true)
        #expect(run.provenance.notes.contains { $0.contains("Every order of goog-daily.orders.csv was filled") })
    }

    @Test func `a list without sizes beside no fills is left out and told`() throws {
        let run = try trades(
            "ref,ticker,dir,datein,pricein,dateout,pnl,pnlcomm\n1,A,long,2024-01-03,5,2024-01-04,10,9\n")
        #expect(run.trades == nil && run.findings.map(\.code).contains("trades_without_size"))
    }

    @Test func `contracts have the multiplier that their profits show, open ones too`() throws {
        let orders =
            "ref,data,type,side,status,created,executed,size,price,value,comm\n"
            + "1,A,Market,Buy,Completed,2024-01-02,2024-01-02,1,5,5,0\n2,A,Market,Sell,Completed,2024-01-02,2024-01-03,-1,6,5,0\n"
            + "3,A,Market,Buy,Completed,2024-01-03,2024-01-03,1,5,5,0\n4,A,Market,Sell,Completed,2024-01-03,2024-01-04,-1,7,5,0\n"
            + "5,A,Market,Buy,Completed,2024-01-04,2024-01-05,1,7,5,0\n"
        let list =
            "ref,ticker,dir,datein,pricein,dateout,pnl,pnlcomm\n1,A,long,2024-01-02,5,2024-01-03,50,50\n"
            + "2,A,long,2024-01-03,5,2024-01-04,100,100\n"
        let run = try trades(list, ["x.orders.csv": orders])
        #expect(run.orders?.map(\.multiplier) == [50, 50, 50, 50, 50])
        #expect(run.trades?.map(\.multiplier) == [50, 50, 50] && run.trades?.map(\.isOpen) == [false, false, true])
    }

    @Test func `weeks that returns name by their Sunday have the positions of their Friday`() throws {
        let run = try TemporaryRun([
            "returns.csv": "index,return\n2024-01-07 00:00:00+00:00,0.0\n2024-01-14 00:00:00+00:00,0.01\n"
                + "2024-01-21 00:00:00+00:00,-0.02\n",
            "positions.csv": "Datetime,A,cash\n2024-01-05 00:00:00+00:00,0,1000\n2024-01-12 00:00:00+00:00,510,500\n"
                + "2024-01-19 00:00:00+00:00,489.8,500\n",
        ]).read()
        #expect(run.initialCapital == .given(1000) && run.positions?.values == [[0, 510, 489.8]])
        #expect(run.reconciliation[.positionsSum]?.outcome == .agrees)
    }

    @Test func `bars within days have daily returns, and the positions of their last bar`() throws {
        let hours = [("02", 10, "0,1000"), ("02", 15, "500,500"), ("03", 10, "600,500"), ("03", 15, "510,500")]
        let run = try TemporaryRun([
            "x.returns.csv": "index,return\n2024-01-02 00:00:00+00:00,0.0\n2024-01-03 00:00:00+00:00,0.01\n",
            "x.positions.csv": "Datetime,A,cash\n"
                + hours.map { "2024-01-\($0.0) \($0.1):00:00+00:00,\($0.2)\n" }.joined(),
        ]).read()
        #expect(run.positions?.values == [[500, 510]] && run.initialCapital == .given(1000))
        #expect(run.reconciliation[.positionsSum]?.outcome == .agrees)
    }

    @Test func `a future at its margin is value less cash, and says so`() throws {
        // A contract of 50 times 100 is held at a margin of 20.
        let run = try TemporaryRun([
            "w.csv": writer([
                "1,ES,1,2024-01-02,100,100,Broker,1,1000,1000", "2,ES,2,2024-01-03,100,101,Broker,2,1030,1050",
                "3,ES,3,2024-01-04,101,100,Broker,3,980,1000",
            ])
        ]).read("w.csv")
        #expect(run.positions?.values == [[0, 20, 20]] && run.positions?.cash == nil)
        #expect(run.provenance.notes.contains { $0.contains("of a future that is its margin") })
    }

    @Test func `a benchmark among the analyzers is the run's`() throws {
        func returns(_ values: [Double]) -> String {
            "{"
                + values.enumerated().map { "\"2024-01-0\($0.offset + 2)T00:00:00\": \($0.element)" }.joined(
                    separator: ", ") + "}"
        }
        let text =
            "{\"timereturn\": \(returns([0, 0.01, 0.02])), \"bench\": \(returns([0, 0.005, -0.01])), "
            + "\"sr\": {\"sharperatio\": null}, \"gross\": \(returns([0.9, 0.9, 0.9]))}"
        let run = try TemporaryRun(["a.json": text]).read("a.json")
        #expect(run.returns.values == [0, 0.01, 0.02] && run.benchmark?.returns.values == [0, 0.005, -0.01])
        let none = try TemporaryRun(["a.json": #"{"sr": {"sharperatio": 1.5}, "dd": {"moneydown": 3}}"#])
        #expect(RunReader.validate(none.path + "/a.json").map(\.code) == ["part_of_result"])
    }
}
