import TerminalOutput

/// A summary for the body of a mail or for a log: what `tearsheet show` prints into a file.
enum ReportText {
    /// Columns that mail programs keep on one line.
    private static let page = Terminal(width: 80, style: .plain)

    /// ASCII as far as the words are ours.
    static func file<Subject: Reportable>(of subject: Subject, _ options: ReportOptions) -> ReportFile {
        ReportFile(suffix: OutputFormat.text.suffix, bytes: Array(page.text(subject.lines(on: page, options)).utf8))
    }
}
