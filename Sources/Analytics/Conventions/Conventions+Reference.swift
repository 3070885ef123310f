/// The page on conventions in `Documentation/`, written from the choices; a test compares the file with this text.
extension Conventions {
    /// Markdown: what each profile is and decides, then every choice with its ways and the metrics that it decides.
    public static var reference: String {
        introduction + profiles.map(section).joined() + everyChoice
    }

    private static let introduction = """
        # Conventions

        Written from the choices in `Sources/Analytics/Conventions`; do not edit.

        Two tools rarely print the same Sharpe ratio for one series, and both can be right: they choose differently. Every
        such choice has a name here, and a *profile* is a named set of choices. `--profile NAME` computes by it: metrics,
        tables, figures and rolling windows alike, and the convention column of reports and JSON says the formula in force.
        `tearsheet explain KEY --profile NAME` prints one metric's.

        A profile gives the numbers of the tool that it is named after, also where that tool is wrong; `standard` is what we
        hold to be right. What no tool's number is, such as 0 or infinity for something undefined, stays n/a under every
        profile. Signs do not follow either: drawdowns and values at risk are negative.

        Notation as in [Metrics](Metrics.md).

        """

    private static func section(_ conventions: Conventions) -> String {
        var text = "\n## \(conventions.profile)\n\n\(conventions.summary)\n"
        let changed = ConventionField.all.filter { $0.differs(in: conventions) }
        guard !changed.isEmpty else { return text }
        text += "\n| choice | of | instead of | takes |\n|---|---|---|---|\n"
        for field in changed {
            text += "| `\(field.name)` | \(field.subject) | \(cell(field.phrase(in: .standard))) "
            text += "| \(cell(field.phrase(in: conventions))) |\n"
        }
        return text
    }

    private static var everyChoice: String {
        var text = "\n## Every choice\n\nThe first way is the one of `standard`.\n\n"
        text += "| choice | of | ways | decides |\n|---|---|---|---|\n"
        for field in ConventionField.all {
            let metrics = MetricCatalog.all.map(\.key).filter { key in
                MetricCatalog.choices(of: key).contains { $0.name == field.name }
            }
            text += "| `\(field.name)` | \(field.subject) | \(field.ways.map(cell).joined(separator: "<br>")) "
            text += "| \(metrics.map { "`\($0)`" }.joined(separator: ", ")) |\n"
        }
        return text
    }

    /// A phrase in a cell of a table: a bar would end it.
    private static func cell(_ phrase: String) -> String {
        String(phrase.flatMap { $0 == "|" ? Array("\\|") : [$0] })
    }
}
