import RunFormats
import RunModel
import Series
import Testing

struct TradesTests {
    private func run(_ trades: String, equity: String = dailyEquity(20)) throws -> Run {
        try TemporaryRun(["equity.csv": equity, "trades.csv": trades]).read()
    }

    /// What was found of the rows themselves: trades made up for a test do not make its equity, which is found too.
    private func codes(_ run: Run) -> [String] {
        run.findings.map(\.code).filter { !["trades_sum", "trades_in_time"].contains($0) }
    }

    private let header = "id,symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl\n"

    @Test func `a row is a round trip`() throws {
        let trades = try run(
            header + "7,MSFT,short,220,2024-01-04T15:00:00,72.0052,2024-01-05T15:35:00,71.4847,2.20,112.31\n"
        ).trades
        let trade = try #require(trades?.first)
        #expect(trade.id == "7" && trade.symbol == "MSFT" && trade.side == .short && trade.quantity == 220)
        #expect(trade.entry == moment("2024-01-04 15:00") && trade.exit == moment("2024-01-05 15:35"))
        #expect(trade.profit == 112.31 && trade.fees == 2.2 && !trade.isOpen)
    }

    @Test func `profit is net by name, gross by name, else derived`() throws {
        let start = "qty,entry_time,entry_price,exit_time,exit_price,fees"
        let row = "10,2024-01-04,5,2024-01-05,7,3"
        #expect(try run("\(start),pnl\n\(row),99\n").trades?[0].profit == 99)
        #expect(try run("\(start),gross_pnl\n\(row),99\n").trades?[0].profit == 96)
        #expect(try run("\(start)\n\(row)\n").trades?[0].profit == 17)
        #expect(try run("\(start),multiplier\n\(row),50\n").trades?[0].profit == 997)
    }

    @Test func `without a side the sign of the size is the side`() throws {
        let start = "qty,entry_time,entry_price,exit_time,exit_price\n"
        let trade = try run(start + "-10,2024-01-04,5,2024-01-05,7\n").trades?.first
        #expect(trade?.side == .short && trade?.quantity == 10 && trade?.profit == -20 && trade?.id == "1")
    }

    @Test func `trades come sorted by exit`() throws {
        let start = "id,qty,entry_time,entry_price,exit_time,exit_price\n"
        let rows = "a,1,2024-01-04,5,2024-01-09,7\nb,1,2024-01-04,5,2024-01-05,7\nc,1,2024-01-02,5,2024-01-09,7\n"
        let result = try run(start + rows)
        #expect(result.trades?.map(\.id) == ["b", "c", "a"])
        #expect(result.provenance.notes.contains("Trades of trades.csv were sorted by exit."))
    }

    @Test func `a trade without exit is open until the run ends`() throws {
        let result = try run(header + "1,A,long,1,2024-01-04,5,,9,0,4\n2,A,long,1,2024-01-04,5,,,0,\n")
        #expect(result.trades?.map(\.isOpen) == [true, true])
        #expect(result.trades?[0].exit == result.equity.timestamps.last)
        #expect(result.trades?[0].exitPrice == 9)
        #expect(codes(result) == ["open_trades_unpriced"])
    }

    @Test func `net profits that are gross are warned of`() throws {
        let rows = (0..<6).map { "\($0),A,long,1,2024-01-04,5,2024-01-05,9,1,4" }.joined(separator: "\n")
        #expect(codes(try run(header + rows)) == ["profit_looks_gross"])
        #expect(codes(try run(header + rows.replacing(",1,4", with: ",1,3"))).isEmpty)
    }

    @Test func `excursions get the signs of the model, or none`() throws {
        let start = "qty,entry_time,entry_price,exit_time,exit_price,mae,mfe\n"
        let turned = try run(start + "1,2024-01-04,5,2024-01-05,7,3,4\n")
        #expect(turned.trades?[0].mae == -3 && turned.trades?[0].mfe == 4)
        let mixed = try run(start + "1,2024-01-04,5,2024-01-05,7,3,4\n1,2024-01-04,5,2024-01-05,7,-3,4\n")
        #expect(mixed.trades?[0].mae == nil)
        #expect(codes(mixed) == ["excursion_signs"])
    }

    @Test func `trades outside the series are warned of`() throws {
        let result = try run(header + "1,A,long,1,2023-01-04,5,2024-01-05,9,0,4\n")
        #expect(result.findings.map(\.code) == ["trades_outside_run"])
    }

    @Test func `no rows are no trades, no file is no knowledge`() throws {
        let result = try run(header)
        #expect(result.trades == [])
        #expect(result.findings.map(\.message) == ["trades.csv: the file has no rows: the run never traded"])
        #expect(try bare(dailyEquity(5)).trades == nil)
    }

    @Test func `timestamps with offsets stand on the run's clock`() throws {
        let folder = try TemporaryRun([
            "equity.csv": dailyEquity(20), "run.json": #"{"time_zone": "America/New_York"}"#,
            "trades.csv": header + "1,A,long,1,2024-01-04T21:00:00Z,5,2024-01-06T02:00:00Z,9,0,4\n",
        ])
        let trade = try folder.read().trades?.first
        #expect(trade?.entry == moment("2024-01-04 16:00") && trade?.exit == moment("2024-01-05 21:00"))
    }
}

struct PositionsTests {
    @Test func `a wide table of values with cash`() throws {
        let folder = try TemporaryRun([
            "equity.csv": "date,equity\n2024-01-02,100\n2024-01-03,110\n",
            "positions.csv": "date,AAPL,KO,cash\n2024-01-02,50,,50\n2024-01-03,80,-20,50\n",
        ])
        let run = try folder.read()
        #expect(run.positions?.symbols == ["AAPL", "KO"])
        #expect(run.positions?.values == [[50, 80], [0, -20]])
        #expect(run.positions?.cash == [50, 50])
        #expect(run.findings.isEmpty)
        #expect(run.provenance.notes.contains("1 empty cells of positions.csv were read as no position."))
    }

    @Test func `positions that are not the equity are warned of`() throws {
        let folder = try TemporaryRun([
            "equity.csv": "date,equity\n2024-01-02,100\n2024-01-03,110\n",
            "positions.csv": "date,AAPL,cash\n2024-01-02,50,50\n2024-01-03,80,10\n",
        ])
        let finding = try #require(folder.read().findings.first)
        #expect(
            finding.message
                == "positions.csv:3: positions and cash differ from equity on 1 of 2 rows, first at 2024-01-03 by "
                + "-20.00 (90.00 against 110.00); write all positions at market value, and cash as a column 'cash'")
    }
}

struct DescriptionTests {
    @Test func `every field of the description arrives`() throws {
        let json = """
            { "id": "a/b", "strategy": "S", "version": 2, "engine": "E 1", "created": "2024-05-01", "currency": "EUR",
              "initial_capital": 1000, "time_zone": "UTC", "calendar": "xlon", "benchmark": "FTSE", "risk_free": 0.01,
              "parameters": { "n": 5, "on": true, "exit": { "stop": 0.1 }, "list": [1, "x"] },
              "cost_model": { "commission": "1 bp", "slippage": null }, "sectors": { "KO": "Staples", "AAPL": "Tech" },
              "out_of_sample_start": "2024-01-05", "trials": 12 }
            """
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": json]).read()
        #expect(run.identity.id == "a-b" && run.identity.strategy == .given("S") && run.identity.version == .given("2"))
        #expect(run.identity.engine == "E 1" && run.identity.created == .given("2024-05-01"))
        #expect(run.currency == .given("EUR") && run.timeZone == .given("UTC") && run.calendar.name == "xlon")
        #expect(run.riskFree == .annual(0.01) && run.trials == 12 && run.costs == CostModel(commission: "1 bp"))
        #expect(run.outOfSampleStart == CalendarDate(iso: "2024-01-05"))
        #expect(
            run.identity.parameters.map { $0.name + "=" + $0.value } == [
                "n=5", "on=true", "exit.stop=0.1", "list=[1, x]",
            ])
        #expect(
            run.instruments == [
                Instrument(symbol: "AAPL", sector: "Tech"), Instrument(symbol: "KO", sector: "Staples"),
            ])
        #expect(run.findings.map(\.code) == ["benchmark_absent"])
    }

    @Test(arguments: [
        "api_key", "apiKey", "API-KEY", "secretSauce", "password", "db.passwd", "accessToken", "privateKey", "key",
        "KEYS", "auth",
        "client_credential",
    ])
    func `secrets are masked wherever they stand`(name: String) throws {
        let json =
            #"{"parameters": {"\#(name)": "hunter2", "deep": {"\#(name)": {"x": "hunter2"}}, "list": [{"\#(name)": "hunter2"}]}}"#
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": json]).read()
        #expect(!"\(run)".contains("hunter2"))
        #expect(run.identity.parameters.first?.value == "•••")
    }

    @Test(arguments: ["window", "lookback", "keyframe", "author", "fast"])
    func `other names are not masked`(name: String) throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": #"{"parameters": {"\#(name)": 5}}"#])
            .read()
        #expect(run.identity.parameters.first?.value == "5")
    }

    @Test func `credentials inside an address are masked`() throws {
        let json = #"{"parameters": {"feed": "https://me:hunter2@host/path@x"}}"#
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": json]).read()
        #expect(run.identity.parameters.first?.value == "https://•••@host/path@x")
    }

    @Test(arguments: [
        ("..", "_."), ("/etc/passwd", "_etc-passwd"), ("a\nb", "a-b"), (".hidden", "_hidden"), ("日経", "日経"),
    ])
    func `ids are names of files`(id: String, expected: String) throws {
        let json = "{\"id\": \"" + id.replacing("\n", with: "\\n") + "\"}"
        #expect(try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": json]).read().identity.id == expected)
    }

    @Test func `the description stands for its folder`() throws {
        let folder = try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": #"{"strategy": "S"}"#])
        #expect(try folder.read("run.json").identity.strategy == .given("S"))
    }
}
