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

    /// Does the jobs; `whenDone` is called once per run, in the order of the jobs and of the runs behind each path.
    ///
    /// One run without a limit of time is done in this process. Several, or one with a limit, are done by worker
    /// processes; where not even one can be made, in this process after all.
    ///
    /// - Parameter whenPlanned: Hears how many runs there are, before the first is begun.
    public func run(
        _ jobs: [ReportJob], whenPlanned: (Int) -> Void = { _ in }, whenDone: @escaping (JobOutcome) -> Void
    ) throws(ReportError) {
        // The faces are opened once, and every worker process has them.
        let worker = try ReportWorker(fontFamily: fontFamily)
        recoverFolders(jobs)
        let plan = BatchPlan(jobs, references(jobs), sparing: inputs)
        whenPlanned(plan.jobs.count)
        if plan.jobs.count == 1, timeout == nil, plan.refused.isEmpty {
            return whenDone(JobPerformance(worker: worker, inputs: plan.inputs).outcome(of: plan.jobs[0]))
        }
        perform(plan, worker, whenDone: whenDone)
    }

    /// Does jobs whose runs have been looked for already, always in worker processes.
    ///
    /// - Parameters:
    ///   - kept: Places of jobs whose reports stand already; nobody hears of them unless they are refused.
    ///   - reserved: Paths without endings that no run's files may have.
    ///   - whenEnded: Hears of each job as it ends, by its place; `whenDone` in the order of the jobs.
    /// - Returns: The signal that asked for the end, where one came: the reports that were running are done, and those that
    ///   were not begun are told to nobody.
    func run(
        located jobs: [ReportJob], kept: Set<Int>, reserved: Set<String>,
        whenEnded: @escaping (Int, JobOutcome) -> Void,
        whenDone: @escaping (JobOutcome) -> Void
    ) throws(ReportError) -> Int32? {
        let worker = try ReportWorker(fontFamily: fontFamily)
        let plan = BatchPlan(
            jobs, jobs.map { $0.reference.map { [$0] } ?? [] }, sparing: inputs, reserved: reserved, kept: kept)
        let begun = plan.tasks.map { jobs[$0] }
        recoverFolders(begun)
        // Workers of a batch that was killed may have ended after that.
        defer { recoverFolders(begun) }
        return perform(plan, worker, ending: .afterRunning, whenEnded: whenEnded, whenDone: whenDone)
    }

    @discardableResult
    private func perform(
        _ plan: BatchPlan, _ worker: ReportWorker, ending: WorkerPool.Ending = .atOnce,
        whenEnded: @escaping (Int, JobOutcome) -> Void = { _, _ in }, whenDone: @escaping (JobOutcome) -> Void
    ) -> Int32? {
        let jobs = plan.jobs
        let order = OutcomeOrder(whenDone)
        func deliver(_ outcome: JobOutcome, _ index: Int) {
            whenEnded(index, outcome)
            order.deliver(outcome, at: index)
        }
        let told = plan.tasks + plan.refused.keys
        order.skip(Set(jobs.indices).subtracting(told))
        for (index, failure) in plan.refused.sorted(by: { $0.key < $1.key }) {
            deliver(JobOutcome(path: jobs[index].name, failures: [failure]), index)
        }
        let performance = JobPerformance(worker: worker, inputs: plan.inputs)
        let pool = WorkerPool(workers: min(workers, plan.tasks.count), timeout: timeout, ending: ending) { index in
            OutcomeCoding.bytes(of: performance.outcome(of: jobs[index]))
        }
        return pool.run(plan.tasks) { index, end in
            deliver(outcome(of: jobs[index], end, performance), index)
        }
    }

    private func outcome(
        of job: ReportJob, _ end: WorkerPool.Outcome, _ performance: JobPerformance
    ) -> JobOutcome {
        switch end {
        case .answer(let bytes): return OutcomeCoding.outcome(bytes, path: job.name)
        case .unstarted: return performance.outcome(of: job)
        case .timedOut:
            recoverFolders([job])
            return JobOutcome(path: job.name, failures: [.timedOut(timeout ?? 0)], seconds: timeout ?? 0)
        case .ended(let end):
            recoverFolders([job])
            return JobOutcome(path: job.name, failures: [.crashed(end.description)])
        }
    }

    /// The runs behind each path, found in worker processes too: what a run holds may crash whoever looks at it. A single
    /// path without a limit of time is looked at by the process that will read it.
    private func references(_ jobs: [ReportJob]) -> [[RunReference]] {
        var references = [[RunReference]](repeating: [], count: jobs.count)
        func list(_ index: Int) -> [RunReference] {
            (try? RunReader.list(jobs[index].path, options: jobs[index].settings.reading)) ?? []
        }
        if jobs.count == 1, timeout == nil { return [list(0)] }
        let pool = WorkerPool(workers: min(workers, jobs.count), timeout: timeout) { index in
            OutcomeCoding.bytes(of: list(index))
        }
        pool.run(Array(jobs.indices)) { index, end in
            switch end {
            case .answer(let bytes): references[index] = OutcomeCoding.references(bytes)
            case .unstarted: references[index] = list(index)
            case .timedOut, .ended: break
            }
        }
        return references
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
    private var skipped: Set<Int> = []

    init(_ whenDone: @escaping (JobOutcome) -> Void) { self.whenDone = whenDone }

    func deliver(_ outcome: JobOutcome, at index: Int) {
        waiting[index] = outcome
        advance()
    }

    /// Places of which nothing will be heard.
    func skip(_ places: Set<Int>) {
        skipped = places
        advance()
    }

    private func advance() {
        while true {
            if let ready = waiting.removeValue(forKey: next) {
                whenDone(ready)
            } else if !skipped.contains(next) {
                return
            }
            next += 1
        }
    }
}
