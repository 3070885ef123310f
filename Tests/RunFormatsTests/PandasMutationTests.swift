import Foundation
import RunFormats
import TestSupport
import Testing

/// Results of engines that pandas writes, changed at random with a seed: whatever comes out is a run or an error with words.
struct PandasMutationTests {
    private static let frame =
        ",period_close,portfolio_value,starting_cash,starting_value,ending_cash,capital_used,returns,benchmark_period_return,"
        + "positions,orders,transactions\n"
        + "2024-01-02 21:00:00+00:00,2024-01-02 21:00:00+00:00,100,100,0,100,0,0,0.01,[],[],[]\n"
        + "2024-01-03 21:00:00+00:00,2024-01-03 21:00:00+00:00,99,100,0,79,-20,-0.01,0.02,"
        + "\"[{'sid': Equity(0 [A]), 'amount': 2, 'last_sale_price': 10.0}]\","
        + "\"[{'id': 'o', 'commission': 1, 'filled': 2, 'status': <S.FILLED: 1>}]\","
        + "\"[{'amount': 2, 'dt': Timestamp('2024-01-03 21:00:00+0000', tz='UTC'), 'price': 10, 'order_id': 'o', 'sid': Equity(0 [A])}]\"\n"
        + "2024-01-04 21:00:00+00:00,2024-01-04 21:00:00+00:00,101,100,0,79,0,0.02,0.03,"
        + "\"[{'sid': Equity(0 [A]), 'amount': 2, 'last_sale_price': 11.0}]\",[],[]\n"

    private static let folders: [[String: String]] = [
        ["z.perf.csv": frame],
        [
            "p_rets.csv": "2024-01-02,0.0\n2024-01-03,0.01\n2024-01-04,-0.02\n",
            "p_pos.csv": ",A,Equity(1 [B]),cash\n2024-01-03,60,-10,51\n2024-01-04,58.98,-11,51\n",
            "p_txn.csv":
                ",amount,price,sid,symbol,order_id,txn_dollars\n2024-01-03,3,20,0,A,o,-60\n2024-01-03,-1,10,1,Equity(1 [B]),p,10\n",
            "p_orders.json":
                #"[{"id": "o", "dt": "2024-01-03T21:00:00+00:00", "filled": 3, "commission": 1.5, "sid": "A"}]"#,
        ],
        [
            "b.prices.csv": ",a,b\n2024-01-02,100,79.5\n2024-01-03,101,80\n2024-01-04,102,81\n",
            "b.stats.csv":
                ",a,b\nstart,2024-01-02 00:00:00,2023-01-02\nend,2024-01-04,2024-01-04\nrf,0,0\ntotal_return,0.02,0.03\ncagr,0.1,\n",
        ],
        [
            "v.values.csv": ",value\n2024-01-02,100\n2024-01-03,101\n2024-01-04,102\n",
            "v.weights.csv": ",t,t>A,t>B\n2024-01-02,1,0.5,0.5\n2024-01-03,1,0.5,0.4\n2024-01-04,1,0.5,0.4\n",
            "v.positions.csv": ",A,B\n2024-01-02,5,5\n2024-01-03,5,4\n2024-01-04,5,4\n",
            "v.transactions.csv": "Date,Security,price,quantity\n2024-01-02,A,10,5\n2024-01-03,B,10,-2\n",
        ],
        [
            "q.returns.csv":
                ",a,benchmark,b\n2024-01-02,0.01,0.02,\n2024-01-03,-0.01,-0.01,\n2024-01-04,0.02,0.01,1.5\n2024-01-05,,,1.6\n2024-01-08,,,1.7\n",
            "q.metrics.csv":
                ",Benchmark,Strategy\nStart Period,2024-01-02,2024-01-02\nEnd Period,x,y\nSharpe,0.5,0.83\nBeta,-,0.04%\n",
        ],
        [
            "j.json":
                #"{"portfolio_value":{"1704229200000":100,"1704315600000":99},"capital_used":{"1704229200000":0,"1704315600000":-20},"period_close":{"1704229200000":1704229200000,"1704315600000":1704315600000},"longs_count":{"1704229200000":0,"1704315600000":1},"transactions":{"1704229200000":[{"amount":2,"price":1,"sid":"A"}],"1704315600000":[]}}"#
        ],
    ]

    @Test(arguments: folders.indices) func `changed results give runs or a reason`(index: Int) throws {
        let files = Self.folders[index].sorted { $0.key < $1.key }
        let folder = try TemporaryRun()
        var generator = SeededNumbers(seed: UInt64(100 + index))
        var runs = 0
        for round in 0..<300 {
            for (place, file) in files.enumerated() {
                let bytes = Array(file.value.utf8)
                let isChanged = files.count == 1 || round % files.count == place || round % 7 == 0
                try folder.write(file.key, isChanged ? MutationTests.mutated(bytes, &generator) : bytes)
            }
            let named = folder.path + "/" + files[round % files.count].key
            for path in [folder.path, named] {
                for reference in (try? RunReader.list(path)) ?? [] {
                    do throws(RunError) {
                        #expect(try RunReader.read(reference).problems() == [])
                        runs += 1
                    } catch { #expect(!error.message.isEmpty) }
                }
            }
        }
        #expect(runs > 30, "\(runs)")
    }
}
