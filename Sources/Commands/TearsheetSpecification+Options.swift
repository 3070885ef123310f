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
            Options.benchmark.specification,
            Options.riskFree.specification,
            option(
                "events", value: "FILE", kind: .file,
                help: "named periods to look at beside the shipped ones: name,from,to"),
            Options.regimes.specification,
            option("limits", value: "FILE", kind: .file, help: "TOML file of limits to check the run against"),
            option(
                "scenarios", value: "FILE", kind: .file,
                help: "TOML file of shocks to assets, sectors, classes or factors"),
            Options.thresholds.specification,
            option(
                "factors", value: "FILE", kind: .file,
                help: "returns of factors to explain the run with, one column each, or a name of the library"),
            option(
                "benchmark-weights", value: "FILE", kind: .file,
                help: "weights and returns of the benchmark's segments, for allocation and selection"),
            profile(names, group: "Computing"),
            option(
                "calendar", value: "NAME", kind: choice(names.calendars),
                help: calendarHelp),
            Options.periodsPerYear.specification,
            option("returns", help: "the values of a bare file are returns"),
            option("equity", help: "the values of a bare file are equity"),
            Options.initialCapital.specification,
            option("currency", value: "CCY", help: "currency of the amounts, such as USD"),
            option("time-zone", value: "ZONE", help: "time zone in which timestamps with an offset become dates"),
            Options.dateFormat.specification,
            option(
                "library", value: "DIR", kind: .folder,
                help: "folder in which benchmarks, rates and factors are found by name"),
            Options.mapping.specification,
            Options.roundTrips.specification,
            Options.from.specification,
            Options.to.specification,
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
            Options.sections(names.sections).specification,
            Options.without(names.sections).specification,
            option(
                "theme", value: "NAME or FILE", kind: .nameOrFile(names.themes), default: "light",
                help: "colours, sizes and spacing: a shipped theme, or a theme file"),
            Options.brand.specification,
            Options.paper.specification,
            Options.locale(group: "Rendering").specification,
            option("title", value: "TEXT", help: "title instead of the strategy's name"),
            option("subtitle", value: "TEXT", help: "line under the title, above the run and its period"),
            option("logo", value: "FILE", kind: .file, help: "PNG, JPEG or SVG picture in the title band"),
            option("commentary", value: "FILE", kind: .file, help: "Markdown text in the report"),
            Options.variables.specification,
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
