import BatchJobs
import Formatting
import SystemFiles

/// Tells how a batch goes on: a bar on a terminal, a line now and then elsewhere, failures as they come, one line at the end.
final class BatchNarrator: BatchListener {
    /// Seconds between lines where there is no terminal.
    private static let interval = 10.0

    private let messages: Messages
    private let start = ProcessEnvironment.seconds
    private var progress = BatchProgress()
    private var lastLine = ProcessEnvironment.seconds
    private var withWarnings = 0
    private var kept = 0
    /// Of the process: the worst that any run came to.
    private(set) var exitCode = ExitCode.success

    init(_ messages: Messages) {
        self.messages = messages
        messages.progress("looking for runs …")
    }

    func found(_ count: Int, kept: Int) {
        self.kept = kept
        progress.count = count - kept
        show()
    }

    func ended(_ outcome: JobOutcome) {
        progress.done += 1
        if !outcome.failures.isEmpty { progress.failed += 1 }
        show()
    }

    func done(_ outcome: JobOutcome) {
        messages.findings(outcome.findings, of: outcome.path)
        for remark in outcome.remarks {
            messages.remark(remark.text, code: remark.code, isWarning: remark.isWarning, of: outcome.path)
        }
        messages.written(outcome.files, of: outcome.path, seconds: outcome.seconds)
        for failure in outcome.failures {
            exitCode = max(exitCode, failure.isUsage ? ExitCode.usage : ExitCode.failure)
            guard !failure.message.isEmpty else { continue }
            messages.failure(failure.message, code: failure.code, of: failure.isUsage ? nil : outcome.path)
        }
        if outcome.hasWarnings { withWarnings += 1 }
    }

    private func show() {
        let now = ProcessEnvironment.seconds
        progress.seconds = now - start
        messages.progress(progress.bar)
        guard now - lastLine >= Self.interval, progress.done < progress.count else { return }
        lastLine = now
        messages.progressLine(progress.line)
    }

    /// Which runs do not meet which gate: at most so many of each, for the summary has all.
    private func tellGates(_ summary: BatchSummary) {
        for (place, gate) in summary.gates.enumerated() {
            let missing = summary.rows.filter { !$0.verdicts.isEmpty && !$0.verdicts[place].isMet }
            for row in missing.prefix(Self.mostVerdicts) {
                messages.verdict("\(gate.text) is not met: \(row.verdicts[place].words)", of: row.record.name)
            }
            guard missing.count > Self.mostVerdicts else { continue }
            messages.verdict("\(missing.count - Self.mostVerdicts) more runs do not meet \(gate.text)", of: nil)
        }
        // A run that failed has no verdict, so a failure weighs more.
        if summary.rejected > 0, exitCode == ExitCode.success { exitCode = ExitCode.gate }
    }

    private static let mostVerdicts = 10

    /// The path of the summary on standard output, and one line on standard error.
    func tellEnd(_ result: Batch.Result) throws {
        messages.clearProgress()
        messages.endOfFindings()
        let seconds = ProcessEnvironment.seconds - start
        if result.signal != nil {
            messages.interrupted(done: progress.done, of: progress.count)
        } else {
            messages.summary(
                written: progress.done - progress.failed, failed: progress.failed, withWarnings: withWarnings,
                kept: kept, seconds: seconds)
        }
        if let summary = result.summary { tellGates(summary) }
        guard !messages.isQuiet else { return }
        try StandardStreams.writeOutput(result.files.prefix(1).flatMap { PathText.bytes(of: $0) + [0x0A] })
    }
}

/// How far a batch is.
struct BatchProgress {
    var count = 0
    var done = 0
    var failed = 0
    var seconds = 0.0

    private static let width = 24

    /// Reports a second; nil before the first second is over.
    private var rate: Double? { seconds >= 1 && done > 0 ? Double(done) / seconds : nil }

    /// `█████░░░░░ 340 of 1000 · 34.2/s · 0:19 left · 2 failed`.
    var bar: String {
        let full = count > 0 ? Self.width * done / count : 0
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        return ([bar + " \(done) of \(count)"] + details).joined(separator: " · ")
    }

    /// `340 of 1000 reports, 34.2/s, 0:19 left, 2 failed`.
    var line: String { (["\(done) of \(count) reports"] + details).joined(separator: ", ") }

    private var details: [String] {
        var details: [String] = []
        if let rate {
            details.append(DisplayNumber.number(rate, places: 1) + "/s")
            details.append(Self.clock(Double(count - done) / rate) + " left")
        }
        if failed > 0 { details.append("\(failed) failed") }
        return details
    }

    /// `0:19`, `1:02:03`.
    static func clock(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 1e9).rounded(.up))
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        return hours > 0
            ? "\(hours):\(minutes.zeroPadded(to: 2)):\(rest.zeroPadded(to: 2))" : "\(minutes):\(rest.zeroPadded(to: 2))"
    }
}
