/// The metric reference in `Documentation/`, written from the declarations; a test compares the file with this text.
extension MetricCatalog {
    /// Markdown: how to read the numbers, then every metric of the catalogue by section.
    public static var reference: String {
        var text = preamble + choices
        for group in MetricDeclaration.Group.allCases {
            let members = all.filter { $0.group == group }
            text += "\n## \(group.rawValue)\n\n" + overview(of: members)
            for declaration in members { text += "\n" + entry(for: declaration) }
        }
        return text
    }

    private static let preamble = """
        # Metrics

        Written from the declarations in `Sources/Analytics`; do not edit. `tearsheet explain KEY` prints one entry.

        Notation: r are simple returns of the run's own periods, n their count, A periods per year from the run's calendar, rf
        the risk-free rate per year, f = (1+rf)^(1/A) − 1, e = r − f, b the benchmark's returns at the same moments, W wealth
        with W₀ = 1 before the first return, dd = W/max(W) − 1, p the profit of a closed trade net of fees, s(·) the sample
        standard deviation (n − 1). The *daily view* compounds intraday returns by session and is the run's own series
        otherwise.

        A number that cannot be given is n/a with its reason: never 0, infinity or NaN in its place. Inputs are finite: readers
        turn a missing value into a gap and say so. Numbers per year need a span of 90 days (`--annualise-short` lifts that).
        Fractions are stored as fractions and shown as percent. Nothing written carries more than twelve significant digits.

        """

    private static var choices: String {
        var table = "\n## What a profile decides\n\n"
        table += "A profile is a named set of these choices. Shipped: "
        table +=
            Profile.all.map { "`\($0.profile)`" }.joined(separator: ", ")
            + ". The first way is the one of `standard`.\n\n"
        table += "| choice | of | ways |\n|---|---|---|\n"
        for choice in ConventionChoice.all {
            table += "| `\(choice.name)` | \(choice.subject) | \(choice.ways.joined(separator: "; ")) |\n"
        }
        return table
    }

    private static func overview(of members: [MetricDeclaration]) -> String {
        var table = "| key | name | unit |\n|---|---|---|\n"
        for declaration in members {
            table +=
                "| [`\(declaration.key)`](#\(anchor(declaration.key))) | \(declaration.name) | \(declaration.unit.rawValue) |\n"
        }
        return table
    }

    private static func entry(for declaration: MetricDeclaration) -> String {
        var lines = [
            "### \(declaration.key)", "",
            "**\(declaration.name)** (\(declaration.unit.rawValue)). \(declaration.summary)",
            "", "- Formula: `\(declaration.formula)`", "- Edge cases: \(declaration.edgeCases)",
        ]
        if !declaration.peers.isEmpty { lines.append("- Elsewhere: \(declaration.peers)") }
        if !declaration.source.isEmpty { lines.append("- Source: \(declaration.source)") }
        if declaration.appliesToBenchmark { lines.append("- Given for the benchmark too.") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// GitHub's anchor of a heading: dots go, the rest stays.
    private static func anchor(_ key: String) -> String { key.filter { $0 != "." } }
}
