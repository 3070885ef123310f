import CommandLineArguments
import Comparison
import Reports
import RunFormats
import RunModel

extension TearsheetSpecification {
    /// Options of everything that computes.
    static func computing(_ names: KnownNames) -> [OptionSpecification] {
        func option(
            _ name: String, value: String? = nil, kind: ValueKind = .text, default standard: String? = nil, help: String
        ) -> OptionSpecification {
            OptionSpecification(name, value: value, kind: kind, default: standard, group: "Computing", help: help)
        }
        return [
            option(
                "benchmark", value: "FILE[:COLUMN]", kind: .file,
                help: "returns or prices to compare with, or a name of the library"),
            option(
                "rf", value: "NUMBER or FILE", kind: .file,
                help: "risk-free rate a year, such as 0.02 or 2%, or a file of rates"),
            option(
                "events", value: "FILE", kind: .file,
                help: "named periods to look at beside the shipped ones: name,from,to"),
            option(
                "regimes", value: "FILE or volatility", kind: .file,
                help: "regime labels, or thirds of the run's own volatility"),
            option("limits", value: "FILE", kind: .file, help: "TOML file of limits to check the run against"),
            option(
                "scenarios", value: "FILE", kind: .file,
                help: "TOML file of shocks to assets, sectors, classes or factors"),
            OptionSpecification(
                "threshold", value: "NAME=NUMBER", isRepeatable: true, group: "Computing",
                help: "from where on validation warns: " + ValidationThresholds.names.joined(separator: ", ")),
            option(
                "factors", value: "FILE", kind: .file,
                help: "returns of factors to explain the run with, one column each"),
            option(
                "benchmark-weights", value: "FILE", kind: .file,
                help: "weights and returns of the benchmark's segments, for allocation and selection"),
            profile(names, group: "Computing"),
            option(
                "calendar", value: "NAME", kind: choice(names.calendars),
                help: calendarHelp),
            option("periods-per-year", value: "N", help: "observations a year, instead of a calendar"),
            option("returns", help: "the values of a bare file are returns"),
            option("equity", help: "the values of a bare file are equity"),
            option("initial-capital", value: "AMOUNT", help: "capital before the first return"),
            option("currency", value: "CCY", help: "currency of the amounts, such as USD"),
            option("time-zone", value: "ZONE", help: "time zone in which timestamps with an offset become dates"),
            option("date-format", value: "FORMAT", help: "how the files write dates, such as %d/%m/%Y %H:%M"),
            option(
                "library", value: "DIR", kind: .folder,
                help: "folder in which benchmarks and rates are found by name"),
            OptionSpecification(
                "map", value: "FILE or FIELD=COLUMN", kind: .file, isRepeatable: true, group: "Computing",
                help: "which columns hold what, for files that no reader knows"),
            option(
                "round-trips", value: "METHOD", kind: choice(RoundTripMethod.allCases.map(\.rawValue)),
                help: "how fills become trades where the run lists none: first in, first out if not given"),
            option("from", value: "DATE", help: "first day, such as 2015-01-02"),
            option("to", value: "DATE", help: "last day"),
            option("annualise-short", help: "state numbers per year for runs of less than a year too"),
        ] + OwnMetricOptions.specifications(group: "Computing")
    }

    /// Whose conventions decide the numbers.
    static func profile(
        _ names: KnownNames, group: String = OptionSpecification.defaultGroup
    ) -> OptionSpecification {
        OptionSpecification(
            "profile", value: "NAME", kind: choice(names.profiles), default: "standard", group: group,
            help: "whose conventions decide the numbers")
    }

    /// Names every calendar, because a mistaken one is pointed here.
    private static let calendarHelp =
        "trading calendar; found from the timestamps when not given: " + CalendarCatalog.list

    /// Options of everything that renders.
    static func rendering(_ names: KnownNames) -> [OptionSpecification] {
        func option(
            _ name: String, value: String, kind: ValueKind = .text, default standard: String? = nil,
            isRepeatable: Bool = false, help: String
        ) -> OptionSpecification {
            OptionSpecification(
                name, value: value, kind: kind, default: standard, isRepeatable: isRepeatable, group: "Rendering",
                help: help)
        }
        return [
            option(
                "template", value: "NAME or PATH",
                kind: .nameOrFile(names.templates.filter { !Comparison.templates.contains($0) }), default: "full",
                help: "shipped template, or file of your own"),
            option(
                "sections", value: "LIST", kind: .list(names.sections),
                help: "these sections alone, in this order; one that a run has nothing for is skipped"),
            option("without", value: "LIST", kind: .list(names.sections), help: "all sections but these"),
            option(
                "theme", value: "NAME or FILE", kind: .nameOrFile(names.themes), default: "light",
                help: "colours, sizes and spacing: a shipped theme, or a theme file"),
            option(
                "brand", value: "COLOUR",
                help: "colour of your house, such as '#7a0019', from which others follow"),
            Options.paper.specification,
            option("title", value: "TEXT", help: "title instead of the strategy's name"),
            option("subtitle", value: "TEXT", help: "line under the title, above the run and its period"),
            option("logo", value: "FILE", kind: .file, help: "PNG, JPEG or SVG picture in the title band"),
            option("commentary", value: "FILE", kind: .file, help: "Markdown text in the report"),
            option("set", value: "KEY=VALUE", isRepeatable: true, help: "variable of the template"),
            font,
        ]
    }

    /// The typeface, where it is not the shipped one.
    static let font = OptionSpecification(
        "font", value: "FAMILY", group: "Rendering", help: "installed font family instead of Inter")

    /// The file that may hold any of these options.
    static let config = OptionSpecification(
        "config", value: "FILE", kind: .file, help: "TOML file with any of these options; the command line wins")
}
