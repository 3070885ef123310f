import Analytics
import BatchJobs
import CommandLineArguments
import ReportArchive
import SystemFiles

/// `--archive DIR` of `report` and `batch`.
enum ArchiveOption {
    /// The archive that was named, made where it is missing; nil where none was.
    static func archiving(_ arguments: ParsedArguments) throws -> ReportArchiving? {
        let leavesCatalogue = arguments.flag("no-catalogue")
        guard let folder = arguments.value("archive") else {
            guard !leavesCatalogue else {
                throw arguments.error(.missingOption("--archive", neededFor: "--no-catalogue"))
            }
            return nil
        }
        return ReportArchiving(
            archive: try .forWriting(folder), now: ProcessEnvironment.recordedMilliseconds,
            leavesCatalogue: leavesCatalogue)
    }

    /// The conditions of `--require`, which may look back where there is an archive.
    static func gates(_ arguments: ParsedArguments, _ conventions: Conventions) throws -> [Gate] {
        try arguments.values("require").map {
            try Gate($0, conventions: conventions, hasArchive: arguments.isGiven("archive"))
        }
    }

    /// Some metrics and those that the archive keeps, each once.
    static func metrics(_ asked: [MetricKey], _ arguments: ParsedArguments) -> [MetricKey] {
        var metrics: [MetricKey] = []
        for key in asked + (arguments.isGiven("archive") ? ArchiveEntry.keptMetrics : []) where !metrics.contains(key) {
            metrics.append(key)
        }
        return metrics
    }

    /// Tells what came of archiving; gives the exit code.
    static func tell(_ result: ArchivingResult, _ arguments: ParsedArguments, _ messages: Messages) -> Int32 {
        for failure in result.failures {
            messages.failure("it is not archived: " + failure.message, code: "not_archived", of: failure.run)
        }
        let told = ArchiveMessages(messages)
        told.archived(added: result.added, there: result.there, in: arguments.value("archive") ?? "")
        let catalogue = result.catalogue.map(told.tell) ?? ExitCode.success
        if let trouble = result.trouble { messages.error("tearsheet: the archive: " + trouble) }
        return result.failures.isEmpty && result.trouble == nil ? catalogue : ExitCode.failure
    }
}
