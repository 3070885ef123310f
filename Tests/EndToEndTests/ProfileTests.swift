import Foundation
import TestSupport
import Testing

/// What `--profile` does to every output.
@Suite struct ProfileTests {
    private static let profiles = [
        "standard", "beta1", "quantstats", "empyrical", "lean", "performanceanalytics", "vectorbt",
    ]
    private let run = "SampleRuns/goog-smacross"

    @Test func `explain says the formula of the profile, the choices behind it, and what the others take`() throws {
        let text = try Tearsheet.run(["explain", "sharpe", "--profile", "lean"]).output
        #expect(text.hasPrefix("sharpe: Sharpe ratio (profile lean)\n"))
        #expect(text.contains("\nformula     ((1+mean(r))^A − 1 − rf)/(s(e)·√A)\n"))
        #expect(
            text.contains(
                "  numerator of Sharpe and Sortino: (1+mean(r))^A − 1 − rf (standard: mean(e)·A)\n"), "\(text)")
        #expect(
            text.contains("standard, beta1, quantstats, empyrical, performanceanalytics, vectorbt: mean(e)/s(e)·√A\n"))
    }

    @Test func `an unknown profile names the nearest`() throws {
        for words in [["metrics", run], ["report", run], ["explain", "sharpe"]] {
            let result = try Tearsheet.run(words + ["--profile", "quantstat"])
            #expect(result.code == 64 && result.errors.contains("'quantstats'"), "\(result.errors)")
        }
    }

    @Test func `every profile has formulas of its own`() throws {
        var texts = Set<String>()
        for profile in Self.profiles {
            let result = try Tearsheet.run(["metrics", run, "--format", "json", "--profile", profile])
            let json = try JSON(text: result.output)
            #expect(json["profile"] == .string(profile))
            let conventions = json["metrics"]?.object?.mapValues { $0["convention"]?.string ?? "" } ?? [:]
            #expect(conventions.values.allSatisfy { !$0.isEmpty })
            texts.insert(conventions.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n"))
        }
        #expect(texts.count == Self.profiles.count)
    }

    @Test(arguments: profiles)
    func `tables, figures' series and metrics of a report state one number for one thing`(_ profile: String) throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run([
            "report", run, "--profile", profile, "--rf", "0.02", "--format", "html,json", "-o", folder.url.path,
        ])
        try #require(result.code == 0, "\(result.errors)")
        let files = try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
        let text = try String(contentsOf: try #require(files.first { $0.pathExtension == "json" }), encoding: .utf8)
        let json = try JSON(text: text)
        func metric(_ key: String) -> Double? { json["metrics"]?[key]?["value"]?.number }
        func column(_ table: String, _ name: String) -> [JSON] { json["tables"]?[table]?[name]?.array ?? [] }
        let lengths = column("drawdowns", "days").compactMap(\.number)
        #expect(lengths.max() == metric("longest_drawdown_days"))
        #expect(column("drawdowns", "depth").compactMap(\.number).min() == metric("max_drawdown"))
        for (window, value) in zip(column("trailing_returns", "window"), column("trailing_returns", "strategy")) {
            #expect(value.number == metric(window.string ?? ""), "\(window)")
        }
        let page = try String(contentsOf: try #require(files.first { $0.pathExtension == "html" }), encoding: .utf8)
        let formula = try #require(json["metrics"]?["kelly"]?["convention"]?.string)
        let escaped = formula.replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "<", with: "&lt;")
        #expect(page.contains(escaped) || page.contains(formula), "\(formula)")
    }
}
