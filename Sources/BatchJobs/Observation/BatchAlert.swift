import DataOutput
import Formatting
import SystemFiles

/// What an unattended batch has to say when it is over: for a file, a webhook, a mail.
public struct BatchAlert: Sendable {
    /// How the batch came out, the worst first.
    public enum Outcome: String, Sendable {
        /// It could not be done, or not to its end.
        case stopped
        /// A run failed.
        case failed
        /// A run does not meet a gate or keep a limit.
        case notMet = "not_met"
        /// Nothing of these.
        case passed
    }

    /// A run, and what there is to say of it.
    public struct Entry: Equatable, Sendable {
        /// Its key below the output, or how the user named it.
        public var run: String
        /// The gate or limit; nil for a failure.
        public var gate: String?
        /// Place and fact.
        public var message: String
    }

    /// The job's name.
    public var job: String
    /// The machine.
    public var host: String
    /// When it began, in UTC.
    public var begun: String
    /// When it ended, in UTC.
    public var ended: String
    /// How it came out.
    public var outcome: Outcome
    /// What stopped it; nil where it came to its end.
    public var reason: String?
    /// Runs in all.
    public var runs = 0
    /// Runs that failed, with their first messages.
    public var failures: [Entry] = []
    /// Gates that runs do not meet.
    public var gates: [Entry] = []
    /// Limits that runs went beyond, or could not be held against.
    public var limits: [Entry] = []
    /// Paths of the summary's files, as the job names them.
    public var files: [String] = []

    /// Entries of each kind that are told; the summary has all.
    static let most = 20

    /// An alert of a batch that was done; one with a signal was ended before its end.
    public init(job: String, host: String, begun: String, ended: String, result: Batch.Result) {
        (self.job, self.host, self.begun, self.ended) = (job, host, begun, ended)
        files = result.files
        let rows = result.summary?.rows ?? []
        runs = rows.count
        for row in rows {
            let key = PathText.shown(row.record.key)
            if let failure = row.record.failures.first {
                failures.append(Entry(run: key, gate: nil, message: PathText.shown(failure.message)))
            }
            for (gate, verdict) in zip(result.summary?.gates ?? [], row.verdicts) where !verdict.isMet {
                let entry = Entry(run: key, gate: gate.text, message: verdict.words)
                if gate.isLimit { limits.append(entry) } else { gates.append(entry) }
            }
        }
        reason = result.signal.map { "it was ended by signal \($0); the next start goes on from there" }
        outcome =
            reason != nil ? .stopped : !failures.isEmpty ? .failed : gates.isEmpty && limits.isEmpty ? .passed : .notMet
    }

    /// An alert of a batch that could not be done.
    public init(job: String, host: String, begun: String, ended: String, reason: String) {
        (self.job, self.host, self.begun, self.ended) = (job, host, begun, ended)
        (self.reason, outcome) = (reason, .stopped)
    }

    // MARK: For people

    /// One line: `House strategies: 2 of 340 runs failed, 3 runs do not meet a gate`.
    public var title: String { "\(job): \(facts.joined(separator: ", "))" }

    private var facts: [String] {
        guard outcome != .stopped else { return ["not done"] }
        var facts: [String] = []
        if !failures.isEmpty { facts.append("\(failures.count) of \(runs) runs failed") }
        if !gates.isEmpty { facts.append(Self.count(gates, "a gate", "meet")) }
        if !limits.isEmpty { facts.append(Self.count(limits, "a limit", "keep")) }
        return facts.isEmpty ? ["\(runs) \(runs == 1 ? "run" : "runs"), nothing to look at"] : facts
    }

    private static func count(_ entries: [Entry], _ what: String, _ verb: String) -> String {
        let count = Set(entries.map(\.run)).count
        return count == 1 ? "1 run does not \(verb) \(what)" : "\(count) runs do not \(verb) \(what)"
    }

    /// The title and the details, a line each.
    public var text: String {
        var lines = [title, "", "began \(begun), ended \(ended), on \(host)"]
        if let reason { lines += ["", reason] }
        for (head, entries) in [("Failed", failures), ("Gates not met", gates), ("Limits not kept", limits)] {
            guard !entries.isEmpty else { continue }
            lines += ["", "\(head):"] + entries.prefix(Self.most).map(Self.line)
            if entries.count > Self.most { lines.append("  and \(entries.count - Self.most) more") }
        }
        if let page = files.first { lines += ["", "Summary: \(PathText.shown(page))"] }
        return PrintableText.of(lines.joined(separator: "\n"), keepsLines: true) + "\n"
    }

    private static func line(_ entry: Entry) -> String {
        let message = entry.message.split(separator: "\n").first.map(String.init) ?? ""
        return "  \(entry.run): " + (entry.gate.map { "\($0): " } ?? "") + message
    }

    // MARK: For programs

    /// JSON, schema `tearsheet.alert/1`.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "tearsheet.alert/1")
            json.member("tearsheet", ToolVersion.current)
            for (name, value) in [("job", job), ("host", host), ("begun", begun), ("ended", ended)] {
                json.member(name, value)
            }
            json.member("outcome", outcome.rawValue)
            json.member("title", title)
            if let reason { json.member("reason", PathText.shown(reason)) }
            json.member("runs", runs)
            Self.write("failed", failures, to: &json)
            Self.write("gates", gates, to: &json)
            Self.write("limits", limits, to: &json)
            json.member("files", texts: files.map { PathText.shown($0) })
            // What chats show of a message.
            json.member("text", text)
        }
        return json.finish()
    }

    /// A message that chats such as Slack and Mattermost take: one member, `text`.
    public var chatJSON: [UInt8] {
        var json = JSONWriter()
        json.object { $0.member("text", text) }
        return json.finish()
    }

    private static func write(_ name: String, _ entries: [Entry], to json: inout JSONWriter) {
        json.key(name)
        json.object { json in
            json.member("count", entries.count)
            json.key("first")
            json.array { json in
                for entry in entries.prefix(most) {
                    json.object { json in
                        json.member("run", entry.run)
                        if let gate = entry.gate { json.member("require", gate) }
                        json.member("message", entry.message)
                    }
                }
            }
        }
    }
}
