import ReportArchive
import SystemFiles

/// For the reports of `report`, which are told one by one.
extension ReportArchiving {
    /// The last good report of a run's strategy, as it was before this command.
    public func previous(of outcome: JobOutcome) throws(FileError) -> Archive.Place? {
        guard let report = ReportToArchive(outcome) else { return nil }
        return Self.lastGood(before: report.id, in: try archive.history(of: report.entry.strategyName))
    }

    /// Archives the reports of some outcomes, each with the verdicts of the gates.
    public func archive(
        _ outcomes: [(outcome: JobOutcome, verdicts: [GateVerdict])], gates: [Gate], options: [BatchOption],
        version: String, workers: Int
    ) -> ArchivingResult {
        let reports = outcomes.compactMap { outcome, verdicts -> (String, ReportToArchive)? in
            guard outcome.failures.isEmpty, var report = ReportToArchive(outcome) else { return nil }
            report.entry.verdicts = zip(gates, verdicts).map {
                .init(condition: $0.text, isMet: $1.isMet, words: $1.words)
            }
            report.entry.options = options.map { .init(name: $0.name, digest: $0.digest) }
            report.entry.tearsheet = version
            return (outcome.path, report)
        }
        return archive(reports, workers: workers)
    }
}
