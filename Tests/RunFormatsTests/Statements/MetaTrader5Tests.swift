import Foundation
import RunFormats
import RunModel
import Series
import Testing

/// Reports of MetaTrader 5, laid out as the terminal does.
struct MetaTrader5Tests {
    private static let deposit = "2024.01.01 00:00:00|1||balance||||| 0.00|0.00|10 000.00|10 000.00|"
    private static let simple = [
        deposit, "2024.01.02 07:15:00|2|XAUUSD|buy|in|0.10|2 000.00|2|-0.50|0.00|0.00|9 999.50|start",
        "2024.01.03 11:39:32|3|XAUUSD|sell|out|0.10|2 010.00|3|-0.50|-3.70|100.00|10 095.30|tp 2010.00",
        "2024.01.08 10:00:00|4|XAUUSD|sell|in|0.20|2 020.00|4|-1.00|0.00|0.00|10 094.30|",
        "2024.01.09 10:00:00|5|XAUUSD|buy|out|0.20|2 025.00|5|-1.00|0.00|-100.00|9 993.30|[sl 2025.00]",
    ]

    private func run(_ page: String, isUTF16: Bool = true, _ options: RunOptions = RunOptions()) throws -> Run {
        let folder = try TemporaryRun()
        try folder.write("ReportTester-1.html", isUTF16 ? MetaTraderPage.utf16(page) : Array(page.utf8))
        return try folder.read("ReportTester-1.html", options)
    }

    @Test func `a test is an account by day, trades net of all costs, and its inputs`() throws {
        let run = try run(
            MetaTraderPage.five(
                Self.simple, totals: ["-3.00", "-3.70", "0.00", "9 993.30"],
                inputs: ["=== Risk ====", "Lots=0.10", "InpTelegramToken=12:ab"]))
        #expect(run.identity.strategy == .given("Moving Average") && run.currency == .given("USD"))
        #expect(
            run.identity.parameters.map { $0.name + "=" + $0.value } == [
                "Symbol=XAUUSD", "Period=M5", "Leverage=1:500", "Lots=0.10", "InpTelegramToken=•••",
            ])
        // Monday the first to Friday the twelfth, and the Friday before.
        #expect(
            run.equity.values == [
                10000, 10000, 9999.5, 10095.3, 10095.3, 10095.3, 10094.3, 9993.3, 9993.3, 9993.3, 9993.3,
            ])
        #expect(run.equity.timestamps.map(\.description).first == "2023-12-29")
        #expect(run.equity.timestamps.map(\.description).last == "2024-01-12")
        let trades = try #require(run.trades)
        #expect(trades.map(\.side) == [.long, .short] && trades.map(\.exitReason) == ["tp", "sl"])
        #expect(
            trades[0].entry.description == "2024-01-02 07:15" && trades[0].exit.description == "2024-01-03 11:39:32")
        #expect((trades[0].profit - 95.3).magnitude < 1e-9 && (trades[0].fees - 4.7).magnitude < 1e-9)
        #expect((trades[1].profit + 102).magnitude < 1e-9 && trades[1].multiplier == 100 && trades[0].tag == "start")
        #expect(run.fills?.map(\.quantity) == [0.1, -0.1, -0.2, 0.2])
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        #expect(run.findings.map(\.code) == ["equity_at_exits"] && run.timeZone == .absent)
    }

    @Test func `labels of any language, and UTF-8, change nothing`() throws {
        let english = try run(MetaTraderPage.five(Self.simple))
        let russian = try run(MetaTraderPage.five(Self.simple, words: .russian))
        let utf8 = try run(MetaTraderPage.five(Self.simple, words: .russian), isUTF16: false)
        for other in [russian, utf8] {
            #expect(other.equity == english.equity && other.trades == english.trades)
            #expect(other.identity.parameters == english.identity.parameters && other.currency == .given("USD"))
            #expect(other.reported.map(\.key) == english.reported.map(\.key))
        }
        #expect(russian.reported.first?.name == "Чистая прибыль")
    }

    @Test func `numbers part thousands with blanks that do not break`() throws {
        let page = MetaTraderPage.five(Self.simple)
        let other = page.replacingOccurrences(of: "10 000.00", with: "10&nbsp;000.00")
            .replacingOccurrences(of: "9 993.30", with: "9\u{202F}993.30").replacingOccurrences(
                of: "2 010.00", with: "2\u{A0}010.00")
        #expect(try run(other).equity == run(page).equity)
        #expect(try run(other).trades == run(page).trades)
    }

    @Test func `the report's own figures are compared, percents before and in brackets`() throws {
        let run = try run(
            MetaTraderPage.five(
                Self.simple,
                figures: ["-6.70", "101.00 (1.01%)", "661.03 (20.91%)", "0.93", "-3.35", "2", "1 (50.00%)"]))
        let byKey = Dictionary(
            run.reported.compactMap { statistic in statistic.key.map { ($0, statistic) } },
            uniquingKeysWith: { first, _ in first })
        #expect(byKey["trades.total_pnl"]?.value == -6.7 && byKey["trades.expectancy"]?.value == -3.35)
        #expect(byKey["trades.win_rate"]?.value == 0.5 && byKey["trades.count"]?.value == 2)
        #expect(byKey["max_drawdown"]?.value == -0.01 && byKey["trades.profit_factor"]?.text == "0.93")
        #expect(run.findings.contains { $0.fact.hasSuffix("the report gives a drawdown of equity of 661.03 (20.91%)") })
    }

    @Test func `an account with one position a symbol closes parts of it at the average price, and turns it`() throws {
        let run = try run(
            MetaTraderPage.five([
                Self.deposit, "2024.01.02 08:00:00|2|XAUUSD|buy|in|1.00|2000.00|2|-2.00|0.00|0.00|9 998.00|",
                "2024.01.02 09:00:00|3|XAUUSD|buy|in|1.00|2010.00|3|-2.00|0.00|0.00|9 996.00|",
                "2024.01.03 09:00:00|4|XAUUSD|sell|out|0.50|2015.00|4|-1.00|0.00|500.00|10 495.00|",
                "2024.01.04 09:00:00|5|XAUUSD|sell|in/out|2.50|2025.00|5|-5.00|-1.00|3 000.00|13 489.00|",
                "2024.01.05 09:00:00|6|XAUUSD|buy|out|1.00|2020.00|6|-2.00|0.00|500.00|13 987.00|end of test",
            ]))
        let trades = try #require(run.trades)
        #expect(trades.map(\.quantity) == [0.5, 1.5, 1] && trades.map(\.side) == [.long, .long, .short])
        #expect(trades.map(\.entryPrice) == [2005, 2005, 2025] && trades.map(\.isOpen) == [false, false, true])
        // Commissions of deals in go with what is closed of them; the one of the turn is divided by size.
        #expect((trades[0].profit - (500 - 1 - 1)).magnitude < 1e-9)
        #expect((trades[1].profit - (3000 - 1 - 3 - 3)).magnitude < 1e-9)
        #expect((trades[2].profit - (500 - 2 - 2)).magnitude < 1e-9)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }

    @Test func `an account with several positions a symbol closes the one whose price gives the profit`() throws {
        let run = try run(
            MetaTraderPage.five([
                Self.deposit, "2024.01.02 08:00:00|2|XAUUSD|buy|in|1.00|2000.00|2|0.00|0.00|0.00|10 000.00|a",
                "2024.01.02 08:30:00|3|XAUUSD|sell|out|1.00|2001.00|3|0.00|0.00|100.00|10 100.00|",
                "2024.01.02 09:00:00|4|XAUUSD|buy|in|1.00|2010.00|4|0.00|0.00|0.00|10 100.00|b",
                "2024.01.02 10:00:00|5|XAUUSD|buy|in|1.00|2020.00|5|0.00|0.00|0.00|10 100.00|c",
                "2024.01.02 11:00:00|6|XAUUSD|sell|in|1.00|2021.00|6|0.00|0.00|0.00|10 100.00|d",
                "2024.01.03 09:00:00|7|XAUUSD|sell|out|1.00|2025.00|7|0.00|0.00|500.00|10 600.00|",
                "2024.01.03 10:00:00|8|XAUUSD|buy|out|1.00|2025.00|8|0.00|0.00|-400.00|10 200.00|",
                "2024.01.03 11:00:00|9|XAUUSD|sell|out|1.00|2025.00|9|0.00|0.00|1 500.00|11 700.00|",
            ]))
        #expect(run.trades?.map(\.tag) == ["a", "c", "d", "b"])
        #expect(run.trades?.map(\.entryPrice) == [2000, 2020, 2021, 2010])
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }

    @Test func `balances and totals that do not add up are told`() throws {
        var deals = Self.simple
        deals[2] = deals[2].replacingOccurrences(of: "10 095.30", with: "10 195.30")
        let run = try run(MetaTraderPage.five(deals, totals: ["-3.00", "-3.70", "10.00", "9 993.31"]))
        #expect(
            run.findings.filter { $0.code == "booking_contradicted" }.map(\.fact) == [
                "the balance moves by 195.80 where 95.80 is booked, here the first of 2",
                "the profit of all deals is 10.00, and its parts add up to 0.00",
            ])
    }

    @Test func `a test without trades is a flat account`() throws {
        let run = try run(MetaTraderPage.five([Self.deposit]))
        #expect(run.trades?.isEmpty == true && Set(run.equity.values) == [10000] && run.equity.count == 11)
    }

    @Test func `a deal that is none is named with its line`() throws {
        var deals = Self.simple
        deals[3] = deals[3].replacingOccurrences(of: "2 020.00", with: "2,020")
        let folder = try TemporaryRun()
        try folder.write("r.html", Array(MetaTraderPage.five(deals).utf8))
        let findings = RunReader.validate(folder.path + "/r.html")
        #expect(findings.map(\.code) == ["unreadable_booking"] && findings[0].row != nil)
        #expect(findings[0].fact == "'2,020' in column 7 is not what this table has there")
    }

    @Test func `the history of an account has fees, positions, and payments that are no returns`() throws {
        let page = MetaTraderPage.history(
            "3873474 (USD, Demo, real, Hedge)",
            deals: [
                "2024.01.02 08:00:00|1||balance|||||0.00|0.00|0.00|1 000.00|1 000.00|",
                "2024.01.02 09:00:00|2|EURUSD|buy|in|0.10|1.10000|2|-0.30|-0.10|0.00|0.00|999.60|",
                "2024.01.03 09:00:00|3|EURUSD|sell|out|0.10|1.11000|3|-0.30|-0.10|-0.20|100.00|1 099.00|",
                "2024.01.04 09:00:00|4||balance|||||0.00|0.00|0.00|1 000.00|2 099.00|Deposit",
                "2024.01.05 09:00:00|5|EURUSD|sell|in|0.10|1.11000|5|-0.30|-0.10|0.00|0.00|2 098.60|",
                "2024.01.08 09:00:00|6|EURUSD|buy|out|0.10|1.12000|6|-0.30|-0.10|0.00|-100.00|1 998.20|",
                "2024.01.09 09:00:00|7||balance|||||0.00|0.00|0.00|-998.20|1 000.00|Withdrawal",
            ],
            closed: [
                "2024.01.02 09:00:00|2|EURUSD|buy|~comment|0.10|1.10000|||2024.01.03 09:00:00|1.11000|-0.80|-0.20|100.00",
                "2024.01.05 09:00:00|5|EURUSD|sell|~|0.10|1.11000|||2024.01.08 09:00:00|1.12000|-0.80|0.00|-100.00",
            ], open: ["2024.01.10 09:00:00|9|EURUSD|buy|0.10|1.12000|||1.13000|-0.50|100.00|"])
        let run = try run(page)
        #expect(run.identity.strategy == .given("Account 3873474") && run.initialCapital == .absent)
        #expect(run.trades?.map(\.id) == ["2", "5", "9"] && run.trades?.map(\.isOpen) == [false, false, true])
        #expect((run.trades?[0].profit ?? 0) == 99 && (run.trades?[2].profit ?? 0) == 99.5)
        let day = Dictionary(
            zip(run.returns.timestamps.map(\.description), run.returns.values), uniquingKeysWith: { $1 })
        #expect(((day["2024-01-02"] ?? 0) - (999.6 / 1000 - 1)).magnitude < 1e-12)
        #expect(((day["2024-01-03"] ?? 0) - (1099 / 999.6 - 1)).magnitude < 1e-12)
        #expect((day["2024-01-04"] ?? 1).magnitude < 1e-12 && (day["2024-01-09"] ?? 1).magnitude < 1e-12)
        #expect(((day["2024-01-12"] ?? 0) - 0.0995).magnitude < 1e-12)
    }
}
