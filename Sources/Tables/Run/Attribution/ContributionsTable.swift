import Analytics

/// What every symbol and sector contributed to the return.
enum ContributionsTable {
    private typealias Column = TableColumn<Contribution>

    static let bySymbol = TableDefinition<Analysis>(
        name: "contributions", title: "Contribution to the return",
        summary: "what every symbol contributed to the total return; the parts sum to it", shownRows: 20,
        isSortable: true, columns: columns("symbol", "Symbol", withSector: true)
    ) { (analysis) throws(Unavailable) in rows(try analysis.contributions) { $0.symbols } }

    static let bySector = TableDefinition<Analysis>(
        name: "contributions_by_sector", title: "Contribution by sector",
        summary: "what every sector contributed to the total return; the parts sum to it", isSortable: true,
        columns: columns("sector", "Sector", withSector: false)
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.contributions
        guard section.symbols.contains(where: { $0.sector != nil }) else { throw .noSectors }
        return rows(section) { $0.sectors }
    }

    static let byYear = TableDefinition<Analysis>(
        name: "contributions_by_year", title: "Contribution by year",
        summary: "what every symbol contributed to the return of each calendar year", shownRows: 40, isSortable: true,
        columns: [
            TableColumn<YearRow>("year", "Year", .word) { .text($0.year) },
            TableColumn<YearRow>("symbol", "Symbol", .word, stretch: 1) { .text($0.row.name) },
            TableColumn<YearRow>("contribution", "Contribution", .fraction, places: 2) { .number($0.row.contribution) }
                .toned(.bySign),
            TableColumn<YearRow>("pnl", "P&L", .money) { .number($0.row.profit) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let years = try analysis.contributionsByYear
        return TableRows(
            years.flatMap { section in
                section.symbols.map { YearRow(year: String(section.end.date.year), row: $0) }
            })
    }

    private struct YearRow: Sendable {
        let year: String
        let row: Contribution
    }

    private static func columns(_ key: String, _ header: String, withSector: Bool) -> [Column] {
        let first = Column(key, header, .word, stretch: 1) { .text($0.name) }.toned { $0.isRest ? .muted : .plain }
        let sector = Column("sector", "Sector", .word) { .optional($0.sector) }.without("")
        return [first] + (withSector ? [sector] : []) + [
            Column("contribution", "Contribution", .fraction, places: 2) { .number($0.contribution) }.toned(.bySign),
            Column("pnl", "P&L", .money) { .number($0.profit) }.toned(.bySign),
            Column("mean_weight", "Mean weight", .fraction, places: 1) { .number($0.meanWeight) },
            Column("rest", nil, .flag) { .flag($0.isRest) },
        ]
    }

    private static func rows(
        _ section: ContributionSection, _ parts: (ContributionSection) -> [Contribution]
    ) -> TableRows<Contribution> {
        TableRows(parts(section)).with {
            $0.subtitle = "linked after Cariño; the parts sum to the return of the positions' span"
            if !section.symbols.contains(where: { $0.sector != nil }) { $0.hidden = ["sector"] }
        }
    }
}
