import Foundation
import TestSupport
import Testing

/// `tearsheet show`, seen from outside.
@Suite struct ShowTests {
    private static let runs = [
        "SampleRuns/goog-smacross", "SampleRuns/crypto-365", "SampleRuns/eurusd-hourly", "SampleRuns/zipline-4-stocks",
        "SampleRuns/daily-returns.csv.gz", "SampleRuns/lean-rotation", "SampleRuns/vectorbt-sweep",
    ]

    @Test(arguments: runs)
    func `a file gets ASCII within 80 columns, and any width is kept`(run: String) throws {
        for width in [nil, 40, 61, 100, 160] {
            let words = ["show", run, "--quiet"] + (width.map { ["--width", String($0)] } ?? [])
            let result = try Tearsheet.run(words)
            #expect(result.code == 0, "\(result.errors)")
            let lines = result.output.split(separator: "\n")
            #expect(lines.count > 12 && result.output.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
            #expect(lines.allSatisfy { $0.utf8.count <= width ?? 80 && $0.last != " " }, "\(run) \(width ?? 80)")
            let drawn = try Tearsheet.run(words + ["--style", "text"]).output
            #expect(drawn.split(separator: "\n").allSatisfy { $0.count <= width ?? 80 })
            #expect(drawn.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } && !drawn.contains("\u{1B}"))
        }
    }

    @Test func `its numbers are those of the metrics, in the words of page one`() throws {
        let run = "SampleRuns/crypto-365"
        let text = try Tearsheet.run(["show", run, "--quiet"]).output
        let metrics = try JSON(text: Tearsheet.run(["metrics", run, "--format", "json", "--quiet"]).output)["metrics"]
        func percent(_ key: String, _ format: String = "%.1f %%") -> String {
            String(format: format, (metrics?[key]?["value"]?.number ?? .nan) * 100)
        }
        for words in [
            percent("cagr"), percent("annual_volatility"), percent("max_drawdown"), percent("trades.win_rate"),
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains(String(format: "%.2f", metrics?["sharpe"]?["value"]?.number ?? .nan)))
        let page = try Tearsheet.run(["report", run, "--template", "summary", "--format", "html", "-o", "-", "--quiet"])
        for words in [
            "deflated Sharpe ratio is 0.87", "10 checks hold, 2 fail", "alpha not significant", "Max drawdown",
        ] {
            #expect(text.replacing("\n", with: " ").replacing("  ", with: " ").contains(words), "\(words)")
            #expect(page.output.contains(words), "\(words)")
        }
    }

    @Test func `a terminal gets colours and its own width; NO_COLOR and a dumb one are heeded`() throws {
        guard try Tearsheet.tool("which", ["script"]).code == 0 else { return }
        let folder = try TemporaryFolder()
        func shown(_ environment: String) throws -> String {
            let run = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
            let command = "stty cols 64; env -u NO_COLOR \(environment) tearsheet show \(run)"
            return try Tearsheet.script("script -qec '\(command)' /dev/null", in: folder.url).output
        }
        let coloured = try shown("TERM=xterm LC_ALL=C.UTF-8")
        #expect(coloured.contains("\u{1B}[48;5;") && coloured.contains("⣿"))
        let plain = coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "").filter { $0 != "\r" }.replacing(
            "\r\n", with: "\n")
        #expect(plain.split(separator: "\n").map(\.count).max() ?? 0 > 56)
        #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 64 })
        let without = try shown("TERM=xterm LC_ALL=C.UTF-8 NO_COLOR=1")
        #expect(!without.contains("\u{1B}") && without.contains("⣿"))
        for environment in ["TERM=dumb LC_ALL=C.UTF-8", "TERM=xterm LC_ALL=C"] {
            #expect(try shown(environment).utf8.allSatisfy { $0 < 0x7F && $0 != 0x1B }, "\(environment)")
        }
    }

    @Test func `names of any script keep the columns, and act on no terminal`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(returnsTable(), to: "run/returns.csv")
        let name = "日本株モメンタム戦略\u{1B}[31m" + String(repeating: "長", count: 60)
        let description = try JSONSerialization.data(withJSONObject: ["strategy": name, "id": "run"])
        _ = try folder.write(String(decoding: description, as: UTF8.self), to: "run/run.json")
        let result = try Tearsheet.run(["show", folder.url("run").path, "--style", "text"])
        #expect(result.code == 0 && !result.output.contains("\u{1B}") && result.output.contains("日本株"))
        // Each of these letters is two columns wide.
        #expect(result.output.split(separator: "\n").first?.count ?? 99 <= 44)
    }

    @Test func `a run that cannot be read is told, and the others are shown`() throws {
        let result = try Tearsheet.run(["show", "SampleRuns/nothing", "SampleRuns/goog-smacross"])
        #expect(result.code == 1 && result.errors.contains("SampleRuns/nothing") && result.output.hasPrefix("SmaCross"))
        let narrow = try Tearsheet.run(["show", "SampleRuns/goog-smacross", "--width", "39"])
        #expect(narrow.code == 64 && narrow.errors.contains("from 40 to 160"))
    }

    @Test func `the format txt is what a file gets from show, with the titles that rendering takes`() throws {
        let folder = try TemporaryFolder()
        let run = "SampleRuns/crypto-365"
        #expect(try Tearsheet.run(["report", run, "--format", "txt", "-o", folder.url.path, "--quiet"]).code == 0)
        #expect(folder.names == ["crypto-365.tearsheet.txt"])
        let shown = try Tearsheet.run(["show", run, "--style", "plain", "--width", "80", "--quiet"]).output
        #expect(try folder.text("crypto-365.tearsheet.txt") == shown)
        let titled = try Tearsheet.run(
            [
                "report", run, "-o", folder.url("own.txt").path, "--title", "Mine", "--subtitle", "for the desk",
                "--quiet",
            ])
        #expect(try titled.code == 0 && folder.text("own.txt").hasPrefix("Mine\nfor the desk\n"))
    }

    @Test func `a comparison and a failed run are texts of 80 columns too`() throws {
        let compared = try Tearsheet.run(
            [
                "compare", "SampleRuns/goog-smacross", "SampleRuns/zipline-4-stocks", "SampleRuns/backtrader-goog",
                "--format", "txt", "-o", "-", "--quiet",
            ])
        #expect(compared.code == 0, "\(compared.errors)")
        let failed = try Tearsheet.run(
            ["report", "SampleRuns/broken/lean-failed.json", "--format", "txt", "-o", "-", "--quiet"])
        #expect(failed.output.contains("This run failed") && failed.output.contains("Algorithm.Initialize() Error"))
        #expect(compared.output.contains("Key metrics") && compared.output.contains("Sharpe ratio"))
        for text in [compared.output, failed.output] {
            #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
            #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 80 && $0.last != " " }, "\(text)")
        }
    }
}
