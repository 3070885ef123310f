/// The name of a file taken apart: `goog.value.csv` is the part `value` of `goog`.
///
/// Names say which files belong together; what each of them is says its content.
struct PartName: Equatable {
    /// What the files of one result share; empty for `returns.csv`.
    let stem: String
    /// The last word of the name, in lower case; nil where it is none that is known.
    let part: String?

    /// - Parameter parts: The words that are known.
    init(_ name: String, parts: [String]) {
        let whole = RunSource.stem(of: name)
        let known = parts.filter { whole.suffix($0.count).lowercased() == $0 }
        // `perf-scalars` before `scalars`.
        for part in known.sorted(by: { $0.count > $1.count }) {
            let rest = whole.dropLast(part.count)
            if rest.isEmpty || rest.last.map({ "._- ".contains($0) }) == true {
                (stem, self.part) = (String(rest.dropLast()), part)
                return
            }
        }
        (stem, part) = (whole, nil)
    }
}

extension PartName {
    /// The names of files by their stems, stems in the order in which they first come.
    static func groups(_ names: [String], parts: [String]) -> [(stem: String, names: [String])] {
        var (stems, places) = ([(stem: String, names: [String])](), [String: Int]())
        for name in names {
            let stem = PartName(name, parts: parts).stem
            if let place = places[stem] {
                stems[place].names.append(name)
            } else {
                places[stem] = stems.count
                stems.append((stem, [name]))
            }
        }
        return stems
    }
}

extension FolderGlance {
    private static let otherEndings = [
        ".html", ".pdf", ".png", ".svg", ".jpg", ".py", ".ipynb", ".md", ".log", ".toml", ".yaml", ".yml",
    ]
    /// Beside so many files the one result of a folder may have parts of any name; beside more, names tell what belongs together.
    private static let mostStrangers = 32

    /// Whether a file can be a table or document, as far as its name tells: no pictures, pages, programs and reports of ours.
    static func canBeTable(_ name: String) -> Bool {
        !otherEndings.contains(where: name.hasSuffix) && !name.contains(".tearsheet.")
    }

    /// The tables that have a stem, in the order of names.
    func tables(of stem: String, parts: [String]) -> [String] {
        sorted.beginning(with: stem).filter { Self.canBeTable($0) && PartName($0, parts: parts).stem == stem }
    }

    /// The files that can belong to one result: all of a folder; beside a named file those of its stem, and any others
    /// where there are few.
    func neighbourhood(words: [String]) -> [String] {
        guard let file = source.file, names.count > Self.mostStrangers else { return names }
        let stem = ResultFileName.stem(of: file, words)
        return sorted.beginning(with: stem).filter { ResultFileName.stem(of: $0, words) == stem }
    }
}
