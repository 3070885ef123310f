import Analytics
import RunModel
import Series

/// What changed from one run to another: what they were made from and how, and what came out.
///
/// Metrics are compared over the time that both have, each computed from the run's own finest data; where they have none in
/// common, over each run's own time.
public struct RunDifference: Sendable {
    /// The runs, the older one first as the user names them.
    public let runs: [Run]
    /// Their names for readers, unique.
    public let names: [String]
    /// Their ids for machines, unique.
    public let ids: [String]
    /// From when to when metrics are compared; nil where the runs have no time in common.
    public let span: CommonSpan?
    /// What the runs say of themselves, each entry that differs.
    public let settings: [Change]
    /// Parameters that differ, in the order of the first run, then those that only the second has.
    public let parameters: [Change]
    /// Parameters that are the same.
    public let sameParameters: Int
    /// Input files that differ by name, role or content.
    public let inputs: [InputChange]
    /// Input files that are the same, byte for byte.
    public let sameInputs: Int
    /// Every metric that any of the two has something to say of, in the order of the catalogue.
    public let metrics: [MetricChange]
    /// Whether the Sharpe ratios differ by more than chance, or why that cannot be said; the first less the second.
    public let sharpeDifference: Result<SharpeDifference, Unavailable>

    /// A text of each run; nil where it has none.
    public struct Change: Equatable, Sendable {
        /// What it is: `currency`, `fast`.
        public let name: String
        /// In the first run.
        public let first: String?
        /// In the second.
        public let second: String?
    }

    /// An input file of each run; nil where it has none of that name.
    public struct InputChange: Equatable, Sendable {
        /// In the first run.
        public let first: Provenance.InputFile?
        /// In the second.
        public let second: Provenance.InputFile?
    }

    /// The metrics that are not the same.
    public var changedMetrics: [MetricChange] { metrics.filter(\.isChanged) }
}

extension RunDifference {
    /// What changed from the first run to the second: a pure function of its arguments.
    public init(
        from first: Run, to second: Run, conventions: Conventions = .standard,
        options: ComparisonOptions = ComparisonOptions()
    ) {
        runs = [first, second]
        let names = MemberNames(runs)
        (self.names, ids) = (names.names, names.ids)
        let comparison = try? Comparer.compare(runs, conventions: conventions, options: options)
        span = comparison?.span
        let analyses = comparison?.members.map(\.common) ?? runs.map { Analyzer.analyze($0, conventions: conventions) }
        metrics = MetricChange.all(from: analyses[0], to: analyses[1])
        sharpeDifference = comparison?.sharpeDifference ?? .failure(.noCommonTime)
        let settings = [RunSettings.all(of: first), RunSettings.all(of: second)]
        self.settings = Self.changes(settings[0], settings[1])
        let parameters = runs.map { $0.identity.parameters.map { (name: $0.name, value: Optional($0.value)) } }
        self.parameters = Self.changes(parameters[0], parameters[1])
        sameParameters = parameters[0].count - self.parameters.count { $0.first != nil }
        let files = runs.map(\.provenance.files)
        inputs = Self.changes(files[0], files[1])
        sameInputs = files[0].count - inputs.count { $0.first != nil }
    }

    /// Entries whose values differ; a name that stands twice counts with its first value.
    private static func changes(
        _ first: [(name: String, value: String?)], _ second: [(name: String, value: String?)]
    ) -> [Change] {
        let others = Dictionary(second.map { ($0.name, $0.value) }, uniquingKeysWith: { one, _ in one })
        let own = Set(first.map(\.name))
        let changed = first.compactMap { entry -> Change? in
            let other = others[entry.name] ?? nil
            return other == entry.value ? nil : Change(name: entry.name, first: entry.value, second: other)
        }
        let added = second.filter { !own.contains($0.name) && $0.value != nil }
        return changed + added.map { Change(name: $0.name, first: nil, second: $0.value) }
    }

    /// Files of one name and role belong together; a file that was renamed and is otherwise the same is no change.
    private static func changes(
        _ first: [Provenance.InputFile], _ second: [Provenance.InputFile]
    ) -> [InputChange] {
        var left = second
        var changes: [InputChange] = []
        for file in first {
            let same = left.firstIndex { $0.role == file.role && $0.sha256 == file.sha256 }
            if let same {
                left.remove(at: same)
                continue
            }
            let named = left.firstIndex { $0.name == file.name && $0.role == file.role }
            let other = named ?? left.firstIndex { $0.role == file.role }
            changes.append(InputChange(first: file, second: other.map { left.remove(at: $0) }))
        }
        return changes + left.map { InputChange(first: nil, second: $0) }
    }
}

extension Unavailable {
    static let noCommonTime = Unavailable(code: "no_common_time", reason: "the runs have no time in common")
}
