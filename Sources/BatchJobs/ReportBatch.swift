import Reports
import RunFormats
import SystemFiles

/// Renders whole reports on several cores, each in a process that can fail without the others.
///
/// Each worker writes its own files as soon as they are made. Outcomes are told in the order of the jobs, so messages are
/// the same for any number of workers; only they wait for earlier runs, never files. See Documentation/Architecture.md for
/// why there are processes and no threads.
public struct ReportBatch {
    /// Runs to work on at the same time.
    public var workers = 1
    /// Seconds that one report may take; nil for any time.
    public var timeout: Double?
    /// An installed font family before the shipped faces.
    public var fontFamily: String?
    /// Files that no output may replace, beside those that the runs are read from.
    public var inputs = ProtectedFiles()

    /// One worker without a limit of time.
    public init() {}

    /// Does the jobs; `whenDone` is called once per job, in the order of the jobs.
    ///
    /// One job without a limit of time is done in this process. Several, or one with a limit, are done by worker
    /// processes; where not even one can be made, in this process after all.
    public func run(_ jobs: [ReportJob], whenDone: @escaping (JobOutcome) -> Void) throws(ReportError) {
        ReportWorker.prepareProcess()
        // The faces are opened once, and every worker process has them.
        let worker = try ReportWorker(fontFamily: fontFamily)
        recoverFolders(jobs)
        if jobs.count == 1, timeout == nil {
            return whenDone(JobPerformance(worker: worker, inputs: inputs).outcome(of: jobs[0]))
        }
        let plan = BatchPlan(jobs, glances(jobs), sparing: inputs)
        let order = OutcomeOrder(whenDone)
        for (index, failure) in plan.refused {
            order.deliver(JobOutcome(path: jobs[index].path, failures: [failure]), at: index)
        }
        let performance = JobPerformance(worker: worker, inputs: plan.inputs)
        let pool = WorkerPool(workers: min(workers, jobs.count), timeout: timeout) { index in
            OutcomeCoding.bytes(of: performance.outcome(of: jobs[index]))
        }
        pool.run(plan.tasks(jobs)) { index, end in
            order.deliver(outcome(of: jobs[index], end, performance), at: index)
        }
    }

    private func outcome(
        of job: ReportJob, _ end: WorkerPool.Outcome, _ performance: JobPerformance
    ) -> JobOutcome {
        switch end {
        case .answer(let bytes): return OutcomeCoding.outcome(bytes, path: job.path)
        case .unstarted: return performance.outcome(of: job)
        case .timedOut:
            recoverFolders([job])
            return JobOutcome(path: job.path, failures: [.timedOut(timeout ?? 0)], seconds: timeout ?? 0)
        case .ended(let end):
            recoverFolders([job])
            return JobOutcome(path: job.path, failures: [.crashed(end.description)])
        }
    }

    /// In worker processes too: what a run holds may crash whoever looks at it.
    private func glances(_ jobs: [ReportJob]) -> [RunGlance?] {
        var glances = [RunGlance?](repeating: nil, count: jobs.count)
        func glance(_ index: Int) -> RunGlance? { RunReader.glance(jobs[index].path, options: jobs[index].reading) }
        let pool = WorkerPool(workers: min(workers, jobs.count), timeout: timeout) { index in
            OutcomeCoding.bytes(of: glance(index))
        }
        pool.run(Array(jobs.indices)) { index, end in
            switch end {
            case .answer(let bytes): glances[index] = OutcomeCoding.glance(bytes)
            case .unstarted: glances[index] = glance(index)
            case .timedOut, .ended: break
            }
        }
        return glances
    }

    /// Clears the output folders of what killed processes left there.
    private func recoverFolders(_ jobs: [ReportJob]) {
        var seen: Set<String> = []
        for job in jobs {
            switch job.destination {
            case .folder(let folder): if seen.insert(folder).inserted { FileSystem.recover(folder) }
            case .file(let path):
                let folder = FileSystem.parent(of: path)
                if seen.insert(folder).inserted { FileSystem.recover(folder) }
            case .standardOutput: break
            }
        }
    }
}

/// Tells outcomes in the order of their jobs, whichever ends first. They are a few lines each; files do not wait here.
final class OutcomeOrder {
    private let whenDone: (JobOutcome) -> Void
    private var waiting: [Int: JobOutcome] = [:]
    private var next = 0

    init(_ whenDone: @escaping (JobOutcome) -> Void) { self.whenDone = whenDone }

    func deliver(_ outcome: JobOutcome, at index: Int) {
        waiting[index] = outcome
        while let ready = waiting.removeValue(forKey: next) {
            whenDone(ready)
            next += 1
        }
    }
}
