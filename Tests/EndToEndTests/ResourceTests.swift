import Foundation
import TestSupport
import Testing

/// `report --format api`, `--format md` and `tearsheet card`.
@Suite struct ResourceTests {
    private static let resources = [
        "attribution", "drawdown", "key-metrics", "returns/annual", "returns/daily", "returns/monthly", "rolling-beta",
        "summary", "trades",
    ]
    private static let runs = [
        "SampleRuns/crypto-365", "SampleRuns/goog-smacross", "SampleRuns/eurusd-hourly", "SampleRuns/quantstats-series",
        "SampleRuns/daily-returns.csv.gz",
    ]

    private func write(_ run: String, in folder: TemporaryFolder) throws -> (id: String, files: [String: JSON]) {
        let result = try Tearsheet.run(["report", run, "--format", "api,json", "-o", folder.url.path, "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        let id = String((folder.names.first { $0.hasSuffix(".json") } ?? "").dropLast(5))
        var files: [String: JSON] = [:]
        for name in Self.resources {
            files[name] = try JSON(text: folder.text("api/analytics/backtest/\(id)/\(name).json"))
        }
        return (id, files)
    }

    @Test(arguments: runs)
    func `every resource is what its schema says, with the numbers of the JSON`(run: String) throws {
        let folder = try TemporaryFolder()
        let (id, files) = try write(run, in: folder)
        let place = repositoryRoot.appendingPathComponent("Documentation/api.schema.json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: place)) as? [String: Any])
        for (name, file) in files {
            let reference = ["$ref": "#/$defs/" + name.replacing("/", with: "-"), "$defs": root["$defs"] as Any]
            let text = String(decoding: try JSONSerialization.data(withJSONObject: reference), as: UTF8.self)
            #expect(try JSONSchema(text: text).problems(in: file) == [], "\(name)")
            #expect(file["id"]?.string == id)
        }
        let report = try JSON(text: folder.text(id + ".json"))
        let names = [
            "sharpe_ratio": "sharpe", "sortino_ratio": "sortino", "turnover_ratio": "turnover",
            "trades_per_day": "trades.per_day", "win_rate": "trades.win_rate", "treynor_ratio": "treynor",
            "active_risk": "tracking_error",
        ]
        for resource in ["key-metrics", "attribution"] {
            for (member, value) in files[resource]?.object ?? [:]
            where !["schema", "id", "unavailable", "capacity"].contains(member) {
                let metric = report["metrics"]?[names[member] ?? member]
                #expect(metric?["value"] == value && metric != nil, "\(member)")
                #expect(
                    (value == .null)
                        == (files[resource]?["unavailable"]?[member]?.string == metric?["reason"]?.string
                            && metric?["reason"] != nil))
            }
        }
        #expect(files["drawdown"]?["drawdown_series"]?["drawdowns"] == report["series"]?["drawdown"]?["value"])
        #expect(files["drawdown"]?["underwater_curve"]?["dates"] == report["series"]?["drawdown"]?["time"])
        #expect(files["returns/daily"]?["returns"] == report["series"]?["daily_returns"]?["value"])
        let months = files["returns/monthly"]?["months"]?.array ?? []
        #expect(months.map { $0["return"] } == report["tables"]?["monthly_returns"]?["strategy"]?.array)
        let trades = files["trades"]?["trades"]?.array
        #expect(trades?.map { $0["pnl"] } == report["tables"]?["trades"]?["pnl"]?.array)
    }

    @Test func `peaks and recoveries are those of the growth`() throws {
        let folder = try TemporaryFolder()
        let (id, files) = try write("SampleRuns/crypto-365", in: folder)
        let growth =
            try JSON(text: folder.text(id + ".json"))["series"]?["growth"]?["value"]?.array?.compactMap(\.number) ?? []
        let series = files["drawdown"]?["drawdown_series"]
        let peaks = series?["peaks"]?.array?.compactMap(\.number) ?? []
        let falls = series?["drawdowns"]?.array?.compactMap(\.number) ?? []
        #expect(peaks.count == growth.count && falls.count == growth.count && growth.count > 1000)
        for (index, value) in growth.enumerated() {
            #expect((peaks[index] - (growth[...index].max() ?? 0)).magnitude < 1e-10)
            #expect((falls[index] - (value / peaks[index] - 1)).magnitude < 1e-10)
        }
        let top = files["drawdown"]?["top_drawdowns"]?.array ?? []
        #expect(top.first?["drawdown"] == files["drawdown"]?["max_drawdown"] && top.count == 10)
    }

    @Test func `the Markdown summary has the words of page one, and nothing of a name is markup`() throws {
        let folder = try TemporaryFolder()
        let path = folder.url("r.md").path
        #expect(try Tearsheet.run(["report", "SampleRuns/crypto-365", "-o", path, "--quiet"]).code == 0)
        let text = try folder.text("r.md")
        for words in [
            "## Trend with stop", "84.9", "Sharpe ratio", "deflated Sharpe ratio is 0.87", "Can I believe it?",
            "inputs sha256 d481f0",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        for block in text.components(separatedBy: "\n\n") where block.hasPrefix("|") {
            let bars = block.split(separator: "\n").map { $0.replacing("\\|", with: "").count { $0 == "|" } }
            #expect(Set(bars).count == 1 && bars.count > 2, "\(block)")
        }
        _ = try folder.write(returnsTable(), to: "run/returns.csv")
        _ = try folder.write("{\"id\": \"x\", \"strategy\": \"<b>a</b> | *b* [c](http://d) `e`\"}", to: "run/run.json")
        let hostile = try Tearsheet.run(["report", folder.url("run").path, "--format", "md", "-o", "-", "--quiet"])
            .output
        #expect(hostile.hasPrefix("## \\<b\\>a\\</b\\> \\| \\*b\\* \\[c\\](http://d) \\`e\\`\n"))
        let compared = try Tearsheet.run(
            [
                "compare", "SampleRuns/crypto-365", "SampleRuns/daily-returns.csv.gz", "--format", "md", "-o", "-",
                "--quiet",
            ])
        #expect(compared.output.contains("### Key metrics") && compared.output.contains("Jobson"))
    }

    @Test func `a card is a picture of 1200 by 630 pixels, the same every time, in any theme`() throws {
        let folder = try TemporaryFolder()
        var pictures: [Data] = []
        for (name, more) in [
            ("a", []), ("b", []), ("dark", ["--theme", "dark"]),
            ("own", ["--title", "日本株 " + String(repeating: "long ", count: 60)]),
        ] {
            let path = folder.url(name + ".png").path
            let result = try Tearsheet.run(["card", "SampleRuns/crypto-365", "-o", path, "--quiet"] + more)
            #expect(result.code == 0, "\(result.errors)")
            let bytes = try Data(contentsOf: folder.url(name + ".png"))
            #expect(bytes.count > 20_000 && bytes.subdata(in: 16..<24) == Data([0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76]))
            pictures.append(bytes)
        }
        #expect(pictures[0] == pictures[1] && pictures[0] != pictures[2] && pictures[0] != pictures[3])
        #expect(try Tearsheet.run(["card", "SampleRuns/crypto-365"]).code == 64)
        let other = try Tearsheet.run(["card", "SampleRuns/crypto-365", "-o", folder.url("c.jpg").path])
        #expect(other.code == 64 && other.errors.contains(".png"))
        // Two observations have a card too.
        _ = try folder.write("date,returns\n2020-01-01,0.01\n", to: "short.csv")
        #expect(
            try Tearsheet.run(["card", folder.url("short.csv").path, "-o", folder.url("s.png").path, "-q"]).code == 0)
    }

    @Test func `resources need a folder and a run`() throws {
        let folder = try TemporaryFolder()
        let single = try Tearsheet.run(["report", "SampleRuns/crypto-365", "--format", "api", "-o", "-"])
        #expect(single.code == 64)
        let compared = try Tearsheet.run(
            [
                "compare", "SampleRuns/crypto-365", "SampleRuns/daily-returns.csv.gz", "--format", "api", "-o",
                folder.url.path,
            ])
        #expect(
            compared.code == 1 && compared.errors.contains("the resources are those of one run"), "\(compared.errors)")
    }
}
