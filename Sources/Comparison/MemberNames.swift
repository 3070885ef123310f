import RunModel

/// What the runs of a comparison are called: ids for files and machines, names for readers, each unique.
public struct MemberNames: Sendable {
    /// `goog`, `goog-2`.
    public let ids: [String]
    /// The strategy's name; its id beside it where another run has the same name; the id alone without a name.
    public let names: [String]
    /// The names cut to some length; with the number of the run before them where that makes two the same.
    public let shortNames: [String]

    private static let shortLength = 24

    /// The names of some runs, in their order.
    public init(_ runs: [Run]) {
        let ids = Self.unique(runs.map(\.identity.id)) { "\($0)-\($1)" }
        let given = runs.indices.map { runs[$0].identity.strategy.value ?? ids[$0] }
        var counts: [String: Int] = [:]
        for name in given { counts[name, default: 0] += 1 }
        let told = given.indices.map { index in
            let isAlone = counts[given[index]] == 1 || given[index] == ids[index]
            return isAlone ? given[index] : "\(given[index]) · \(ids[index])"
        }
        self.ids = ids
        names = Self.unique(told) { "\($0) (\($1))" }
        shortNames = Self.shortened(names)
    }

    private static func shortened(_ names: [String]) -> [String] {
        let cut = names.map { $0.count <= shortLength ? $0 : $0.prefix(shortLength - 1) + "…" }
        return cut.indices.map { index in
            let isAlone = !cut.indices.contains { $0 != index && cut[$0] == cut[index] }
            return isAlone ? cut[index] : "\(index + 1) \(cut[index].prefix(shortLength - 4))…"
        }
    }

    /// The second of a name and every later one gets the first free number.
    private static func unique(_ names: [String], numbered: (String, Int) -> String) -> [String] {
        var taken = Set(names)
        var seen = Set<String>()
        return names.map { name in
            guard !seen.insert(name).inserted else { return name }
            var number = 2
            while taken.contains(numbered(name, number)) { number += 1 }
            let free = numbered(name, number)
            taken.insert(free)
            return free
        }
    }
}
