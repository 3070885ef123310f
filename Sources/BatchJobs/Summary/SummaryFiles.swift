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
        of summary: BatchSummary, title: String, worker: ReportWorker
    ) throws(ReportError) -> [(name: String, content: FileOutput)] {
        let page = try worker.html(SummaryPage(summary: summary, title: title).document, style: SummaryPage.style)
        let state = BatchState(number: summary.number, records: summary.rows.map(\.record))
        return [
            (name + ".html", FileOutput(page)),
            (name + ".json", FileOutput { SummaryJSON.write(summary, to: $0) }),
            (name + ".csv", FileOutput { writeTable(of: summary, to: $0) }),
            (BatchState.fileName, FileOutput(state.bytes)),
        ]
    }

    /// A row for every run: what it is, how it came out, its metrics.
    private static func writeTable(of summary: BatchSummary, to put: @escaping ([UInt8]) -> Void) {
        let fixed = [
            "key", "run", "strategy", "engine", "start", "end", "observations", "status", "change", "warnings",
            "failure",
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
                .optional(overview?.warnings), .text(failure),
            ] + keys.map { TableValue(overview?[$0]) }
        }
    }
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
