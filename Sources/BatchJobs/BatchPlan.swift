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

    init(_ jobs: [ReportJob], _ glances: [RunGlance?], sparing inputs: ProtectedFiles) {
        self.inputs = inputs
        for index in jobs.indices where Self.couldHoldUp(jobs[index].path) { refused[index] = .pipeInBatch }
        for glance in glances { self.inputs.insert(glance?.inputs ?? []) }
        refuseDuplicates(jobs, glances)
    }

    /// The first run of an id has it; the others are named in one message.
    private mutating func refuseDuplicates(_ jobs: [ReportJob], _ glances: [RunGlance?]) {
        var owners: [String: [Int]] = [:]
        for (index, glance) in glances.enumerated() where refused[index] == nil {
            guard let id = glance?.id, case .folder(let folder) = jobs[index].destination else { continue }
            owners[FileSystem.join(folder, id), default: []].append(index)
        }
        for indices in owners.values where indices.count > 1 {
            let id = glances[indices[0]]?.id ?? ""
            for index in indices.dropFirst() { refused[index] = JobFailure(code: "duplicate_id", message: "") }
            refused[indices[1]] = .duplicateID(
                id, first: jobs[indices[0]].path, others: indices.dropFirst(2).map { jobs[$0].path })
        }
    }

    /// A named pipe or a device may never end. What the shell hands over is read, but last.
    private static func couldHoldUp(_ path: String) -> Bool {
        path != "-" && FileSystem.kind(of: path) == .other && !FileSystem.isInheritedStream(path)
    }

    /// The jobs to do, in the order in which they are begun.
    func tasks(_ jobs: [ReportJob]) -> [Int] {
        let left = jobs.indices.filter { refused[$0] == nil }
        let (files, streams) = (left.filter { !isStream(jobs[$0]) }, left.filter { isStream(jobs[$0]) })
        return files + streams
    }

    private func isStream(_ job: ReportJob) -> Bool {
        job.path == "-" || FileSystem.kind(of: job.path) == .other
    }
}
