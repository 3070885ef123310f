import DataOutput
import Formatting
import Series
import SystemFiles

/// Which job wrote a line: its name, and when it began, which tells the nights apart.
struct JobMark: Equatable {
    let name: String
    /// In UTC.
    let begun: String
}

/// One line of `--log-format json`: when, what happened, to which run, where.
struct LogLine {
    /// `error`, `warning`, `note`, `info`.
    var level: String
    /// `error` of the command; `failed`, `gate`, `finding`, `remark`, `written` of a run; `note`, `progress`, `summary`, `interrupted` of several.
    var event: String
    /// For people.
    var message: String
    /// As the user named it.
    var run: String?
    /// Of a finding, a remark or a failure.
    var code: String?
    var file: String?
    var row: Int?
    /// What was written.
    var files: [String]?
    /// How long it took.
    var seconds: Double?
    /// The job that it is about, of unattended runs.
    var job: JobMark?
    /// Of the summary.
    var counts: [(name: String, count: Int)] = []

    /// One object on one line, of the moment so many milliseconds after 1970 in UTC.
    func json(at milliseconds: Int64) -> String {
        var writer = JSONWriter(isInline: true)
        writer.object { json in
            json.key("time")
            json.string(Timestamp.utc(milliseconds: milliseconds))
            for (name, text) in [
                ("level", level), ("event", event), ("job", job?.name), ("begun", job?.begun), ("run", run),
                ("code", code), ("file", file),
            ] {
                guard let text else { continue }
                json.key(name)
                json.string(PathText.shown(text))
            }
            writeNumbers(&json)
            json.key("message")
            json.string(PathText.shown(message))
        }
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    /// The same for people: `2026-11-26T22:00:00Z tearsheet: 3 written`.
    static func text(_ text: String, at milliseconds: Int64) -> String {
        let time = Timestamp.utc(milliseconds: milliseconds).prefix { $0 != "." } + "Z "
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { time + $0 + "\n" }.joined()
    }

    private func writeNumbers(_ json: inout JSONWriter) {
        for (name, number) in [("row", row)] + counts.map({ ($0.name, Optional($0.count)) }) {
            guard let number else { continue }
            json.key(name)
            json.integer(number)
        }
        if let files {
            json.key("files")
            json.array { json in for file in files { json.string(PathText.shown(file)) } }
        }
        if let seconds {
            json.key("seconds")
            json.number((seconds * 1000).rounded() / 1000)
        }
    }
}
