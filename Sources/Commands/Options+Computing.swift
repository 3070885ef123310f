import CommandLineArguments
import RunFormats
import RunModel

/// Options of everything that computes, with the types of their values.
extension Options {
    private static let computing = "Computing"

    /// What a run is compared with.
    static let benchmark = Option.optional(
        "benchmark", value: "FILE[:COLUMN]", kind: .file, .benchmark, group: computing,
        help: "returns or prices to compare with, or a name of the library")
    /// What an account without risk earns.
    static let riskFree = Option.optional(
        "rf", value: "NUMBER or FILE", kind: .file, .riskFree, group: computing,
        help: "risk-free rate a year, such as 0.02 or 2%, or a file of rates")
    /// How moments are divided.
    static let regimes = Option.optional(
        "regimes", value: "FILE or volatility", kind: .file, .file(or: "volatility"), group: computing,
        help: "regime labels, or thirds of the run's own volatility")
    /// Where validation begins to warn.
    static let thresholds = Option.repeated(
        "threshold", value: "NAME=NUMBER", .threshold, group: computing,
        help: "from where on validation warns: " + ValidationThresholds.names.joined(separator: ", "))
    /// Observations a year.
    static let periodsPerYear = Option.optional(
        "periods-per-year", value: "N", .number(in: 0.1...100_000_000), group: computing,
        help: "observations a year, instead of a calendar")
    /// Money before the first return.
    static let initialCapital = Option.optional(
        "initial-capital", value: "AMOUNT", .number(in: 1e-9...1e18), group: computing,
        help: "capital before the first return")
    /// How tables write dates.
    static let dateFormat = Option.optional(
        "date-format", value: "FORMAT", .dateFormat, group: computing,
        help: "how the files write dates, such as %d/%m/%Y %H:%M")
    /// Which columns hold what.
    static let mapping = Option.repeated(
        "map", value: "FILE or FIELD=COLUMN", kind: .file, .mapping, group: computing,
        help: "which columns hold what, for files that no reader knows")
    /// How fills become trades.
    static let roundTrips: Option<RoundTripMethod?> = Option.optionalChoice(
        "round-trips", value: "METHOD", group: computing,
        help: "how fills become trades where the run lists none: first in, first out if not given")
    /// The part of the run that is looked at.
    static let from = Option.optional(
        "from", value: "DATE", .date, group: computing, help: "first day, such as 2015-01-02")
    /// The part of the run that is looked at.
    static let to = Option.optional("to", value: "DATE", .date, group: computing, help: "last day")
}
