import RunModel

/// Which warnings are printed, so that thousands do not hide the rest: in a run each kind once, with the number of others
/// of its kind; in a command each kind for the first runs that have it, and the number of runs at the end.
struct FindingDigest {
    private static let runsOfAKind = 10
    private var runs: [String: Int] = [:]
    private var kinds: [String] = []

    /// The first warning of each kind of one run, and how many more of its kind there are.
    mutating func shown(_ findings: [Finding]) -> [(finding: Finding, more: Int)] {
        var first: [(finding: Finding, more: Int)] = []
        for finding in findings where finding.severity == .warning {
            if let index = first.firstIndex(where: { $0.finding.code == finding.code }) {
                first[index].more += 1
            } else {
                first.append((finding, 0))
            }
        }
        return first.filter { count($0.finding.code) <= Self.runsOfAKind }
    }

    private mutating func count(_ code: String) -> Int {
        if runs[code] == nil { kinds.append(code) }
        runs[code, default: 0] += 1
        return runs[code] ?? 0
    }

    /// A sentence for each kind that more runs have than were printed.
    mutating func rest() -> [String] {
        kinds.compactMap { kind in
            let more = (runs[kind] ?? 0) - Self.runsOfAKind
            guard more > 0 else { return nil }
            return
                "\(more) more run\(more == 1 ? " has" : "s have") findings of the kind '\(kind)'; --verbose prints them all"
        }
    }
}
