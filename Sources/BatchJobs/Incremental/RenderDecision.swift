import RunFormats
import SystemFiles

/// Decides which runs of a batch are rendered, and why.
struct RenderDecision {
    /// What is known of runs by their keys: from the last batch, and from one that was ended.
    let known: [String: RunRecord]
    /// Version and digest of options of this batch.
    let common: RunFingerprint
    /// The options of this batch and of the last one that differ.
    let changedOptions: [String]
    /// Files of options, which ``RunFingerprint/options`` covers.
    let optionFiles: Set<String>
    /// The metrics that the summary needs.
    let metrics: [String]
    let isForced: Bool
    let output: String
    let neighbours = RunNeighbours()

    /// Why a run must be rendered; nil where its reports stand and what is known of it holds.
    func reason(_ run: BatchRun, names: String) -> RenderReason? {
        guard let record = known[run.key], let reference = run.reference, record.name == run.name else { return .new }
        let old = record.fingerprint
        if isForced { return .forced }
        if record.hasFailed || record.overview == nil { return .failedBefore }
        if old.version != common.version { return .version }
        if old.options != common.options { return .options(changedOptions) }
        if old.names != names { return .names }
        return inputs(old, reference) ?? outputs(record) ?? missingMetrics(record)
    }

    private func inputs(_ old: RunFingerprint, _ reference: RunReference) -> RenderReason? {
        let read = Set(old.inputs.map(\.path))
        let more = reference.inputs.filter { !read.contains($0) && !optionFiles.contains($0) }
        let changed = old.inputs.filter { FileDigest.hex(of: $0.path) != $0.sha256 }.map(\.path)
        return more.isEmpty && changed.isEmpty ? nil : .inputs(changed + more)
    }

    private func outputs(_ record: RunRecord) -> RenderReason? {
        let wrong = record.files.filter { FileSystem.size(of: FileSystem.join(output, $0.name)) != $0.size }
        return wrong.isEmpty ? nil : .outputs(wrong.map(\.name))
    }

    private func missingMetrics(_ record: RunRecord) -> RenderReason? {
        let missing = metrics.filter { record.overview?[$0] == nil }
        return missing.isEmpty ? nil : .metrics(missing)
    }
}
