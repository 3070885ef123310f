/// The runs of a batch with what is decided about each.
struct PlannedBatch {
    let found: FoundRuns
    /// Why each run is rendered; nil where its reports stand.
    let reasons: [RenderReason?]
    /// What each run's reports are made from, as far as known before it is read.
    let fingerprints: [RunFingerprint]
    /// What is known of the runs whose reports stand.
    let kept: [Int: RunRecord]
    /// What the last batch left.
    let state: BatchState
    /// What a batch of this number that was ended or killed had done.
    let left: [RunRecord]

    init(_ found: FoundRuns, _ decision: RenderDecision, _ state: BatchState, left: [RunRecord]) {
        self.left = left
        var reasons: [RenderReason?] = []
        var fingerprints: [RunFingerprint] = []
        var kept: [Int: RunRecord] = [:]
        for (index, run) in found.runs.enumerated() {
            var fingerprint = decision.common
            fingerprint.names = run.reference.map(decision.neighbours.digest) ?? ""
            let reason = decision.reason(run, names: fingerprint.names)
            if reason == nil { kept[index] = decision.known[run.key] }
            reasons.append(reason)
            fingerprints.append(fingerprint)
        }
        self.found = found
        self.reasons = reasons
        self.fingerprints = fingerprints
        self.kept = kept
        self.state = state
    }

    /// Whether the last batch was killed when its summary stood and its journal was not yet gone, and nothing has changed
    /// since: then it has only to be finished, and this is no batch after it.
    func isFinished(in output: String, _ names: BatchFileNames) -> Bool {
        guard state.number > 0, BatchJournal.exists(in: output, names, number: state.number) else { return false }
        return reasons.allSatisfy { $0 == nil || $0 == .failedBefore } && reasons.count == state.records.count
    }
}
