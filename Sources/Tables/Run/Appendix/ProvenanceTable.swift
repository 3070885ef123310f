import Analytics
import Formatting
import RunModel

/// What the report was made from.
enum ProvenanceTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "provenance", title: "Provenance", summary: "what the report was made from", columns: columns, rows: rows)

    private struct Row: Sendable {
        let field: String
        let value: TableValue
        /// What readers see instead.
        var shown: TableValue?

        init(_ field: String, _ value: TableValue, shown: TableValue? = nil) {
            self.field = field
            self.value = value
            self.shown = shown
        }
    }

    private static let columns: [Column] = [
        Column("field", "Field", .word) { .text($0.field) },
        Column("value", "Value", nil, stretch: 1, alignment: .left) { $0.value }.showing { $0.shown ?? $0.value },
        Column("unit", nil, .word) { .text($0.value.unit(in: nil).rawValue) },
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let run = analysis.run
        return TableRows((who(run) + how(analysis)).filter { $0.value != .none } + run.provenance.files.map(row))
    }

    private static func who(_ run: Run) -> [Row] {
        [
            Row("run", .text(run.identity.id)), Row("strategy", .optional(run.identity.strategy.value)),
            Row("version", .optional(run.identity.version.value)), Row("engine", .text(run.identity.engine)),
            Row("created", .optional(run.identity.created.value)), Row("format", .text(run.provenance.format)),
            Row("recognised by", .text(run.provenance.recognisedBy)), Row("calendar", .text(run.calendar.reason)),
            Row("time zone", .text(run.timeZone.value ?? "times without a zone")),
            Row("currency", .optional(run.currency.value)),
        ]
    }

    private static func how(_ analysis: Analysis) -> [Row] {
        let run = analysis.run
        let capital = run.initialCapital.value
        return [
            Row(
                "initial capital", capital.map { .measure($0, .money, places: 2) } ?? .none,
                shown: capital.map { .words(ValueUnit.money.text($0, places: 2, currency: run.currency.value)) }),
            riskFree(run), Row("commission", .optional(run.costs.commission)),
            Row("slippage", .optional(run.costs.slippage)), Row("trials", .optional(run.trials)),
            Row("out of sample from", run.outOfSampleStart.map { .date($0) } ?? .none),
            Row("profile", .text(analysis.conventions.profile)),
            Row("inputs", run.provenance.files.isEmpty ? .none : .text("sha256 \(run.provenance.digest)")),
            Row("made by", .text("Tearsheet \(ToolVersion.current)")),
        ]
    }

    private static func riskFree(_ run: Run) -> Row {
        switch run.riskFree {
        case .annual(let rate):
            Row(
                "risk-free rate", .measure(rate, .fractionPerYear, places: 2),
                shown: .words(DisplayNumber.percent(rate, places: 2) + " a year"))
        case .perPeriod(_, let name): Row("risk-free rate", .text("series \(name)"))
        }
    }

    private static func row(_ file: Provenance.InputFile) -> Row {
        let size = DisplayNumber.number(Double(file.size), places: 0)
        return Row(
            file.role, .text("\(file.name), \(file.size) bytes, sha256 \(file.sha256)"),
            shown: .words("\(file.name), \(size) bytes, sha256 \(file.sha256.prefix(16))…"))
    }
}
