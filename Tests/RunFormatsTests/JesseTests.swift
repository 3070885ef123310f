import RunFormats
import RunModel
import TestSupport
import Testing

/// Files after the schema of jesse: there is no public result of it.
struct JesseTests {
    private static let trades = [
        // qty × (exit − entry) − fee, percent of a margin of a fifth.
        (
            symbol: "ACH-USDT", type: "long", entry: 2.0, exit: 2.2, qty: 100.0, fee: 0.4, opened: 1704103200000.0,
            closed: 1704189600000.0
        ),
        (
            symbol: "ACH-USDT", type: "short", entry: 2.2, exit: 2.3, qty: 50.0, fee: 0.2, opened: 1704189600000.0,
            closed: 1704448800000.0
        ),
    ]

    private static func cells(_ index: Int) -> [(String, String, isText: Bool)] {
        let trade = trades[index]
        let size = trade.qty * trade.entry
        let profit = (trade.type == "long" ? 1 : -1) * trade.qty * (trade.exit - trade.entry) - trade.fee
        return [
            ("id", "uuid-\(index)", true), ("strategy_name", "TrendRider", true), ("symbol", trade.symbol, true),
            ("exchange", "Bybit USDT Perpetual", true), ("type", trade.type, true),
            ("entry_price", "\(trade.entry)", false),
            ("exit_price", "\(trade.exit)", false), ("qty", "\(trade.qty)", false), ("fee", "\(trade.fee)", false),
            ("size", "\(size)", false), ("PNL", "\(profit)", false),
            ("PNL_percentage", "\(profit / size * 500)", false),
            ("holding_period", "86400.0", false), ("opened_at", "\(trade.opened)", false),
            ("closed_at", "\(trade.closed)", false),
        ]
    }

    private static var json: String {
        let trades = trades.indices.map { index in
            "{" + cells(index).map { "\"\($0.0)\": " + ($0.isText ? "\"\($0.1)\"" : $0.1) }.joined(separator: ", ")
                + "}"
        }
        return
            "{\"trades\": [\(trades.joined(separator: ", "))], \"considering_timeframes\": [\"4h\", \"1m\", \"15m\"]}"
    }

    private static var csv: String {
        let rows = [cells(0).map(\.0)] + trades.indices.map { cells($0).map(\.1) }
        return rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
    }

    private static let files = ["8f6c.json": json, "8f6c.csv": csv]

    @Test(arguments: ["8f6c.json", "8f6c.csv"])
    func `a file without a balance asks for it`(name: String) throws {
        let folder = try TemporaryRun([name: Self.files[name] ?? ""])
        for path in [folder.path, folder.path + "/" + name] {
            let findings = RunReader.validate(path)
            #expect(findings.map(\.code) == ["capital_needed"])
            #expect(findings[0].remedy?.contains("--initial-capital") == true)
        }
    }

    @Test(arguments: ["8f6c.json", "8f6c.csv"])
    func `with a capital equity moves when trades close, and says so`(name: String) throws {
        let run = try TemporaryRun([name: Self.files[name] ?? ""]).read(RunOptions(initialCapital: 1000))
        // 19.6 earned on 2 January, 5.2 lost on the 5th; the day before the first entry is the start.
        let expected = [1000, 1000, 1019.6, 1019.6, 1019.6, 1014.4]
        #expect(run.equity.values.count == 6)
        for (own, other) in zip(run.equity.values, expected) { #expect((own - other).magnitude < 1e-9) }
        #expect(run.equity.timestamps.map(\.date.iso).first == "2023-12-31")
        #expect(run.findings.map(\.code).contains("equity_at_exits"))
        #expect(run.provenance.notes.contains { $0.contains("leverage of 5") })
        #expect(run.identity.strategy == .given("TrendRider") && run.currency == .given("USDT"))
        let trades = run.trades ?? []
        #expect(trades.map(\.side) == [.long, .short] && trades.map(\.fees) == [0.4, 0.2])
        #expect(((trades.first?.returnFraction ?? 0) - 19.6 / 200 * 5).magnitude < 1e-12)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        let timeframes = run.identity.parameters.first { $0.name == "timeframes" }?.value
        #expect(timeframes == (name.hasSuffix("json") ? "1m, 15m, 4h" : nil))
    }

    @Test func `both files of a session are one run, and sessions of one folder are told apart`() throws {
        let one = try TemporaryRun(Self.files)
        #expect(try RunReader.list(one.path).map(\.id) == ["8f6c"])
        let two = try TemporaryRun(["a.json": Self.json, "b.json": Self.json])
        #expect(try RunReader.list(two.path).map(\.key) == ["a", "b"])
    }

    @Test func `a session without trades has nothing to report`() throws {
        let folder = try TemporaryRun(["s.json": #"{"trades": [], "considering_timeframes": ["4h"]}"#])
        let options = RunOptions(initialCapital: 1000)
        #expect(RunReader.validate(folder.path, options: options).map(\.code) == ["too_few_rows"])
    }
}
