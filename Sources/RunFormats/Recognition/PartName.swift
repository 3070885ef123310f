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
    /// The files that can be tables or documents, as far as their names tell: no pictures, pages, programs and reports of ours.
    var tables: [String] {
        let others = [
            ".html", ".pdf", ".png", ".svg", ".jpg", ".py", ".ipynb", ".md", ".log", ".toml", ".yaml", ".yml",
        ]
        return names.filter { name in !others.contains(where: name.hasSuffix) && !name.contains(".tearsheet.") }
    }
}
