import CommandLineArguments
import Comparison
import Reports

/// The command that puts several runs side by side.
extension TearsheetSpecification {
    static func compare(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "compare", summary: "put several runs side by side in one report",
            discussion: """
                Compares runs on the time that they have in common: growth and declines, every metric with the best marked, \
                risk and return, correlations, calendar years. Runs of different calendars or frequencies are compared at the \
                moments that all have. Of two runs it says whether their Sharpe ratios differ by more than chance.

                Writes comparison.html and comparison.pdf into a folder, or the one file that -o names.
                """,
            examples: [
                .init(
                    "tearsheet compare SampleRuns/crypto-365 SampleRuns/daily-returns.csv.gz -o compared",
                    "two runs of different calendars"),
                .init(
                    "tearsheet compare SampleRuns/crypto-365 SampleRuns/daily-returns.csv.gz -o - --format json --seed 7",
                    "the numbers, with another seed of the bootstrap"),
            ],
            positionals: [
                PositionalSpecification("RUN", .oneOrMore, kind: .file, help: "folders or files of two runs or more")
            ],
            options: [
                OptionSpecification(
                    "output", short: "o", value: "PATH", kind: .file, default: ".",
                    help: "folder to write to, or file or - (standard output) for one format"),
                Options.format.specification,
                config,
            ] + bootstrap + computing(names).filter { $0.name != "regimes" } + renderingOfComparison(names))
    }

    static func diff(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "diff", summary: "print what changed between two runs, or two reports",
            discussion: """
                What differs from A to B: what the runs say of themselves, parameters, input files, and the most read metrics over \
                the time that both have; whether the Sharpe ratios differ by more than chance. The change is B less A, of \
                percentages in percentage points (pp). Two reports that were written (HTML, PDF, JSON, XLSX; JSON and PDF with each \
                other too) are compared value by value, as they stand.
                """,
            examples: [
                .init("tearsheet diff \"SampleRuns/vectorbt-sweep#(8, 34)\" \"SampleRuns/vectorbt-sweep#(13, 34)\""),
                .init(
                    "tearsheet diff SampleRuns/crypto-365 SampleRuns/daily-returns.csv.gz --format markdown",
                    "for a pull request"),
                .init("tearsheet diff out/crypto-365.pdf out/goog-smacross.pdf", "what stands in two reports"),
            ],
            positionals: [
                PositionalSpecification("A", kind: .file, help: "folder or file of the run before, or a report of it"),
                PositionalSpecification("B", kind: .file, help: "folder or file of the run after, or a report of it"),
            ],
            options: [
                Options.differenceFormat.specification,
                OptionSpecification("all", help: "every metric that changed, not the most read ones alone"),
            ] + terminal + [config] + bootstrap + computing(names))
    }

    private static let bootstrap = [
        Options.seed.specification, Options.blockLength.specification, Options.resamples.specification,
    ]

    /// The options of everything that renders, with the template that shows several runs.
    private static func renderingOfComparison(_ names: KnownNames) -> [OptionSpecification] {
        rendering(names).map { option in
            guard option.name == "template" else { return option }
            return OptionSpecification(
                "template", value: "NAME or PATH", kind: .nameOrFile(Comparison.templates),
                default: Comparison.templates[0],
                group: "Rendering", help: "shipped template, or file of your own")
        }
    }
}
