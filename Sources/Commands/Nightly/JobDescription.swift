import BatchJobs
import CommandLineArguments
import Formatting
import RunModel
import SystemFiles

/// What `nightly --check` prints of a job that has no mistakes: what it will do, in a few lines.
struct JobDescription {
    private let job: NightlyJob

    init(_ job: NightlyJob) { self.job = job }

    var text: String {
        let rows = [("job", job.name)] + plainRows + gateRows
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + PrintableText.of(PathText.shown(value))
        }
        return "\(job.path): no mistakes\n" + lines.map { "  \($0)\n" }.joined()
    }

    private var plainRows: [(String, String)] {
        var rows = [("sources", job.arguments.positionals("SOURCE").joined(separator: ", "))]
        rows.append(("output", job.output))
        let formats = job.arguments[Options.format].map(\.rawValue)
        rows.append(("format", formats.joined(separator: ", ")))
        if let shard = job.arguments.value("shard") { rows.append(("shard", shard)) }
        if let archive = job.arguments.value("archive") { rows.append(("archive", archive)) }
        if let log = job.log { rows.append(("log", log)) }
        return rows
    }

    private var gateRows: [(String, String)] {
        let conditions = job.arguments.values("require").map { ("require", $0) }
        return conditions + limitRows + noticeRows
    }

    private var noticeRows: [(String, String)] {
        let notify = job.notifications
        var rows = notify.file.map { [("alert", $0)] } ?? []
        let when = notify.occasion == .always ? "each time" : "where something is wrong"
        if let webhook = notify.webhook { rows.append(("webhook", "\(when), address \(webhook.url.words)")) }
        if let mail = notify.mail { rows.append(("mail", "\(when), to \(mail.recipients.joined(separator: ", "))")) }
        return rows
    }

    private var limitRows: [(String, String)] {
        (job.limits.map(Gate.gates) ?? []).map { ("limit", $0.text) }
    }
}
