import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Frames of zipline against what zipline itself says of them.
@Suite(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
struct ZiplineRealRunTests {
    private static let folder = RealRuns.folder + "/zipline"
    private static let stem = folder + "/weekly-ma-4stocks"

    /// The engine's frame as text, without its nested columns.
    private static let frame: [[String]] = {
        guard let text = try? String(contentsOfFile: stem + ".returns.csv", encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    }()

    @Test(arguments: ["", "/weekly-ma-4stocks.perf.csv", "/weekly-ma-4stocks.perf-scalars.parquet"])
    func `folder, CSV and Parquet give one run whose parts explain each other`(name: String) throws {
        let run = try RunReader.read(Self.folder + name)
        #expect(run.identity.id == "weekly-ma-4stocks" && run.identity.engine == "zipline")
        #expect(run.equity.count == 726 && run.returns.count == 725 && run.equity.values[0] == 100_000)
        #expect(run.initialCapital == .given(100_000) && run.calendar.name == "xnys")
        #expect(run.fills?.count == 403 && run.trades?.count { $0.isOpen } == 3)
        #expect(run.positions?.symbols == ["AAPL", "IBM", "KO", "MSFT"])
        #expect(Set(run.trades?.map(\.symbol) ?? []) == ["AAPL", "IBM", "KO", "MSFT"])
        #expect(run.benchmark?.unmatchedInRun == 0)
        let differing = run.reconciliation.checks.filter { $0.outcome == .differs }
        #expect(differing.map(\.statement) == [] && run.findings.map(\.message) == [])
        for key in [
            Reconciliation.Check.Key.tradesExplainEquity, .positionsSum, .positionsMatchTrades, .cashMatchesTrades,
            .returnsMatchEquity,
        ] { #expect(run.reconciliation[key]?.outcome == .agrees, "\(key)") }
    }

    @Test func `returns are zipline's own to twelve digits`() throws {
        let run = try RunReader.read(Self.stem + ".perf.csv")
        #expect(Self.frame.count == 726)
        for (own, row) in zip(run.returns.values, Self.frame.dropFirst()) {
            #expect((own - (Double(row[1]) ?? .nan)).magnitude < 1e-12)
        }
    }

    @Test func `fees are the commissions of orders, each counted once`() throws {
        let orders = try #require(RealRuns.json("zipline/weekly-ma-4stocks.orders.json").array)
        var costs = [String: Double]()
        for order in orders { costs[order["id"]?.string ?? "", default: 0] = order["commission"]?.number ?? 0 }
        let expected = costs.values.sorted().reduce(0, +)
        for name in [".perf.csv", ".perf-scalars.parquet", ".returns.csv"] {
            let fills = try #require(RunReader.read(Self.stem + name).fills)
            #expect((fills.reduce(0) { $0 + $1.fee } - expected).magnitude < 1e-9 && expected > 400)
            #expect(fills.allSatisfy { $0.fee > 0 })
        }
    }

    @Test func `what the strategy recorded is named and not read`() throws {
        let notes = try RunReader.read(Self.stem + ".perf.csv").provenance.notes
        #expect(notes.contains { $0.contains("'n_long', 'aapl'") })
    }

    @Test func `every order of the recorded run is there once, in its frame and in the file beside it`() throws {
        let states = try #require(RealRuns.json("zipline/weekly-ma-4stocks.orders.json").array)
        let ids = Set(states.compactMap { $0["id"]?.string })
        for file in [".orders.json", ".perf.csv"] {
            let orders = try #require(try RunReader.read(Self.stem + file).orders)
            #expect(orders.count == ids.count && Set(orders.compactMap(\.id)) == ids, "\(file)")
            #expect(orders.allSatisfy { $0.status == .filled && $0.filledShare == 1 && ($0.hoursToFill ?? 0) > 0 })
        }
    }

    @Test func `orders alone lead to the frame beside them`() throws {
        let run = try RunReader.read(Self.stem + ".orders.json")
        #expect(run.provenance.format == "zipline" && run.returns.count == 725)
    }

    @Test(arguments: [".returns.csv", ".returns.parquet", ".positions.csv", ".positions.parquet", ".transactions.csv"])
    func `any file of pyfolio's three gives the same run as the frame`(ending: String) throws {
        let (run, frame) = (try RunReader.read(Self.stem + ending), try RunReader.read(Self.stem + ".perf.csv"))
        #expect(run.provenance.format == "pyfolio" && run.identity.id == "weekly-ma-4stocks")
        #expect(run.returns.count == 725 && run.trades?.count == frame.trades?.count)
        for (own, other) in zip(run.equity.values, frame.equity.values) {
            #expect((own / other - 1).magnitude < 1e-9)
        }
        for (own, other) in zip(run.trades ?? [], frame.trades ?? []) {
            #expect((own.profit - other.profit).magnitude < 1e-9 && own.symbol == other.symbol)
        }
        #expect(run.reconciliation.checks.filter { $0.outcome == .differs }.isEmpty && run.findings.isEmpty)
    }
}

/// The traps of zipline's frames, in small.
struct ZiplineTests {
    private static let header =
        ",period_open,period_close,portfolio_value,starting_cash,starting_value,ending_cash,ending_value,capital_used,returns,"
        + "benchmark_period_return,treasury_period_return,positions,orders,transactions\n"

    private static func row(
        _ date: String, _ value: Double, cash: Double, change: Double, benchmark: Double = 0, positions: String = "[]",
        orders: String = "[]", transactions: String = "[]"
    ) -> String {
        let time = "2024-01-\(date) 21:00:00+00:00"
        return
            "\(time),2024-01-\(date) 14:31:00+00:00,\(time),\(value),100.0,0.0,\(cash),\(value - cash),0.0,\(change),"
            + "\(benchmark),0.0,\"\(positions)\",\"\(orders)\",\"\(transactions)\"\n"
    }

    private static func order(
        _ filled: Int, _ commission: Double, status: String, created: Bool = false, limit: String = "None"
    ) -> String {
        "[{'id': 'o1', 'amount': 3, 'filled': \(filled), 'commission': \(commission), 'sid': Equity(0 [AAPL]), "
            + (created ? "'created': Timestamp('2024-01-02 21:00:00+0000', tz='UTC'), " : "")
            + "'limit': \(limit), 'stop': None, 'status': <ORDER_STATUS.\(status)>}]"
    }

    private static func transaction(_ date: String, _ amount: Int, _ price: Double) -> String {
        "[{'amount': \(amount), 'dt': Timestamp('2024-01-\(date) 21:00:00+0000', tz='UTC'), 'price': \(price), "
            + "'order_id': 'o1', 'sid': Equity(0 [AAPL]), 'commission': None}]"
    }

    private static func held(_ amount: Int, _ price: Double) -> String {
        "[{'sid': Equity(0 [AAPL]), 'amount': \(amount), 'cost_basis': 10.0, 'last_sale_price': \(price)}]"
    }

    /// An order that is placed on the first day and filled on two others, with a commission that grows.
    private static let frame =
        header + row("02", 100, cash: 100, change: 0, benchmark: 0.01, orders: order(0, 0, status: "OPEN: 0"))
        + row(
            "03", 99, cash: 79, change: -0.01, benchmark: 0.0201, positions: held(2, 10),
            orders: order(2, 1, status: "OPEN: 0"), transactions: transaction("03", 2, 10))
        + row(
            "04", 100.5, cash: 67.5, change: 0.015151515151515152, benchmark: 0.03, positions: held(3, 11),
            orders: order(3, 1.5, status: "FILLED: 1"), transactions: transaction("04", 1, 11))

    @Test func `an order that fills on two days costs once, each day its part`() throws {
        let run = try TemporaryRun(["x.perf.csv": Self.frame]).read()
        #expect(run.fills?.map(\.fee) == [1, 0.5] && run.fills?.map(\.quantity) == [2, 1])
        #expect(run.equity.values == [100, 100, 99, 100.5])
        #expect(run.reconciliation.checks.filter { $0.outcome == .differs }.map(\.statement) == [])
        // Two fills of one order are one entry: 3 units for 31, worth 33, less 1.5.
        #expect(run.trades?.map { ($0.profit * 1e9).rounded() / 1e9 } == [0.5])
        #expect(run.positions?.values == [[0, 20, 33]] && run.positions?.quantities == [[0, 2, 3]])
    }

    /// An order of the first day that is what it is on the last one.
    private func orders(_ filled: Int, status: String, limit: String = "None") throws -> [Order]? {
        let open = Self.order(0, 0, status: "OPEN: 0", created: true, limit: limit)
        let frame =
            Self.header + Self.row("02", 100, cash: 100, change: 0, benchmark: 0.01, orders: open)
            + Self.row(
                "03", 99, cash: 79, change: -0.01, benchmark: 0.0201, positions: Self.held(2, 10), orders: open,
                transactions: Self.transaction("03", 2, 10))
            + Self.row(
                "04", 100.5, cash: 67.5, change: 0.015, benchmark: 0.03, positions: Self.held(3, 11),
                orders: Self.order(filled, 1.5, status: status, created: true, limit: limit),
                transactions: Self.transaction("04", 1, 11))
        return try TemporaryRun(["x.perf.csv": frame]).read().orders
    }

    @Test func `orders say what was asked, when, and what came of it`() throws {
        let filled = try #require(try orders(3, status: "FILLED: 1")?.first)
        #expect(filled.id == "o1" && filled.symbol == "AAPL" && filled.quantity == 3 && filled.type == "market")
        #expect(filled.status == .filled && filled.filled == 3 && filled.hoursToFill == 48)
        // Two fills of 2 for 10 and 1 for 11.
        #expect(((filled.price ?? 0) - 31.0 / 3).magnitude < 1e-12 && filled.decisionPrice == nil)
        let part = try #require(try orders(3 - 1, status: "OPEN: 0", limit: "9.5")?.first)
        #expect(part.status == .partlyFilled && part.filledShare == 2.0 / 3 && part.type == "limit")
        #expect(part.limitPrice == 9.5 && part.hoursToFill == nil)
        #expect(try orders(0, status: "CANCELLED: 2")?.map(\.status) == [.cancelled])
        #expect(try orders(0, status: "REJECTED: 3")?.map(\.status) == [.rejected])
        #expect(try orders(0, status: "HELD: 4")?.map(\.status) == [.open])
        #expect(try orders(0, status: "LOST: 9") == nil)
    }

    @Test func `orders without the moment that they were sent at are none`() throws {
        #expect(try TemporaryRun(["x.perf.csv": Self.frame]).read().orders == nil)
    }

    @Test func `the benchmark's returns follow from its return since the start`() throws {
        let run = try TemporaryRun(["x.perf.csv": Self.frame]).read()
        let expected = [0.01, 1.0201 / 1.01 - 1, 1.03 / 1.0201 - 1]
        for (own, wanted) in zip(run.benchmark?.returns.values ?? [], expected) {
            #expect((own - wanted).magnitude < 1e-12)
        }
        #expect(run.benchmark?.pairs.count == 3)
    }

    @Test func `a benchmark that never moves is none`() throws {
        let frame =
            Self.header + Self.row("02", 100, cash: 100, change: 0) + Self.row("03", 101, cash: 101, change: 0.01)
        #expect(try TemporaryRun(["x.perf.csv": frame]).read().benchmark == nil)
    }

    @Test func `columns in another order and of the strategy's own are the same run`() throws {
        let lines = Self.frame.split(separator: "\n")
        // The nested cells have commas of their own: columns are moved by adding one in front of the last.
        let moved = lines.enumerated().map {
            $0 == 0 ? String($1).replacing(",returns,", with: ",returns,my_signal,") : String($1)
        }
        let frame = moved.enumerated().map { index, line in
            guard index > 0 else { return line }
            let cells = line.split(separator: ",", maxSplits: 10, omittingEmptySubsequences: false)
            return (cells[..<10] + ["0.5"] + cells[10...]).joined(separator: ",")
        }
        let run = try TemporaryRun(["x.perf.csv": frame.joined(separator: "\n")]).read()
        #expect(run.equity.values == [100, 100, 99, 100.5] && run.fills?.count == 2)
        #expect(run.provenance.notes.contains { $0.contains("'my_signal'") })
    }

    @Test func `positions alone are no equity, and with cash they are`() throws {
        let only =
            ",period_open,period_close,ending_value,capital_used,longs_count\n"
            + "2024-01-02 21:00:00+00:00,2024-01-02 14:31:00+00:00,2024-01-02 21:00:00+00:00,5,0,1\n"
            + "2024-01-03 21:00:00+00:00,2024-01-03 14:31:00+00:00,2024-01-03 21:00:00+00:00,6,0,1\n"
        #expect(try folderMessage(["p.csv": only]).contains("without the cash"))
        let both = only.replacing("capital_used", with: "ending_cash").replacing(",5,0,", with: ",5,95,")
            .replacing(",6,0,", with: ",6,95,").replacing("longs_count", with: "gross_leverage")
        #expect(try TemporaryRun(["p.csv": both]).read().equity.values == [100, 101])
        let bare = "date,ending_value\n2024-01-02,5\n2024-01-03,6\n"
        #expect(try TemporaryRun(["p.csv": bare]).message("p.csv").contains("without the cash"))
    }

    @Test func `JSON of columns with its lists reads as the CSV does`() throws {
        let json = #"""
            {"period_open":{"1704205860000":1704205860000,"1704292260000":1704292260000},
             "portfolio_value":{"1704229200000":100.0,"1704315600000":99.0},"starting_cash":{"1704229200000":100.0,"1704315600000":100},
             "starting_value":{"1704229200000":0.0,"1704315600000":0},"ending_cash":{"1704229200000":100.0,"1704315600000":79.0},
             "capital_used":{"1704229200000":0.0,"1704315600000":-20.0},"returns":{"1704229200000":0.0,"1704315600000":-0.01},
             "transactions":{"1704229200000":[],"1704315600000":[{"amount":2,"dt":1704315600000,"price":10.0,"order_id":"o1","sid":"Equity(0 [AAPL])","commission":null}]},
             "orders":{"1704229200000":[],"1704315600000":[{"id":"o1","dt":1704315600000,"commission":1.0,"filled":2,"sid":"Equity(0 [AAPL])"}]},
             "positions":{"1704229200000":[],"1704315600000":[{"sid":"Equity(0 [AAPL])","amount":2,"cost_basis":10.0,"last_sale_price":10.0}]}}
            """#.replacing("1704205860000\":", with: "1704229200000\":").replacing(
                "1704292260000\":", with: "1704315600000\":")
        let run = try TemporaryRun(["x.perf.json": json]).read("x.perf.json")
        #expect(run.equity.values == [100, 100, 99] && run.fills?.map(\.fee) == [1])
        #expect(run.positions?.symbols == ["AAPL"] && run.fills?.map(\.symbol) == ["AAPL"])
        #expect(run.equity.timestamps.last == moment("2024-01-03 21:00"))
        #expect(run.reconciliation[.positionsSum]?.outcome == .agrees)
    }

    /// `~/.zipline/backtests/<id>/{results,code,metadata}/`.
    @Test func `a folder of RustyBT is the run in it`() throws {
        let folder = try TemporaryRun()
        for name in ["results", "metadata", "code"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + name, withIntermediateDirectories: false)
        }
        try folder.write("results/backtest_results.csv", Array(Self.frame.utf8))
        try folder.write(
            "metadata/backtest_metadata.json",
            Array(
                #"{"framework_version": "0.5.0", "timestamp": "2025-10-18T14:35:00Z", "strategy_entry_point": "/a/momentum.py"}"#
                    .utf8))
        let run = try folder.read()
        #expect(run.identity.engine == "RustyBT 0.5.0" && run.identity.strategy == .given("momentum.py"))
        #expect(run.equity.values == [100, 100, 99, 100.5] && run.fills?.count == 2)
        #expect(run.identity.id == folder.path.split(separator: "/").last.map(String.init))
    }

    @Test func `contracts without a multiplier are left out and named`() throws {
        let frame = Self.frame.replacing("Equity(0 [AAPL])", with: "Future(7 [ESH24])")
        let run = try TemporaryRun(["x.perf.csv": frame]).read()
        #expect(run.fills?.isEmpty == true && run.positions == nil)
        #expect(run.provenance.notes.contains { $0.contains("'ESH24'") })
    }
}
