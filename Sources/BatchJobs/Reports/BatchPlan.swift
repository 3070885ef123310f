import Reports
import RunFormats
import SystemFiles

/// What is known of a batch before the first report is made: ids that come twice, files that must be spared, and which
/// runs could hold up others.
struct BatchPlan {
    /// Why a job is not begun, by its index.
    private(set) var refused: [Int: JobFailure] = [:]
    /// Files that belong to any of the runs, or to the options.
    private(set) var inputs: ProtectedFiles

    private let kept: Set<Int>

    /// The jobs of one run each, in the order of the command line.
    let jobs: [ReportJob]

    /// - Parameters:
    ///   - references: The runs behind the path of each job; none where nothing was recognised.
    ///   - reserved: Paths without endings that no run may have, because other files stand there.
    ///   - kept: Places of jobs whose reports stand already: their names and inputs count, and nothing is done.
    init(
        _ given: [ReportJob], _ references: [[RunReference]], sparing inputs: ProtectedFiles,
        reserved: Set<String> = [], kept: Set<Int> = []
    ) {
        self.inputs = inputs
        self.kept = kept
        jobs = zip(given, references).flatMap { job, runs in
            runs.isEmpty ? [job] : runs.map { job.job(for: $0) }
        }
        for index in jobs.indices {
            if Self.couldHoldUp(jobs[index]), given.count > 1 { refused[index] = .pipeInBatch }
            self.inputs.insert(jobs[index].reference?.inputs ?? [])
        }
        refuseSharedFiles()
        refuseDuplicates(reserved)
    }

    /// A single file takes one report: several runs behind one path need a folder.
    private mutating func refuseSharedFiles() {
        guard jobs.count > 1 else { return }
        for index in jobs.indices {
            if case .folder = jobs[index].destination { continue }
            refused[index] = JobFailure(code: "several_runs", message: "", isUsage: true)
        }
        guard let first = jobs.first, refused[0]?.code == "several_runs" else { return }
        refused[0] = .severalRuns(first.reference?.path ?? first.path, jobs.compactMap(\.reference?.name))
    }

    /// The first run of an id has it; the others are named in one message.
    private mutating func refuseDuplicates(_ reserved: Set<String>) {
        var owners: [String: [Int]] = [:]
        for (index, job) in jobs.enumerated() where refused[index] == nil {
            guard let id = job.reference?.id, case .folder(let folder) = job.destination else { continue }
            if reserved.contains(FileSystem.join(folder, id)) { refused[index] = .reservedID(id) }
            owners[FileSystem.join(folder, id), default: []].append(index)
        }
        for indices in owners.values where indices.count > 1 {
            let id = jobs[indices[0]].reference?.id ?? ""
            for index in indices.dropFirst() { refused[index] = JobFailure(code: "duplicate_id", message: "") }
            refused[indices[1]] = .duplicateID(
                id, first: jobs[indices[0]].name, others: indices.dropFirst(2).map { jobs[$0].name })
        }
    }

    /// A named pipe or a device may never end. What the shell hands over is read, but last.
    private static func couldHoldUp(_ job: ReportJob) -> Bool {
        let path = job.reference?.path ?? job.path
        return path != "-" && FileSystem.kind(of: path) == .other && !FileSystem.isInheritedStream(path)
    }

    /// The jobs to do, in the order in which they are begun: those of streams last.
    var tasks: [Int] {
        let left = jobs.indices.filter { refused[$0] == nil && !kept.contains($0) }
        return left.filter { !isStream(jobs[$0]) } + left.filter { isStream(jobs[$0]) }
    }

    private func isStream(_ job: ReportJob) -> Bool {
        let path = job.reference?.path ?? job.path
        return path == "-" || FileSystem.kind(of: path) == .other
    }
}
