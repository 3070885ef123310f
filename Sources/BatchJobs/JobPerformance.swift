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
        var outcome = JobOutcome(path: job.path)
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
        try check(job, id: run.identity.id, inputs)
        let report: ReportFiles
        do {
            let analysis = Analyzer.analyze(run, conventions: job.conventions)
            report = try worker.files(of: analysis, options: job.rendering, formats: job.formats)
        } catch { throw JobFailure(error) }
        outcome.remarks = report.remarks
        if !report.files.isEmpty { outcome.files = try write(report.files, job, id: run.identity.id, inputs) }
        outcome.failures += report.failures.map { JobFailure($0) }
    }

    private func read(_ job: ReportJob) throws(JobFailure) -> (run: Run, paths: [String]) {
        do {
            return try RunReader.open(job.path, options: job.reading)
        } catch { throw JobFailure(code: "unreadable_run", message: error.message) }
    }

    /// Finds out before the work what would stop its files, as far as their names are known.
    private func check(_ job: ReportJob, id: String, _ inputs: ProtectedFiles) throws(JobFailure) {
        do {
            switch job.destination {
            case .folder(let folder):
                for format in job.formats where format != .csv {
                    try FileSystem.checkTarget(FileSystem.join(folder, "\(id).\(format.rawValue)"), inputs)
                }
            case .file(let path): try Self.spare(inputs.input(at: path), path)
            case .standardOutput: try Self.spare(inputs.inputBehindStandardOutput(), "standard output")
            }
        } catch { throw Self.unwritable(error) }
    }

    private static func spare(_ input: String?, _ path: String) throws(FileError) {
        if let input { throw FileError(.write, path, code: 0, refusal: .replacesInput(input)) }
    }

    private func write(
        _ files: [ReportFile], _ job: ReportJob, id: String, _ inputs: ProtectedFiles
    ) throws(JobFailure) -> [String] {
        do {
            switch job.destination {
            case .file(let path):
                for file in files { try FileSystem.writeAtomically(Self.content(file), to: path, sparing: inputs) }
                return [path]
            case .folder(let folder):
                try FileSystem.createDirectories(folder)
                return try FileSystem.writeTogether(
                    files.map { (id + $0.suffix, Self.content($0)) }, into: folder, sparing: inputs)
            case .standardOutput:
                for file in files { try StandardStreams.writeOutput(Self.content(file)) }
                return []
            }
        } catch { throw Self.unwritable(error) }
    }

    /// Made while it is written, so that of a data file only a piece is in memory.
    private static func content(_ file: ReportFile) -> FileOutput { FileOutput(writing: file.write) }

    private static func unwritable(_ error: FileError) -> JobFailure {
        JobFailure(code: "unwritable_file", message: error.message)
    }
}
