import Analytics
import Reports
import RunFormats
import RunModel
import SystemFiles

/// Does one job: reads, computes, renders and writes.
struct JobPerformance {
    let worker: ReportWorker
    /// Files that no output may replace: those of the options, and of all runs of the command.
    let inputs: ProtectedFiles

    /// Reads, computes, renders and writes; what goes wrong is in the outcome.
    func outcome(of job: ReportJob) -> JobOutcome {
        let start = ProcessEnvironment.seconds
        var outcome = JobOutcome(path: job.name)
        do throws(JobFailure) {
            try perform(job, &outcome)
        } catch { outcome.failures.append(error) }
        outcome.seconds = ProcessEnvironment.seconds - start
        return outcome
    }

    private func perform(_ job: ReportJob, _ outcome: inout JobOutcome) throws(JobFailure) {
        let (run, paths) = try read(job)
        outcome.findings = run.findings
        var inputs = inputs
        inputs.insert(paths)
        let delivery = ReportDelivery(to: job.destination, sparing: inputs)
        try delivery.check(named: run.identity.id, job.settings.formats)
        let report: ReportFiles
        do {
            let analysis = Analyzer.analyze(run, conventions: job.settings.conventions)
            report = try worker.files(
                of: analysis, options: job.settings.rendering, formats: job.settings.formats)
            outcome.overview = job.settings.overview.map { RunOverview(analysis, $0) }
        } catch { throw JobFailure(error) }
        outcome.remarks = report.remarks
        if !report.files.isEmpty { outcome.files = try delivery.write(report.files, named: run.identity.id) }
        outcome.failures += report.failures.map { JobFailure($0) }
    }

    private func read(_ job: ReportJob) throws(JobFailure) -> (run: Run, paths: [String]) {
        do {
            guard let reference = job.reference else {
                return try RunReader.open(job.path, options: job.settings.reading)
            }
            return try RunReader.open(reference, options: job.settings.reading)
        } catch { throw JobFailure(error) }
    }
}
