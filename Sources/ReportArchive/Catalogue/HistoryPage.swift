import Analytics
import DocumentModel
import Formatting
import Reports
import SystemFiles

/// The history of a strategy: its reports one after another, and how their metrics moved.
struct HistoryPage {
    let strategy: Catalogue.Strategy

    /// Figures that are wider make their words larger than those of the page.
    static let style = ListPageStyle.rules + "figure{max-width:64rem}"

    var document: Document {
        let latest = strategy.latest.entry
        let info = DocumentInfo(
            title: strategy.name, subject: subtitle, created: String(EntryCells.moment(latest.archived).prefix(10)),
            footer: strategy.name, generator: "Tearsheet \(ToolVersion.current)")
        var blocks: [Block] = [
            .titleBand(TitleBand(title: strategy.name, subtitle: subtitle, details: [])), .tiles(tiles),
        ]
        blocks += section("Metrics", "metrics", [.table(metrics)])
        if let figure = GrowthMultiples(entries: strategy.entries).figure {
            blocks += section("Growth", "growth", [.figure(figure)])
        }
        blocks += section("Reports", "reports", [.table(reports)])
        return Document(info: info, page: PageStyle(paper: .a4), theme: .light, blocks: blocks)
    }

    private var subtitle: String {
        let (first, last) = (strategy.entries[0].entry, strategy.latest.entry)
        return "\(strategy.entries.count) reports, archived from \(EntryCells.moment(first.archived).prefix(10)) to "
            + EntryCells.moment(last.archived).prefix(10)
    }

    private func section(_ title: String, _ anchor: String, _ blocks: [Block]) -> [Block] {
        let heading = Block.heading(Heading(level: 1, text: title, anchor: anchor))
        return [.group(Group(anchor: anchor, blocks: [heading] + blocks))]
    }

    /// The last report's numbers, each with the one before it.
    private var tiles: [Tile] {
        let before = strategy.entries[strategy.entries.count - 2].entry
        return EntryCells.columns.filter {
            ["total_return", "sharpe", "max_drawdown", "calmar"].contains($0.key.rawValue)
        }
        .map { column in
            Tile(
                key: column.key.rawValue, label: column.name,
                value: column.text(strategy.latest.entry[column.key.rawValue]),
                detail: "before: " + column.text(before[column.key.rawValue]))
        }
    }

    // MARK: Metrics

    private var metrics: Table {
        let columns = [
            Table.Column("Metric"), .init("Over the reports"), .init("First", .right), .init("Lowest", .right),
            .init("Highest", .right), .init("Before", .right), .init("Last", .right), .init("Change", .right),
        ]
        return Table(
            name: "metrics", title: "Each metric", subtitle: "over the reports, the first at the left",
            columns: columns, rows: declarations.compactMap(row))
    }

    private var declarations: [MetricDeclaration] {
        ArchiveEntry.keptMetrics.compactMap { MetricCatalog.declaration(named: $0.rawValue, under: .standard) }
    }

    /// Nothing of a metric that no report has.
    private func row(_ column: MetricDeclaration) -> Table.Row? {
        let key = column.key.rawValue
        let values = strategy.entries.map { $0.entry.number(key) }
        let numbers = values.compactMap(\.self)
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        let (before, last) = (values[values.count - 2], values[values.count - 1])
        let change: Table.Cell =
            if let before, let last { cell(of: last - before, better: column.better, column) } else { Table.Cell("") }
        func text(_ number: Double?) -> Table.Cell {
            Table.Cell(number.map { column.unit.text($0, places: column.places) } ?? "n/a")
        }
        return Table.Row([
            Table.Cell(column.name), Table.Cell("", line: values.map { $0 ?? .nan }), text(values[0]), text(low),
            text(high), text(before), text(last), change,
        ])
    }

    private func cell(of change: Double, better: MetricDeclaration.Direction, _ column: MetricDeclaration) -> Table.Cell
    {
        let text = column.unit.text(change, places: column.places)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        guard !isZero else { return Table.Cell("none", tone: .muted) }
        let tone: Table.Tone =
            switch better {
            case .neither: .plain
            case .higher: change > 0 ? .gain : .loss
            case .lower: change < 0 ? .gain : .loss
            }
        return Table.Cell((change > 0 ? "+" : "") + text, tone: tone)
    }

    // MARK: Reports

    private var reports: Table {
        Table(
            name: "entries", title: "All reports", subtitle: "the newest first", columns: reportColumns,
            rows: strategy.entries.reversed().map(reportRow),
            footnote: "Archived is when, in UTC.", isSortable: true, isFilterable: true)
    }

    private var reportColumns: [Table.Column] {
        [.init("No.", .decimal), .init("Archived", .right), .init("Report"), .init("Version"), .init("Growth")]
            + [.init("From", .right), .init("To", .right)] + EntryCells.columns.map(EntryCells.head)
            + [.init("Gates"), .init("Entry")]
    }

    private func reportRow(_ place: Archive.Place) -> Table.Row {
        let entry = place.entry
        return Table.Row(
            [
                Table.Cell(String(entry.sequence)), Table.Cell(EntryCells.moment(entry.archived)),
                Table.Cell(PathText.shown(entry.run), help: entry.engine, file: link(place, place.report)),
                Table.Cell(entry.version ?? ""), EntryCells.line(entry.growth),
                Table.Cell(String(entry.start.prefix(10))), Table.Cell(String(entry.end.prefix(10))),
            ] + EntryCells.columns.map { EntryCells.cell($0, entry[$0.key.rawValue]) } + [
                EntryCells.gates(entry),
                Table.Cell(place.shortID, tone: .muted, file: link(place, EntryManifest.fileName)),
            ])
    }

    /// The page lies beside the entries.
    private func link(_ place: Archive.Place, _ name: String) -> String {
        FileSystem.name(of: place.folder) + "/" + name
    }
}

extension MetricDeclaration {
    /// A value as readers see it.
    func text(_ value: ArchiveEntry.Value?) -> String {
        switch value {
        case .number(let number): unit.text(number, places: places)
        case .word(let word): word
        case .absent, nil: "n/a"
        }
    }
}
