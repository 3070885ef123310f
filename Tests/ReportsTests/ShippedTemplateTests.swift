import Analytics
import DocumentModel
import Graphics
import Testing
import Typesetting

@testable import Reports

/// The shipped templates hold for every kind of run.
@Suite struct ShippedTemplateTests {
    @Test(arguments: SmallWorld.all)
    func `every template renders for every kind of run, and the summary is one page on both papers`(
        world: SmallWorld
    ) throws {
        try forEachLayout(of: try world.analysis()) { name, paper, pages in
            if name == "full" { #expect((3...16).contains(pages), "\(pages) pages") }
        }
    }

    /// Sets every shipped template on both papers: without a warning, and what is one page is one.
    private func forEachLayout(
        of analysis: Analysis, also check: (String, PageStyle.Paper, Int) throws -> Void = { _, _, _ in }
    ) throws {
        let worker = try ReportWorker()
        for name in Analysis.templates {
            for paper in [PageStyle.Paper.a4, .letter] {
                var options = ReportOptions(template: .shipped(name))
                options.paper = paper
                let document = try ReportDocument.make(analysis, options: options)
                let pages = Typesetter(document: document, measurer: worker.fonts, evensPages: true).pages()
                #expect(pages.warnings == [], "\(name) on \(paper)")
                let days = analysis.run.returns.count
                if ["summary", "factsheet"].contains(name) {
                    #expect(pages.pages.count == 1, "\(name) on \(paper), \(days) days")
                }
                try check(name, paper, pages.pages.count)
            }
        }
    }

    @Test func `eight metrics of one's own leave the pages as whole as they were`() throws {
        let texts = (1...8).map { "own_\($0) [percent] = \($0) * cagr / abs(max_drawdown)" }
        let own = try OwnMetrics(texts.map { try OwnMetric(text: $0, origin: "--metric") })
        for days in [70, 2600] {
            let run = try SmallWorld(days: days, hasBenchmark: true, trades: 40).analysis().run
            try forEachLayout(of: Analyzer.analyze(run, conventions: Conventions.standard.with { $0.ownMetrics = own }))
        }
    }

    /// A figure that fills is never lower than its least height without a warning, and the test above has none.
    @Test(arguments: [PageStyle.Paper.a4, .letter])
    func `the equity figure of page one has three tenths of the paper at least`(paper: PageStyle.Paper) throws {
        let analysis = try SmallWorld(days: 2600, hasBenchmark: true, trades: 40).analysis()
        var options = ReportOptions(template: .shipped("full"))
        options.paper = paper
        let blocks = try ReportDocument.make(analysis, options: options).blocks
        let first = blocks.compactMap { if case .group(let group) = $0 { group } else { nil } }.first
        let equity = first?.blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }.first
        guard case .fill(let least, _) = equity?.height else {
            Issue.record("no figure that fills")
            return
        }
        #expect(equity?.name == "equity" && least >= 0.3 * paper.size.height - 0.1)
    }

    @Test func `what a table of windows or tails shows stands in no table of metrics`() throws {
        let analysis = try SmallWorld(days: 2600, hasBenchmark: true, trades: 40).analysis()
        let blocks = try ReportDocument.make(analysis, options: ReportOptions(template: .shipped("full"))).blocks
        var labels: Set<String> = []
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .table(let table) where table.name.hasPrefix("metrics_"):
                    labels.formUnion(table.rows.map { $0.cells[0].text })
                    // What has no number is said beneath, with its reason.
                    #expect(!table.rows.contains { $0.role == .body && $0.cells[1].text == "n/a" }, "\(table.name)")
                case .group(let group): walk(group.blocks)
                case .grid(let grid): grid.cells.forEach(walk)
                default: break
                }
            }
        }
        walk(blocks)
        #expect(labels.contains("Winning days") && labels.contains("Ulcer index"))
        for label in [
            "Month to date", "3 years", "Since inception", "VaR 95 %, one day", "Gaussian CVaR 99 %, one day",
        ] {
            #expect(!labels.contains(label), "\(label)")
        }
    }

    @Test func `no metric stands twice in the tables and tiles of a report`() throws {
        let analysis = try SmallWorld(days: 2600, hasBenchmark: true, trades: 40).analysis()
        let blocks = try ReportDocument.make(analysis, options: ReportOptions(template: .shipped("full"))).blocks
        var keys: [String] = []
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .tiles(let tiles): keys += tiles.map(\.label)
                case .table(let table) where table.name.hasPrefix("metrics_") || table.name == "key_statistics":
                    keys += table.rows.filter { $0.role == .body }.map { $0.cells[0].text }
                case .group(let group): walk(group.blocks)
                case .grid(let grid): grid.cells.forEach(walk)
                default: break
                }
            }
        }
        walk(blocks)
        let twice = Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys.sorted()
        #expect(twice == [] && keys.count > 40)
    }

    @Test(arguments: SmallWorld.all)
    func `validity begins with every check, and has no table twice`(world: SmallWorld) throws {
        let analysis = try world.analysis()
        let document = try ReportDocument.make(analysis, options: ReportOptions(template: .shipped("validity")))
        var tables: [Table] = []
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .table(let table): tables.append(table)
                case .group(let group): walk(group.blocks)
                case .grid(let grid): grid.cells.forEach(walk)
                default: break
                }
            }
        }
        walk(document.blocks)
        #expect(Set(tables.map(\.name)).count == tables.count && tables.first?.name == "credibility")
        let checks = tables.first?.rows.count { $0.role == .body } ?? 0
        #expect(checks == analysis.credibility.checks.count)
    }

    @Test func `a long name still leaves the summary on one page`() throws {
        let name = String(repeating: "Momentum of many words ", count: 6)
        let analysis = try SmallWorld(days: 2600, hasBenchmark: true, trades: 40, name: name).analysis()
        let document = try ReportDocument.make(analysis, options: ReportOptions(template: .shipped("summary")))
        let pages = Typesetter(document: document, measurer: try ReportWorker().fonts).pages()
        #expect(pages.pages.count == 1 && pages.warnings == [])
    }

    @Test func `every figure and table of the catalogues answers in every kind of run`() throws {
        for world in SmallWorld.all where world.days != 6000 {
            let content = ReportContent(subject: try world.analysis(), options: ReportOptions())
            for name in content.tableNames {
                let table = try #require(content.table(name, rows: nil, metrics: nil))
                #expect(!table.rows.isEmpty || !table.footnote.isEmpty, "\(name): \(world.testDescription)")
                for row in table.rows where row.role != .group {
                    #expect(row.cells.count == table.columns.count, "\(name): \(world.testDescription)")
                }
            }
            for name in content.figureNames {
                let figure = try #require(content.figure(name))
                #expect(!figure.chart.altText.isEmpty, "\(name)")
            }
            for key in content.tileNames { #expect(content.tile(key)?.value.isEmpty == false, "\(key)") }
        }
    }
}
