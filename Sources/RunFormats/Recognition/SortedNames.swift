import Series

/// Names of files in the order of their bytes, in which those that begin alike stand together.
///
/// Thousands of runs lie in one folder, and each of them is looked at beside all others: what belongs to a file is found by
/// halving, not by going through all names.
struct SortedNames {
    let names: [String]

    /// - Parameter names: In the order of their bytes, as folders are listed.
    init(_ names: [String]) { self.names = names }

    /// The names that begin with a text, all of them where it is empty.
    func beginning(with text: String) -> ArraySlice<String> {
        let rest = names[names.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(text.utf8) }...]
        return rest[..<rest.partitioningIndex { !$0.utf8.starts(with: text.utf8) }]
    }

    /// Whether a name is among them.
    func contains(_ name: String) -> Bool {
        let place = names.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(name.utf8) }
        return place < names.count && names[place] == name
    }

    /// The names that are a text and then an ending, or the text alone: `run.json`, `run.csv.gz` and `run` of `run`.
    func withEnding(_ text: String) -> [String] {
        (contains(text) ? [text] : []) + beginning(with: text + ".")
    }

    /// The beginnings of a name before each of some marks: `run` and `run-1` of `run-1.csv`.
    static func beginnings(of name: String, before marks: String) -> [String] {
        name.indices.filter { marks.contains(name[$0]) }.map { String(name[..<$0]) }
    }
}
