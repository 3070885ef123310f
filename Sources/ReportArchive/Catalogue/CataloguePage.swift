import Analytics
import DocumentModel
import Formatting
import SystemFiles

/// `index.html`: all entries, to search, filter and sort; one page without requests, so that it works from a file too.
struct CataloguePage {
    let catalogue: Catalogue

    var document: Document {
        let info = DocumentInfo(
            title: "Archive", subject: subtitle, created: created, footer: "Archive",
            generator: "Tearsheet \(ToolVersion.current)")
        let blocks: [Block] = [
            .titleBand(TitleBand(title: "Archive", subtitle: subtitle, details: [])), .tiles(tiles), .table(table),
        ]
        return Document(info: info, page: PageStyle(paper: .a4), theme: .light, blocks: blocks)
    }

    /// The day of the last entry: never the clock of whoever makes the page.
    private var created: String {
        let last = catalogue.strategies.map(\.latest.entry.archived).max()
        return last.map { String(EntryCells.moment($0).prefix(10)) } ?? ""
    }

    private var subtitle: String {
        let (entries, strategies) = (catalogue.count, catalogue.strategies.count)
        return "\(entries) \(entries == 1 ? "report" : "reports") of \(strategies) "
            + (strategies == 1 ? "strategy" : "strategies")
    }

    private var tiles: [Tile] {
        func tile(_ key: String, _ label: String, _ count: Int) -> Tile {
            Tile(key: key, label: label, value: DisplayNumber.number(Double(count), places: 0), detail: "")
        }
        let refused = catalogue.strategies.count { !$0.latest.entry.isAccepted }
        return [
            tile("reports", "Reports", catalogue.count), tile("strategies", "Strategies", catalogue.strategies.count),
            tile("refused", "Last report refused by gates", refused),
        ]
    }

    private var table: Table {
        Table(
            name: "entries", title: "All reports", subtitle: "by strategy, the newest first", columns: columns,
            rows: catalogue.strategies.flatMap { strategy in strategy.entries.reversed().map { row($0, strategy) } },
            footnote: "Archived is when, in UTC. Filter for “latest” to see the last report of each strategy alone.",
            isSortable: true, isFilterable: true)
    }

    private var columns: [Table.Column] {
        [.init("Report"), .init("Strategy"), .init("Growth"), .init("From", .right), .init("To", .right)]
            + EntryCells.columns.map(EntryCells.head)
            + [.init("Gates"), .init("Archived", .right), .init("No.", .decimal), .init(""), .init("Entry")]
    }

    private func row(_ place: Archive.Place, _ strategy: Catalogue.Strategy) -> Table.Row {
        let entry = place.entry
        let isOnly = strategy.entries.count == 1
        let isLatest = catalogue.isLatest(place, in: strategy)
        return Table.Row(
            [
                Table.Cell(
                    PathText.shown(entry.run), tone: .strong, help: entry.engine, file: place.path(place.report)),
                Table.Cell(strategy.name, file: isOnly ? "" : strategy.folder + "/" + CatalogueFiles.page),
                EntryCells.line(entry.growth), Table.Cell(String(entry.start.prefix(10))),
                Table.Cell(String(entry.end.prefix(10))),
            ] + EntryCells.columns.map { EntryCells.cell($0, entry[$0.key.rawValue]) } + [
                EntryCells.gates(entry), Table.Cell(EntryCells.moment(entry.archived)),
                Table.Cell(String(entry.sequence)), Table.Cell(isLatest ? "latest" : "", tone: .muted),
                Table.Cell(place.shortID, tone: .muted, file: place.path(EntryManifest.fileName)),
            ])
    }
}
