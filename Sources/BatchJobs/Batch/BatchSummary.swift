import Analytics

/// How a batch came out: every run, what is different since the last batch, and the failures by their kind.
///
/// Holds nothing of clocks and durations: the same runs give the same bytes, however often the batch was interrupted.
public struct BatchSummary: Sendable {
    /// One run with what is different about it.
    public struct Row: Sendable {
        /// How it came out.
        public var record: RunRecord
        /// How it differs from before.
        public var change: RunChange
        /// How it came out in the last batch; nil where it was not there.
        public var before: RunRecord?
        /// Whether it meets each gate, in their order; empty for a run that failed, which has no verdict.
        public var verdicts: [GateVerdict] = []

        /// Whether it meets all gates; nil where nobody can say: it failed, or there are none.
        public var isAccepted: Bool? { verdicts.isEmpty ? nil : verdicts.allSatisfy(\.isMet) }
    }

    /// Failures of one kind.
    public struct FailureGroup: Sendable {
        /// The code of the finding or failure.
        public var kind: String
        /// The runs, each with its message, in the order of the batch.
        public var members: [(run: RunRecord, message: String)]
    }

    /// Which batch into this folder it is, from 1.
    public var number: Int
    /// Every run, in the order of the batch.
    public var rows: [Row]
    /// Runs of the last batch that were not found this time.
    public var gone: [RunRecord]
    /// The metrics of the table.
    public var columns: [MetricDeclaration]
    /// The conditions that runs must meet.
    public var gates: [Gate]
    /// Tables in which no run shows.
    public var passedOver: [String]

    /// The summary of some records after a state, with what a judge says of them.
    init(
        _ records: [RunRecord], after old: BatchState, columns: [MetricDeclaration], judge: GateJudge? = nil,
        passedOver: [String]
    ) {
        let before = Dictionary(old.records.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        number = old.number + 1
        rows = records.map { record in
            let judged = record.hasFailed ? nil : record.overview
            return Row(
                record: record, change: RunChange(from: before[record.key], to: record), before: before[record.key],
                verdicts: judged.flatMap { judge?.verdicts(of: $0, inputs: record.fingerprint.inputs) } ?? [])
        }
        gates = judge?.gates ?? []
        let keys = Set(records.map(\.key))
        gone = old.records.filter { !keys.contains($0.key) }
        self.columns = columns
        self.passedOver = passedOver
    }

    /// How many runs have all their files.
    public var reported: Int { rows.count { !$0.record.hasFailed } }
    /// How many failed.
    public var failed: Int { rows.count - reported }
    /// How many do not meet a gate.
    public var rejected: Int { rows.count { $0.isAccepted == false } }
    /// How many have findings of severity warning.
    public var withWarnings: Int { rows.count { ($0.record.overview?.warnings ?? 0) > 0 } }

    /// How many differ in a way.
    public func count(of change: RunChange) -> Int {
        change == .gone ? gone.count : rows.count { $0.change == change }
    }

    /// The failures by kind, the most frequent first.
    public var failureGroups: [FailureGroup] {
        var groups: [FailureGroup] = []
        var places: [String: Int] = [:]
        for row in rows {
            guard let failure = row.record.failures.first else { continue }
            let message = row.record.failures.map(\.message).filter { !$0.isEmpty }.joined(separator: "; ")
            let place = places[failure.kind] ?? groups.count
            if place == groups.count { groups.append(FailureGroup(kind: failure.kind, members: [])) }
            places[failure.kind] = place
            groups[place].members.append((row.record, message))
        }
        return groups.enumerated().sorted { one, other in
            let (a, b) = (one.element.members.count, other.element.members.count)
            return a != b ? a > b : one.offset < other.offset
        }.map(\.element)
    }
}
