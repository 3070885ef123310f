import Analytics
import Comparison
import Figures
import Foundation
import RunModel
import Series
import Tables
import TestSupport
import Testing
import Typesetting

@testable import Reports

/// The report of several runs.
@Suite struct ComparisonReportTests {
    private static func comparison(_ count: Int) throws -> Comparison {
        let runs = try (0..<count).map { index in
            let world = SmallWorld(
                days: 700 + 40 * index, hasBenchmark: index % 2 == 0, trades: index % 3 == 0 ? 30 : nil,
                name: index == 1 ? "A name that is much longer than any column can be" : "Walk \(index)")
            var run = try world.analysis().run
            run.identity.id = "walk-\(index)"
            return Self.changed(run, index)
        }
        return try Comparer.compare(runs, options: ComparisonOptions(resamples: 100))
    }

    /// Every world walks the same way: each run takes its steps in another order and size.
    private static func changed(_ run: RunModel.Run, _ index: Int) -> RunModel.Run {
        var run = run
        let steps = run.returns.values.indices.map { place in
            run.returns.values[(place * (2 * index + 1) + index) % run.returns.count] * (1 - 0.05 * Double(index))
        }
        var level = 1_000_000.0
        let levels =
            [level]
            + steps.map { step in
                level *= 1 + step
                return level
            }
        run.returns = TimeSeries(timestamps: run.returns.timestamps, values: steps)
        run.equity = TimeSeries(timestamps: run.equity.timestamps, values: levels)
        return run
    }

    @Test(arguments: [2, 3, 5, 12])
    func `the shipped template sets any number of runs without a warning`(count: Int) throws {
        let comparison = try Self.comparison(count)
        let document = try ReportDocument.make(comparison, options: ReportOptions(template: .shipped("comparison")))
        let pages = Typesetter(document: document, measurer: try ReportWorker().fonts).pages()
        #expect(pages.warnings == [], "\(pages.warnings)")
        #expect((4...12).contains(pages.pages.count), "\(pages.pages.count) pages")
    }

    @Test func `every figure and table of the catalogues answers`() throws {
        let content = ReportContent(subject: try Self.comparison(3), options: ReportOptions())
        for name in content.tableNames {
            let table = try #require(content.table(name, rows: nil, metrics: nil))
            #expect(!table.rows.isEmpty || !table.footnote.isEmpty, "\(name)")
            for row in table.rows where row.role != .group {
                #expect(row.cells.count == table.columns.count, "\(name)")
            }
        }
        for name in content.figureNames { #expect(try #require(content.figure(name)).chart.altText.isEmpty == false) }
        for key in content.tileNames { #expect(content.tile(key)?.value.isEmpty == false, "\(key)") }
    }

    @Test func `the best value of a row is strong and marked, and no other`() throws {
        let comparison = try Self.comparison(3)
        let table = try #require(
            ReportContent(subject: comparison, options: ReportOptions()).table("metrics", rows: nil, metrics: nil))
        let sharpe = try #require(table.rows.first { $0.cells.first?.text == "Sharpe ratio" })
        let best = try #require(comparison.metrics.first { $0.declaration.key == .sharpe }?.best.first)
        for index in 0..<3 {
            let cell = sharpe.cells[index + 1]
            #expect((cell.tone == .strong) == (index == best) && cell.text.hasSuffix("●") == (index == best))
        }
    }

    @Test func `a template of one run is refused for several, and the other way round`() throws {
        let several = try Self.comparison(2)
        let single = try SmallWorld(days: 70).analysis()
        #expect {
            try ReportDocument.make(several, options: ReportOptions(template: .shipped("full")))
        } throws: { ($0 as? ReportError)?.message == "the template 'full' shows something else; use comparison" }
        #expect {
            try ReportDocument.make(single, options: ReportOptions(template: .shipped("comparison")))
        } throws: {
            ($0 as? ReportError)?.message
                == "the template 'comparison' shows something else; use factsheet or full or risk or summary or trades or validity"
        }
    }

    @Test func `Comparing names every figure, table and variable`() throws {
        let text = try String(
            contentsOf: repositoryRoot.appendingPathComponent("Documentation/Comparing.md"), encoding: .utf8)
        let tables = TableCatalog.ofComparison.map(\.name).filter { !$0.hasPrefix("metrics_") }
        let words = (FigureCatalog.ofComparison.map(\.name) + tables).map { "`\($0)`" }
        let missing = (words + ComparisonContext.names.map { "`" + $0 }).filter { !text.contains($0) }
        #expect(missing == [])
    }
}
