import Analytics
import Comparison
import DataOutput
import DocumentModel
import Formatting
import Tables

/// A report's summary as Markdown, for a pull request or a wiki: the words and numbers of page one.
struct ReportMarkdown<Subject: Reportable> {
    let subject: Subject
    let options: ReportOptions
    private var spelling: NumberSpelling { options.spelling }

    /// Title, the parts that the subject gives, and what it was made from.
    func text(_ parts: [String]) -> String {
        let (band, info) = (spelling.spelled(subject.titleBand(options)), subject.documentInfo(options))
        let head =
            ["## " + MarkdownText.escaped(band.title)]
            + ([band.lead, band.subtitle] + band.details).filter { !$0.isEmpty }.map(MarkdownText.escaped)
        let foot = "<sub>" + MarkdownText.escaped("\(info.footer) · \(info.generator)") + "</sub>"
        return ([head[0], head.dropFirst().joined(separator: "  \n")] + parts + [foot])
            .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// Headline figures, a line each.
    func tiles(_ keys: [String]) -> String {
        let rows = keys.compactMap { subject.tile($0).map(spelling.spelled) }.map { [$0.label, $0.value, $0.detail] }
        return MarkdownText.table(["", "", ""], rows, numbers: 1...1)
    }

    /// A table as readers see it, under its title; empty where the subject has none.
    func table(_ name: String, title: String? = nil, rows limit: Int? = nil) -> String {
        guard let table = ShownTable(name, of: subject, rows: limit, spelling: spelling) else { return "" }
        let heading = "### " + MarkdownText.escaped(title ?? table.title)
        let parts = [
            heading, MarkdownText.table(table.head, table.rows, texts: table.isText),
            MarkdownText.escaped(table.footnote),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension ReportMarkdown<Analysis> {
    /// Page one of a run.
    var summary: String {
        let cautions = subject.summaryCautions
            .map { "> " + MarkdownText.escaped(options.spelling.text($0.text)) }.joined(separator: "\n>\n")
        let belief =
            subject.credibilitySentence.map {
                "**Can I believe it?** " + MarkdownText.escaped(options.spelling.text($0))
            } ?? ""
        return text([
            tiles(subject.summaryTileKeys), verdict, cautions, belief, table("key_statistics"), table("annual_returns"),
            table("worst_drawdowns", title: "Worst drawdowns"),
        ])
    }
}

extension ReportMarkdown<Analysis> {
    /// Whether the run meets what is required of it; empty where nothing is.
    private var verdict: String {
        guard let verdict = subject.verdict else { return "" }
        return "**\(verdict.word)** " + MarkdownText.escaped(options.spelling.text(verdict.sentence))
    }
}

extension ReportMarkdown<Comparison> {
    /// The runs and the most read metrics side by side.
    var summary: String { text([table("key_metrics"), table("sharpe_difference"), table("annual_returns")]) }
}
