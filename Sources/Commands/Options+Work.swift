import BatchJobs
import CommandLineArguments
import TerminalOutput

/// Options of how the work is done and what of it is kept, with the types of their values.
extension Options {
    /// Reports at the same time.
    static let jobs = Option.optional(
        "jobs", short: "j", value: "N", .integer(in: 1...1024),
        help: "runs to render at the same time; all processors when not given")
    /// Seconds for a report.
    static let timeout = Option.optional(
        "timeout", value: "SECONDS", .number(in: 0.1...1e7), help: "end a report that takes longer; the others are done"
    )
    /// A part of the runs, for several machines.
    static let shard = Option.optional(
        "shard", value: "I/N", ValueForm("a part of parts such as 2/8") { BatchShard($0) },
        help: "do the I-th of N parts of the runs, which their ids decide")
    /// The metrics of a summary.
    static func columns(_ known: [String]) -> Option<[String]?> {
        Option.optional(
            "columns", value: "KEY,...", kind: .names(known), .list, group: "Summary",
            help: "metrics in the summary; the most read ones when not given")
    }
    /// The metrics that are printed.
    static func only(_ known: [String]) -> Option<[String]?> {
        Option.optional("only", value: "KEY,...", kind: .names(known), .list, help: "these metrics alone")
    }
    /// Columns of a terminal.
    static let width = Option.optional(
        "width", value: "N", .integer(in: Terminal.leastWidth...Terminal.mostWidth), help: "columns, from 40 to 160")
    /// Where a page is served.
    static let port = Option.required(
        "port", value: "N", .integer(in: 0...65_535), default: "0", help: "port to listen on; 0 is a free one")

    // MARK: Significance

    /// Where random numbers start.
    static let seed = Option.required(
        "seed", value: "N", .integer(in: 0...Int.max), default: "1", group: "Significance",
        help: "where the bootstrap's random numbers start")
    /// Returns of a block.
    static let blockLength = Option.optional(
        "block-length", value: "N", .integer(in: 1...1_000_000), group: "Significance",
        help: "returns in one block; the cube root of their number when not given")
    /// How many draws.
    static let resamples = Option.required(
        "resamples", value: "N", .integer(in: 100...1_000_000), default: "5000", group: "Significance",
        help: "how often the returns are drawn anew")

    // MARK: The archive

    /// Where reports are kept.
    static let archive = Option.optional(
        "archive", value: "DIR", kind: .folder, .archive, group: "Archive",
        help: "archive the reports too, in a folder that is made when it is missing, or in s3://BUCKET/PREFIX")
    /// Days of archiving.
    static let archivedFrom = Option.optional(
        "from", value: "DATE", .date, help: "archived on this day or later (UTC)")
    /// Days of archiving.
    static let archivedTo = Option.optional(
        "to", value: "DATE", .date, help: "archived on this day or before (UTC)")
    /// Entries that stay.
    static let keepLast = Option.optional(
        "keep-last", value: "N", .integer(in: 1...1_000_000_000), help: "the last N entries")
    /// Entries that stay.
    static let keepDaily = Option.optional(
        "keep-daily", value: "N", .integer(in: 1...1_000_000), help: "the last entry of each of the last N days")
    /// Entries that stay.
    static let keepWeekly = Option.optional(
        "keep-weekly", value: "N", .integer(in: 1...1_000_000), help: "the same by weeks, from Monday")
    /// Entries that stay.
    static let keepMonthly = Option.optional(
        "keep-monthly", value: "N", .integer(in: 1...1_000_000), help: "the same by months")
    /// Entries that stay.
    static let youngerThan = Option.optional(
        "younger-than", value: "AGE", .age, help: "entries archived less than this ago: 90d, 12w, 6m, 2y")
}
