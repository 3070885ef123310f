import Foundation
import RunFormats
import RunModel
import Series
import Testing

/// Test reports of MetaTrader 4, laid out as the terminal does.
struct MetaTrader4Tests {
    private func run(_ page: String, _ bytes: [UInt8]? = nil) throws -> Run {
        let folder = try TemporaryRun()
        try folder.write("StrategyTester.htm", bytes ?? Array(page.utf8))
        return try folder.read("StrategyTester.htm")
    }

    private static let simple = [
        "1|2018.01.03 18:00|buy|1|0.10|1.20000|0.00000|0.00000|",
        "2|2018.01.03 18:00|modify|1|0.10|1.20000|1.19000|1.20500|",
        "3|2018.01.03 19:00|sell limit|2|0.10|1.21000|0.00000|0.00000|",
        "4|2018.01.04 10:00|t/p|1|0.10|1.20500|1.19000|1.20500|50.00|10050.00",
        "5|2018.01.05 10:00|sell|2|0.10|1.21000|0.00000|0.00000|",
        "6|2018.01.05 11:00|delete|3|0.10|1.25000|0.00000|0.00000|",
        "7|2018.01.08 10:00|s/l|2|0.10|1.21100|1.21100|0.00000|-10.70|10039.30",
        "8|2018.01.09 10:00|buy|4|0.10|1.22000|0.00000|0.00000|",
        "9|2018.01.12 20:00|close at stop|4|0.10|1.21900|0.00000|0.00000|-10.00|10029.30",
    ]

    @Test func `rows of one order are a trade, and the tester's last closes are open`() throws {
        let run = try run(MetaTraderPage.four(Self.simple, net: "29.30"))
        let trades = try #require(run.trades)
        #expect(trades.map(\.id) == ["1", "2", "4"] && trades.map(\.side) == [.long, .short, .long])
        #expect(
            trades.map(\.exitReason) == ["t/p", "s/l", "close at stop"] && trades.map(\.isOpen) == [false, false, true])
        #expect(trades.map(\.profit) == [50, -10.7, -10] && trades.allSatisfy { $0.multiplier == 100_000 })
        // What a profit is less than its move is swap.
        #expect((trades[1].fees - 0.7).magnitude < 1e-9 && trades[0].fees == 0)
        #expect(run.equity.values.first == 10000 && run.equity.values.last == 10029.3)
        #expect(run.equity.timestamps.map(\.description).first == "2017-12-29")
        #expect(run.equity.timestamps.map(\.description).last == "2018-01-12")
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        #expect(run.findings.map(\.code) == ["equity_at_exits"])
        #expect(run.reported.first { $0.key == "trades.total_pnl" }?.value == 29.3)
    }

    @Test func `code pages are told from each other, named or not`() throws {
        let french = MetaTraderPage.four(Self.simple)
        let western: [Character: UInt8] = ["é": 0xE9]
        let one = try run("", MetaTraderPage.singleBytes(french, western))
        #expect(
            one.identity.parameters.map { $0.name + "=" + $0.value }.prefix(3) == [
                "Symbol=EURUSD", "Period=1 Heure (H1) 2018.01.02 07:00 - 2018.01.12 20:00 (2018.01.01 - 2018.01.13)",
                "Model=Chaque tick",
            ])
        #expect(one.identity.parameters.suffix(2).map(\.value) == ["0.1", "\"8;16\""])
        let letters = Array("абвгдежзийклмнопрстуфхцчшщъыьэюя")
        let cyrillic = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, UInt8(0xE0 + $0)) })
        let russian = MetaTraderPage.four(Self.simple, title: "советник").replacingOccurrences(of: "é", with: "е")
            .replacingOccurrences(of: "Chaque tick", with: "все тики")
        let two = try run("", MetaTraderPage.singleBytes(russian, cyrillic))
        #expect(two.identity.strategy == .given("советник") && two.equity == one.equity)
        #expect(two.identity.parameters.contains { $0.name == "Model" && $0.value == "все тики" })
        let named = russian.replacingOccurrences(
            of: "<html>", with: "<html><meta http-equiv=\"x\" content=\"text/html; charset=windows-1251\">")
        #expect(try run("", MetaTraderPage.singleBytes(named, cyrillic)).identity.strategy == .given("советник"))
    }

    @Test func `what is left of an order that was closed in part keeps its time of entry`() throws {
        let run = try run(
            MetaTraderPage.four(
                [
                    "1|2018.01.03 18:00|buy|1|1.00|1.20000|0.00000|0.00000|",
                    "2|2018.01.04 10:00|close|1|0.30|1.20100|0.00000|0.00000|30.00|10030.00",
                    "3|2018.01.04 10:00|buy|2|0.70|1.20000|0.00000|0.00000|",
                    "4|2018.01.05 10:00|close|2|0.70|1.20200|0.00000|0.00000|140.00|10170.00",
                ], net: "170.00"))
        #expect(run.trades?.map(\.quantity) == [0.3, 0.7])
        #expect(Set(run.trades?.map(\.entry) ?? []) == [moment("2018-01-03 18:00")])
    }

    @Test func `balances that do not follow are told, and an order that nobody opened`() throws {
        let run = try run(
            MetaTraderPage.four(
                [
                    "1|2018.01.03 18:00|close|7|0.10|1.20000|0.00000|0.00000|5.00|10006.00",
                    "2|2018.01.04 18:00|buy|1|0.10|1.20000|0.00000|0.00000|",
                    "3|2018.01.05 18:00|close|1|0.10|1.20100|0.00000|0.00000|10.00|10016.00",
                ], net: "15.00"))
        #expect(
            Set(run.findings.map(\.code)).isSuperset(of: [
                "opened_elsewhere", "booking_contradicted", "equity_at_exits",
            ]))
        #expect(run.findings.count { $0.code == "booking_contradicted" } == 2)
    }

    @Test func `a test on Saturdays has every day, one without any has weekdays`() throws {
        let weekend = try run(
            MetaTraderPage.four(
                [
                    "1|2018.01.03 18:00|buy|1|0.10|1.20000|0.00000|0.00000|",
                    "2|2018.01.06 10:00|close|1|0.10|1.20100|0.00000|0.00000|10.00|10010.00",
                ], net: "10.00"))
        #expect(weekend.calendar.name == "24x7" && weekend.equity.count == 13)
        let sunday = try run(
            MetaTraderPage.four(
                [
                    "1|2018.01.03 18:00|buy|1|0.10|1.20000|0.00000|0.00000|",
                    "2|2018.01.07 23:00|close|1|0.10|1.20100|0.00000|0.00000|10.00|10010.00",
                ], net: "10.00"))
        // What is booked on a Sunday evening is part of Monday.
        let values = Dictionary(
            zip(sunday.equity.timestamps.map(\.description), sunday.equity.values), uniquingKeysWith: { $1 })
        #expect(values["2018-01-05"] == 10000 && values["2018-01-07"] == nil && values["2018-01-08"] == 10010)
    }

    @Test func `size and rate follow from profits in the currency that is traded`() throws {
        // 100 000 dollars in yen: a profit is the move over the exit price.
        let run = try run(
            MetaTraderPage.four(
                [
                    "1|2018.01.03 18:00|buy|1|0.20|110.000|0.000|0.000|",
                    "2|2018.01.04 10:00|close|1|0.20|111.000|0.000|0.000|180.18|10180.18",
                    "3|2018.01.05 18:00|sell|2|0.20|112.000|0.000|0.000|",
                    "4|2018.01.08 10:00|close|2|0.20|113.000|0.000|0.000|-176.99|10003.19",
                ], net: "3.19"))
        let worth = try #require(run.trades).map { $0.multiplier * $0.exitPrice }
        #expect(worth.allSatisfy { ($0 - 100_000).magnitude < 1e-6 })
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }
}
