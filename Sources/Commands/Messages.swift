import CommandLineArguments
import DataOutput
import Formatting
import RunModel
import SystemFiles

/// Lines on standard error: for people, or as JSON for programs; colour and progress only on a terminal.
final class Messages {
    private let isJSON: Bool
    private let isVerbose: Bool
    /// Print errors only.
    let isQuiet: Bool
    private let isTerminal: Bool
    /// The unattended job that speaks.
    private let job: JobMark?
    /// Where all lines go; errors stand on standard error too.
    private let log: GrowingFile?
    private var progressIsShown = false
    private var digest = FindingDigest()

    /// Plain text, neither quiet nor verbose: before the command line is understood.
    init() {
        (isJSON, isVerbose, isQuiet) = (false, false, false)
        isTerminal = StandardStreams.errorIsTerminal
        (job, log) = (nil, nil)
    }

    /// As `--quiet`, `--verbose` and `--log-format` say.
    ///
    /// Lines of a job begin with the time where they go to a file or pipe.
    init(_ arguments: ParsedArguments, job: JobMark? = nil, log: GrowingFile? = nil) {
        self.job = job
        self.log = log
        isJSON = arguments[Options.logFormat] == .json
        isVerbose = arguments.flag("verbose")
        isQuiet = arguments.flag("quiet")
        isTerminal = StandardStreams.errorIsTerminal
    }

    /// What went wrong with the whole command.
    func error(_ text: String) { write(LogLine(level: "error", event: "error", message: text), text, color: "31") }

    /// What is worth a second look, of the whole command.
    func warning(_ text: String) {
        guard !isQuiet else { return }
        write(
            LogLine(level: "warning", event: "warning", message: text), "tearsheet: warning: " + text,
            color: "33")
    }

    /// What went wrong with one run; nil where the command line is wrong.
    func failure(_ text: String, code: String, of run: String?) {
        let line = LogLine(level: "error", event: "failed", message: text, run: run, code: code)
        let isNamed = run.map { run in [":", " "].contains { text.hasPrefix(run + $0) } } ?? true
        write(line, "tearsheet: \(isNamed ? "" : (run ?? "") + ": ")\(text)", color: "31")
    }

    /// What validation found in a run: its warnings, each kind once with the number of its findings; with `--verbose`
    /// every finding, and so with JSON. The report lists them all.
    func findings(_ findings: [Finding], of run: String) {
        guard !isQuiet else { return }
        if isVerbose || isJSON {
            for finding in findings where isVerbose || finding.severity == .warning { tell(finding, of: run, more: 0) }
        } else {
            for (finding, more) in digest.shown(findings) { tell(finding, of: run, more: more) }
        }
    }

    /// What findings of other runs were not printed, because there were many of a kind.
    func endOfFindings() {
        for text in digest.rest() where !isQuiet {
            write(
                LogLine(level: "warning", event: "finding", message: text), "tearsheet: warning: " + text, color: "33")
        }
    }

    private func tell(_ finding: Finding, of run: String, more: Int) {
        let level = finding.severity.rawValue
        let line = LogLine(
            level: level, event: "finding", message: finding.message, run: run, code: finding.code, file: finding.file,
            row: finding.row)
        let also = more == 0 ? "" : " (and \(more) more such finding\(more == 1 ? "" : "s"))"
        write(line, "tearsheet: \(level): \(run): \(finding.message)\(also)", color: level == "note" ? nil : "33")
    }

    /// What was set in another way than asked.
    func remark(_ text: String, code: String, isWarning: Bool, of run: String) {
        guard !isQuiet else { return }
        let level = isWarning ? "warning" : "note"
        write(
            LogLine(level: level, event: "remark", message: text, run: run, code: code),
            "tearsheet: \(level): \(run): \(text)", color: isWarning ? "33" : nil)
    }

    /// The files of a run, for logs and with `--verbose`; their paths stand on standard output.
    func written(_ files: [String], of run: String, seconds: Double) {
        guard !files.isEmpty, !isQuiet, isJSON || isVerbose else { return }
        let text = "\(files.count) file\(files.count == 1 ? "" : "s") written in \(Self.text(seconds)) s"
        let line = LogLine(
            level: "info", event: "written", message: text, run: run, files: files, seconds: seconds)
        write(line, "tearsheet: \(run): \(text)", color: nil)
    }

    /// How several runs came out; `kept` had their reports before.
    func summary(written: Int, failed: Int, withWarnings: Int, kept: Int = 0, seconds: Double) {
        guard !isQuiet else { return }
        let more = kept > 0 ? "\(kept) kept, " : ""
        let text = "\(written) written, \(failed) failed, \(withWarnings) with warnings, \(more)\(Self.text(seconds)) s"
        let counts =
            [("written", written), ("failed", failed), ("with_warnings", withWarnings)]
            + (kept > 0 ? [("kept", kept)] : [])
        write(
            LogLine(level: "info", event: "summary", message: text, seconds: seconds, counts: counts),
            "tearsheet: " + text, color: nil)
    }

    /// A run does not meet a gate; several for nil.
    func verdict(_ text: String, of run: String?) {
        let line = LogLine(level: "error", event: "gate", message: text, run: run)
        write(line, "tearsheet: " + (run.map { $0 + ": " } ?? "") + text, color: "31")
    }

    /// Somebody was told of a job, or could not be.
    func notification(_ text: String, isSent: Bool) {
        guard !isQuiet || !isSent else { return }
        let line = LogLine(level: isSent ? "info" : "error", event: "notification", message: text)
        write(line, "tearsheet: " + text, color: isSent ? nil : "31")
    }

    /// One line that is neither a warning nor an error.
    func note(_ text: String) {
        guard !isQuiet else { return }
        write(LogLine(level: "info", event: "note", message: text), "tearsheet: " + text, color: nil)
    }

    /// How far several runs are, where no line can be replaced by the next.
    func progressLine(_ text: String) {
        guard !isQuiet, !isTerminal || isJSON else { return }
        write(LogLine(level: "info", event: "progress", message: text), "tearsheet: " + text, color: nil)
    }

    /// Somebody asked for the end before all runs were done.
    func interrupted(done: Int, of count: Int) {
        let text = "ended after \(done) of \(count) runs; the same command goes on from there"
        write(LogLine(level: "error", event: "interrupted", message: text), "tearsheet: " + text, color: "31")
    }

    private static func text(_ seconds: Double) -> String { DisplayNumber.number(seconds, places: 1) }

    // MARK: Progress

    /// A line that the next one replaces; only on a terminal.
    func progress(_ text: String) {
        guard isTerminal, !isQuiet, !isJSON else { return }
        StandardStreams.writeError("\r\u{1B}[K\(text)")
        progressIsShown = true
    }

    /// Takes the line away.
    func clearProgress() {
        guard progressIsShown else { return }
        StandardStreams.writeError("\r\u{1B}[K")
        progressIsShown = false
    }

    private func write(_ line: LogLine, _ text: String, color: String?) {
        clearProgress()
        let text = Self.shown(text)
        if job != nil, writeOfJob(line, text) { return }
        if isJSON { return StandardStreams.writeError(line.json(at: ProcessEnvironment.unixMilliseconds)) }
        let isColored = isTerminal && ProcessEnvironment.variable("NO_COLOR") == nil
        guard let color, isColored else { return StandardStreams.writeError(text + "\n") }
        StandardStreams.writeError("\u{1B}[\(color)m\(text)\u{1B}[0m\n")
    }

    /// Into the log of the job; false where the line is for a terminal as well. What cannot be logged is told instead.
    private func writeOfJob(_ line: LogLine, _ text: String) -> Bool {
        var line = line
        line.job = job
        let now = ProcessEnvironment.unixMilliseconds
        let timed = isJSON ? line.json(at: now) : LogLine.text(text, at: now)
        let isLogged = log.map { (try? $0.append(Array(PathText.shown(timed).utf8))) != nil } ?? false
        if isTerminal { return false }
        // The journal of a service manager has the time.
        let isJournal = !isJSON && ProcessEnvironment.variable("JOURNAL_STREAM") != nil
        if !isLogged || line.level == "error" { StandardStreams.writeError(isJournal ? text + "\n" : timed) }
        return true
    }

    /// Whatever a message quotes, it does nothing to a terminal; a name of a megabyte does not fill the screen.
    private static func shown(_ text: String) -> String {
        PrintableText.of(text, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.utf8.count > longestLine ? PrintableText.excerpt(String($0), limit: longestLine) : String($0) }
            .joined(separator: "\n")
    }

    private static let longestLine = 2000
}
