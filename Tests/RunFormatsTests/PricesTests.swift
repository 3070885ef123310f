import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// Bars of prices: what is read, what is left out and said so, and the excursions that they give.
@Suite struct PricesTests {
    private let equity = "date,equity\n2024-01-02,1000\n2024-01-03,1010\n2024-01-04,1020\n2024-01-05,1030\n"
    private let bars = """
        date,symbol,open,high,low,close,volume
        2024-01-03,A,11,14,10,12,200
        2024-01-02,A,10,11,9,10.5,100
        2024-01-02,B,50,52,49,51,
        2024-01-04,A,12,13,8,9,300
        2024-01-05,A,9,10,7,8,400

        """
    private let header = "symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees\n"

    private func run(_ files: [String: String]) throws -> Run {
        try TemporaryRun(files.merging(["equity.csv": equity]) { own, _ in own }).read()
    }

    @Test func `bars stand by symbol and time, volumes where they are known`() throws {
        let prices = try #require(try run(["prices.csv": bars]).prices)
        #expect(prices.symbols.map(\.symbol) == ["A", "B"] && prices.hasRanges && prices.areDaily)
        let a = try #require(prices.bars(of: "A"))
        #expect(a.timestamps.map { $0.date.iso } == ["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"])
        #expect(a.open == [10, 11, 12, 9] && a.high == [11, 14, 13, 10] && a.low == [9, 10, 8, 7])
        #expect(a.close == [10.5, 12, 9, 8] && a.volume == [100, 200, 300, 400])
        #expect(prices.bars(of: "B")?.volume?[0].isNaN == true && prices.bars(of: "C") == nil)
        #expect(prices.place(of: moment("2024-01-04 15:30"), in: a) == 2)
        #expect(prices.place(of: moment("2024-01-06"), in: a) == nil)
    }

    @Test func `within the day a moment lies in the last bar that began`() throws {
        let text = "time,close\n2024-01-02T09:30:00,1\n2024-01-02T10:30:00,2\n2024-01-03T09:30:00,3\n"
        let prices = try #require(try run(["prices.csv": text]).prices)
        let bars = try #require(prices.bars(of: "anything"))
        #expect(!prices.areDaily && !prices.hasRanges)
        #expect(prices.place(of: moment("2024-01-02 11:00"), in: bars) == 1)
        #expect(prices.place(of: moment("2024-01-02 10:29"), in: bars) == 0)
        #expect(prices.place(of: moment("2024-01-02 09:00"), in: bars) == nil)
        #expect(prices.place(of: moment("2024-01-03 09:00"), in: bars) == nil)
    }

    /// Counted by hand on the bars above.
    @Test func `excursions come from the bars between entry and exit`() throws {
        let trades =
            header
            // In at the open of the 2nd, out at the open of the 4th: the 2nd and the 3rd count, from 9 to 14.
            + "A,long,10,2024-01-02,10,2024-01-04,12,0\n"
            // In at the close of the 2nd, out within the 4th: the 3rd and the 4th count, from 8 to 14.
            + "A,short,10,2024-01-02,10.5,2024-01-04,8.5,0\n"
            // In and out at the close of one day: the two prices alone.
            + "A,long,10,2024-01-05,9.5,2024-01-05,9,0\n"
            // No bars of it.
            + "C,long,10,2024-01-02,10,2024-01-03,11,0\n"
        let run = try run(["prices.csv": bars, "trades.csv": trades])
        let found = Dictionary(
            uniqueKeysWithValues: try #require(run.trades).map { ("\($0.symbol) \($0.entryPrice)", [$0.mae, $0.mfe]) })
        #expect(found["A 10.0"] == [-10, 40])
        #expect(found["A 10.5"] == [-35, 25])
        #expect(found["C 10.0"] == [nil, nil])
        #expect(run.provenance.notes.contains("MAE and MFE of 3 trades were taken from prices.csv."))
        #expect(run.findings.map(\.code).contains("unpriced_symbols"))
    }

    @Test func `excursions that a trade carries stay`() throws {
        let trades =
            "symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,mae,mfe\n"
            + "A,long,10,2024-01-02,10,2024-01-04,12,0,-1,2\n"
        let trade = try #require(try run(["prices.csv": bars, "trades.csv": trades]).trades?.first)
        #expect(trade.mae == -1 && trade.mfe == 2)
    }

    @Test func `bars that cannot be are left out, and told with their line`() throws {
        let text = bars + "2024-01-06,A,9,8,7,8,1\n2024-01-07,A,9,10,7,8,-1\n2024-01-05,A,1,1,1,1,1\n"
        let run = try run(["prices.csv": text])
        let findings = run.findings.map { "\($0.code) \($0.row ?? 0)" }
        #expect(
            findings.contains("bad_bars 7") && findings.contains("negative_volume 8")
                && findings.contains("repeated_bars 9"))
        let a = try #require(run.prices?.bars(of: "A"))
        #expect(a.close == [10.5, 12, 9, 8, 8] && a.volume?.last?.isNaN == true)
    }

    @Test func `thresholds are the option's, else the run's`() throws {
        let days = dailyEquity(60).split(separator: "\n").dropFirst().map { $0.prefix(10) }
        let rows = days.enumerated().map {
            "\($1),\($0 == 40 ? 160 : 100 + Double($0 % 7)),\($0 == 30 ? 9000 : 1000)\n"
        }
        let text = "date,close,volume\n" + rows.joined()
        func codes(_ json: String, _ set: (inout RunOptions) -> Void = { _ in }) throws -> [String] {
            let files = ["equity.csv": dailyEquity(60), "prices.csv": text, "run.json": json]
            var options = RunOptions()
            set(&options)
            return try TemporaryRun(files).read(options).findings.map(\.code).filter { $0.hasSuffix("_spikes") }
        }
        #expect(try codes("{}") == ["price_spikes"])
        #expect(try codes(#"{"thresholds": {"price_spike": 1000000000, "volume_spike": 5}}"#) == ["volume_spikes"])
        #expect(
            try codes(#"{"thresholds": {"price_spike": 1000000000, "volume_spike": 5}}"#) {
                _ = $0.thresholds.set("volume_spike", 10)
            } == [])
        #expect(
            try TemporaryRun(["equity.csv": equity, "run.json": #"{"thresholds": {"price_spik": 3}}"#]).read()
                .findings[0].message.contains("did you mean 'thresholds.price_spike'?"))
    }

    @Test func `fills carry the price and the time that were decided on`() throws {
        let text =
            "date,symbol,qty,price,decision_price,decision_time\n2024-01-03,A,10,11.1,10.5,2024-01-02\n2024-01-04,A,-10,12,,\n"
        let fills = try #require(try run(["fills.csv": text]).fills)
        #expect(fills.map(\.decisionPrice) == [10.5, nil])
        #expect(fills.map { $0.decided?.date.iso } == ["2024-01-02", nil])
    }

    @Test func `scenarios are read with sizes as fractions or percents`() throws {
        let text =
            "[Crash]\nclasses = { Equity = \"-30%\" }\nassets = { A = 0.1 }\n[Other]\nfactors = { market = -0.2 }\n"
        let run = try run([
            "scenarios.toml": text,
            "run.json": #"{"sectors": {"A": "X"}, "asset_classes": {"A": "Equity", "B": "Bond"}}"#,
            "positions.csv": "date,A,cash\n2024-01-02,10,990\n",
            "factors.csv": "date,market\n2024-01-03,0.1\n2024-01-04,0.1\n",
        ])
        #expect(run.scenarios.map(\.name) == ["Crash", "Other"])
        #expect(run.scenarios[0].classes == [Scenario.Shock("Equity", -0.3)])
        #expect(run.scenarios[0].assets == [Scenario.Shock("A", 0.1)])
        #expect(
            run.instruments.map { [$0.symbol, $0.sector, $0.assetClass] } == [
                ["A", "X", "Equity"], ["B", nil, "Bond"],
            ])
        #expect(!run.findings.map(\.code).contains("unknown_shocks"))
    }
}
