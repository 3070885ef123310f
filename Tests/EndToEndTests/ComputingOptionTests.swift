import Foundation
import TestSupport
import Testing

/// Every option of everything that computes has its effect.
@Suite struct ComputingOptionTests {
    private let goog = "SampleRuns/goog-smacross"
    private let daily = "SampleRuns/daily-returns.csv.gz"

    private func json(_ run: String, _ options: String...) throws -> JSON {
        let result = try Tearsheet.run(["metrics", run, "--format", "json"] + options)
        try #require(result.code == 0, "\(result.errors)")
        return try JSON(text: result.output)
    }

    private func value(_ key: String, _ json: JSON) throws -> Double {
        try #require(json["metrics"]?[key]?["value"]?.number)
    }

    @Test func `--rf takes a yearly fraction or a file`() throws {
        let folder = try TemporaryFolder()
        let rows = try Tearsheet.script("zcat '\(repositoryRoot.path)/\(daily)' | cut -d, -f1", in: folder.url).output
        let days = rows.split(separator: "\n").dropFirst()
        let file = try folder.write("date,returns\n" + days.map { "\($0),0.0002\n" }.joined(), to: "rf.csv")
        let none = try value("sharpe", json(daily, "--rf", "0"))
        let some = try value("sharpe", json(daily, "--rf", "0.05"))
        let series = try value("sharpe", json(daily, "--rf", file))
        #expect(none > some)
        let volatility = try value("annual_volatility", json(daily))
        #expect(abs((none - series) * volatility - 0.0002 * 252) < 1e-9)
    }

    @Test func `--benchmark takes a file and its column`() throws {
        let own = try json(daily, "--benchmark", daily + ":strategy")
        #expect(abs(try value("beta", own) - 1) < 1e-12)
        #expect(abs(try value("correlation", own) - 1) < 1e-12)
        let crypto = try json("SampleRuns/crypto-365", "--benchmark", "SampleRuns/crypto-365/equity.csv:equity")
        #expect(abs(try value("beta", crypto) - 1) < 1e-9)
        let wrong = try Tearsheet.run(["metrics", daily, "--benchmark", daily + ":strtegy"])
        #expect(wrong.code == 1 && wrong.errors.contains("strtegy"), "\(wrong.errors)")
    }

    @Test func `--events, --regimes and --limits are read, and change what is said`() throws {
        let folder = try TemporaryFolder()
        let events = try folder.write("name,from,to\nMine,2021-05-03,2021-07-01\n", to: "events.csv")
        let limits = try folder.write("drawdown = \"10%\"\n", to: "limits.toml")
        let crypto = "SampleRuns/crypto-365"
        let more = try value("stress_periods", json(crypto, "--events", events))
        #expect(try value("stress_periods", json(crypto)) + 1 == more)
        #expect(try value("limit_breaches", json(crypto, "--limits", limits)) > 0)
        #expect(try json(crypto)["metrics"]?["limit_breaches"]?["reason_code"]?.string == "no_limits")
        let page = try Tearsheet.run([
            "report", crypto, "--regimes", "volatility", "--limits", limits, "-o", folder.url("r.html").path,
        ])
        #expect(page.code == 0, "\(page.errors)")
        let text = try String(contentsOf: folder.url("r.html"), encoding: .utf8)
        #expect(text.contains("high volatility") && text.contains("Breaches"))
    }

    @Test(arguments: [("2", "200", "0.02 or 2%"), ("0.5", "50", "0.005 or 0.5%"), ("5", "500", "0.05 or 5%")])
    func `a rate without risk of 0.5 and more is refused with both readings`(rate: String, percent: String, way: String)
        throws
    {
        let result = try Tearsheet.run(["metrics", daily, "--rf", rate])
        #expect(result.code == 64)
        #expect(
            result.errors.hasPrefix(
                "tearsheet: '--rf' must be a yearly fraction: \(rate) is \(percent) % a year; write \(way), not '\(rate)'"
            ))
    }

    @Test func `--rf reads percents, on the command line and in a file of options`() throws {
        let fraction = try value("sharpe", json(daily, "--rf", "0.05"))
        #expect(try value("sharpe", json(daily, "--rf", "5%")) == fraction)
        let folder = try TemporaryFolder()
        let file = try folder.write("rf = \"5 %\"\ndate-format = \"%Y-%m-%d\"\n", to: "job.toml")
        #expect(try value("sharpe", json(daily, "--config", file)) == fraction)
    }

    @Test func `calendars have the same names on the command line as in a run`() throws {
        #expect(try json(daily, "--calendar", "nyse")["run"]?["calendar"] == .string("xnys"))
        #expect(try json(daily, "--calendar", "crypto")["run"]?["periods_per_year"] == .number(365))
        let wrong = try Tearsheet.run(["metrics", daily, "--calendar", "moon"])
        #expect(wrong.code == 64 && wrong.errors.contains("24x5") && wrong.errors.contains("monthly"))
    }

    @Test func `--date-format decides between two readings, and the future is told from the clock`() throws {
        let folder = try TemporaryFolder()
        let rows = (1...9).map { "0\($0)/02/2090;\(100 + $0)\n" }.joined()
        let file = try folder.write("date;equity\n" + rows, to: "run.csv")
        let open = try Tearsheet.run(["metrics", file])
        #expect(open.code == 1 && open.errors.contains("--date-format %d/%m/%Y or --date-format %m/%d/%Y"))
        let read = try Tearsheet.run(["validate", file, "--date-format", "%d/%m/%Y"])
        #expect(read.code == 0 && read.output.contains("2090-02-01 lies in the future"))
        #expect(try Tearsheet.run(["metrics", file, "--date-format", "%d"]).code == 64)
    }

    @Test func `a ruin is a report in every format`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run([
            "report", "Tests/Fixtures/Runs/ruin", "-o", folder.url.path, "--format", "html,pdf,json,csv",
        ])
        #expect(result.code == 0, "\(result.errors)")
        let document = try JSON(text: try folder.text("ruin.json"))
        #expect(try value("total_return", document) == -1 && value("max_drawdown", document) == -1)
        let text = try folder.text("ruin.json").lowercased()
        for word in [":nan", ": nan", "infinity", "-inf"] { #expect(!text.contains(word), "\(word)") }
        #expect(try !folder.text("ruin.html").lowercased().contains(">nan"))
    }

    @Test func `--calendar and --periods-per-year annualise`() throws {
        let given = try json(goog, "--calendar", "24x7")
        let found = try json(goog)
        let own = try json(goog, "--periods-per-year", "63")
        #expect(found["run"]?["periods_per_year"] == .number(252))
        #expect(given["run"]?["periods_per_year"] == .number(365) && given["run"]?["calendar"] == .string("24x7"))
        #expect(own["run"]?["periods_per_year"] == .number(63))
        let volatility = try value("annual_volatility", found)
        #expect(abs(try value("annual_volatility", given) / volatility - (365.0 / 252).squareRoot()) < 1e-9)
        #expect(abs(try value("annual_volatility", own) / volatility - 0.5) < 1e-9)
    }

    @Test func `--from and --to choose a part`() throws {
        let part = try json(goog, "--from", "2006-01-01", "--to", "2007-12-31")
        // The start value is that of the last session before.
        #expect(part["run"]?["start"] == .string("2005-12-30"))
        #expect(part["run"]?["end"] == .string("2007-12-31"))
        #expect((part["run"]?["observations"]?.number ?? 0) < 520)
    }

    @Test func `--initial-capital and --currency are stated`() throws {
        let text = try Tearsheet.run(["inspect", daily, "--initial-capital", "50000", "--currency", "CHF"]).output
        #expect(text.contains("initial_capital      50000  (given"))
        #expect(text.contains("currency             CHF  (given"))
        #expect(try json(daily, "--currency", "CHF")["run"]?["currency"] == .string("CHF"))
    }

    @Test func `--annualise-short annualises a run of two weeks`() throws {
        let run = "Tests/Fixtures/Runs/ten-days"
        let short = try json(run)
        #expect(short["metrics"]?["cagr"]?["value"] == .null)
        #expect(short["metrics"]?["cagr"]?["reason"]?.string?.isEmpty == false)
        #expect(try json(run, "--annualise-short")["metrics"]?["cagr"]?["value"]?.number != nil)
    }

    @Test func `--returns and --equity say what a bare file holds`() throws {
        let file = "SampleRuns/broken/ambiguous-bare-file.csv"
        let asReturns = try Tearsheet.run(["inspect", file, "--returns"]).output
        let asEquity = try Tearsheet.run(["inspect", file, "--equity"]).output
        #expect(asReturns.contains("format     bare file of returns"))
        #expect(asEquity.contains("format     bare file of equity"))
        let both = try Tearsheet.run(["inspect", file, "--returns", "--equity"])
        #expect(both.code == 64 && both.errors.contains("'--returns'") && both.errors.contains("'--equity'"))
    }

    @Test func `--time-zone says on which day a moment is`() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<12).map { "2024-01-\($0 + 10)T23:30:00-05:00,\(100 + $0 % 3)\n" }.joined()
        let file = try folder.write("time,equity\n" + rows, to: "equity.csv")
        let newYork = try json(file, "--time-zone", "America/New_York")
        let utc = try json(file, "--time-zone", "UTC")
        #expect(newYork["run"]?["start"]?.string?.hasPrefix("2024-01-10") == true)
        #expect(utc["run"]?["start"]?.string?.hasPrefix("2024-01-11") == true)
    }

    @Test func `--config holds any option, and the command line wins`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            rf = 0.05
            benchmark = "bench.csv:strategy"
            title = "From the file"
            sections = ["drawdowns", "risk"]
            format = "json"
            [set]
            desk = "Equities"
            """, to: "job.toml")
        let script = "zcat '\(repositoryRoot.path)/\(daily)' > bench.csv"
        #expect(try Tearsheet.script(script, in: folder.url).code == 0)
        let configured = try json(daily, "--config", file)
        #expect(try value("sharpe", configured) == value("sharpe", json(daily, "--rf", "0.05")))
        #expect(abs(try value("beta", configured) - 1) < 1e-12)
        let overridden = try json(daily, "--config", file, "--rf", "0")
        #expect(try value("sharpe", overridden) == value("sharpe", json(daily, "--rf", "0")))
        let page = folder.url("r.html").path
        #expect(try Tearsheet.run(["report", daily, "--config", file, "--format", "html", "-o", page]).code == 0)
        let html = try folder.text("r.html")
        #expect(html.contains("From the file") && html.contains("id=\"risk\"") && !html.contains("id=\"returns\""))
    }

    @Test(arguments: [
        ("rf = ", "job.toml:1:6: not TOML: "),
        ("retrns = true\n", "job.toml:1:1: unknown option '--retrns'; did you mean '--returns'?"),
        ("# a year\nperiods-per-year = \"abc\"\n", "job.toml:2:1: '--periods-per-year' must be "),
        ("format = \"word\"\n", "job.toml:1:1: unknown value 'word' for '--format'"),
        ("[metric]\nown = \"mean(returns)\"\n  other = [1]\n", "job.toml:3:3: 'metric.other' must be a text"),
        (
            "theme = \"dark\"\n  rf = [[1]]\n",
            "job.toml:2:3: 'rf' must be a text, a number, true, false, or a list of texts"
        ),
    ])
    func `a mistake in a configuration is told with its place`(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "job.toml")
        let result = try Tearsheet.run(["metrics", goog, "--config", file])
        #expect(result.code == 64 && result.errors.contains(message), "\(result.errors)")
    }
}
