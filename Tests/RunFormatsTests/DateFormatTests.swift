import RunFormats
import RunModel
import Series
import Testing

/// Dates as spreadsheets, brokers and pandas write them.
struct DateFormatTests {
    /// Rows of `date;equity` with these dates.
    private func table(_ dates: [String], header: String = "date;equity") -> String {
        header + "\n" + dates.enumerated().map { "\($0.element);\(100 + $0.offset)\n" }.joined()
    }

    private static let days = ["2024-01-12", "2024-01-15", "2024-01-16"]

    @Test(arguments: [
        ["2024.01.12", "2024.01.15", "2024.01.16"], ["12-Jan-2024", "15-Jan-2024", "16-Jan-2024"],
        ["12.01.2024", "15.01.2024", "16.01.2024"], ["2024-1-12", "2024-1-15", "2024-1-16"],
        ["1/12/2024", "1/15/2024", "1/16/2024"], ["12/1/2024", "15/1/2024", "16/1/2024"],
        ["12 January 2024", "15 January 2024", "16 January 2024"], ["Jan 12, 2024", "Jan 15, 2024", "Jan 16, 2024"],
        ["Fri 12 Jan 2024", "Mon 15 Jan 2024", "Tue 16 Jan 2024"], ["12JAN2024", "15JAN2024", "16JAN2024"],
        ["12/Jan/24", "15/Jan/24", "16/Jan/24"], ["20240112.0", "20240115.0", "20240116.0"],
        [" 2024-01-12", "\u{A0}2024-01-15 ", "2024-01-16\u{A0}"], ["\"12.01.2024\"", " \"15.01.2024\" ", "16.01.2024"],
    ])
    func `dates with one reading are read`(dates: [String]) throws {
        #expect(try bare(table(dates)).equity.timestamps.map(\.description) == Self.days)
    }

    @Test(arguments: [
        (["12.01.2024 09:30", "15.01.2024 9:30", "16.01.2024 16:00"], ["09:30", "09:30", "16:00"]),
        (["1/12/2024 9:30 AM", "1/15/2024 12:15 PM", "1/16/2024 12:05 am"], ["09:30", "12:15", "00:05"]),
        (["2024.01.12 09:30:15", "2024.01.15 09:31:00", "2024.01.16 00:01:00"], ["09:30:15", "09:31", "00:01"]),
        (["20240112 093000", "20240115 094500", "20240116 100000"], ["09:30", "09:45", "10:00"]),
    ])
    func `a time may follow`(dates: [String], times: [String]) throws {
        let expected = zip(Self.days, times).map { "\($0) \($1)" }
        #expect(try bare(table(dates)).equity.timestamps.map(\.description) == expected)
    }

    @Test(arguments: [
        (["2015-01", "2015-02", "2015-03"], "monthly"), (["201501", "201502", "201503"], "monthly"),
        (["Jan-2015", "Feb-2015", "Mar-2015"], "monthly"), (["01/2015", "02/2015", "03/2015"], "monthly"),
        (["Jan 15", "Feb 15", "Mar 15"], "monthly"), (["2015.01", "2015.02", "2015.03"], "monthly"),
        (["2014Q3", "2014Q4", "2015Q1"], "quarterly"), (["2014-Q3", "2014-Q4", "2015-Q1"], "quarterly"),
        (["Q3 2014", "Q4 2014", "Q1 2015"], "quarterly"), (["2012", "2013", "2014"], "yearly"),
    ])
    func `labels of months, quarters and years stand at their last day`(labels: [String], calendar: String) throws {
        let run = try bare(table(labels))
        #expect(run.calendar.name == calendar)
        let last = ["monthly": "2015-03-31", "quarterly": "2015-03-31", "yearly": "2014-12-31"][calendar]
        #expect(run.equity.timestamps.last?.description == last)
        #expect(run.provenance.notes.contains { $0.contains("names whole") })
    }

    @Test func `a date of two readings is an error that names both and the way out`() throws {
        let text = table(["01/02/2024", "02/02/2024", "05/02/2024"])
        #expect(
            try bareMessage(text)
                == "run.csv:2 column 'date': '01/02/2024' can be 1 Feb 2024 or 2 Jan 2024, and no cell of the column "
                + "decides; give --date-format %d/%m/%Y or --date-format %m/%d/%Y, or write YYYY-MM-DD")
        let european = try bare(text, RunOptions(dateFormat: "%d/%m/%Y"))
        #expect(european.equity.timestamps.map(\.description) == ["2024-02-01", "2024-02-02", "2024-02-05"])
        let american = try bare(text, RunOptions(dateFormat: "%m/%d/%Y"))
        #expect(american.equity.timestamps.map(\.description) == ["2024-01-02", "2024-02-02", "2024-05-02"])
    }

    @Test(arguments: [
        ("%d.%m.%y %H.%M", "12.01.24 09.30"), ("%Y%m%d%H%M", "202401120930"),
        ("%d %b %Y, %I:%M %p", "12 Jan 2024, 9:30 AM"),
        ("%A %d %B %Y %R", "Friday 12 January 2024 09:30"), ("day %d of %m/%Y at %T", "day 12 of 1/2024 at 09:30:00"),
    ])
    func `a format of the user's own is followed`(format: String, text: String) throws {
        let table = "date;equity\n\(text);100\n" + text.replacing("12", with: "13") + ";101\n"
        #expect(try bare(table, RunOptions(dateFormat: format)).equity.timestamps[0] == moment("2024-01-12 09:30"))
    }

    @Test func `a format serves every table, and tables in ISO 8601 stay as they are`() throws {
        let files = [
            "equity.csv": "date;equity\n03/01/2024;100\n04/01/2024;101\n05/01/2024;102\n",
            "benchmark.csv": "date,close\n2024-01-03,5\n2024-01-04,6\n2024-01-05,7\n",
            "trades.csv":
                "qty,entry_time,entry_price,exit_time,exit_price\n1,03/01/2024,5,05/01/2024,7\n",
        ]
        let run = try TemporaryRun(files).read(RunOptions(dateFormat: "%d/%m/%Y"))
        #expect(run.trades?.first?.exit == moment("2024-01-05"))
        #expect(run.benchmark?.matched == 3)
    }

    @Test func `a few damaged dates are told by their lines, in the format of the others`() throws {
        let dates = (13...28).map { "\($0)/01/2024" } + ["x"]
        #expect(try bareMessage(table(dates)).hasPrefix("run.csv:18 column 'date': not a date or time: 'x'; "))
    }

    @Test(arguments: [
        (["1704153600.0", "1704240000.0", "1704326400.0"], "2024-01-02"),
        (["-315619200", "-315532800", "-315446400"], "1960-01-01"), (["-86400", "0", "946684800"], "1969-12-31"),
        (["1704153600000.0", "1704240000000.0", "1704326400000.0"], "2024-01-02"),
    ])
    func `Unix time with a fraction and before 1970`(timestamps: [String], first: String) throws {
        #expect(try bare(table(timestamps)).equity.timestamps[0].description == first)
    }

    @Test(arguments: [["0", "1", "2"], ["45293", "45294", "45295"], ["1672617", "1672618", "1672619"]])
    func `numbers that may be anything are no dates`(timestamps: [String]) throws {
        #expect(try bareMessage(table(timestamps)).contains("not a date or time"))
    }

    @Test(arguments: ["", "%d", "%Y %d", "%Q", "%", "date"])
    func `other texts are no formats`(text: String) { #expect(!RunOptions.isDateFormat(text)) }
}

/// Dates and times in two columns, rows in the other order.
struct TwoColumnTimestampTests {
    @Test(arguments: [
        "Date,Time,Equity\n2024-01-02,10:00:00,1\n2024-01-02,11:00:00,2\n2024-01-03,10:00:00,3\n",
        "Time,Date,Equity\n10:00,2024-01-02,1\n11:00,2024-01-02,2\n10:00,2024-01-03,3\n",
        "<DATE>\t<TIME>\t<CLOSE>\n2024.01.02\t10:00\t1\n2024.01.02\t11:00\t2\n2024.01.03\t10:00\t3\n",
        "date;hour;equity\n02.01.2024;10;1\n02.01.2024;11;2\n03.01.2024;10;3\n",
        "date,time,close\n20240102,100000,1\n20240102,110000,2\n20240103,100000,3\n",
        "date,time,close\n1/2/2024,10:00 AM,1\n1/2/2024,11:00 AM,2\n1/3/2024,10:00 AM,3\n1/13/2024,10:00 AM,4\n",
    ])
    func `date and time are joined`(text: String) throws {
        let run = try bare(text)
        #expect(
            run.equity.timestamps.prefix(3).map(\.description) == [
                "2024-01-02 10:00", "2024-01-02 11:00", "2024-01-03 10:00",
            ])
        #expect(run.provenance.notes.contains { $0.contains("were joined to one timestamp") })
    }

    @Test func `a bad time is told with its line`() throws {
        let text = "date,time,equity\n2024-01-02,10:00,1\n2024-01-02,25:00,2\n"
        #expect(
            try bareMessage(text) == "run.csv:3 column 'time': not a time of day: '25:00'; write hh:mm or hh:mm:ss")
    }

    @Test func `several rows on one date are never advised to be thrown away`() throws {
        let text = "date,equity,ticker\n2024-01-02,1,A\n2024-01-02,2,B\n2024-01-03,3,A\n2024-01-03,4,B\n"
        let message = try bareMessage("date,equity,kind\n2024-01-02,1,A\n2024-01-02,2,B\n2024-01-03,3,A\n")
        #expect(message.contains("stands on line 2 already") && !message.contains("keep one row"))
        #expect(try bareMessage(text).contains("those of orders or trades"))
    }

    @Test func `newest first is turned around, with a note`() throws {
        let files = [
            "equity.csv": "date,equity,benchmark\n2024-01-04,3,9\n2024-01-03,2,8\n2024-01-02,1,7\n",
            "positions.csv": "date,A,cash\n2024-01-04,1,2\n2024-01-03,1,1\n2024-01-02,1,0\n",
        ]
        let run = try TemporaryRun(files).read()
        #expect(run.equity.values == [1, 2, 3])
        #expect(run.positions?.cash == [0, 1, 2])
        #expect(run.findings.isEmpty)
        #expect(run.provenance.notes.contains { $0.contains("newest first") })
    }
}

/// What stands around a table in files of spreadsheets and pandas.
struct TableDialectTests {
    private let expected = [100.0, 101.5, 103]

    @Test(arguments: [
        "sep=;\ndate;equity\n2024-01-02;100\n2024-01-03;101,5\n2024-01-04;103\n",
        "\u{FEFF}\"sep=;\"\r\ndate;equity\r\n2024-01-02;100\r\n2024-01-03;101,5\r\n2024-01-04;103\r\n",
        "date\tequity\n2024-01-02\t100\n2024-01-03\t101,5\n2024-01-04\t103\n",
        "date,equity\n2024-01-02,\"100,0\"\n2024-01-03,\"101,5\"\n2024-01-04,\"103,0\"\n",
        "date, equity \n2024-01-02, 100\n2024-01-03,\u{A0}101.5\n2024-01-04,103 \n",
        "date, \"equity\"\n2024-01-02, \"100\"\n2024-01-03, \"101.5\" \n2024-01-04, \"103\"\n",
        "date;equity;\n2024-01-02;100;\n2024-01-03;101,5;\n2024-01-04;103;\n;;\n;;\n",
        "Price,Close,High\nTicker,ABC,ABC\nDate,,\n2024-01-02,100,9\n2024-01-03,101.5,9\n2024-01-04,103,9\n",
        ",Close,High\n,ABC,ABC\n2024-01-02,100,9\n2024-01-03,101.5,9\n2024-01-04,103,9\n",
        "Ticker,ABC,ABC\nPrice,Close,High\nDate,,\n2024-01-02,100,9\n2024-01-03,101.5,9\n2024-01-04,103,9\n",
        "Price,Close\nTicker,ABC\nDate,\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,103\n",
        "Account 12\nPeriod: all\n\nDate;Equity\n02.01.2024;100\n03.01.2024;101,5\n13.01.2024;103\n",
    ])
    func `the same equity, whoever wrote the file`(text: String) throws {
        #expect(try bare(text).equity.values == expected, "\(text)")
    }

    @Test func `lines are counted from the top of the file`() throws {
        #expect(try bareMessage("sep=;\ndate;equity\n2024-01-02;100\n2024-01-03;x\n").hasPrefix("run.csv:4 "))
        let text = "Price,Close\nTicker,ABC\nDate,\n2024-01-02,100\n2024-01-03,x\n"
        #expect(try bareMessage(text).hasPrefix("run.csv:5 column 'Close'"))
    }

    @Test func `several tickers keep names that tell them apart`() throws {
        let text = "Price,Close,Close\nTicker,ABC,DEF\nDate,,\n2024-01-02,100,5\n2024-01-03,101,6\n"
        let benchmark = try TemporaryRun(["b.csv": text, "run.csv": dailyEquity(2, from: "2024-01-02")])
        let option = RunOptions.BenchmarkFile(path: benchmark.path + "/b.csv")
        let message = RunReader.validate(benchmark.path + "/run.csv", options: RunOptions(benchmark: option)).first?
            .message
        #expect(message?.contains("'Close ABC', 'Close DEF'") == true)
    }

    @Test(arguments: [
        "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1,a:/usr/sbin\n",
        "# Title\n\nSome words, and more.\nAnd, more, words.\n",
    ])
    func `other text is called what it is`(text: String) throws {
        #expect(
            try bareMessage(text)
                == "run.csv: not a table of returns or equity; give a run folder, or a CSV with a column of dates and one "
                + "of returns or equity")
    }
}
