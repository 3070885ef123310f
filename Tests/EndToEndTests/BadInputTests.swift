import Foundation
import TestSupport
import Testing

/// Runs that cannot be read and runs at the edge of what can: a clear message or a report, never a crash.
@Suite struct BadInputTests {
    struct Expectation: CustomTestStringConvertible {
        let name: String
        let message: String
        var testDescription: String { name }
    }

    static let expectations: [Expectation] = {
        let file = repositoryRoot.appendingPathComponent("SampleRuns/broken/expected.txt")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.compactMap { line in
            let sides = line.components(separatedBy: " | ")
            return sides.count == 2 ? Expectation(name: sides[0], message: sides[1]) : nil
        }
    }()

    @Test func `there is a broken run for every error`() { #expect(Self.expectations.count > 30) }

    @Test(arguments: expectations)
    func `a broken run is one line with its message, exit code 1 and no file`(item: Expectation) throws {
        let folder = try TemporaryFolder()
        let inside = repositoryRoot.appendingPathComponent("SampleRuns/broken")
        let report = try Tearsheet.run(["report", item.name, "-o", folder.url.path], in: inside)
        #expect(report.code == 1)
        // A run that its engine says has failed has a page that says so (`FailedRunTests`).
        let hasFailed = item.message.contains("the run failed before")
        #expect(report.output.isEmpty != hasFailed && folder.names.isEmpty != hasFailed)
        let place = item.message.hasPrefix(item.name) ? "" : item.name + ": "
        #expect(report.errors == "tearsheet: \(place)\(item.message)\n")
        let validate = try Tearsheet.run(["validate", item.name], in: inside)
        #expect(validate.code == 1)
        let first = validate.output.split(separator: "\n").first.map(String.init) ?? ""
        #expect(first.hasPrefix("error: ") && item.message.hasPrefix(String(first.dropFirst("error: ".count))))
    }

    @Test(arguments: ["flat", "japanese-name", "missing-cells", "no-trades", "script-name", "ten-days", "two-rows"])
    func `a run at the edge gives a whole report`(name: String) throws {
        let folder = try TemporaryFolder()
        for template in ["full", "summary"] {
            let result = try Tearsheet.run([
                "report", "Tests/Fixtures/Runs/\(name)", "--template", template, "-o", folder.url.path, "--format",
                "html,pdf,json,csv",
            ])
            let other = result.errors.split(separator: "\n").filter { !$0.hasPrefix("tearsheet: warning: ") }
            #expect(result.code == 0 && other.isEmpty, "\(result.errors)")
        }
        let pdf = try #require(folder.names.first { $0.hasSuffix(".pdf") })
        #expect(try Tearsheet.tool("pdfinfo", [folder.url(pdf).path]).output.contains("Pages:           1\n"))
    }

    @Test func `a hostile name stays text in HTML, PDF and CSV`() throws {
        let folder = try TemporaryFolder()
        let name = "<script>alert(1)</script>"
        _ = try Tearsheet.run(["report", "Tests/Fixtures/Runs/script-name", "-o", folder.url.path])
        let html = try folder.text("script-name.html")
        #expect(!html.contains(name) && html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!html.contains("<img src=x"))
        let pdf = folder.url("script-name.pdf").path
        #expect(try Tearsheet.tool("pdftotext", ["-layout", pdf, "-"]).output.contains(name))
        #expect(try Tearsheet.tool("pdfinfo", [pdf]).output.contains(name))
    }

    @Test func `a Japanese name is shown and found`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(["report", "Tests/Fixtures/Runs/japanese-name", "-o", folder.url.path])
        #expect(result.code == 0, "\(result.errors)")
        let pdf = try #require(folder.names.first { $0.hasSuffix(".pdf") })
        let html = try #require(folder.names.first { $0.hasSuffix(".html") })
        #expect(try folder.text(html).contains("<title>日経平均 順張り戦略 · "))
        let text = try Tearsheet.tool("pdftotext", ["-layout", folder.url(pdf).path, "-"]).output
        #expect(text.contains("日経平均 順張り戦略"))
    }

    @Test(arguments: ["../outside", "/absolute/name", "a/b", "..", "nul\u{0}byte", "new\nline"])
    func `an id of a run cannot lead out of the folder`(id: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("date,equity\n" + days(30), to: "run/equity.csv")
        let escaped = id.replacingOccurrences(of: "\n", with: "\\n").replacingOccurrences(of: "\u{0}", with: "\\u0000")
        _ = try folder.write("{\"id\": \"\(escaped)\"}", to: "run/run.json")
        let result = try Tearsheet.run(["report", "run", "-o", "out/deep", "--format", "json"], in: folder.url)
        #expect(folder.names == ["out", "run"] || folder.names == ["run"], "\(folder.names)")
        if result.code == 0 {
            let inside = try FileManager.default.contentsOfDirectory(atPath: folder.url("out/deep").path)
            #expect(inside.count == 1 && inside[0].hasSuffix(".json"), "\(inside)")
        } else {
            #expect(result.code == 1 && result.errors.hasPrefix("tearsheet: run: "), "\(result.errors)")
        }
    }

    @Test func `four hundred symbols of trades and positions give a report of usual length`() throws {
        let folder = try TemporaryFolder()
        let dates = days(60).split(separator: "\n").map { String($0.prefix(10)) }
        let symbols = (0..<400).map { "S\($0)" }
        _ = try folder.write("date,equity\n" + days(60), to: "run/equity.csv")
        let trades = symbols.enumerated().map { index, symbol in
            let side = index % 3 == 0 ? "short" : "long"
            return "\(symbol),\(side),10,\(dates[index % 20]),100,\(dates[20 + index % 40]),\(95 + index % 12),1\n"
        }
        _ = try folder.write(
            "symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees\n" + trades.joined(), to: "run/trades.csv"
        )
        let header = "date," + symbols.joined(separator: ",") + "\n"
        let rows = dates.map { $0 + String(repeating: ",2.5", count: 400) + "\n" }.joined()
        _ = try folder.write(header + rows, to: "run/positions.csv")
        let result = try Tearsheet.run(["report", "run", "-o", "out", "--format", "html,pdf,json"], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        let html = try folder.text("out/run.html")
        #expect(html.contains("375 more rows are in the JSON and CSV output") || html.contains("388 more rows"))
        let json = try JSON(text: try folder.text("out/run.json"))
        #expect(json["tables"]?["trades_by_symbol"]?["name"]?.array?.count == 400)
        let pages = try Tearsheet.tool("pdfinfo", [folder.url("out/run.pdf").path]).output
        #expect(!pages.contains("Pages:           2") && pages.contains("Pages:           "), "\(pages)")
    }

    /// Rows of a wandering account on successive days.
    private func days(_ count: Int) -> String {
        (0..<count).map { index in
            let day = index % 28 + 1
            let text = String(format: "2024-%02d-%02d", index / 28 + 1, day)
            return "\(text),\(10_000 + 37 * ((index * 7) % 11))\n"
        }.joined()
    }
}
