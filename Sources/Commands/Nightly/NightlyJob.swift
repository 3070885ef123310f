import CommandLineArguments
import RunModel

/// What a job file asks for.
struct NightlyJob {
    /// The file.
    var path: String
    /// The batch as its command line would be.
    var arguments: ParsedArguments
    /// Limits that every run must keep.
    var limits: Limits?
    /// Where messages go; nil for standard error.
    var log: String?
    /// What of the archive is pruned when the batch is done, as the command line of `archive prune` would be.
    var retention: ParsedArguments?
    /// Who hears how it came out.
    var notifications = JobNotifications()

    /// The folder of the reports.
    var output: String { arguments.value("output") ?? "." }
    /// The job for people and programs that watch it: the title of its summary.
    var name: String { arguments.value("name") ?? path }
}
