import RunModel
import SystemFiles

/// Looking for runs in trees of files that hold other things too.
extension RunReader {
    /// The runs that a folder or file shows by itself; none where nothing does, or it cannot be read.
    ///
    /// As ``list(_:options:)``, but a table that no engine wrote is a run only where its header names returns or equity: a
    /// tree of results also holds prices, parameters and logs, which nobody meant as runs.
    public static func search(_ path: String, options: RunOptions = RunOptions()) -> [RunReference] {
        guard let recognised = try? RecognisedPath(path, options: options) else { return [] }
        if recognised.reader is BareFileReader.Type, !BareFileReader.showsSeries(recognised.folder, options) {
            return []
        }
        // A mapping is for tables of one form: each of them is a run, and a folder of them is none.
        if recognised.reader is MappedReader.Type, !recognised.folder.isTable { return [] }
        let id = RunID.sanitised(recognised.folder.source.runName)
        return recognised.recognition.runs.map { run in
            // What is recognised and cannot be named is a run all the same: reading it will explain.
            (try? recognised.reference(to: run))
                ?? RunReference(path: path, key: nil, id: id, format: recognised.reader.format)
        }
    }

    /// Whether a folder with files of these names is one run in the native layout, and nothing below it another.
    public static func isRunFolder(_ names: [String]) -> Bool {
        names.contains("run.json")
            || NativeFolderReader.fileNames(of: ["equity", "returns"]).contains(where: names.contains)
    }
}

extension BareFileReader {
    /// Whether the header of a file says that it holds returns or equity, and no fills, trades or prices of bars.
    static func showsSeries(_ folder: FolderGlance, _ options: RunOptions) -> Bool {
        guard let file = folder.source.file else { return false }
        let header = folder.header(of: file).map(ColumnNames.normalised)
        let isOther =
            header.contains { ColumnNames.transactionMarks.contains($0) }
            || ["open", "high", "low"].allSatisfy(header.contains)
        guard header.count > 1, !isOther else { return false }
        if options.content != nil { return header.contains { ColumnNames.timestamps.contains($0) } }
        return folder.header(of: file).contains { name in
            if case .main = ColumnNames.role(of: name) { return true }
            if case .convertible = ColumnMeaning(name) { return true }
            return false
        }
    }
}

extension FolderGlance {
    /// Whether it is a file with several columns.
    fileprivate var isTable: Bool { source.file.map { header(of: $0).count > 1 } ?? false }
}
