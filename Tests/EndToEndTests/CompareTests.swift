import Foundation
import TestSupport
import Testing

/// `tearsheet compare`, seen from outside.
@Suite struct CompareTests {
    private let two = ["SampleRuns/crypto-365", "SampleRuns/daily-returns.csv.gz"]

    private func compare(_ runs: [String], _ more: [String] = [], in folder: TemporaryFolder) throws -> Tearsheet.Result
    {
        try Tearsheet.run(["compare"] + runs + ["-o", folder.url.path] + more)
    }

    private func json(_ runs: [String], _ more: [String] = []) throws -> JSON {
        let result = try Tearsheet.run(["compare"] + runs + ["-o", "-", "--format", "json", "--quiet"] + more)
        #expect(result.code == 0, "\(result.errors)")
        return try JSON(text: result.output)
    }

    @Test func `two runs give one report in every format, and its paths are printed`() throws {
        let folder = try TemporaryFolder()
        let result = try compare(two, ["--format", "html,pdf,json,csv"], in: folder)
        #expect(result.code == 0, "\(result.errors)")
        let printed = result.output.split(separator: "\n").map { URL(fileURLWithPath: String($0)).lastPathComponent }
        #expect(
            printed.sorted() == folder.names
                && printed.prefix(3) == ["comparison.html", "comparison.pdf", "comparison.json"])
        for name in ["metrics", "runs", "correlations", "sharpe_difference", "growth.crypto-365"] {
            #expect(folder.names.contains("comparison.tearsheet.\(name).csv"), "\(name)")
        }
        let text = try Tearsheet.tool("pdftotext", [folder.url("comparison.pdf").path, "-"]).output
        for words in ["Trend with stop", "daily-returns", "Is the difference more than chance?", "Jobson"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `a figure of several runs is drawn alone, and says so where the number of runs does not fit`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("growth.svg").path
        let drawn = try Tearsheet.run(["figure", "growth"] + two + ["-o", file])
        #expect(drawn.code == 0 && drawn.output == file + "\n", "\(drawn.errors)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("Trend with stop") && text.contains("daily-returns"))
        let other = folder.url("other.svg").path
        let alone = try Tearsheet.run(["figure", "growth", two[0], "-o", other])
        #expect(alone.code == 64 && alone.errors.contains("the figure 'growth' shows several runs; give two or more"))
        let together = try Tearsheet.run(["figure", "equity"] + two + ["-o", other])
        #expect(together.code == 64 && together.errors.contains("the figure 'equity' shows one run; give one"))
        #expect(folder.names == ["growth.svg"])
    }

    @Test func `how every number was computed stands in the appendix, and in data files`() throws {
        let folder = try TemporaryFolder()
        #expect(try compare(two, ["--format", "html,csv"], in: folder).code == 0)
        let conventions = try String(
            contentsOf: folder.url("comparison.tearsheet.conventions.csv"), encoding: .utf8)
        #expect(conventions.contains("cagr,fraction_per_year,\"(W_end/W₀)^(1/years) − 1"), "\(conventions.prefix(400))")
        let page = try String(contentsOf: folder.url("comparison.html"), encoding: .utf8)
        #expect(page.contains("profile standard, for every run"))
    }

    @Test func `the same runs give the same bytes, and another seed moves the bootstrap alone`() throws {
        let folders = try [TemporaryFolder(), TemporaryFolder()]
        for folder in folders { _ = try compare(two, ["--format", "html,pdf,json,csv"], in: folder) }
        for name in folders[0].names {
            #expect(try Data(contentsOf: folders[0].url(name)) == Data(contentsOf: folders[1].url(name)), "\(name)")
        }
        let (first, second) = (try json(two)["sharpe_difference"], try json(two, ["--seed", "2"])["sharpe_difference"])
        #expect(first?["jobson_korkie"] == second?["jobson_korkie"] && first?["bootstrap"] != second?["bootstrap"])
        #expect(second?["bootstrap"]?["seed"]?.number == 2)
        let blocks = try json(two, ["--block-length", "3", "--resamples", "200"])["sharpe_difference"]?["bootstrap"]
        #expect(blocks?["block_length"]?.number == 3 && blocks?["resamples"]?.number == 200)
    }

    @Test func `metrics over the common span are those of a run of that span`() throws {
        let document = try json(two)
        let (start, end) = (document["span"]?["start"]?.string ?? "", document["span"]?["end"]?.string ?? "")
        #expect(start == "2020-01-01" && end == "2023-12-29")
        let alone = try JSON(
            text: Tearsheet.run(
                ["metrics", "SampleRuns/crypto-365", "--format", "json", "--to", end, "--quiet"]
            ).output)
        for key in ["total_return", "sharpe", "max_drawdown", "annual_volatility", "trades.count", "sortino"] {
            let ours = document["metrics"]?[key]?["runs"]?["crypto-365"]?["value"]
            #expect(ours == alone["metrics"]?[key]?["value"] && ours?.number != nil, "\(key)")
        }
        #expect(document["metrics"]?["sharpe"]?["best"]?.array == [.string("crypto-365")])
    }

    @Test func `the JSON is what its schema says, for two runs and for three`() throws {
        let place = repositoryRoot.appendingPathComponent("Documentation/comparison.schema.json")
        let schema = try JSONSchema(text: String(contentsOf: place, encoding: .utf8))
        #expect(try schema.problems(in: json(two)) == [])
        let three = try json(["SampleRuns/vectorbt-sweep"])
        #expect(schema.problems(in: three) == [])
        #expect(
            three["runs"]?.array?.count == 3 && three["sharpe_difference"]?["reason_code"]?.string == "not_two_runs")
    }

    @Test func `days, every day and months are compared at the months' ends`() throws {
        let folder = try TemporaryFolder()
        var (weekdays, days, months) = ("date,equity\n", "date,equity\n", "date,equity\n")
        let calendar = Calendar(identifier: .gregorian)
        let first = DateComponents(calendar: calendar, timeZone: .gmt, year: 2020, month: 1, day: 1).date ?? Date()
        for day in 0..<1000 {
            let date = first.addingTimeInterval(Double(day) * 86_400)
            let parts = date.formatted(.iso8601.year().month().day())
            let level = 100 + Double(day) * 0.1 + Double(day % 11)
            days += "\(parts),\(level)\n"
            if (day + 2) % 7 < 5 { weekdays += "\(parts),\(level * 2)\n" }
            if date.addingTimeInterval(86_400).formatted(.iso8601.month().day()).hasSuffix("01") {
                months += "\(parts),\(level + Double(day % 5))\n"
            }
        }
        let paths = try [("weekdays", weekdays), ("days", days), ("months", months)].map { name, text in
            try folder.write(text, to: name + ".csv")
        }
        let result = try Tearsheet.run(["compare"] + paths + ["--equity", "-o", "-", "--format", "json"])
        #expect(result.code == 0 && result.errors.contains("observe at different frequencies"))
        let document = try JSON(text: result.output)
        #expect(document["span"]?["periods_per_year"]?.number == 12)
        let times = document["series"]?["common_returns.days"]?["time"]?.array ?? []
        #expect(times.count == 31 && times.first == .string("2020-02-29"))
    }

    @Test func `runs that cannot be compared are one line, and no file`() throws {
        let folder = try TemporaryFolder()
        let apart = try compare(["SampleRuns/goog-smacross", "SampleRuns/eurusd-hourly"], ["--quiet"], in: folder)
        #expect(apart.code == 1)
        #expect(
            apart.errors == "tearsheet: the runs have no time in common: SmaCross 2004-08-19 to 2013-03-01, "
                + "SlTp 2017-04-19 to 2018-02-07; compare runs that overlap\n")
        let one = try compare(["SampleRuns/goog-smacross"], in: folder)
        #expect(one.code == 64 && one.errors.contains("a comparison needs two runs or more"))
        let twice = try compare(["SampleRuns/crypto-365", "SampleRuns/crypto-365"], in: folder)
        #expect(twice.code == 64 && twice.errors.contains("each run once"))
        let link = try compare(["SampleRuns/crypto-365", "SampleRuns/../SampleRuns/crypto-365/"], in: folder)
        #expect(link.code == 64 && link.errors.contains("it is the same as 'SampleRuns/crypto-365'"))
        let broken = try compare(["SampleRuns/crypto-365", "SampleRuns/broken/zero-equity"], in: folder)
        #expect(broken.code == 1 && broken.errors.contains("SampleRuns/broken/zero-equity"))
        let none = try compare(["SampleRuns/crypto-365", "SampleRuns/nothing"], in: folder)
        #expect(none.code == 1 && none.errors.contains("SampleRuns/nothing"))
        #expect(folder.names.isEmpty)
    }

    @Test func `names that are long, foreign or markup are words, and unique`() throws {
        let folder = try TemporaryFolder()
        let names = ["<script>alert(1)</script>", "日本株モメンタム戦略", "Trend", "Trend"]
        let paths = try names.enumerated().map { index, name in
            _ = try folder.write(returnsTable(shift: index), to: "r\(index)/returns.csv")
            let description = try JSONSerialization.data(withJSONObject: ["strategy": name, "id": "run"])
            _ = try folder.write(String(decoding: description, as: UTF8.self), to: "r\(index)/run.json")
            return folder.url("r\(index)").path
        }
        let result = try Tearsheet.run(["compare"] + paths + ["-o", folder.url("c.html").path])
        #expect(result.code == 0, "\(result.errors)")
        let page = try folder.text("c.html")
        #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)"))
        #expect(page.contains("日本株モメンタム戦略") && page.contains("Trend · run-3") && page.contains("Trend · run-4"))
    }

    @Test func `a template of one's own sees runs, figures and tables, and options of rendering hold`() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write(
            """
            <title-band/>
            <section title="Ours" anchor="ours">
            <p>{% for run in runs %}{{ run.name }}: {{ run.metrics.sharpe|number(2) }}; {% endfor %}{{ span.returns }}</p>
            <figure name="correlations"/><table name="annual-returns"/><tiles metrics="sharpe"/>
            </section>
            """, to: "mine.report")
        let file = folder.url("own.html").path
        let result = try Tearsheet.run(
            ["compare"] + two + ["-o", file, "--template", template, "--title", "Two of us", "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        let page = try folder.text("own.html")
        #expect(page.contains("Two of us") && page.contains("Trend with stop: 1.54") && page.contains("1006"))
        let chosen = folder.url("chosen.html").path
        _ = try Tearsheet.run(["compare"] + two + ["-o", chosen, "--sections", "years", "--quiet"])
        let years = try folder.text("chosen.html")
        #expect(years.contains("When did they earn") && !years.contains("Do they go together"))
        let unknown = try Tearsheet.run(["compare"] + two + ["-o", chosen, "--sections", "yaers"])
        #expect(unknown.code == 64 && unknown.errors.contains("did you mean 'years'?"))
    }

    @Test func `one benchmark and one rate hold for all runs`() throws {
        let document = try json(two, ["--benchmark", "SampleRuns/daily-returns.csv.gz:benchmark", "--rf", "2%"])
        let benchmarks = document["runs"]?.array?.compactMap { $0["benchmark"]?.string } ?? []
        #expect(benchmarks.count == 2 && Set(benchmarks).count == 1)
        let codes = document["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
        #expect(!codes.contains("different_benchmarks") && !codes.contains("different_risk_free"))
    }

    @Test func `an output never takes the place of an input`() throws {
        let folder = try TemporaryFolder()
        let runs = try folder.writeRuns("comparison.html", "b.csv")
        let result = try Tearsheet.run(["compare"] + runs + ["--format", "html"], in: folder.url)
        #expect(result.code == 1 && folder.names == ["b.csv", "comparison.html"])
        #expect(try folder.text("comparison.html").hasPrefix("date,returns"))
    }
}
