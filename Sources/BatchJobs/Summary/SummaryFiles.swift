import DataOutput
import Formatting
import Reports
import SystemFiles
import Tables

/// The files that say how a batch came out: a page for people, JSON for programs, CSV for spreadsheets.
enum SummaryFiles {
    /// Stands before the endings; no run of the batch may have it for its own files.
    static let name = "summary"

    /// All three, with the state for the next batch.
    static func all(
        of summary: BatchSummary, state: BatchState, title: String, worker: ReportWorker
    ) throws(ReportError) -> [(name: String, content: FileOutput)] {
        let page = try worker.html(SummaryPage(summary: summary, title: title).document, style: ListPageStyle.rules)
        let verdicts =
            summary.gates.isEmpty
            ? [] : [(JUnitFile.name, FileOutput { JUnitFile.write(summary, title: title, to: $0) })]
        return [
            (name + ".html", FileOutput(page)),
            (name + ".json", FileOutput { SummaryJSON.write(summary, to: $0) }),
            (name + ".csv", FileOutput { writeTable(of: summary, to: $0) }),
            (checksums, FileOutput(checksums(of: summary))),
            (BatchState.fileName, FileOutput(state.bytes)),
        ] + verdicts
    }

    private static let checksums = "SHA256SUMS"

    /// The digests of all reports as `sha256sum -c` reads them, sorted by name.
    private static func checksums(of summary: BatchSummary) -> [UInt8] {
        let files = summary.rows.flatMap(\.record.files).filter { !$0.sha256.isEmpty }
        return files.sorted { $0.name < $1.name }.flatMap { file in
            // GNU writes a backslash before lines whose names it had to change.
            let name = PathText.bytes(of: file.name)
            let isPlain = !name.contains { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "\\") }
            let written = isPlain ? name : name.flatMap(escaped)
            return (isPlain ? [] : [UInt8(ascii: "\\")]) + Array((file.sha256 + "  ").utf8) + written + [0x0A]
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case 0x0A: Array("\\n".utf8)
        case 0x0D: Array("\\r".utf8)
        case UInt8(ascii: "\\"): Array("\\\\".utf8)
        default: [byte]
        }
    }

    /// A row for every run: what it is, how it came out, its metrics.
    private static func writeTable(of summary: BatchSummary, to put: @escaping ([UInt8]) -> Void) {
        let fixed = [
            "key", "run", "strategy", "engine", "start", "end", "observations", "status", "change", "warnings",
            "gates", "failure",
        ]
        let keys = summary.columns.map(\.key.rawValue)
        CSVWriter.write(header: fixed + keys, count: summary.rows.count, to: put) { index in
            let (record, change) = (summary.rows[index].record, summary.rows[index].change)
            let overview = record.overview
            let failure = record.failures.map(\.message).filter { !$0.isEmpty }.joined(separator: "; ")
            return [
                .text(record.key), .text(PathText.shown(record.name)), .optional(overview?.strategy),
                .optional(overview?.engine), .optional(overview?.start), .optional(overview?.end),
                .optional(overview?.observations), .text(record.status), .text(change.rawValue),
                .optional(overview?.warnings), .text(summary.rows[index].gateWords), .text(failure),
            ] + keys.map { TableValue(overview?[$0]) }
        }
    }
}

extension BatchSummary.Row {
    /// `met`, `not met`, or nothing where there is no verdict.
    var gateWords: String { isAccepted.map { $0 ? "met" : "not met" } ?? "" }
}

extension RunRecord {
    /// `reported` or `failed`.
    var status: String { hasFailed ? "failed" : "reported" }
}

extension TableValue {
    fileprivate init(_ value: RunOverview.Value?) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .text(word)
        case .absent, nil: self = .none
        }
    }
}
