import Foundation
import TestSupport
import Testing

/// One word for one thing: what people read does not use the words that `Documentation/Vocabulary.md` rules out.
@Suite struct VocabularyTests {
    private static let bannedPhrases = [
        "moving window", "decline from", "wealth", "result by symbol", "trade results", "sum of closed trades",
    ]

    private func violations(_ text: String) -> [String] {
        let text = text.lowercased()
        return Self.bannedPhrases.filter(text.contains)
    }

    @Test(arguments: [
        ["--help"], ["report", "--help"], ["metrics", "--help"], ["figure", "--help"], ["figure", "--list"],
        ["templates", "--help"], ["inspect", "--help"], ["validate", "--help"], ["explain", "--list"],
        ["templates", "show", "full"], ["templates", "show", "summary"],
    ])
    func `no help, list or template uses a word that is ruled out`(arguments: [String]) throws {
        let text = try Tearsheet.run(arguments).output
        #expect(text.count > 100)
        #expect(violations(text) == [], "\(arguments)")
    }

    @Test func `no page of a sample run uses one`() throws {
        for id in try RenderedSamples.ids() {
            let html = try RenderedSamples.text(id + ".html")
            let page = html.replacingOccurrences(
                of: "<script[\\s\\S]*?</script>|<style[\\s\\S]*?</style>", with: "", options: .regularExpression)
            #expect(violations(page) == [], "\(id)")
        }
    }

    @Test func `no name in a data file is an old one`() throws {
        let old: Set = ["timestamp", "wealth", "benchmark_wealth", "profit", "cumulative_trade_profit"]
        for id in try RenderedSamples.ids() {
            let json = try JSON(text: try RenderedSamples.text(id + ".json"))
            for group in ["series", "tables"] {
                for (name, columns) in json[group]?.object ?? [:] {
                    #expect(old.isDisjoint(with: Set([name] + (columns.object ?? [:]).keys)), "\(id): \(name)")
                }
            }
        }
    }

    @Test func `every word of the page is told once`() throws {
        let place = repositoryRoot.appendingPathComponent("Documentation/Vocabulary.md")
        let rows = try String(contentsOf: place, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| **") }
        let words = rows.compactMap { $0.split(separator: "**").dropFirst().first.map(String.init) }
        #expect(words.count == rows.count && Set(words).count == words.count && words.count > 30)
        for word in [
            "run", "period", "session", "observation", "trade", "growth", "equity", "drawdown", "P&L", "finding",
        ] {
            #expect(words.contains(word), "\(word)")
        }
    }
}
