import Analytics
import DataOutput
import DocumentModel
import Formatting
import RunModel
import Series

extension ReportTables {
    func dataQuality() -> Table {
        let findings = analysis.run.findings
        let rows = findings.map { finding in
            Table.Row([
                Table.Cell(finding.severity.rawValue, tone: finding.severity == .note ? .muted : .strong),
                Table.Cell(finding.message),
            ])
        }
        let notes = analysis.run.provenance.notes.map { note in
            Table.Row([Table.Cell("derived", tone: .muted), Table.Cell(note)])
        }
        let isClean = findings.isEmpty && notes.isEmpty
        return Table(
            name: "data-quality", title: "Data quality",
            columns: isClean ? [] : [Table.Column("Kind"), Table.Column("What", stretch: 1)], rows: rows + notes,
            footnote: isClean ? "No finding; nothing was derived, aligned, dropped or filled." : "")
    }

    func provenance() -> Table {
        let run = analysis.run
        var rows = facts(run).map { Table.Row([Table.Cell($0.name), Table.Cell($0.value)]) }
        rows += run.provenance.files.map { file in
            let size = DisplayNumber.number(Double(file.size), places: 0)
            return Table.Row([
                Table.Cell(file.role), Table.Cell("\(file.name), \(size) bytes, sha256 \(file.sha256.prefix(16))…"),
            ])
        }
        return Table(
            name: "provenance", title: "Provenance",
            columns: [Table.Column("Field"), Table.Column("Value", stretch: 1)],
            rows: rows)
    }

    private func facts(_ run: Run) -> [RunParameter] {
        let start = run.initialCapital.value.map { DisplayNumber.money($0, currency: run.currency.value) }
        let candidates: [(String, String?)] = [
            ("run", run.identity.id), ("strategy", run.identity.strategy.value),
            ("version", run.identity.version.value), ("engine", run.identity.engine),
            ("created", run.identity.created.value), ("format", run.provenance.format),
            ("recognised by", run.provenance.recognisedBy), ("calendar", run.calendar.reason),
            ("time zone", run.timeZone.value ?? "stamps without a zone"), ("currency", run.currency.value),
            ("initial capital", start), ("risk-free rate", run.riskFree.words), ("commission", run.costs.commission),
            ("slippage", run.costs.slippage), ("trials", run.trials.map(String.init)),
            ("out of sample from", run.outOfSampleStart?.display), ("profile", analysis.conventions.profile),
            ("inputs", run.provenance.files.isEmpty ? nil : "sha256 \(run.provenance.digest)"),
            ("made by", "Tearsheet \(ToolVersion.current)"),
        ]
        return candidates.compactMap { name, value in value.map { RunParameter(name: name, value: $0) } }
    }

    func parameters() -> TableResult {
        let parameters = analysis.run.identity.parameters
        guard !parameters.isEmpty else {
            return .absent(Unavailable(code: "no_parameters", reason: "the run names no parameters"))
        }
        return .table(
            Table(
                name: "parameters", title: "Parameters",
                columns: [Table.Column("Parameter"), Table.Column("Value", stretch: 1)],
                rows: parameters.map { Table.Row([Table.Cell($0.name), Table.Cell($0.value)]) }))
    }
}
