import RunFormats
import RunModel
import Series
import Testing

struct HeaderTests {
    @Test(arguments: [
        "returns", "Return", "RET", "strategy", "daily_return", "Daily Returns", "strategy-returns", "algo_returns",
    ])
    func `names of returns`(name: String) throws {
        let run = try bare("date,\(name)\n2024-01-02,0.1\n2024-01-03,0.2\n")
        #expect(run.equityIsDerived)
        #expect(run.returns.values == [0.1, 0.2])
    }

    @Test(arguments: [
        "equity", "Equity [$]", "Portfolio Value", "portfolio_value", "NAV", "balance", "Close", "Adj Close", "value",
    ])
    func `names of equity`(name: String) throws {
        let run = try bare("date,\(name)\n2024-01-02,100\n2024-01-03,150\n")
        #expect(!run.equityIsDerived)
        #expect(run.returns.values == [0.5])
    }

    @Test(arguments: ["date", "Timestamp", "time", "DateTime", "Date/Time", "index", "", "Unnamed: 0", "anything"])
    func `names of timestamps, and any first column of timestamps`(name: String) throws {
        #expect(try bare("\(name),equity\n2024-01-02,100\n2024-01-03,150\n").equity.count == 2)
    }

    @Test func `a column of row numbers is not the column of timestamps`() throws {
        let run = try bare(",date,equity\n0,2024-01-02,100\n1,2024-01-03,150\n")
        #expect(run.equity.timestamps[0] == moment("2024-01-02"))
    }

    @Test func `the size of values never decides what they are`() throws {
        for values in [("100", "101"), ("0.01", "0.02"), ("-0.01", "0.02")] {
            let message = try bareMessage("date,x\n2024-01-02,\(values.0)\n2024-01-03,\(values.1)\n")
            #expect(message.contains("the name does not say whether these are returns or equity"))
        }
    }

    @Test func `an option decides where the header does not`() throws {
        let text = "date,x\n2024-01-02,0.5\n2024-01-03,0.25\n"
        #expect(try bare(text, RunOptions(content: .returns)).returns.values == [0.5, 0.25])
        #expect(try bare(text, RunOptions(content: .equity)).returns.values == [-0.5])
        #expect(try bare("2024-01-02,100\n2024-01-03,110\n", RunOptions(content: .equity)).equity.values == [100, 110])
        #expect(
            try bare("date,strategy\n2024-01-02,100\n2024-01-03,110\n", RunOptions(content: .equity)).equity.values == [
                100, 110,
            ])
    }

    @Test func `errors of a file without header name its own lines`() throws {
        let message = try bareMessage("2024-01-02,100\n2024-01-03,x\n", RunOptions(content: .equity))
        #expect(message.hasPrefix("run.csv:2 column 'equity': not a number: 'x'"))
    }

    @Test func `orders and trades are no series`() throws {
        #expect(
            try bareMessage("Timestamp,Size,Price,Side\n2024-01-02,1,2,Buy\n").contains("those of orders or trades"))
        let trades = "qty,entry_time,entry_price,exit_time,exit_price,pnl\n1,2024-01-02,1,2024-01-03,2,1\n"
        #expect(try bareMessage(trades).contains("these are trades"))
    }

    @Test func `a name that stands twice is no answer`() throws {
        #expect(try bareMessage("date,equity,equity\n2024-01-02,1,2\n2024-01-03,1,2\n").contains("has this name twice"))
    }
}

struct ContainerTests {
    private let rows = ["2024-01-02,100", "2024-01-03,\"1e2\"", "2024-01-04,103.5"]

    @Test func `line ends, marks, quotes and delimiters do not change the run`() throws {
        let plain = "date,equity\n" + rows.joined(separator: "\n")
        let dialects = [
            plain, plain + "\n\n\n", "\u{FEFF}" + plain, plain.replacing("\n", with: "\r\n"),
            plain.replacing("\n", with: "\r"),
            plain.replacing(",", with: ";"), plain.replacing(",", with: "\t"),
            plain.replacing(",", with: ";").replacing(".", with: ","),
            plain.replacing("2024-", with: "\"2024-").replacing(",1", with: "\",1").replacing(",\"1e", with: "\",\"1e"),
            "equity,note,date\n100,\"a, \"\"b\"\"\nc\",2024-01-02\n100,,2024-01-03\n103.5,x,2024-01-04\n",
            "date,equity\n20240102,100\n20240103,100\n20240104,103.5\n",
        ]
        for text in dialects {
            let run = try bare(text)
            #expect(run.equity.values == [100, 100, 103.5], "\(text)")
            #expect(Array(run.equity.timestamps) == ["2024-01-02", "2024-01-03", "2024-01-04"].map(moment), "\(text)")
        }
    }

    private static let featherV1 =
        "run.csv: Feather version 1 is not read; convert it with: python -c \"import pyarrow.feather as f; "
        + "f.write_feather(f.read_table('run.feather'), 'run.arrow')\""

    @Test(
        arguments: [
            (
                Array("PAR1xxxx".utf8),
                "run.csv: the Parquet file ends without its foot, so it is cut off or still being written; copy it again, completely"
            ),
            (
                Array("PK\u{3}\u{4}".utf8),
                "run.csv: the zip archive ends without its directory, so it is cut off; copy it again, completely"
            ),
            (Array("FEA1".utf8) + [0, 0], featherV1),
            (Array("{\"a\": 1}".utf8), "run.csv: JSON of this form is not read by this version; export CSV"),
            (Array("<!DOCTYPE html>".utf8), "run.csv: HTML is not read by this version; export CSV"),
            (Array("date\u{0}equity".utf8), "run.csv: the file is not text; write CSV in UTF-8"),
            ([0x1F, 0x8B, 0x08, 0x00, 0x01], "run.csv: the gzip file ends too early; copy it again, completely"),
            ([], "run.csv: the file is empty; write a header and at least two rows"),
            (Array(" \n\n".utf8), "run.csv: the file is empty; write a header and at least two rows"),
        ] as [([UInt8], String)])
    func `other containers are read or named`(bytes: [UInt8], message: String) throws {
        let run = try TemporaryRun()
        try run.write("run.csv", bytes)
        #expect(RunReader.validate(run.path + "/run.csv").first?.message == message)
    }
}

struct BaselineTests {
    @Test(arguments: [
        ("2024-01-02", "2024-01-03", "2024-01-01"), ("2024-01-08", "2024-01-09", "2024-01-05"),
        ("2024-01-31", "2024-02-29", "2023-12-31"), ("2024-02-29", "2024-03-31", "2024-01-31"),
        ("2024-03-31", "2024-06-30", "2023-12-31"), ("2024-01-05", "2024-01-12", "2023-12-29"),
        ("2024-01-02 10:00", "2024-01-02 11:00", "2024-01-02 09:00"),
        ("2024-01-02 09:31", "2024-01-02 09:32", "2024-01-02 09:30"),
    ])
    func `returns start one period before the first`(first: String, second: String, start: String) throws {
        let run = try bare("date,returns\n\(first),0.1\n\(second),-0.5\n")
        #expect(run.equity.timestamps == [moment(start), moment(first), moment(second)])
        #expect(run.equity.values == [1, 1.1, 1.1 * 0.5])
        #expect(run.baselineIsAdded)
    }

    @Test func `a coin's Monday follows its Sunday`() throws {
        let text = dailyEquity(14, from: "2024-01-08", header: "date,returns") { _ in true }
        #expect(try bare(text).equity.timestamps[0] == moment("2024-01-07"))
    }

    @Test func `the empty first cell of pct_change is the start`() throws {
        let run = try bare("date,returns\n2024-01-02,\n2024-01-03,0.1\n2024-01-04,0.1\n")
        #expect(run.equity.timestamps[0] == moment("2024-01-02"))
        #expect(!run.baselineIsAdded)
        #expect(run.findings.isEmpty)
    }

    @Test func `a capital that is not the first equity is a first return`() throws {
        let text = "date,equity\n2024-01-02,110\n2024-01-03,121\n"
        let run = try bare(text, RunOptions(initialCapital: 100))
        #expect(run.equity.values == [100, 110, 121])
        #expect(run.baselineIsAdded)
        #expect(run.initialCapital == .given(100))
        #expect(run.equity.timestamps[0] == moment("2024-01-01"))
        let same = try bare(text, RunOptions(initialCapital: 110))
        #expect(same.equity.values == [110, 121] && !same.baselineIsAdded)
        #expect(try bare(text).initialCapital == .derived(110, "first equity point"))
    }

    @Test func `a capital far off is warned of`() throws {
        let run = try bare("date,equity\n2024-01-02,1\n2024-01-03,1.1\n", RunOptions(initialCapital: 100_000))
        #expect(run.findings.map(\.code) == ["capital_mismatch"])
    }

    @Test func `returns compound on the capital`() throws {
        let run = try bare("date,returns\n2024-01-02,0.5\n2024-01-03,-0.5\n", RunOptions(initialCapital: 1000))
        #expect(run.equity.values == [1000, 1500, 750])
        #expect(run.equityIsDerived)
        #expect(try bare("date,returns\n2024-01-02,0.5\n2024-01-03,-0.5\n").initialCapital == .absent)
    }
}

struct RangeOfNumbersTests {
    @Test(arguments: [
        "date,returns\n2024-01-02,1e200\n2024-01-03,1e200\n", "date,equity\n2024-01-02,1e-300\n2024-01-03,1e300\n",
    ])
    func `products that leave the numbers are no equity`(text: String) throws {
        let message = try bareMessage(text)
        #expect(message.hasPrefix("run.csv:3 column") && message.contains("leave the range of numbers"))
    }

    @Test func `many near total losses run out of numbers`() throws {
        let rows = (1...25).map { "2024-01-\($0 < 10 ? "0" : "")\($0),-0.9999999999999999" }.joined(separator: "\n")
        #expect(try bareMessage("date,returns\n" + rows).contains("leave the range of numbers"))
    }

    @Test func `a profit that is no number is no trade`() throws {
        let trades = "qty,entry_time,entry_price,exit_time,exit_price\n1e308,2024-01-02,1,2024-01-03,1e5\n"
        #expect(
            try folderMessage(["equity.csv": dailyEquity(5), "trades.csv": trades]).contains(
                "leave the range of numbers"))
    }
}

struct MissingValueTests {
    @Test func `one return spans a gap of equity`() throws {
        let run = try bare(
            "date,equity\n2024-01-02,100\n2024-01-03,\n2024-01-04,121\n2024-01-05,NaN\n2024-01-08,133.1\n")
        #expect(run.returns.timestamps == [moment("2024-01-04"), moment("2024-01-08")])
        #expect(abs(run.returns.values[0] - 0.21) < 1e-12)
        let finding = try #require(run.findings.first)
        #expect(
            finding.message == "run.csv:3 column 'equity': 2 of 5 values are missing, here the first; "
                + "one return spans each gap; fill them at the source, if they are known there")
        #expect(finding.severity == .warning)
    }

    @Test func `missing returns are left out, never zero`() throws {
        let run = try bare("date,returns\n2024-01-02,0.1\n2024-01-03,nan\n2024-01-04,0.1\n")
        #expect(run.returns.values == [0.1, 0.1])
        #expect(run.findings.map(\.code) == ["missing_values"])
    }
}

struct RangeTests {
    private let text =
        "date,equity\n2024-01-02,100\n2024-01-03,110\n2024-01-04,121\n2024-01-05,133.1\n2024-01-08,146.41\n"

    @Test func `the value before the first date is the start value`() throws {
        let run = try bare(text, RunOptions(from: CalendarDate(iso: "2024-01-04"), to: CalendarDate(iso: "2024-01-05")))
        #expect(run.equity.values == [110, 121, 133.1])
        #expect(run.returns.timestamps.map(\.date.iso) == ["2024-01-04", "2024-01-05"])
        #expect(run.initialCapital == .derived(110, "equity before the first date"))
    }

    @Test func `a compounded curve starts again at one`() throws {
        let returns = "date,returns\n2024-01-03,0.1\n2024-01-04,0.1\n2024-01-05,0.2\n2024-01-08,0.3\n"
        let run = try bare(returns, RunOptions(from: CalendarDate(iso: "2024-01-05")))
        #expect(run.equity.values[0] == 1)
        #expect(!run.baselineIsAdded)
    }

    @Test func `trades and positions are cut with the series`() throws {
        let folder = try TemporaryRun([
            "equity.csv": text,
            "trades.csv":
                "qty,entry_time,entry_price,exit_time,exit_price,fees\n10,2024-01-02,1,2024-01-03,2,0\n36.41,2024-01-03,1,2024-01-08,2,0\n",
            "positions.csv": "date,A,cash\n2024-01-03,10,100\n2024-01-08,46.41,100\n",
        ])
        let run = try folder.read(RunOptions(from: CalendarDate(iso: "2024-01-04")))
        #expect(run.trades?.count == 1)
        #expect(run.positions?.timestamps == [moment("2024-01-08")])
        #expect(run.findings.isEmpty)
    }
}

struct ValidationTests {
    @Test func `a spike is reported with its place and distance`() throws {
        var lines = ["date,returns"]
        for day in 0..<60 {
            let date = CalendarDate(day: 19_723 + day / 5 * 7 + day % 5)
            lines.append("\(date.iso),\(day == 30 ? 0.9 : Double(day % 7 - 3) / 1000)")
        }
        let run = try bare(lines.joined(separator: "\n"))
        let finding = try #require(run.findings.first)
        #expect(finding.code == "return_spikes" && finding.layer == .outliers && finding.row == 32)
        #expect(
            finding.fact.hasPrefix(
                "1 return more than 15 robust standard deviations from the median; the farthest is 90.00 %"))
    }

    @Test func `holidays are no gaps, weeks without data are`() throws {
        let holiday = try bare(dailyEquity(100) { $0.weekday < 5 && $0.day % 31 != 0 })
        #expect(holiday.findings.isEmpty)
        let gap = try bare(dailyEquity(100) { $0.weekday < 5 && !(19_760...19_774).contains($0.day) })
        #expect(gap.findings.map(\.code) == ["gaps"])
        #expect(gap.findings[0].fact.hasPrefix("1 gap against the calendar; the longest misses 11 sessions between "))
    }

    @Test func `a market that never closes misses every day`() throws {
        let everyDay = try bare(dailyEquity(100, keep: { $0.day != 19_760 && $0.day != 19_790 }))
        #expect(everyDay.calendar.name == "24x7")
        #expect(
            everyDay.findings.map(\.fact) == [
                "2 gaps against the calendar; the longest misses 1 day between 2024-02-06 and 2024-02-08"
            ])
    }

    @Test func `the future is known only to who says today`() throws {
        #expect(try bare(dailyEquity(10)).findings.isEmpty)
        let run = try bare(dailyEquity(10), RunOptions(today: CalendarDate(iso: "2024-01-09")))
        #expect(run.findings.map(\.code) == ["future_timestamps"])
        #expect(run.findings[0].row == 9)
    }

    @Test func `sessions with half their bars are counted`() throws {
        var lines = ["time,equity"]
        for day in 0..<5 {
            for hour in 10...(day == 2 ? 11 : 16) { lines.append("2024-01-0\(day + 1) \(hour):00,\(100 + hour)") }
        }
        let run = try bare(lines.joined(separator: "\n"))
        #expect(
            run.findings.map(\.fact) == [
                "1 session with fewer than half of the usual 7 bars; the first is 2024-01-03 with 2"
            ])
    }
}
