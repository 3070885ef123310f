/// What one reader sees in a folder or file, from names and headers alone.
struct Recognition {
    /// What shows the format: `columns Equity, DrawdownPct`.
    var because: String
    /// The runs, at least one, in the order of the files.
    var runs: [FoundRun]
}

/// A run that was recognised and not yet read.
struct FoundRun: Equatable {
    /// What the user writes behind `#` to have this one of several; nil where the format holds one run.
    var key: String?
    /// What names the run within its file: a column, a strategy.
    var label: String?
    /// The file that shows the run; nil for a folder that is one run.
    var file: String?
    /// The id that the format gives; nil where the name of the file or folder is the id.
    var id: String?
}

extension FoundRun {
    /// A file of a result with the runs in it.
    struct ResultFile {
        /// The name that the files of one result share.
        var stem: String
        /// The file that shows the runs.
        var name: String
        /// What names each run; empty where the file holds one without a name.
        var labels: [String]
    }

    /// The runs of some results, with keys that tell them apart: the labels where there is one result, the stems where
    /// each has one run, `STEM:LABEL` where there are several of both.
    ///
    /// A result of one run has the stem for an id, so that its id does not change with the results beside it. Where two
    /// results share a stem, the names of the files stand for it.
    static func named(_ results: [ResultFile]) -> [FoundRun] {
        let areUnique = Set(results.map(\.stem)).count == results.count
        return results.flatMap { result in
            let stem = areUnique ? result.stem : result.name
            let labels: [String?] = result.labels.isEmpty ? [nil] : result.labels
            return labels.map { label in
                let isOne = labels.count == 1
                let key = results.count == 1 ? label : isOne ? stem : stem + ":" + (label ?? "")
                let id = isOne ? stem : [stem, RunID.word(label ?? "")].filter { !$0.isEmpty }.joined(separator: "-")
                return FoundRun(key: key, label: label, file: result.name, id: id.isEmpty ? nil : id)
            }
        }
    }
}
