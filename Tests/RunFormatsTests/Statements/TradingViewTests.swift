import Foundation
import RunFormats
import RunModel
import Series
import Testing

/// Lists of trades of TradingView in all generations of its header.
struct TradingViewTests {
    private static let third =
        "\u{FEFF}Trade number,Type,Date and time,Signal,Price USD,Size (qty),Size (value),Net PnL USD,"
        + "Return %,Commission USD,Favorable excursion USD,Favorable excursion %,Adverse excursion USD,Adverse excursion %,"
        + "Cumulative PnL USD,Cumulative PnL %,Duration (bars)"
    private static let second =
        "\u{FEFF}Trade #,Type,Date and time,Signal,Price USD,Position size (qty),Position size (value),"
        + "Net P&L USD,Net P&L %,Run-up USD,Run-up %,Drawdown USD,Drawdown %,Cumulative P&L USD,Cumulative P&L %"
    private static let first =
        "Trade #,Type,Signal,Date/Time,Price USD,Contracts,Profit USD,Profit %,Cum. Profit USD,"
        + "Cum. Profit %,Run-up USD,Run-up %,Drawdown USD,Drawdown %"

    /// Two trades, the first of a future whose point is worth 50: the exit stands above the entry.
    private static let rows = [
        "1,Exit long,2024-01-03 15:30,Stop,4010,1,200000,498,0.25,2,600,0.30,-150,-0.08,498,4.98,7",
        "1,Entry long,2024-01-02 10:00,Up,4000,1,200000,498,0.25,2,600,0.30,-150,-0.08,498,4.98,7",
        "2,Exit short,2024-01-08 15:30,Down,4030,2,402000,-1002,-0.25,2,100,0.02,-1500,-0.37,-504,-5.04,3",
        "2,Entry short,2024-01-08 09:30,Down,4020,2,402000,-1002,-0.25,2,100,0.02,-1500,-0.37,-504,-5.04,3",
    ]

    private func list(_ header: String, _ rows: [String]) -> String {
        ([header] + rows).joined(separator: "\r\n") + "\r\n"
    }

    private func read(_ text: String, _ options: RunOptions = RunOptions()) throws -> Run {
        try TemporaryRun(["list.csv": text]).read("list.csv", options)
    }

    @Test func `the third header has commissions, excursions and the worth of a point`() throws {
        let run = try read(list(Self.third, Self.rows))
        let trades = try #require(run.trades)
        #expect(trades.map(\.side) == [.long, .short] && trades.map(\.multiplier) == [50, 50])
        #expect(trades.map(\.entryPrice) == [4000, 4020] && trades.map(\.exitPrice) == [4010, 4030])
        #expect(trades.map(\.profit) == [498, -1002] && trades.map(\.fees) == [2, 2])
        #expect(trades.map(\.mfe) == [600, 100] && trades.map(\.mae) == [-150, -1500])
        #expect(
            trades.map(\.returnFraction) == [0.0025, -0.0025] && trades[0].tag == "Up" && trades[0].exitReason == "Stop"
        )
        #expect(trades[0].entry.description == "2024-01-02 10:00" && run.currency == .given("USD"))
        // The percents of the sums show the capital.
        #expect(run.initialCapital == .given(10000))
        #expect(run.equity.values == [10000, 10000, 10498, 10498, 10498, 9496])
        #expect(run.equity.timestamps.map(\.description).first == "2024-01-01")
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.findings.map(\.code) == ["equity_at_exits"])
    }

    @Test func `the second header has the same run, with commissions from what profits are less than moves`() throws {
        let rows = Self.rows.map { row in
            var cells = row.split(separator: ",").map(String.init)
            cells.remove(at: 9)
            cells.removeLast()
            return cells.joined(separator: ",")
        }
        let (run, other) = (try read(list(Self.second, rows)), try read(list(Self.third, Self.rows)))
        #expect(run.trades == other.trades && run.equity == other.equity)
    }

    @Test func `the first header has profits at the exit alone, and excursions without a sign`() throws {
        let run = try read(
            list(
                Self.first,
                [
                    "1,Entry Long,Up,2024-01-02 10:00,100,10,,,,,,,,",
                    "1,Exit Long,Stop,2024-01-03 15:30,110,10,98,9.8,98,0.98,120,12,30,3",
                    "2,Entry Short,Down,2024-01-08 09:30,120,10,,,,,,,,",
                    "2,Exit Short,Open,2024-01-09 09:30,125,10,-52,-4.3,46,0.46,0,0,60,5",
                ]), RunOptions(initialCapital: 10000))
        let trades = try #require(run.trades)
        #expect(
            trades.map(\.profit) == [98, -52] && trades.map(\.mae) == [-30, -60] && trades.map(\.mfe) == [120, 0])
        #expect(trades.map(\.isOpen) == [false, true] && trades.map(\.fees) == [2, 2])
        #expect(run.equity.values.last == 10046)
    }

    @Test(arguments: [
        (
            "トレード番号,タイプ,日時,シグナル,価格 JPY,サイズ (数量),サイズ (金額),純損益 JPY,純損益 %,最大順行幅 JPY,最大順行幅 %,最大逆行幅 JPY,最大逆行幅 %,累積損益 JPY,累積損益 %",
            "ロング決済", "ロングエントリー", "ショート決済", "ショートエントリー"
        ),
        (
            "№ Сделки,Тип,Дата и время,Сигнал,Цена USDT,Размер позиции (кол-во),Размер позиции (цена),Чистая прибыль / убыток USDT,Чистая прибыль / убыток %,Благоприятное отклонение USDT,Благоприятное отклонение %,Неблагоприятное отклонение USDT,Неблагоприятное отклонение %,Совокупные ПР/УБ USDT,Совокупные ПР/УБ %",
            "Выход из длинной позиции", "Вход в длинную позицию", "Выход из короткой позиции", "Вход в короткую позицию"
        ),
        (
            "交易編號,類型,日期和時間,訊號,價格 TWD,持倉大小(數量),持倉大小(值),淨損益 TWD,淨損益 %,上漲幅度 TWD,上漲幅度 %,回撤 TWD,回撤 %,累積損益 TWD,累積損益 %",
            "做多出場", "做多進場", "做空出場", "做空進場"
        ),
    ])
    func `headers of other languages are known by the order of their columns, words by what they do`(
        header: String, exitLong: String, entryLong: String, exitShort: String, entryShort: String
    ) throws {
        let rows = [
            "1,\(exitLong),2024-01-03 15:30,a,110,10,1000,100,10,120,12,-30,-3,100,1",
            "1,\(entryLong),2024-01-02 10:00,b,100,10,1000,100,10,120,12,-30,-3,100,1",
            "2,\(exitShort),2024-01-08 15:30,c,115,10,1200,50,4.17,60,5,-10,-1,150,1.5",
            "2,\(entryShort),2024-01-05 09:30,d,120,10,1200,50,4.17,60,5,-10,-1,150,1.5",
        ]
        let run = try read(list(header, rows), RunOptions(initialCapital: 10000))
        #expect(run.trades?.map(\.side) == [.long, .short] && run.trades?.map(\.tag) == ["b", "d"])
        #expect(run.trades?.map(\.mfe) == [120, 60] && run.equity.values.last == 10150)
        #expect(run.currency.value?.count ?? 0 >= 3)
    }

    @Test func `a word that is long once and short once is refused`() throws {
        let header = "番号,タイプ,日時,シグナル,価格 JPY,サイズ,金額,純損益 JPY,純損益 %,順行 JPY,順行 %,逆行 JPY,逆行 %,累積 JPY,累積 %"
        let rows = [
            "1,決済,2024-01-03,a,110,10,1000,100,10,120,12,-30,-3,100,1",
            "1,開始,2024-01-02,b,100,10,1000,100,10,120,12,-30,-3,100,1",
            "2,決済,2024-01-08,c,115,10,1200,50,4,60,5,-10,-1,150,1.5",
            "2,開始,2024-01-05,d,120,10,1200,50,4,60,5,-10,-1,150,1.5",
        ]
        let folder = try TemporaryRun(["list.csv": list(header, rows)])
        #expect(RunReader.validate(folder.path + "/list.csv").map(\.code) == ["bad_side"])
    }

    @Test func `without percents the capital has to be given, and one against the percents is told`() throws {
        let rows = Self.rows.map {
            $0.replacingOccurrences(of: ",4.98,", with: ",,").replacingOccurrences(of: ",-5.04,", with: ",,")
        }
        let folder = try TemporaryRun(["list.csv": list(Self.third, rows)])
        let findings = RunReader.validate(folder.path + "/list.csv")
        #expect(findings.map(\.code) == ["no_capital"] && findings[0].remedy == "give it with --initial-capital")
        let run = try read(list(Self.third, Self.rows), RunOptions(initialCapital: 5000))
        #expect(run.findings.contains { $0.code == "capital_mismatch" && $0.severity == .warning })
        #expect(run.equity.values[0] == 5000)
    }

    @Test func `sums that do not follow from profits are told`() throws {
        let rows = Self.rows.map { $0.replacingOccurrences(of: ",-504,", with: ",-500,") }
        let run = try read(list(Self.third, rows), RunOptions(initialCapital: 10000))
        #expect(
            run.findings.first { $0.code == "booking_contradicted" }?.fact
                == "the balance moves by -998.00 where -1002.00 is booked, here the first of 1")
    }

    @Test func `profits in another currency than prices have their rate in the units`() throws {
        let header = Self.second.replacingOccurrences(of: "Price USD", with: "Price USDT")
        let rows = [
            "1,Exit long,2024-01-06 15:30,a,110,1000,100000,9990,9.99,0,0,0,0,9990,0.99",
            "1,Entry long,2024-01-02 10:00,b,100,1000,100000,9990,9.99,0,0,0,0,9990,0.99",
            "2,Exit short,2024-01-08 15:30,c,115,1000,120000,5005,4.17,0,0,0,0,14995,1.49",
            "2,Entry short,2024-01-07 09:30,d,120,1000,120000,5005,4.17,0,0,0,0,14995,1.49",
        ]
        let run = try read(list(header, rows), RunOptions(initialCapital: 1_000_000))
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees && run.currency == .given("USD"))
        #expect(run.calendar.name == "24x7" && run.trades?.map(\.fees) == [0, 0])
    }
}
