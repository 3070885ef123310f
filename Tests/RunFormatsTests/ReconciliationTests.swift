import RunFormats
import RunModel
import Series
import Testing

/// A run that agrees to the cent, and each single alteration of it: found, and named.
struct ReconciliationTests {
    private let book = Book(seed: 5)

    private func run(_ files: BookFiles) throws -> Run { try TemporaryRun(files.texts).read() }

    private func warnings(_ files: BookFiles) throws -> [Finding] {
        try run(files).findings.filter { $0.severity == .warning }
    }

    private func warning(_ code: String, in findings: [Finding]) throws -> Finding {
        try #require(findings.first { $0.code == code }, "no \(code) among \(findings.map(\.message))")
    }

    /// The line of a row of a table: the header is line 1.
    private func line(_ row: Int) -> Int { row + 2 }

    @Test func `a book that agrees to the cent has no finding, and every check that its files allow agrees`() throws {
        let run = try run(book.files())
        #expect(run.findings.map(\.message) == [])
        let outcomes = run.reconciliation.checks.map { "\($0.key.rawValue) \($0.outcome.rawValue)" }
        #expect(
            outcomes == [
                "trades_explain_equity agrees", "trades_along_time agrees", "positions_sum agrees",
                "position_values not_checked", "positions_match_trades agrees", "cash_matches_trades agrees",
                "profits_match_prices agrees", "fees_present agrees", "trades_unique agrees",
                "engine_end_value not_checked", "returns_match_equity not_checked", "benchmark_matched not_checked",
            ])
        #expect(run.reconciliation[.tradesExplainEquity]?.statement == "trades explain 100.0 % of the change in equity")
        #expect(run.reconciliation[.tradesAlongTime]?.compared ?? 0 > 10)
    }

    @Test func `ten shares too many are named with symbol, number and date, whether for a day or from then on`() throws
    {
        let symbol = 1
        let day = try #require((40..<100).first { day in (0..<6).allSatisfy { book.units(symbol, day + $0) != 0 } })
        for last in [day, day + 5] {
            var files = book.files()
            for row in day...last {
                files.change(\.positions, row, symbol + 1) { $0 + 10 * book.prices[symbol][row] }
            }
            let finding = try warning("positions_sum", in: try warnings(files))
            #expect(finding.row == line(day) && finding.file == "positions.csv")
            #expect(
                finding.fact.contains("first at \(book.days[day].iso) by \(Book.amount(10 * book.prices[symbol][day]))")
            )
            #expect(finding.fact.contains("as 10 units of 'BBB' too many would make it"))
            let check = try #require(try run(files).reconciliation[.positionsSum])
            #expect(check.symbol == "BBB" && check.differing == last - day + 1 && check.first?.date == book.days[day])
        }
    }

    @Test func `cash that is 500 more from a date on is named with date, amount and cash`() throws {
        var files = book.files()
        for row in 50..<book.days.count { files.change(\.positions, row, 5) { $0 + 50_000 } }
        let findings = try warnings(files)
        let sum = try warning("positions_sum", in: findings)
        #expect(sum.row == line(50) && sum.fact.contains("by 500.00") && sum.fact.contains("as cash would make it"))
        let cash = try warning("cash_and_trades", in: findings)
        #expect(cash.row == line(50) && cash.fact.contains("cash changes at \(book.days[50].iso) by 500.00"))
    }

    @Test func `equity that is 0.2 % higher from a date on is dated, with and without positions`() throws {
        var files = book.files()
        for row in 70..<book.days.count { files.change(\.equity, row, 1) { $0 * 1002 / 1000 } }
        let findings = try warnings(files)
        let sum = try warning("positions_sum", in: findings)
        #expect(sum.row == line(70) && sum.fact.contains("always 0.20 % of the equity"))
        var texts = files.texts
        texts["positions.csv"] = nil
        let alone = try TemporaryRun(texts).read().findings
        let dated = try warning("trades_in_time", in: alone)
        let quiet = try #require((70..<120).first { day in (0..<4).allSatisfy { book.units($0, day) == 0 } })
        #expect(dated.row == line(quiet) && dated.file == "equity.csv" && dated.fact.contains("0.20 % of it"))
        #expect(dated.fact.contains("it agreed until"))
        _ = try warning("trades_sum", in: alone)
    }

    @Test func `an exit price that is 1 % higher is named with its row`() throws {
        var files = book.files()
        files.change(\.trades, 17, BookFiles.exitPrice) { $0 + $0 / 100 }
        let finding = try warning("profit_contradicts_prices", in: try warnings(files))
        #expect(finding.row == line(17) && finding.file == "trades.csv")
        #expect(finding.fact.contains("the profit of trade '18' in '\(book.symbols[book.lots[17].symbol])'"))
    }

    @Test func `a profit that is 50 000 higher is named with its row, and the sum no longer agrees`() throws {
        var files = book.files()
        files.change(\.trades, 11, BookFiles.profit) { $0 + 5_000_000 }
        let findings = try warnings(files)
        #expect(try warning("profit_contradicts_prices", in: findings).row == line(11))
        #expect(try warning("trades_sum", in: findings).fact.contains("50000.00 of it is counted too much"))
    }

    @Test func `a profit with the wrong sign is named as such`() throws {
        var files = book.files()
        files.change(\.trades, 11, BookFiles.profit) { -$0 }
        let finding = try warning("profit_contradicts_prices", in: try warnings(files))
        #expect(finding.row == line(11) && finding.fact.contains("its sign is that of the other side"))
    }

    @Test func `fees that are all zero contradict the stated commission and the profits`() throws {
        var files = book.files()
        for row in files.trades.indices { files.trades[row][BookFiles.fees] = "0.00" }
        let findings = try warnings(files)
        #expect(try warning("fees_missing", in: findings).fact.contains("'1 to 4 an order', but every fee is 0"))
        #expect(try warning("profit_contradicts_prices", in: findings).fact.contains("fees are 0"))
    }

    @Test func `a trade that is missing is named by its number, its dates and its symbol`() throws {
        let place = 20
        let lot = book.lots[place]
        var files = book.files()
        files.trades.remove(at: place)
        let findings = try warnings(files)
        _ = try warning("trades_sum", in: findings)
        #expect(try warning("trade_left_out", in: findings).fact.contains("number 21 is missing"))
        let cash = try warning("cash_and_trades", in: findings)
        #expect(cash.fact.contains("cash changes at \(book.days[lot.entry].iso)"))
        #expect(cash.fact.contains("also at \(book.days[lot.exit ?? 0].iso)"))
    }

    @Test func `a trade that is written twice is named with both lines`() throws {
        var files = book.files()
        files.trades.insert(files.trades[20], at: 30)
        let findings = try warnings(files)
        let finding = try warning("trade_repeated", in: findings)
        #expect(finding.row == line(30) && finding.fact.contains("as on line \(line(20))"))
        _ = try warning("trades_sum", in: findings)
    }

    @Test func `a long table of positions reads like a wide one, and names the altered cell`() throws {
        var texts = book.files().texts
        let wide = try TemporaryRun(texts).read()
        texts["positions.csv"] = book.longPositions()
        let long = try TemporaryRun(texts).read()
        #expect(long.findings.map(\.message) == [])
        #expect(long.positions?.cash == wide.positions?.cash)
        #expect(Set(long.positions?.symbols ?? []) == Set(book.symbols))
        #expect(long.reconciliation[.positionValues]?.outcome == .agrees)
        let lines = book.longPositions().split(separator: "\n").map(String.init)
        let place = try #require(lines.indices.first { $0 > 60 && lines[$0].contains(",BBB,") })
        var cells = lines[place].split(separator: ",").map(String.init)
        cells[2] = "\((Int(cells[2]) ?? 0) + 10)"
        texts["positions.csv"] = lines.enumerated().map { $0 == place ? cells.joined(separator: ",") : $1 }
            .joined(separator: "\n")
        let run = try TemporaryRun(texts).read()
        let finding = try warning("position_value", in: run.findings)
        #expect(finding.row == place + 1 && finding.fact.contains("'BBB' at \(cells[0])"))
    }

    @Test func `what cannot be checked is said with what is missing, and is no finding`() throws {
        var texts = book.files().texts
        texts["trades.csv"] = nil
        texts["positions.csv"] = nil
        let run = try TemporaryRun(texts).read()
        #expect(run.findings.isEmpty)
        #expect(run.reconciliation.count(.agrees) == 0 && run.reconciliation.count(.differs) == 0)
        #expect(run.reconciliation[.tradesExplainEquity]?.statement == "the run has no trades")
    }

    @Test func `without money, trades are not held against growth of one`() throws {
        var texts = book.files().texts
        texts["run.json"] = nil
        texts["equity.csv"] = nil
        texts["positions.csv"] = nil
        texts["returns.csv"] = "date,returns\n" + book.days.map { "\($0.iso),0.001\n" }.joined()
        let run = try TemporaryRun(texts).read()
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .notChecked)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }

    @Test func `returns beside equity are compared, and a different one is dated`() throws {
        var texts = book.files().texts
        var rows = book.days.indices.dropFirst().map { day in
            (book.days[day].iso, Double(book.equity(day)) / Double(book.equity(day - 1)) - 1)
        }
        func table() -> String { "date,returns\n" + rows.map { "\($0.0),\($0.1)\n" }.joined() }
        texts["returns.csv"] = table()
        let agreeing = try TemporaryRun(texts).read()
        #expect(agreeing.reconciliation[.returnsMatchEquity]?.outcome == .agrees && agreeing.findings.isEmpty)
        rows[30].1 += 0.001
        texts["returns.csv"] = table()
        let finding = try warning("returns_and_equity", in: try TemporaryRun(texts).read().findings)
        #expect(finding.file == "returns.csv" && finding.row == 32)
        texts["returns.csv"] = "date,returns\nx,y\n"
        let check = try #require(try TemporaryRun(texts).read().reconciliation[.returnsMatchEquity])
        #expect(check.statement == "returns.csv cannot be read")
    }

    @Test func `a symbol with two rows at one moment is an error`() throws {
        var texts = book.files().texts
        texts["positions.csv"] = "date,symbol,value\n2023-01-02,A,1\n2023-01-02,A,2\n2023-01-02,cash,3\n"
        do {
            _ = try TemporaryRun(texts).read()
            Issue.record("no error")
        } catch let error as RunError {
            #expect(error.findings.map(\.code) == ["repeated_position"] && error.findings[0].row == 3)
        }
    }

    @Test(arguments: ["2023-01-02", "2031-01-01"])
    func `an out-of-sample date that leaves a part empty is a warning`(date: String) throws {
        var texts = book.files().texts
        texts["run.json"] = "{\"out_of_sample_start\": \"\(date)\"}"
        let run = try TemporaryRun(texts).read()
        #expect(run.findings.map(\.code) == ["out_of_sample_outside"])
    }

    @Test func `options that cut the run leave its reconciliation as it is`() throws {
        let folder = try TemporaryRun(book.files().texts)
        let whole = try folder.read().reconciliation
        let cut = try folder.read(RunOptions(from: book.days[40], to: book.days[80]))
        #expect(cut.reconciliation == whole && cut.findings.isEmpty)
    }
}
