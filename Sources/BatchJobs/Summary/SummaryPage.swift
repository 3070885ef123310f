import Analytics
import DocumentModel
import Formatting
import SystemFiles
import Tables

/// The page of a batch: counts, what is different, failures, and a table of all runs that sorts and filters.
struct SummaryPage {
    let summary: BatchSummary
    let title: String

    /// Rows of failures and changes that the page shows of each kind; the JSON has all.
    static let mostRows = 50

    var document: Document {
        let info = DocumentInfo(
            title: title, subject: subtitle, created: created, footer: title,
            generator: "Tearsheet \(ToolVersion.current)")
        return Document(info: info, page: PageStyle(paper: .a4), theme: .light, blocks: blocks)
    }

    /// The end of the latest run: never the clock.
    private var created: String { summary.rows.compactMap { $0.record.overview?.end }.max() ?? "" }

    private var subtitle: String {
        let count = summary.rows.count
        return "\(count) \(count == 1 ? "run" : "runs"), batch \(summary.number) into this folder"
    }

    private var blocks: [Block] {
        var blocks: [Block] = [.titleBand(TitleBand(title: title, subtitle: subtitle, details: [])), .tiles(tiles)]
        blocks += section("Failures", "failures", failures)
        blocks += section("Gates", "gates", GatesTable(summary: summary).blocks)
        blocks += section(summary.number > 1 ? "Since the last batch" : "", "changes", changes)
        blocks += section("Runs", "runs", [.table(RunsTable(summary: summary).table)])
        if !summary.passedOver.isEmpty { blocks += section("Passed over", "passed-over", passedOver) }
        return blocks
    }

    private func section(_ title: String, _ anchor: String, _ blocks: [Block]) -> [Block] {
        guard !blocks.isEmpty, !title.isEmpty else { return [] }
        let heading = Block.heading(Heading(level: 1, text: title, anchor: anchor))
        return [.group(Group(anchor: anchor, blocks: [heading] + blocks))]
    }

    private var tiles: [Tile] {
        func tile(_ key: String, _ label: String, _ count: Int, _ detail: String = "") -> Tile {
            Tile(key: key, label: label, value: DisplayNumber.number(Double(count), places: 0), detail: detail)
        }
        let changed = [RunChange.new, .changed, .worksAgain].map(summary.count).reduce(0, +)
        return [
            tile("runs", "Runs", summary.rows.count), tile("reported", "Reported", summary.reported),
            tile("failed", "Failed", summary.failed), tile("warnings", "With warnings", summary.withWarnings),
            tile("changed", "New or changed", changed), tile("gone", "Gone", summary.count(of: .gone)),
        ] + (summary.gates.isEmpty ? [] : [tile("gates", "Not meeting gates", summary.rejected)])
    }

    // MARK: Failures

    private var failures: [Block] {
        var rows: [Table.Row] = []
        for group in summary.failureGroups {
            let count = group.members.count
            let words = String(group.kind.map { $0 == "_" ? " " : $0 })
            let left = count > Self.mostRows ? ", the first \(Self.mostRows) shown" : ""
            rows.append(
                Table.Row([Table.Cell("\(words): \(count) \(count == 1 ? "run" : "runs")\(left)")], role: .group))
            rows += group.members.prefix(Self.mostRows).map { run, message in
                Table.Row([
                    Table.Cell(PathText.shown(run.name)),
                    Table.Cell(message.isEmpty ? "as the run before it" : PathText.shown(message)),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [.table(Table(name: "failures", columns: [.init("Run"), .init("Failure", stretch: 1)], rows: rows))]
    }

    // MARK: Changes

    private var changes: [Block] {
        var rows: [Table.Row] = []
        for change in [RunChange.failsNow, .worksAgain, .changed, .new] {
            rows += group(change, summary.rows.filter { $0.change == change }.map { ($0.record, words($0)) })
        }
        rows += group(.gone, summary.gone.map { ($0, "not found this time; its reports are still in the folder") })
        guard !rows.isEmpty else { return [.paragraph(Paragraph("Nothing is different."))] }
        return [.table(Table(name: "changes", columns: [.init("Run"), .init("What", stretch: 1)], rows: rows))]
    }

    private func group(_ change: RunChange, _ members: [(run: RunRecord, words: String)]) -> [Table.Row] {
        guard !members.isEmpty else { return [] }
        let left = members.count > Self.mostRows ? ", the first \(Self.mostRows) shown" : ""
        let head = Table.Row([Table.Cell("\(change.rawValue): \(members.count)\(left)")], role: .group)
        return [head]
            + members.prefix(Self.mostRows).map { run, words in Table.Row([Table.Cell(run.key), Table.Cell(words)]) }
    }

    private func words(_ row: BatchSummary.Row) -> String {
        if row.record.hasFailed { return PathText.shown(row.record.failures.first?.message ?? "") }
        guard let before = row.before, row.change == .changed else { return row.record.overview?.strategy ?? "" }
        let changes = row.record.changedMetrics(since: before).prefix(6).compactMap { change -> String? in
            guard let column = summary.columns.first(where: { $0.key.rawValue == change.key }) else { return nil }
            return "\(column.name) \(column.text(change.old)) → \(column.text(change.new))"
        }
        return changes.isEmpty ? "other inputs, the same metrics" : changes.joined(separator: ", ")
    }

    private var passedOver: [Block] {
        let shown = summary.passedOver.prefix(Self.mostRows)
        let left = summary.passedOver.count - shown.count
        let more = left > 0 ? [Paragraph("and \(left) more")] : []
        return [
            .paragraph(Paragraph("Tables in which no run shows; name one on the command line to be told why.")),
            .list(List(shown.map { Paragraph([.code(PathText.shown($0))]) } + more)),
        ]
    }
}

extension MetricDeclaration {
    /// A value of the metric as readers see it.
    func text(_ value: RunOverview.Value) -> String {
        switch value {
        case .number(let number): unit.text(number, places: places)
        case .word(let word): word
        case .absent: "n/a"
        }
    }
}
