import Analytics
import Figures
import Foundation
import Tables
import TestSupport
import Testing

/// `Documentation/Coverage.md` names what serves each number and figure of other tools: every name in it is one of ours.
struct CoverageTests {
    /// Names between backticks in the second column of the tables, with the heading above.
    private static func names() throws -> [(part: String, name: String)] {
        let file = repositoryRoot.appendingPathComponent("Documentation/Coverage.md")
        var (part, names) = ("", [(part: String, name: String)]())
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("## ") { part = String(line.dropFirst(3)) }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 4 else { continue }
            let quoted = cells[2].split(separator: "`", omittingEmptySubsequences: false)
            for index in quoted.indices where index % 2 == 1 { names.append((part, String(quoted[index]))) }
        }
        return names
    }

    @Test func `every key, table and figure that the page on coverage names is there`() throws {
        let metrics = MetricCatalog.all.map(\.key.rawValue)
        let numbers = Set(metrics + TableCatalog.ofRun.map(\.name) + FigureCatalog.ofRun.map(\.name))
        let figures = Set((FigureCatalog.ofRun.map(\.name)) + FigureCatalog.ofComparison.map(\.name))
        let named = try Self.names()
        #expect(named.count > 200)
        for (part, name) in named where !name.hasPrefix("--") {
            let known = part == "Figures" ? figures : numbers
            // `var_…` stands for all that begin so.
            let isThere =
                name.hasSuffix("…") ? known.contains { $0.hasPrefix(name.dropLast()) } : known.contains(name)
            #expect(isThere, "\(part): \(name)")
        }
    }
}
