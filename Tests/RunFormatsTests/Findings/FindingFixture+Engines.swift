import RunFormats

extension FindingFixture {
    private static let balances =
        ",total,locked,free,currency,account_id,account_type,base_currency,margins,reported,info\n"

    private static func account(_ rows: [String], type: String) -> String {
        balances + rows.map { $0 + ",X-1,\(type),,[],False,{}\n" }.joined()
    }

    private static let money = [
        "2024-01-02 10:00:00+00:00,1000.00,0.00,1000.00,USD", "2024-01-03 10:00:00+00:00,900.00,0.00,900.00,USD",
    ]
    private static let coins = [
        "2024-01-02 10:00:00+00:00,2.00,0.00,2.00,BTC", "2024-01-03 10:00:00+00:00,2.10,0.00,2.10,BTC",
    ]
    private static let positions =
        "position_id,instrument_id,entry,side,quantity,peak_qty,ts_opened,ts_closed,avg_px_open,avg_px_close,commissions,"
        + "realized_pnl\nP-1,EUR/GBP.SIM,BUY,FLAT,0,100,2024-01-02 10:00:00+00:00,2024-01-03 10:00:00+00:00,1,2,[],100.00 GBP\n"
    private static let writer =
        String(repeating: "=", count: 79) + "\nId,A,len,datetime,open,close,Broker,len,cash,value\n"
        + "1,A,1,2024-01-02,5,5,Broker,1,100,100\n2,A,2,2024-01-03,5,6,Broker,2,100,101\n"
    private static let pyfolio = [
        "returns.csv": "index,return\n2024-01-02,0\n2024-01-03,0.5\n",
        "positions.csv": "Datetime,A,cash\n2024-01-02,0,100\n2024-01-03,0,50\n",
    ]

    /// Results of engines.
    static let engines: [FindingFixture] = [
        .init(.partOfResult, .needsKey, ["gross_lev.csv": "index,gross_lev\n2024-01-02,0.5\n"]),
        .init(.capitalNeeded, .needsOption, ["positions.csv": positions]),
        .init(
            .equityAtFillPrices, .isRead,
            [
                "account.csv": account(money, type: "CASH"),
                "fills.csv": "client_order_id,instrument_id,order_side,last_qty,last_px,currency,commission,ts_event\n"
                    + "O-1,A.XNAS,BUY,1,100,USD,0.00 USD,2024-01-03 10:00:00+00:00\n",
            ]),
        .init(.accountIsNoEquity, .needsKey, ["account.csv": account(money, type: "CASH")]),
        .init(
            .severalCurrencies, .needsOption,
            ["account.csv": account([money[0], coins[0], money[1], coins[1]], type: "MARGIN")]),
        .init(
            .otherCurrencies, .isRead,
            ["account.csv": account([money[0], coins[0], money[1], coins[1]], type: "MARGIN")],
            options: RunOptions(currency: "USD")),
        .init(
            .foreignProfits, .isRead,
            ["x.account.csv": account(money, type: "MARGIN"), "x.positions.csv": positions]),
        .init(.noAccountValue, .needsKey, ["x.csv": writer.replacing("cash,value", with: "a,b")]),
        .init(.positionsIncomplete, .isRead, pyfolio),
        .init(
            .tradesWithoutSize, .isRead,
            [
                "x.writer.csv": writer,
                "x.tradelist.csv":
                    "ref,ticker,dir,datein,pricein,dateout,pnl,pnlcomm\n1,A,long,2024-01-02,5,2024-01-03,1,1\n",
            ]),
    ]
}
