/// What is different about a run since the last batch into the same folder.
public enum RunChange: String, CaseIterable, Sendable {
    /// It was not there.
    case new
    /// Its inputs or its numbers are others.
    case changed
    /// It failed, and did not before.
    case failsNow = "fails now"
    /// It failed before.
    case worksAgain = "works again"
    /// It was there and was not found this time; its reports are still in the folder.
    case gone
    /// Nothing.
    case none = "unchanged"

    init(from old: RunRecord?, to new: RunRecord) {
        guard let old else { self = .new; return }
        switch (old.hasFailed, new.hasFailed) {
        case (false, true): self = .failsNow
        case (true, false): self = .worksAgain
        case (true, true): self = .none
        case (false, false): self = new.isSame(as: old) ? .none : .changed
        }
    }
}

extension RunRecord {
    /// Whether inputs and numbers are those of another record, as far as both have them: a batch may ask for more metrics.
    func isSame(as old: RunRecord) -> Bool {
        guard let overview, var before = old.overview else { return overview == nil && old.overview == nil }
        before.metrics = overview.metrics
        return before == overview && changedMetrics(since: old).isEmpty
    }

    /// A metric that is another one than before: its key, and both values.
    typealias MetricChange = (key: String, old: RunOverview.Value, new: RunOverview.Value)

    /// The metrics that both have and that differ, in their order.
    func changedMetrics(since old: RunRecord) -> [MetricChange] {
        (overview?.metrics ?? []).compactMap { entry in
            guard let before = old.overview?[entry.key], before != entry.value else { return nil }
            return (entry.key, before, entry.value)
        }
    }
}
