import BatchJobs
import Formatting
import Reports
import SystemFiles

/// Tells what becomes of reports: paths on standard output, everything else on standard error, one summary at the end.
final class ReportNarrator {
    private let messages: Messages
    /// How many runs there are, as far as known.
    private var count: Int
    private let pathEnd: UInt8
    private let start = ProcessEnvironment.seconds
    private var done = 0
    private var written = 0
    private var failed = 0
    private var withWarnings = 0
    private var hasToldSystemFonts = false
    private let gates: [Gate]
    private var isRejected = false
    private let archives: Bool
    /// What is to be archived.
    private(set) var archived: [JobOutcome] = []
    /// What any run came to, gates apart.
    private(set) var worst = ExitCode.success

    /// Of the process: the worst that any run came to. A run that failed has no verdict, so a failure weighs more.
    var exitCode: Int32 { worst == ExitCode.success && isRejected ? ExitCode.gate : worst }

    init(
        _ messages: Messages, count: Int, gates: [Gate] = [], archives: Bool = false, endsPathsWithNull: Bool
    ) {
        self.messages = messages
        self.gates = gates
        self.archives = archives
        self.count = count
        pathEnd = endsPathsWithNull ? 0 : 0x0A
        showProgress()
    }

    /// Hears how many runs there are, once the paths have been looked at.
    func plan(_ count: Int) {
        self.count = count
        showProgress()
    }

    func tell(_ outcome: JobOutcome) {
        done += 1
        messages.findings(outcome.findings, of: outcome.path)
        for remark in outcome.remarks where isNew(remark) {
            messages.remark(remark.text, code: remark.code, isWarning: remark.isWarning, of: outcome.path)
        }
        tellFiles(outcome)
        for failure in outcome.failures { tell(failure, outcome) }
        tellVerdicts(outcome)
        if !outcome.failures.isEmpty { failed += 1 } else { written += 1 }
        if outcome.hasWarnings { withWarnings += 1 }
        showProgress()
    }

    /// What is true of the machine is told with the first run that met it.
    private func isNew(_ remark: ReportRemark) -> Bool {
        guard remark.code == ReportRemark.systemFontsCode else { return true }
        defer { hasToldSystemFonts = true }
        return !hasToldSystemFonts
    }

    private func tellFiles(_ outcome: JobOutcome) {
        messages.written(outcome.files, of: outcome.path, seconds: outcome.seconds)
        guard !messages.isQuiet, !outcome.files.isEmpty else { return }
        messages.clearProgress()
        do {
            try StandardStreams.writeOutput(outcome.files.flatMap { bytes(of: $0) + [pathEnd] })
        } catch {
            messages.error("tearsheet: \(error.message)")
            worst = max(worst, ExitCode.failure)
        }
    }

    /// A path for the next program, exactly; for a terminal, which control characters in a folder's name could command,
    /// with those made visible.
    private func bytes(of path: String) -> [UInt8] {
        StandardStreams.outputIsTerminal ? Array(PrintableText.of(PathText.shown(path)).utf8) : PathText.bytes(of: path)
    }

    private func tell(_ failure: JobFailure, _ outcome: JobOutcome) {
        worst = max(worst, failure.isUsage ? ExitCode.usage : ExitCode.failure)
        guard !failure.message.isEmpty else { return }
        messages.failure(failure.message, code: failure.code, of: failure.isUsage ? nil : outcome.path)
    }

    private func tellVerdicts(_ outcome: JobOutcome) {
        guard outcome.overview != nil, outcome.failures.isEmpty else { return }
        for (gate, verdict) in zip(gates, outcome.verdicts) where !verdict.isMet {
            isRejected = true
            messages.verdict("\(gate.text) is not met: \(verdict.words)", of: outcome.path)
        }
        if archives { archived.append(outcome) }
    }

    private func showProgress() {
        if count > 1, done < count {
            messages.progress("\(done) of \(count) reports")
        } else {
            messages.clearProgress()
        }
    }

    /// One line for several runs: `tearsheet: 39 written, 1 failed, 3 with warnings, 1.2 s`.
    func tellEnd() {
        messages.endOfFindings()
        guard count > 1 else { return }
        messages.summary(
            written: written, failed: failed, withWarnings: withWarnings, seconds: ProcessEnvironment.seconds - start)
    }
}
