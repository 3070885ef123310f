import RunModel

/// The files of one result of an engine, by what they hold.
///
/// Files belong together whose names begin alike: `goog.writer.csv` and `goog.pyfolio.returns.csv` both are `goog` before
/// the words that say what a file holds. In a folder with the series of one result, files of other names belong to it too.
struct ResultFiles<Kind: Hashable> {
    /// The beginning that their names share; empty where the names are such words alone.
    var stem: String
    /// Names of files by what they hold, in the order of names; CSV stands before other containers.
    private(set) var names: [Kind: [String]]

    /// The first file of a kind.
    subscript(kind: Kind) -> String? { names[kind]?.first }

    /// All files.
    var all: [String] { names.values.flatMap(\.self).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// The results among some files.
    ///
    /// - Parameters:
    ///   - files: Names with what they hold.
    ///   - words: What a name may say of its content, in small letters.
    ///   - isWhole: Whether a result has a series of the account; the others belong to the only one that has.
    static func results(
        _ files: [(name: String, kind: Kind)], words: [String], isWhole: (ResultFiles) -> Bool
    ) -> [ResultFiles] {
        var (results, places) = ([ResultFiles](), [String: Int]())
        for file in files {
            let stem = ResultFileName.stem(of: file.name, words)
            if let place = places[stem] {
                results[place].names[file.kind, default: []].append(file.name)
            } else {
                places[stem] = results.count
                results.append(ResultFiles(stem: stem, names: [file.kind: [file.name]]))
            }
        }
        results = results.map(\.inOrder)
        let whole = results.indices.filter { isWhole(results[$0]) }
        guard whole.count == 1, results.count > 1 else { return results }
        var one = results[whole[0]]
        for index in results.indices where index != whole[0] {
            one.names.merge(results[index].names) { own, other in own + other }
        }
        return [one]
    }

    private var inOrder: ResultFiles {
        func isText(_ name: String) -> Bool {
            FileStem.before(".csv", name) != nil || FileStem.before(".json", name) != nil
        }
        return ResultFiles(stem: stem, names: names.mapValues { $0.filter(isText) + $0.filter { !isText($0) } })
    }
}

/// What the name of a file says of the result that it belongs to.
enum ResultFileName {
    /// The name without its endings and the words behind it.
    static func stem(of name: String, _ words: [String]) -> String {
        var stem = Substring(RunSource.stem(of: name))
        while let word = words.first(where: { endsWithWord(stem, $0) }) {
            stem = stem.dropLast(word.count)
            while let mark = stem.last, "._- ".contains(mark) { stem = stem.dropLast() }
        }
        return String(stem)
    }

    private static func endsWithWord(_ stem: Substring, _ word: String) -> Bool {
        guard stem.lowercased().hasSuffix(word) else { return false }
        let rest = stem.dropLast(word.count)
        return rest.last.map { "._- ".contains($0) } ?? true
    }
}
