import Reports
import Synchronization
import SystemFiles

/// Writes finished jobs in their order, whichever worker finishes first.
final class OutcomeWriter: Sendable {
    private struct State: Sendable {
        var waiting: [Int: RenderedJob] = [:]
        var next = 0
        /// Which run took a file name, so that a second one does not overwrite it.
        var takenIDs: [String: String] = [:]
    }

    private let state = Mutex(State())
    private let whenDone: @Sendable (JobOutcome) -> Void

    init(whenDone: @escaping @Sendable (JobOutcome) -> Void) { self.whenDone = whenDone }

    /// Takes a finished job, and writes it and all that waited for it once every earlier one is written.
    func deliver(_ rendered: RenderedJob, at index: Int) {
        state.withLock { state in
            state.waiting[index] = rendered
            while let ready = state.waiting.removeValue(forKey: state.next) {
                whenDone(Self.write(ready, &state))
                state.next += 1
            }
        }
    }

    private static func write(_ rendered: RenderedJob, _ state: inout State) -> JobOutcome {
        let path = rendered.job.path
        let result = rendered.files.flatMap { files in write(files, rendered, &state) }
        return JobOutcome(path: path, findings: rendered.findings, result: result)
    }

    private static func write(
        _ files: [ReportFile], _ rendered: RenderedJob, _ state: inout State
    ) -> Result<[String], JobError> {
        if case .folder = rendered.job.destination, let first = state.takenIDs[rendered.runID] {
            return .failure(.duplicateID(rendered.runID, first: first))
        }
        state.takenIDs[rendered.runID] = rendered.job.path
        do {
            return .success(try paths(of: files, rendered))
        } catch { return .failure(.file(error.message)) }
    }

    private static func paths(of files: [ReportFile], _ rendered: RenderedJob) throws(FileError) -> [String] {
        switch rendered.job.destination {
        case .file(let path):
            for file in files { try FileSystem.writeAtomically(file.bytes, to: path) }
            return [path]
        case .folder(let folder):
            try FileSystem.createDirectories(folder)
            var paths: [String] = []
            for file in files {
                let path = FileSystem.join(folder, rendered.runID + file.suffix)
                try FileSystem.writeAtomically(file.bytes, to: path)
                paths.append(path)
            }
            return paths
        }
    }
}
