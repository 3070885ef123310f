import Formatting
import TerminalOutput

/// A summary for the body of a mail or for a log: what `tearsheet show` prints into a file.
enum ReportText {
    /// Columns that mail programs keep on one line.
    private static func page(_ spelling: NumberSpelling) -> Terminal {
        Terminal(width: 80, style: .plain, spelling: spelling)
    }

    /// ASCII as far as the words are ours.
    static func file<Subject: Reportable>(of subject: Subject, _ options: ReportOptions) -> ReportFile {
        let page = page(options.spelling)
        return ReportFile(
            suffix: OutputFormat.text.suffix, bytes: Array(page.text(subject.lines(on: page, options)).utf8))
    }
}
