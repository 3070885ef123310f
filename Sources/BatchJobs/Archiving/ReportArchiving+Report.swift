import ReportArchive
import SystemFiles

/// For the reports of `report`, which are told one by one.
extension ReportArchiving {
    /// Archives the reports of some outcomes, each with its verdicts.
    public func archive(
        _ outcomes: [JobOutcome], gates: [Gate], options: [BatchOption],
        version: String, workers: Int
    ) -> ArchivingResult {
        let reports = outcomes.compactMap { outcome -> (String, ReportToArchive)? in
            guard outcome.failures.isEmpty, var report = ReportToArchive(outcome) else { return nil }
            report.entry.verdicts = zip(gates, outcome.verdicts).map {
                .init(condition: $0.text, isMet: $1.isMet, words: $1.words)
            }
            report.entry.options = options.map { .init(name: $0.name, digest: $0.digest) }
            report.entry.tearsheet = version
            return (outcome.path, report)
        }
        return archive(reports, workers: workers)
    }
}
