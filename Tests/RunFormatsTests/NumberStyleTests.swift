import RunFormats
import RunModel
import Series
import Testing

/// Marks between thousands and before decimals.
struct NumberStyleTests {
    private func table(_ values: [String], header: String = "date;equity") -> String {
        let delimiter = header.contains(";") ? ";" : ","
        let rows = values.enumerated().map { "2024-01-0\($0.offset + 1)\(delimiter)\"\($0.element)\"\n" }
        return header + "\n" + rows.joined()
    }

    @Test(arguments: [
        (["1.001,50", "999,25", "1.002,00"], [1001.5, 999.25, 1002]),
        (["1,001.50", "999.25", "1,002.00"], [1001.5, 999.25, 1002]),
        (["1.001.500", "1.002.500", "999.500"], [1_001_500, 1_002_500, 999_500]),
        (["10 000,5", "9 999,5", "10\u{A0}001,5"], [10_000.5, 9999.5, 10_001.5]),
        (["1'234.50", "1'235.50", "999.5"], [1234.5, 1235.5, 999.5]),
        (["0,985", "0,99", "1,001"], [0.985, 0.99, 1.001]),
        (["1000,125", "1001,5", "999,250"], [1000.125, 1001.5, 999.25]),
        (["1.5e3", "1,500.5", "1,600.5"], [1500, 1500.5, 1600.5]),
    ])
    func `numbers with one reading are read`(values: [String], expected: [Double]) throws {
        #expect(try bare(table(values)).equity.values == expected)
    }

    @Test(arguments: [
        ("date;equity", ["997", "1.001", "1.005"], "1.001"), ("date;equity", ["1.002", "1.008", "1.001"], "1.002"),
        ("date,equity", ["1,001", "1,002", "1,003"], "1,001"), ("date;equity", ["997", "1,001", "1,005"], "1,001"),
        ("date,equity", ["997", "998", "1.001"], "1.001"), ("date,equity", ["1.001", "998", "997"], "1.001"),
    ])
    func `numbers with two readings are an error that names both`(header: String, values: [String], cell: String) throws
    {
        let message = try bareMessage(table(values, header: header))
        let digits = cell.filter(\.isNumber)
        #expect(
            message.contains(
                "'\(cell)' can be \(digits), with a mark between thousands, or \(cell.replacing(",", with: ".")), with a decimal "
                    + "point; "), "\(message)")
    }

    @Test(arguments: [
        ["100.125", "100.250", "101.5"], ["1000.125", "1001.250", "1002.500"], ["100", "100.125", "100.250"],
        ["0.985", "0.990", "1.001"],
    ])
    func `plain decimals are plain`(values: [String]) throws {
        for header in ["date,equity", "date;equity"] {
            let run = try bare(table(values, header: header))
            #expect(run.equity.values == values.compactMap { Double($0) })
            #expect(!run.findings.contains { $0.code == "three_decimals" })
        }
    }

    @Test func `three decimals throughout are noted in a file of commas`() throws {
        let run = try bare(table(["1.002", "1.008", "1.001"], header: "date,equity"))
        #expect(run.findings.map(\.code) == ["three_decimals"])
        #expect(try bare(table(["151.234", "151.250", "151.100"], header: "date;close")).findings.isEmpty)
    }

    @Test func `percent signs make percents of returns, and are no equity`() throws {
        #expect(
            try bare(table(["1.5%", "-0.5 %", "0%"], header: "date;returns")).returns.values == [0.015, -0.005, 0])
        #expect(
            try bare(table(["1,5%", "-0,5%", "2%"], header: "date;return_pct")).returns.values == [0.015, -0.005, 0.02])
        #expect(try bareMessage(table(["1.5%", "2.5%", "3%"])).contains("not a number: '1.5%'"))
    }

    @Test func `styles that exclude each other are told by their cells`() throws {
        #expect(try bareMessage(table(["1.234,5", "1,234.5", "3"])).contains("not a number: '1.234,5'"))
        #expect(try bareMessage(table(["$100", "$101", "$102"])).contains("not a number: '$100'"))
    }

    @Test func `sizes and prices of trades are read in the same way`() throws {
        let trades =
            "qty;entry_time;entry_price;exit_time;exit_price;pnl\n1.000,5;02.01.2024;5,25;13.01.2024;6,25;1.000,50\n"
        let run = try TemporaryRun(["equity.csv": dailyEquity(10, from: "2024-01-02"), "trades.csv": trades]).read()
        #expect(run.trades?.first?.quantity == 1000.5 && run.trades?.first?.profit == 1000.5)
        #expect(run.trades?.first?.entry == moment("2024-01-02"))
    }
}

/// Columns whose names say that they are neither returns nor equity.
struct ColumnMeaningTests {
    private func table(_ name: String, _ values: [Double]) -> String {
        "date,\(name)\n" + values.enumerated().map { "2024-01-0\($0.offset + 1),\($0.element)\n" }.joined()
    }

    @Test(arguments: ["log_return", "Log Returns", "logret", "LogReturn", "ln_ret", "daily_log_returns"])
    func `log returns are converted`(name: String) throws {
        let run = try bare(table(name, [0, 0.1, -0.2]))
        #expect(abs(run.returns.values[1] - 0.10517091807564763) < 1e-15)
        #expect(run.provenance.notes.contains { $0.contains("exp(x) - 1") })
    }

    @Test(arguments: [
        "return_pct", "Return [%]", "returns (%)", "pct", "percent", "ReturnPct", "daily return %", "change_pct",
    ])
    func `percents are divided`(name: String) throws {
        #expect(try bare(table(name, [1, -2, 0.5])).returns.values == [0.01, -0.02, 0.005])
    }

    @Test(arguments: ["cum_return", "cumulative", "cum", "CumReturns", "cumulative_returns"])
    func `cumulative returns become levels`(name: String) throws {
        #expect(try bare(table(name, [0, 0.1, 0.21])).equity.values == [1, 1.1, 1.21])
        #expect(try bare(table(name, [1.01, 1.02, 1.03])).equity.values == [1.01, 1.02, 1.03])
    }

    @Test(arguments: [
        ("pct_change", "name it 'returns' for fractions, 'return_pct' for percents"),
        ("log", "'log_return' or 'log_equity'"),
        ("pnl", "as 'equity'"), ("drawdown", "give the equity or the returns"), ("deposit", "- 1 as 'returns'"),
        ("Cash Flow", "- 1 as 'returns'"), ("withdrawals", "- 1 as 'returns'"),
    ])
    func `what cannot be told is refused with the conversion`(name: String, remedy: String) throws {
        let message = try bareMessage(table(name, [0.1, 0.2, 0.3]))
        #expect(message.hasPrefix("run.csv column '\(name)': ") && message.contains(remedy), "\(message)")
        #expect(try folderMessage(["returns.csv": table(name, [0.1, 0.2, 0.3])]) != "no error" || name == "log")
    }

    @Test(arguments: ["win_pct", "blog", "catalog", "logistics", "pctile", "deposit_rate"])
    func `other names stay unknown`(name: String) throws {
        #expect(try bareMessage(table(name, [0.1, 0.2])).contains("does not say whether these are returns or equity"))
    }

    @Test func `payments beside equity are an error, unless there are none`() throws {
        func text(_ payment: String) -> String {
            "date,equity,deposit\n2024-01-02,100,0\n2024-01-03,100,\n2024-01-04,200,\(payment)\n2024-01-05,201,0\n"
        }
        #expect(
            try bareMessage(text("100")).hasPrefix("run.csv:4 column 'deposit': 1 payment in or out, here the first: "))
        #expect(try bare(text("0")).equity.count == 4)
        let nav = text("100").replacing("equity", with: "nav")
        #expect(try bare(nav).provenance.notes.contains { $0.contains("not used: 'deposit'") })
    }

    @Test func `a benchmark of log returns or percents is converted too`() throws {
        let text = "date,returns,benchmark_return_pct\n2024-01-02,0.01,1\n2024-01-03,0.02,2\n"
        #expect(try bare(text).benchmark?.returns.values.map { ($0 * 1e9).rounded() } == [1e7, 2e7])
    }

    @Test func `percents as small as fractions are warned of`() throws {
        let values = (1...9).map { Double($0) * 0.001 } + [0.005]
        let text =
            "date,return_pct\n" + values.enumerated().map { "2024-01-\($0.offset + 10),\($0.element)\n" }.joined()
        #expect(try bare(text).findings.map(\.code) == ["percents_look_like_fractions"])
    }
}

/// Rates that are percents.
struct RateSizeTests {
    private let equity = "date,equity\n2024-01-02,100\n2024-01-03,101\n2024-01-04,103\n"

    @Test func `a rate of half a year's money in a description is an error with both readings`() throws {
        let message = try folderMessage(["equity.csv": equity, "run.json": #"{"risk_free": 2}"#])
        #expect(message == #"run.json: a risk-free rate of 2 is 200 % a year; write 0.02 or "2%""#)
        let run = try TemporaryRun(["equity.csv": equity, "run.json": #"{"risk_free": "2%"}"#]).read()
        #expect(run.riskFree == .annual(0.02))
    }

    @Test func `a file of percents is an error, unless its name says so`() throws {
        func rates(_ name: String) -> [String: String] {
            ["equity.csv": equity, "risk_free.csv": "date,\(name)\n2024-01-01,0.25\n2024-01-03,5.25\n"]
        }
        #expect(
            try folderMessage(rates("annual_rate"))
                == "risk_free.csv:3 column 'annual_rate': a risk-free rate of 5.25 is 525 % a year; write 0.0525, or name "
                + "the column 'rate_pct'")
        for name in ["rate_pct", "Yield [%]", "annual_rate (percent)"] {
            #expect(try TemporaryRun(rates(name)).read().findings.isEmpty)
        }
    }

    @Test(arguments: [("2%", 0.02, true), ("0.02", 0.02, false), (" 2 % ", 0.02, true), ("2", 2, false)])
    func `texts of rates`(text: String, value: Double, isPercent: Bool) throws {
        let rate = try #require(RateSize.fraction(text))
        #expect(rate.value == value && rate.isPercent == isPercent)
        #expect(RateSize.fraction("rates.csv") == nil)
    }
}
