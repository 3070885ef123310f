import RunFormats
import RunModel

extension FindingFixture {
    private static let header = "id,symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl\n"
    private static let book = Book(seed: 5)

    /// A book that agrees to the cent, and what was changed in it.
    private static func book(_ code: FindingCode, _ change: (inout BookFiles) -> Void) -> FindingFixture {
        var files = book.files()
        change(&files)
        return FindingFixture(code, .isRead, files.texts)
    }

    private static func texts(_ code: FindingCode, _ change: (inout [String: String]) -> Void) -> FindingFixture {
        var texts = book.files().texts
        change(&texts)
        return FindingFixture(code, .isRead, texts)
    }

    /// Trades and positions.
    static let trades: [FindingFixture] = [
        .init(
            .nestedCell, .isRead,
            [
                "run.perf.csv": ",portfolio_value,period_close,capital_used,longs_count,transactions\n"
                    + "2024-01-02 21:00:00+00:00,100,2024-01-02 21:00:00+00:00,0,0,[]\n"
                    + "2024-01-03 21:00:00+00:00,101,2024-01-03 21:00:00+00:00,0,0,[...]\n"
            ]),
        .init(
            .transactionValue, .isRead,
            [
                "run.returns.csv": ",returns\n2024-01-02,0.0\n2024-01-03,0.01\n2024-01-04,-0.01\n",
                "run.transactions.csv":
                    ",amount,price,symbol,txn_dollars\n2024-01-03,2,10,A,-20\n2024-01-04,-2,11,A,31\n",
            ]),
        .init(
            .lateStart, .isRead,
            [
                "run.prices.csv": ",a\n2024-01-02,100\n2024-01-03,101\n2024-01-04,99\n",
                "late.prices.csv": ",a,b\n2024-01-02,100,79.5\n2024-01-03,101,80\n2024-01-04,102,81\n",
            ],
            key: "late:b"),
        .init(.noTrades, beside: ["trades.csv": header]),
        .init(.noPositions, beside: ["positions.csv": "date,AAPL,cash\n"]),
        .init(.sideAgainstSize, beside: ["trades.csv": header + "1,A,long,-1,2024-01-04,5,2024-01-05,9,0,4\n"]),
        .init(.tradesOutsideRun, beside: ["trades.csv": header + "1,A,long,1,2023-01-04,5,2024-01-05,9,0,4\n"]),
        .init(
            .profitLooksGross,
            beside: [
                "trades.csv": header + (0..<6).map { "\($0),A,long,1,2024-01-04,5,2024-01-05,9,1,4\n" }.joined()
            ]),
        .init(
            .excursionSigns,
            beside: [
                "trades.csv": "qty,entry_time,entry_price,exit_time,exit_price,mae,mfe\n"
                    + "1,2024-01-04,5,2024-01-05,7,3,4\n1,2024-01-04,5,2024-01-05,7,-3,4\n"
            ]),
        .init(
            .orderOverfilled,
            beside: ["orders.csv": "submitted_at,symbol,qty,status,filled_qty\n2024-01-04,A,10,filled,12\n"]),
        .init(
            .orderEndsEarly,
            beside: [
                "orders.csv": "submitted_at,symbol,qty,status,ended_at\n2024-01-05,A,10,filled,2024-01-04\n"
            ]),
        .init(
            .fillsOfUnknownOrders,
            beside: [
                "orders.csv": "order_id,submitted_at,symbol,qty,status\n1,2024-01-04,A,10,filled\n",
                "fills.csv": "time,symbol,qty,price,order_id\n2024-01-05,A,10,5,1\n2024-01-08,A,-10,6,7\n",
            ]),
        .init(.openTradesUnpriced, beside: ["trades.csv": header + "2,A,long,1,2024-01-04,5,,,0,\n"]),
    ]

    /// Parts that do not explain each other.
    static let reconciliation: [FindingFixture] = [
        book(.tradesSum) { $0.change(\.trades, 11, BookFiles.profit) { $0 + 5_000_000 } },
        texts(.tradesInTime) { texts in
            var files = book.files()
            for row in 70..<book.days.count { files.change(\.equity, row, 1) { $0 * 1002 / 1000 } }
            texts = files.texts
            texts["positions.csv"] = nil
        },
        book(.positionsSum) { $0.change(\.positions, 50, 5) { $0 + 50_000 } },
        texts(.positionValue) { texts in
            texts["positions.csv"] = "date,symbol,quantity,price,value\n2023-01-02,A,2,10,20\n2023-01-03,A,2,10,25\n"
        },
        texts(.positionsAndTrades) { texts in
            var files = book.files()
            let day = (40..<100).first { book.units(1, $0) == 0 && book.units(1, $0 + 1) == 0 } ?? 40
            for row in day...day + 1 { files.change(\.positions, row, 2) { $0 + 10 * book.prices[1][row] } }
            texts = files.texts
        },
        book(.cashAndTrades) { files in
            for row in 50..<book.days.count { files.change(\.positions, row, 5) { $0 + 50_000 } }
        },
        texts(.returnsAndEquity) { texts in
            texts["returns.csv"] = "date,returns\n" + book.days.map { "\($0.iso),0.01\n" }.joined()
        },
        book(.profitContradictsPrices) { $0.change(\.trades, 17, BookFiles.exitPrice) { $0 + $0 / 100 } },
        book(.feesMissing) { files in
            for row in files.trades.indices { files.trades[row][BookFiles.fees] = "0.00" }
        },
        book(.tradeRepeated) { $0.trades.insert($0.trades[20], at: 30) },
        book(.tradeLeftOut) { $0.trades.remove(at: 20) },
    ]
}
