import Foundation
import RunFormats
import RunModel
import Series
import Testing

/// Flex queries of Interactive Brokers, after the schema of its reporting guide, with invented accounts.
struct FlexTests {
    /// Five days, with what is added to each row.
    private func xml(
        _ inner: String,
        values: [(String, Double)] = [
            ("20240102", 10000), ("20240103", 10100), ("20240104", 15150), ("20240105", 15000),
        ],
        account: String = "U1234567", change: String = ""
    ) -> String {
        let days = values.map {
            "<EquitySummaryByReportDateInBase accountId=\"\(account)\" acctAlias=\"\" model=\"\" currency=\"USD\" reportDate=\"\($0.0)\" "
                + "cash=\"100\" stock=\"\($0.1 - 100)\" total=\"\($0.1)\" />"
        }.joined(separator: "\n")
        return "<FlexStatement accountId=\"\(account)\" fromDate=\"20240102\" toDate=\"20240105\" period=\"\" "
            + "whenGenerated=\"20240106;101500\">\n<AccountInformation accountId=\"\(account)\" currency=\"USD\" name=\"Somebody\" />\n"
            + "<EquitySummaryInBase>\(days)</EquitySummaryInBase>\n\(change)\(inner)</FlexStatement>"
    }

    private func query(_ statements: String...) -> String {
        "<FlexQueryResponse queryName=\"runs\" type=\"AF\">\n<FlexStatements count=\"\(statements.count)\">\n"
            + statements.joined(separator: "\n") + "\n</FlexStatements>\n</FlexQueryResponse>\n"
    }

    private static let deposit =
        "<CashTransactions><CashTransaction accountId=\"U1234567\" currency=\"EUR\" fxRateToBase=\"1.25\" amount=\"4000\" "
        + "type=\"Deposits/Withdrawals\" dateTime=\"20240104\" reportDate=\"20240104\" levelOfDetail=\"DETAIL\" />"
        + "<CashTransaction accountId=\"U1234567\" currency=\"USD\" fxRateToBase=\"1\" amount=\"25\" type=\"Dividends\" "
        + "dateTime=\"20240104\" reportDate=\"20240104\" levelOfDetail=\"DETAIL\" />"
        + "<CashTransaction accountId=\"U1234567\" currency=\"EUR\" fxRateToBase=\"1.25\" amount=\"4000\" "
        + "type=\"Deposits/Withdrawals\" dateTime=\"20240104\" reportDate=\"20240104\" levelOfDetail=\"SUMMARY\" /></CashTransactions>"

    private func trade(
        _ date: String, _ quantity: Double, _ price: Double, profit: Double = 0, commission: Double = -1,
        symbol: String = "ACME",
        more: String = ""
    ) -> String {
        "<Trade accountId=\"U1234567\" currency=\"USD\" fxRateToBase=\"1\" assetCategory=\"STK\" symbol=\"\(symbol)\" multiplier=\"1\" "
            + "dateTime=\"\(date)\" quantity=\"\(quantity)\" tradePrice=\"\(price)\" ibCommission=\"\(commission)\" "
            + "fifoPnlRealized=\"\(profit)\" buySell=\"\(quantity < 0 ? "SELL" : "BUY")\" levelOfDetail=\"EXECUTION\" \(more)/>"
    }

    private func read(_ text: String, _ options: RunOptions = RunOptions()) throws -> Run {
        try TemporaryRun(["flex.xml": text]).read("flex.xml", options)
    }

    @Test func `payments are no returns, in any currency`() throws {
        let run = try read(query(xml(Self.deposit)))
        // 10 % would be the deposit of 5000 dollars alone; the day earned (15150)/(10100 + 5000) − 1.
        #expect(run.equityIsDerived && run.returns.count == 3)
        let expected = [10100.0 / 10000 - 1, 15150.0 / 15100 - 1, 15000.0 / 15150 - 1]
        for (value, wanted) in zip(run.returns.values, expected) { #expect((value - wanted).magnitude < 1e-12) }
        #expect(run.equity.timestamps[0].description == "2024-01-02" && run.currency == .given("USD"))
        #expect(run.identity.strategy == .given("Account U1234567"))
        #expect(run.identity.created == .given("2024-01-06 10:15"))
    }

    @Test func `what is paid out stays in the account until the end of its day`() throws {
        let out = Self.deposit.replacingOccurrences(of: "4000", with: "-4000")
        let run = try read(query(xml(out, values: [("20240103", 10000), ("20240104", 5100), ("20240105", 5100)])))
        #expect((run.returns.values[0] - 0.01).magnitude < 1e-12 && run.returns.values[1] == 0)
    }

    @Test func `an account without payments is one of money, and its change begins a day before`() throws {
        let change =
            "<ChangeInNAV accountId=\"U1234567\" fromDate=\"20240102\" toDate=\"20240105\" startingValue=\"9900\" "
            + "endingValue=\"15000\" depositsWithdrawals=\"0\" twr=\"51.515152\" />"
        let run = try read(query(xml("<CashTransactions />", change: change)))
        #expect(run.equity.values == [9900, 10000, 10100, 15150, 15000] && !run.equityIsDerived)
        #expect(run.equity.timestamps[0].description == "2024-01-01")
        #expect(run.reconciliation[.engineEndValue]?.outcome == .agrees)
        #expect(run.reported.map(\.key) == ["total_return"] && run.reported[0].text == "51.515152%")
    }

    @Test func `executions are matched first in first out, with the broker's profits`() throws {
        let trades =
            "<Trades>" + trade("20240102;093000", 10, 100) + trade("20240102;100000", 10, 110)
            + trade("20240104;110000", -15, 120, profit: 246.5, commission: -2)
            + "<Trade accountId=\"U1234567\" symbol=\"ACME\" quantity=\"-15\" levelOfDetail=\"CLOSED_LOT\" dateTime=\"20240104;110000\" />"
            + trade("20240103;110000", 1000, 1.1, symbol: "EUR.USD").replacingOccurrences(of: "STK", with: "CASH")
            + "</Trades><OpenPositions><OpenPosition accountId=\"U1234567\" symbol=\"ACME\" currency=\"USD\" fxRateToBase=\"1\" "
            + "assetCategory=\"STK\" multiplier=\"1\" reportDate=\"20240105\" position=\"5\" markPrice=\"130\" costBasisPrice=\"110.1\" "
            + "fifoPnlUnrealized=\"99.5\" levelOfDetail=\"SUMMARY\" /></OpenPositions>"
        let run = try read(query(xml(Self.deposit + trades)))
        let rows = try #require(run.trades)
        #expect(rows.map(\.isOpen) == [false, true] && rows[0].quantity == 15 && rows[0].profit == 246.5)
        #expect((rows[0].entryPrice - (1000 + 550) / 15).magnitude < 1e-9 && (rows[0].fees - 3.5).magnitude < 1e-9)
        #expect(rows[0].entry.description == "2024-01-02 09:30" && rows[0].exit.description == "2024-01-04 11:00")
        #expect(
            rows[1].entryPrice == 110.1 && rows[1].profit == 99.5 && rows[1].entry.description == "2024-01-02 10:00")
        #expect(run.fills?.map(\.quantity) == [10, 10, -15])
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }

    @Test func `a position that is older than the statement begins with it`() throws {
        let trades =
            "<Trades>" + trade("20240104;110000", -10, 120, profit: 199, more: "openCloseIndicator=\"C\" ")
            + "</Trades>"
        let only = try #require(try read(query(xml(Self.deposit + trades))).trades?.first)
        #expect(only.side == .long && only.entryPrice == 100 && only.entry.description == "2024-01-02")
    }

    @Test func `each account is a run`() throws {
        let other = xml("<CashTransactions />", values: [("20240102", 500), ("20240103", 510)], account: "U7654321")
        let folder = try TemporaryRun(["flex.xml": query(xml(Self.deposit), other)])
        let path = folder.path + "/flex.xml"
        #expect(try RunReader.list(path).map(\.key) == ["U1234567", "U7654321"])
        #expect(try RunReader.read(path + "#U7654321").equity.values == [500, 510])
    }

    private func csv(_ sections: [(code: String, header: String, rows: [String])], hasCodes: Bool) -> String {
        var lines = [
            "\"BOF\",\"U1234567\",\"runs\",\"3\",\"20240102\",\"20240105\",\"20240106;101500\",\"x\",\"x\"",
            "\"BOA\",\"U1234567\"",
        ]
        for section in sections {
            lines.append("\"BOS\",\"\(section.code)\",\"Something\"")
            lines.append((hasCodes ? "\"HEADER\",\"\(section.code)\"," : "") + section.header)
            lines += section.rows.map { (hasCodes ? "\"DATA\",\"\(section.code)\"," : "") + $0 }
            lines.append("\"EOS\",\"\(section.code)\",\"\(section.rows.count)\"")
        }
        return (lines + ["\"EOA\",\"U1234567\"", "\"EOF\",\"U1234567\""]).joined(separator: "\n") + "\n"
    }

    private static let sections: [(code: String, header: String, rows: [String])] = [
        (
            "EQUT", "\"ClientAccountID\",\"CurrencyPrimary\",\"ReportDate\",\"Cash\",\"Stock\",\"Total\"",
            ["2024-01-02|10000", "2024-01-03|10100", "2024-01-04|15150", "2024-01-05|15000"].map {
                let parts = $0.split(separator: "|")
                return "\"U1234567\",\"USD\",\"\(parts[0])\",\"0\",\"\(parts[1])\",\"\(parts[1])\""
            }
        ),
        (
            "CTRN",
            "\"ClientAccountID\",\"CurrencyPrimary\",\"FXRateToBase\",\"Description\",\"Date/Time\",\"Amount\",\"Type\",\"ReportDate\"",
            [
                "\"U1234567\",\"EUR\",\"1.25\",\"CASH, \"\"WIRE\"\"\",\"2024-01-04;10:00:00\",\"4000\",\"Deposits & Withdrawals\",\"2024-01-04\""
            ]
        ),
        (
            "TRNT",
            "\"ClientAccountID\",\"AssetClass\",\"Symbol\",\"DateTime\",\"Quantity\",\"TradePrice\",\"IBCommission\",\"FifoPnlRealized\",\"Buy/Sell\",\"LevelOfDetail\"",
            [
                "\"U1234567\",\"STK\",\"ACME\",\"2024-01-02;09:30:00 EST\",\"10\",\"100\",\"-1\",\"0\",\"BUY\",\"EXECUTION\"",
                "\"U1234567\",\"STK\",\"ACME\",\"2024-01-03;09:30:00 EST\",\"-10\",\"110\",\"-1\",\"98\",\"SELL\",\"EXECUTION\"",
            ]
        ),
    ]

    @Test(arguments: [true, false])
    func `CSV with and without codes is the same run as XML`(hasCodes: Bool) throws {
        let text = csv(Self.sections, hasCodes: hasCodes)
        let run = try TemporaryRun(["flex.csv": text]).read("flex.csv")
        let trades =
            "<Trades>" + trade("20240102;093000", 10, 100) + trade("20240103;093000", -10, 110, profit: 98)
            + "</Trades>"
        let other = try read(query(xml(Self.deposit + trades)))
        #expect(run.returns == other.returns && run.currency == other.currency)
        #expect(run.trades?.map(\.profit) == [98] && run.trades?.map(\.entry) == other.trades?.map(\.entry))
    }

    @Test func `a file of one section needs no frame, and says that payments are unknown`() throws {
        let text = ([Self.sections[0].header] + Self.sections[0].rows).joined(separator: "\n") + "\n"
        let run = try TemporaryRun(["nav.csv": text]).read("nav.csv")
        #expect(run.equity.values == [10000, 10100, 15150, 15000])
        #expect(run.findings.map(\.code).contains("payments_unknown"))
    }

    @Test func `payments in sum alone are refused, those of single days are taken`() throws {
        let change =
            "<ChangeInNAV accountId=\"U1234567\" fromDate=\"20240102\" toDate=\"20240105\" startingValue=\"9900\" "
            + "endingValue=\"15000\" depositsWithdrawals=\"5000\" />"
        let folder = try TemporaryRun(["flex.xml": query(xml("", change: change))])
        #expect(RunReader.validate(folder.path + "/flex.xml").map(\.code) == ["incomplete_statement"])
        let daily = change.replacingOccurrences(of: "20240102", with: "20240104").replacingOccurrences(
            of: "20240105", with: "20240104")
        let run = try read(query(xml("", change: daily)))
        #expect((run.returns.values[1] - (15150.0 / 15100 - 1)).magnitude < 1e-12)
    }

    @Test func `sums of the statement that its rows do not make are told`() throws {
        let change =
            "<ChangeInNAV accountId=\"U1234567\" fromDate=\"20240102\" toDate=\"20240105\" startingValue=\"9900\" "
            + "endingValue=\"15100\" depositsWithdrawals=\"6000\" />"
        let run = try read(query(xml(Self.deposit, change: change)))
        #expect(
            run.findings.filter { $0.code == "booking_contradicted" }.map(\.fact).sorted() == [
                "the ending value is 15100.00, and its parts add up to 15000.00",
                "what the change of the value says was paid is 6000.00, and its parts add up to 5000.00",
            ])
    }

    @Test(arguments: ["%d/%m/%Y", "%m/%d/%Y"])
    func `dates with slashes are decided by a day above twelve, or an option`(format: String) throws {
        func text(_ days: [Int]) -> String {
            let values = days.enumerated().map { index, day in
                (format.hasPrefix("%d") ? "\(day)/01/2024" : "01/\(day)/2024", 10000.0 + Double(index))
            }
            return query(xml("<CashTransactions />", values: values.map { ($0.0, $0.1) }))
                .replacingOccurrences(of: "fromDate=\"20240102\" toDate=\"20240105\"", with: "")
        }
        let days = try read(text([11, 12, 15])).equity.timestamps.map(\.description)
        #expect(days == ["2024-01-11", "2024-01-12", "2024-01-15"])
        let folder = try TemporaryRun(["flex.xml": text([10, 11, 12])])
        #expect(RunReader.validate(folder.path + "/flex.xml").map(\.code) == ["incomplete_statement"])
        var options = RunOptions()
        options.dateFormat = format
        #expect(
            try folder.read("flex.xml", options).equity.timestamps.map(\.description) == [
                "2024-01-10", "2024-01-11", "2024-01-12",
            ])
    }

    @Test func `what is cut off, and what has no values, is told`() throws {
        let folder = try TemporaryRun(["flex.xml": String(query(xml("")).dropLast(60)) + "\n"])
        #expect(RunReader.validate(folder.path + "/flex.xml").map(\.code) == ["bad_container"])
        let empty = try TemporaryRun(["flex.xml": query(xml("", values: []))])
        #expect(RunReader.validate(empty.path + "/flex.xml").map(\.code) == ["incomplete_statement"])
    }
}
