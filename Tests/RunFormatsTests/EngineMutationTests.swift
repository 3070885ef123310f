import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Files of engines changed at random, with a seed: whatever comes out is a run or an error with words.
struct EngineMutationTests {
    private static let bar = String(repeating: "=", count: 79) + "\n"

    /// Folders of small results, by name of file.
    private static let seeds: [[String: String]] = [
        [
            "x.writer.csv": bar + "Id,A,len,datetime,open,close,S,len,datetime,Broker,len,cash,value\n"
                + "1,A,0,,,,S,1,738886.0,Broker,1,100,100\n2,A,1,2024-01-02,5,5,S,2,738887.0,Broker,2,95,100\n"
                + "3,A,2,2024-01-03,5,6,S,3,738888.0,Broker,3,95,101\n" + bar
                + "Cerebro:\n  - Strategies:\n    - S:\n      - Params:\n        - n: 3\n      - Analyzers:\n"
                + "        - Value:\n          - Begin: 100.0\n          - End: 101.0\n        - txn:\n"
                + "          - Analysis:\n            - 2024-01-02 00:00:00: [1, 5.0, 0, 'A', -5.0]\n",
            "x.tradelist.csv": "ref,ticker,dir,datein,pricein,dateout,priceout,pnl,pnlcomm\n"
                + "1,A,long,2024-01-02,5,2024-01-03,6,1,0.5\n",
            "x.analyzers.json":
                #"{"dd": {"moneydown": 1, "max": {"drawdown": 5.0, "moneydown": 2}}, "tr": {"2024-01-02": 0.1}}"#,
        ],
        [
            "x.pyfolio.returns.csv": "index,return\n2024-01-02 00:00:00+00:00,0\n2024-01-03 00:00:00+00:00,0.5\n",
            "x.pyfolio.positions.csv": "Datetime,A,cash\n2024-01-02,0,100\n2024-01-03,0,50\n",
            "x.pyfolio.transactions.csv": "date,amount,price,sid,symbol,value\n2024-01-03,5,10,0,B,-50\n",
        ],
        [
            "x.account.csv": ",total,locked,free,currency,account_id,account_type,base_currency,margins,reported,info\n"
                + "2024-01-02 10:00:00+00:00,100.00,0,100,USD,X,CASH,USD,[],True,{}\n"
                + "2024-01-03 10:00:00+00:00,90.00,0,90,USD,X,CASH,USD,[],True,{}\n",
            "x.fills.csv": "client_order_id,instrument_id,order_side,last_qty,last_px,currency,commission,ts_event\n"
                + "O-1,A.X,BUY,1,10,USD,0.10 USD,2024-01-03 10:00:00+00:00\n",
            "x.positions.csv": "position_id,instrument_id,entry,side,quantity,peak_qty,ts_opened,ts_closed,avg_px_open,"
                + "avg_px_close,commissions,realized_pnl\n"
                + "P,A.X,BUY,LONG,1,1,2024-01-03 10:00:00+00:00,,10,,['0.10 USD'],-0.10 USD\n",
            "x.result.json": #"{"backtest_end": "1704412800000000000", "stats_pnls": {"USD": {"PnL (total)": -0.1}}}"#,
        ],
        [
            "s.json":
                #"{"trades": [{"symbol": "A-USD", "type": "long", "entry_price": 1, "exit_price": 2, "qty": 3, "fee": 0, "#
                + #""size": 3, "PNL": 3, "PNL_percentage": 100, "opened_at": 1704103200000.0, "closed_at": 1704189600000.0}], "#
                + #""considering_timeframes": ["4h"]}"#
        ],
        [
            "x.equity.json":
                #"{"Equity": {"1704153600000": 100.0, "1704240000000": 110.0}, "DrawdownPct": {"1704153600000": 0, "#
                + #""1704240000000": 0}, "DrawdownDuration": {"1704153600000": null, "1704240000000": null}}"#,
            "x.trades.json": #"[{"Size": 1, "EntryBar": 0, "ExitBar": 1, "EntryPrice": 1, "ExitPrice": 2, "PnL": 1, "#
                + #""EntryTime": 1704153600000, "ExitTime": "2024-01-03"}]"#,
            "x.stats.json":
                #"{"Start": 1, "Equity Final [$]": 110, "_strategy": "A(b=1)", "Max. Drawdown Duration": "3 days"}"#,
        ],
    ]
    private static let pieces = [
        "\"", ",", "\n", "\r", "-", "1e999", "NaN", "\u{0}", "2024-01-03", "{", "}", "[", "]", ":", "'", "USD", " ",
        "=",
        "9999-12-31", "0001-01-01", "99999999999999999999", "len", "cash", "- ", "é", "-1", "0",
    ]

    @Test(arguments: seeds.indices) func `changed results give a run or a reason`(index: Int) throws {
        let folder = try TemporaryRun(Self.seeds[index])
        let names = Self.seeds[index].keys.sorted()
        let options = RunOptions(initialCapital: 1000)
        #expect(try folder.read(options).problems() == [])
        var generator = SeededNumbers(seed: UInt64(2_024 + index))
        var runs = 0
        for round in 0..<200 {
            let name = names[round % names.count]
            try folder.write(
                name,
                MutationTests.mutated(
                    Array((Self.seeds[index][name] ?? "").utf8), with: Self.pieces, &generator))
            do throws(RunError) {
                for reference in try RunReader.list(folder.path, options: options) {
                    let run = try RunReader.read(reference, options: options)
                    runs += 1
                    #expect(run.problems() == [] && run.returns.values.allSatisfy { $0.isFinite && $0 >= -1 })
                }
            } catch { #expect(!error.message.isEmpty) }
            try folder.write(name, Array((Self.seeds[index][name] ?? "").utf8))
        }
        // Most changes of one line of JSON break it.
        #expect(runs > 0)
    }
}
