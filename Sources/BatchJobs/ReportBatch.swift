import Analytics
import Reports
import RunFormats
import RunModel
import Synchronization

/// Renders whole reports on several cores: the one place where work runs in parallel.
///
/// Each worker owns its font faces for its life. Files are written in the order of the jobs, whatever the number of
/// workers, so the output and its messages are the same on one core and on many. One failed job stops no other.
public enum ReportBatch {
    /// Runs the jobs on at most `workers` cores; `whenDone` is called once per job, in the order of the jobs.
    public static func run(
        _ jobs: [ReportJob], workers: Int, fontFamily: String? = nil,
        whenDone: @escaping @Sendable (JobOutcome) -> Void
    ) async throws(ReportError) {
        ReportWorker.prepareProcess()
        // The first worker stays with this task: where its faces cannot be opened, nothing begins.
        let first = try ReportWorker(fontFamily: fontFamily)
        let queue = JobQueue(count: jobs.count)
        let writer = OutcomeWriter(whenDone: whenDone)
        let helpers = min(workers, jobs.count) - 1
        guard helpers > 0 else { return work(on: jobs, queue, writer, by: first) }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<helpers {
                group.addTask {
                    guard let helper = try? ReportWorker(fontFamily: fontFamily) else { return }
                    work(on: jobs, queue, writer, by: helper)
                }
            }
            work(on: jobs, queue, writer, by: first)
        }
    }

    /// One worker: takes the next job until there is none.
    private static func work(
        on jobs: [ReportJob], _ queue: JobQueue, _ writer: borrowing OutcomeWriter, by worker: ReportWorker
    ) {
        while let index = queue.next() {
            writer.deliver(RenderedJob(jobs[index], by: worker), at: index)
        }
    }
}

/// Hands out indices, each once.
final class JobQueue: Sendable {
    private let upcoming = Atomic<Int>(0)
    private let count: Int

    init(count: Int) { self.count = count }

    func next() -> Int? {
        let index = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}

/// A job whose files are ready in memory, or which has failed.
struct RenderedJob: Sendable {
    let job: ReportJob
    let findings: [Finding]
    let runID: String
    let files: Result<[ReportFile], JobError>
}

extension RenderedJob {
    init(_ job: ReportJob, by worker: ReportWorker) {
        do {
            let run = try RunReader.read(job.path, options: job.reading)
            let analysis = Analyzer.analyze(run, conventions: job.conventions)
            self.init(
                job: job, findings: run.findings, runID: run.identity.id, files: Self.files(of: analysis, job, worker))
        } catch {
            self.init(job: job, findings: [], runID: "", files: .failure(.run(error)))
        }
    }

    private static func files(
        of analysis: Analysis, _ job: ReportJob, _ worker: ReportWorker
    ) -> Result<[ReportFile], JobError> {
        do {
            return .success(try worker.files(of: analysis, options: job.rendering, formats: job.formats))
        } catch { return .failure(.report(error)) }
    }
}
