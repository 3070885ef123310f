/// Reports of MetaTrader as the terminals lay them out, with invented tests.
enum MetaTraderPage {
    /// UTF-16, little end first, with its mark: what MetaTrader 5 writes.
    static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    // MARK: MetaTrader 5

    private static func row(_ cells: [(text: String, span: Int)]) -> String {
        "<tr align=\"right\">\r\n"
            + cells.map { "<td nowrap colspan=\"\($0.span)\"><b>\($0.text)</b></td>\r\n" }.joined() + "</tr>\r\n"
    }

    private static func setting(_ label: String, _ value: String) -> String { row([(label, 3), (value, 10)]) }

    private static func figures(_ cells: [String]) -> String {
        row(zip(cells, [3, 1, 3, 1, 3, 2]).map { ($0, $1) })
    }

    /// Words of one language for what has a label.
    struct Words {
        var title, expert, symbol, period, inputs, company, currency, deposit, leverage: String
        var orders, deals: String
        var results: [String]

        static let english = Words(
            title: "Strategy Tester Report", expert: "Expert:", symbol: "Symbol:", period: "Period:", inputs: "Inputs:",
            company: "Company:", currency: "Currency:", deposit: "Initial Deposit:", leverage: "Leverage:",
            orders: "Orders", deals: "Deals",
            results: [
                "Total Net Profit:", "Balance Drawdown Maximal:", "Equity Drawdown Maximal:", "Profit Factor:",
                "Expected Payoff:", "Total Trades:", "Profit Trades (% of total):",
            ])
        static let russian = Words(
            title: "Отчет Тестера стратегий", expert: "Советник:", symbol: "Символ:", period: "Период:",
            inputs: "Параметры:", company: "Брокер:", currency: "Валюта:", deposit: "Начальный депозит:",
            leverage: "Плечо:", orders: "Ордера", deals: "Сделки",
            results: [
                "Чистая прибыль:", "Максимальная просадка баланса:", "Максимальная просадка средств:",
                "Прибыльность:", "Матожидание выигрыша:", "Всего трейдов:", "Прибыльные трейды (% от всех):",
            ])
    }

    /// A test: deals in cells, as `2024.01.02 07:15:00|2|XAUUSD|buy|in|0.01|2071.89|2|0.00|0.00|0.00|10 000.00|`.
    static func five(
        _ deals: [String], totals: [String]? = nil, inputs: [String] = ["Lots=0.10"], words: Words = .english,
        deposit: String = "10 000.00",
        figures: [String] = ["0.00", "0.00 (0.00%)", "0.00 (0.00%)", "0.00", "0.00", "0", "0 (0.00%)"]
    ) -> String {
        let names = words.results
        let head =
            setting(words.expert, "Moving Average") + setting(words.symbol, "XAUUSD")
            + setting(words.period, "M5 (2024.01.01 - 2024.01.13)")
            + inputs.enumerated().map { setting($0 == 0 ? words.inputs : "", $1) }.joined()
            + setting(words.company, "Nobody Ltd.") + setting(words.currency, "USD") + setting(words.deposit, deposit)
            + setting(words.leverage, "1:500")
        let results =
            Self.figures(["Bars:", "3670", "Ticks:", "2426", "Symbols:", "1"])
            + Self.figures([names[0], figures[0], "A:", "1.00", "B:", "1.00"])
            + Self.figures(["Gross Profit:", "1.00", names[1], figures[1], names[2], figures[2]])
            + Self.figures(["Gross Loss:", "1.00", "C:", "1.00% (1.00)", "D:", "1.00% (1.00)"])
            + Self.figures([names[3], figures[3], names[4], figures[4], "E:", "1.00%"])
            + Self.figures(["F:", "1.0", "G:", "1.0", "H:", "1.0"])
            + Self.figures(["I:", "1.0", "J:", "1.0", "K:", "0"])
            + Self.figures(["L:", "1.0", "M:", "1.0", "", ""])
            + Self.figures([names[5], figures[5], "N:", "0 (0.00%)", "O:", "0 (0.00%)"])
            + Self.figures(["P:", "0", names[6], figures[6], "Q:", "0 (0.00%)"])
        let order = row([
            ("2024.01.02 07:15:00", 1), ("2", 1), ("XAUUSD", 1), ("buy", 1), ("0.01 / 0.01", 2), ("0.00", 1), ("", 1),
            ("", 1),
            ("2024.01.02 07:15:00", 1), ("filled", 2), ("", 1),
        ])
        return
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\r\n<html><head><title>\(words.title)</title>"
            + "<style type=\"text/css\"><!-- td { } <tr><td>9</td></tr> //--></style></head>\r\n<body><div align=\"center\">\r\n"
            + "<table cellspacing=\"1\">\r\n<tr><td colspan=\"13\"><b>\(words.title)</b></td></tr>"
            + "<tr><td colspan=\"13\"><b>Demo (Build 6104)</b></td></tr><tr><td></td></tr>\r\n" + head
            + "<tr><td></td></tr>" + results + "</table><table>" + "<tr><th colspan=\"13\">\(words.orders)</th></tr>"
            + row(
                [
                    ("Open Time", 1), ("Order", 1), ("Symbol", 1), ("Type", 1), ("Volume", 2), ("Price", 1),
                    ("S / L", 1),
                    ("T / P", 1), ("Time", 1), ("State", 2), ("Comment", 1),
                ]) + order
            + "<tr><th colspan=\"13\">\(words.deals)</th></tr>" + dealTable(deals, totals)
            + "</table></div></body></html>"
    }

    private static func dealTable(_ deals: [String], _ totals: [String]?) -> String {
        let names = [
            "Time", "Deal", "Symbol", "Type", "Direction", "Volume", "Price", "Order", "Commission", "Swap", "Profit",
            "Balance", "Comment",
        ]
        let rows = deals.map { deal in
            row(deal.split(separator: "|", omittingEmptySubsequences: false).map { (String($0), 1) })
        }
        let sums = totals.map { row([("", 8)] + $0.map { ($0, 1) } + [("", 1)]) } ?? ""
        return row(names.map { ($0, 1) }) + rows.joined() + sums
    }

    /// The history of an account: deals with a fee, closed positions with a hidden cell, one open position.
    static func history(_ account: String, deals: [String], closed: [String] = [], open: [String] = []) -> String {
        func table(_ title: String, _ names: [String], _ rows: [String]) -> String {
            "<tr><th colspan=\"14\">\(title)</th></tr>" + row(names.map { ($0, 1) })
                + rows.map { text in
                    "<tr>"
                        + text.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                            cell.hasPrefix("~")
                                ? "<td class=\"hidden\" colspan=\"8\">\(cell.dropFirst())</td>" : "<td>\(cell)</td>"
                        }.joined() + "</tr>"
                }.joined()
        }
        return "<html><head><title>Trade History Report</title></head><body><table>"
            + "<tr><th colspan=3>Name:</th><th colspan=10><b>Somebody</b></th></tr>"
            + "<tr><th colspan=3>Account:</th><th colspan=10><b>\(account)</b></th></tr>"
            + "<tr><th colspan=3>Company:</th><th colspan=10>Nobody</th></tr>"
            + "<tr><th colspan=3>Date:</th><th colspan=10>2024.01.12 18:00</th></tr>"
            + table(
                "Positions",
                [
                    "Time", "Position", "Symbol", "Type", "Volume", "Price", "S / L", "T / P", "Time", "Price",
                    "Commission",
                    "Swap", "Profit",
                ], closed)
            + table(
                "Deals",
                [
                    "Time", "Deal", "Symbol", "Type", "Direction", "Volume", "Price", "Order", "Commission", "Fee",
                    "Swap",
                    "Profit", "Balance", "Comment",
                ], deals)
            + table(
                "Open Positions",
                [
                    "Time", "Position", "Symbol", "Type", "Volume", "Price", "S / L", "T / P", "Market Price", "Swap",
                    "Profit", "Comment",
                ], open)
            + "</table></body></html>"
    }

    // MARK: MetaTrader 4

    /// A test: rows as `1|2018.01.03 18:00|buy|1|2.00|151.971|0.000|152.041|` and, where something closes, two cells more.
    static func four(
        _ rows: [String], title: String = "Aligator", inputs: String = "Lots=0.1; Hours=\"8;16\"; ",
        net: String = "0.00"
    )
        -> String
    {
        let list = rows.map { text in
            let cells = text.split(separator: "|", omittingEmptySubsequences: false)
            let last = cells.count == 9 && cells[8].isEmpty
            return "<tr align=right>"
                + cells.enumerated().map { $0 == 8 && last ? "<td colspan=2></td>" : "<td class=mspt>\($1)</td>" }
                .joined()
                + "</tr>\n"
        }
        return
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><head><title>Strategy Tester: \(title)</title></head>\n"
            + "<body><table width=820>\n<tr align=left><td colspan=2>Symbole</td><td colspan=4>EURUSD (Euro vs US Dollar)</td></tr>\n"
            + "<tr align=left><td colspan=2>Période</td><td colspan=4>1 Heure (H1)  2018.01.02 07:00 - 2018.01.12 20:00    "
            + "(2018.01.01 - 2018.01.13)</td></tr>\n<tr align=left><td colspan=2>Modele</td><td colspan=4>Chaque tick</td></tr>\n"
            + "<tr align=left><td colspan=2>Parametres</td><td colspan=4>\(inputs)</td></tr>\n"
            + "<tr align=left><td colspan=2><tr align=left><td>Barres</td><td align=right>2107</td><td>Ticks</td><td>1</td>"
            + "<td>Qualité</td><td>40.39%</td></tr>\n<tr height=8><td colspan=6></td></tr>\n"
            + "<tr align=left><td>Dépot initial</td><td>10000.00</td><td></td><td></td><td>Ecart</td><td>Actuel (30)</td></tr>\n"
            + "<tr align=left><td>Profit total net</td><td>\(net)</td><td>Profit brut</td><td>0.00</td><td>Perte</td><td>0</td></tr>\n"
            + "<tr height=8><td colspan=6></td></tr></table><table>\n<tr bgcolor=\"#C0C0C0\"><td>#</td><td>Heure</td><td>Transaction</td>"
            + "<td>Ordre</td><td>Volume</td><td>Prix</td><td>S/L</td><td>T/P</td><td>&Profit</td><td>Solde</td></tr>\n"
            + list.joined() + "</table></body></html>\n"
    }

    /// Bytes of a code page whose letters beyond ASCII are given.
    static func singleBytes(_ text: String, _ letters: [Character: UInt8]) -> [UInt8] {
        text.map { letters[$0] ?? $0.asciiValue ?? 0x3F }
    }
}
