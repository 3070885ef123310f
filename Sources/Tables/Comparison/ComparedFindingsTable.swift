import Comparison
import Formatting
import RunModel

/// What to mind of the comparison, and what validation found in each run.
enum ComparedFindingsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Comparison>(
        name: "findings", title: "Data quality", summary: "what to mind of the comparison and of each run",
        columns: columns
    ) { comparison in
        let own = comparison.findings.map { Row(member: nil, finding: $0) }
        let runs = comparison.members.flatMap { member in
            member.whole.run.findings.map { Row(member: member, finding: $0) }
        }
        return TableRows(own + runs).with { $0.emptySentence = "No finding." }
    }

    private struct Row: Sendable {
        let member: Member?
        let finding: Finding
    }

    private static let columns: [Column] = [
        Column("id", nil, .word) { .optional($0.member?.id) },
        Column("run", "Run", .word) { .text($0.member?.shortName ?? "all") },
        Column("severity", "Kind", .word) { .text($0.finding.severity.rawValue) }
            .toned { $0.finding.severity == .note ? .muted : .strong },
        Column("code", nil, .word) { .text($0.finding.code) },
        Column("message", "What", .word, stretch: 1) { .text($0.finding.message) },
    ]
}

/// What the comparison was made from.
enum ComparedProvenanceTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Comparison>(
        name: "provenance", title: "Provenance", summary: "the files of every run", columns: columns
    ) { comparison in
        let rows = comparison.members.flatMap { member in
            member.whole.run.provenance.files.map { Row(member: member, file: $0) }
        }
        return TableRows(rows).with { $0.subtitle = "inputs sha256 \(comparison.inputsDigest.prefix(12))…" }
    }

    private struct Row: Sendable {
        let member: Member
        let file: Provenance.InputFile
    }

    private static let columns: [Column] = [
        Column("id", nil, .word) { .text($0.member.id) },
        Column("run", "Run", .word) { .text($0.member.shortName) },
        Column("file", "File", .word, stretch: 1) { .text($0.file.name) },
        Column("role", "Read as", .word) { .text($0.file.role) },
        Column("size", "Bytes", .count) { .integer($0.file.size) },
        Column("sha256", "SHA-256", .word) { .text($0.file.sha256) }
            .showing { .text($0.file.sha256.prefix(16) + "…") },
    ]
}
