import RunModel

/// What the runs of a comparison are called: ids for files and machines, names for readers, each unique.
struct MemberNames {
    /// `goog`, `goog-2`.
    let ids: [String]
    /// The strategy's name; its id beside it where another run has the same name; the id alone without a name.
    let names: [String]

    init(_ runs: [Run]) {
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
