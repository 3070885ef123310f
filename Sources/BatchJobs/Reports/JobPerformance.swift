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
        let known = job.settings.overview == nil ? [] : digests(of: job.reference?.inputs ?? [], job.settings)
        outcome.inputs = known
        let opened: (run: Run, files: [OpenedFile])
        do throws(RunError) {
            opened = try open(job)
        } catch {
            outcome.failures.append(JobFailure(error))
            if let failed = error.failedRun { try deliver(failed, job, &outcome) }
            return
        }
        let (run, files) = opened
        outcome.findings = run.findings
        if job.settings.overview != nil { outcome.inputs = inputs(known, files, job.settings) }
        var inputs = inputs
        inputs.insert(files.map(\.path))
        let delivery = ReportDelivery(to: job.destination, sparing: inputs)
        try delivery.check(named: run.identity.id, job.settings.formats)
        let report: ReportFiles
        do {
            var analysis = Analyzer.analyze(run, conventions: job.settings.conventions)
            outcome.overview = job.settings.overview.map { RunOverview(analysis, $0) }
            if let judge = job.settings.judge, let overview = outcome.overview {
                outcome.verdicts = judge.verdicts(of: overview, inputs: outcome.inputs)
                analysis.verdict = judge.verdict(outcome.verdicts)
            }
            report = try worker.files(
                of: analysis, options: job.settings.rendering, formats: job.settings.formats)
        } catch { throw JobFailure(error) }
        outcome.remarks = report.remarks
        if !report.files.isEmpty { outcome.files = try delivery.write(report.files, named: run.identity.id) }
        if job.settings.overview != nil { outcome.digests = outcome.files.map(FileDigest.hex) }
        outcome.failures += report.failures.map { JobFailure($0) }
    }

    /// A page that says why there is no report; the job has failed all the same.
    private func deliver(_ failed: FailedRun, _ job: ReportJob, _ outcome: inout JobOutcome) throws(JobFailure) {
        let delivery = ReportDelivery(to: job.destination, sparing: inputs)
        try delivery.check(named: failed.identity.id, job.settings.formats)
        let page: ReportFiles
        do {
            page = try worker.page(of: failed, options: job.settings.rendering, formats: job.settings.formats)
        } catch { throw JobFailure(error) }
        if !page.files.isEmpty { outcome.files = try delivery.write(page.files, named: failed.identity.id) }
    }

    private func open(_ job: ReportJob) throws(RunError) -> (run: Run, files: [OpenedFile]) {
        guard let reference = job.reference else {
            let (run, paths) = try RunReader.open(job.path, options: job.settings.reading)
            return (run, paths.map { OpenedFile(path: $0, sha256: "") })
        }
        return try RunReader.openFiles(reference, options: job.settings.reading)
    }

    // MARK: Inputs

    /// Digests from before the reading: what changes while a run is read is noticed by the next batch.
    private func digests(of paths: [String], _ settings: ReportSettings) -> [RunFingerprint.Input] {
        paths.filter { !settings.optionFiles.contains($0) }.map {
            RunFingerprint.Input(path: $0, sha256: FileDigest.hex(of: $0))
        }
    }

    /// The files known before and those that were opened beside them, sorted by path.
    private func inputs(
        _ known: [RunFingerprint.Input], _ opened: [OpenedFile], _ settings: ReportSettings
    ) -> [RunFingerprint.Input] {
        var inputs = known
        for file in opened where !settings.optionFiles.contains(file.path) {
            guard !inputs.contains(where: { $0.path == file.path }) else { continue }
            inputs.append(RunFingerprint.Input(path: file.path, sha256: file.sha256))
        }
        return inputs.sorted { $0.path < $1.path }
    }
}
