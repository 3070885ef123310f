import Analytics
import Reports
import SystemFiles

/// Does what is planned: renders, keeps the journal, and sums up.
struct BatchPerformance {
    let batch: Batch
    let plan: PlannedBatch
    let listener: any BatchListener

    private var number: Int { plan.state.number + 1 }
    private var runs: [BatchRun] { plan.found.runs }

    func run() throws -> Batch.Result {
        let start = ProcessEnvironment.seconds
        let audit = try BatchAudit(of: batch, number: number, resumed: plan.left.count)
        let unlisted = plan.found.failures.map { JobOutcome(path: $0.path, failures: [JobFailure($0)]) }
        listener.found(runs.count + unlisted.count, kept: plan.kept.count)
        for outcome in unlisted {
            listener.ended(outcome)
            listener.done(outcome)
        }
        let failed = unlisted.map { RunRecord(key: $0.path, name: $0.path, failures: $0.failures) }
        var measures = BatchMeasures(failed: failed.count, kept: plan.kept.count)
        try audit.kept(plan.kept.keys.sorted().map { runs[$0].key })
        let (records, signal) = try render(audit, &measures)
        var result = signal == nil ? try conclude(failed + records) : Batch.Result(signal: signal)
        measures.isComplete = signal == nil
        measures.rejected = result.summary?.rejected ?? 0
        measures.seconds = ProcessEnvironment.seconds - start
        try audit.end(measures)
        result.measures = measures
        return result
    }

    /// Takes away the journal of a batch whose summary stands.
    func finish() throws -> Batch.Result {
        listener.found(runs.count, kept: runs.count)
        for record in plan.state.records where record.hasFailed {
            let outcome = JobOutcome(path: record.name, failures: record.failures)
            listener.ended(outcome)
            listener.done(outcome)
        }
        try FileSystem.remove(FileSystem.join(batch.output, batch.names.journal))
        let summary = BatchSummary(
            plan.state.records, after: plan.state, columns: columns, judge: batch.settings.judge, passedOver: [])
        let page = FileSystem.join(batch.output, batch.names.summary + ".html")
        let measures = BatchMeasures(failed: summary.failed, kept: plan.kept.count, isComplete: true)
        return Batch.Result(summary: summary, files: [page], measures: measures)
    }

    /// The record of every run, and the signal that came before the end.
    private func render(
        _ audit: BatchAudit, _ measures: inout BatchMeasures
    ) throws -> (records: [RunRecord], signal: Int32?) {
        var made = measures
        defer { measures = made }
        var records = runs.indices.map { plan.kept[$0] }
        // What the state knows it goes on knowing.
        let journal = try BatchJournal(in: batch.output, batch.names, number: number, records: plan.left)
        var failure: FileError?
        let reserved: Set = [FileSystem.join(batch.output, batch.names.summary)]
        let signal = try batch.reports.run(
            located: runs.map(job), kept: Set(plan.kept.keys), reserved: reserved,
            whenEnded: { index, outcome in
                let record = record(of: index, outcome)
                records[index] = record
                made.add(record, seconds: outcome.seconds)
                do throws(FileError) {
                    try journal.add(record)
                    try audit.ended(record, seconds: outcome.seconds)
                } catch { failure = failure ?? error }
                listener.ended(outcome)
            }, whenDone: listener.done)
        if let failure { throw failure }
        return (records.compactMap { $0 }, signal)
    }

    private func record(of index: Int, _ outcome: JobOutcome) -> RunRecord {
        var record = RunRecord(runs[index], outcome, plan.fingerprints[index], output: batch.output)
        // The path below the output belongs to the run that has the files.
        if let code = outcome.failures.first?.code, code.hasSuffix("_id") { record.key = runs[index].name }
        return record
    }

    private func job(_ run: BatchRun) -> ReportJob {
        ReportJob(
            path: run.path, reference: run.reference, settings: batch.settings,
            destination: .folder(run.folder.isEmpty ? batch.output : FileSystem.join(batch.output, run.folder)))
    }

    /// The summary and the state take their places together; then the journal has said what it had to.
    private func conclude(_ records: [RunRecord]) throws -> Batch.Result {
        let summary = BatchSummary(
            records, after: plan.state, columns: columns, judge: batch.settings.judge,
            passedOver: plan.found.passedOver)
        // Before the state says that all is done: a batch that is killed meanwhile archives the rest when it is given again.
        let archived = batch.archiving?.archive(summary.rows, of: batch)
        let state = BatchState(number: number, options: batch.options, records: records)
        let worker = try ReportWorker(fontFamily: batch.reports.fontFamily)
        let files = try SummaryFiles.all(
            of: summary, state: state, names: batch.names, title: batch.title, worker: worker)
        let paths = try FileSystem.writeTogether(files, into: batch.output, sparing: batch.reports.inputs)
        try FileSystem.remove(FileSystem.join(batch.output, batch.names.journal))
        return Batch.Result(summary: summary, files: paths, archived: archived)
    }

    private var columns: [MetricDeclaration] {
        batch.columns.compactMap {
            MetricCatalog.declaration(named: $0.rawValue, under: batch.settings.conventions)
        }
    }
}
