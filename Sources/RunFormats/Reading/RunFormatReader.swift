import RunModel

/// One format that runs come in. To add an engine: one file that conforms, and its row in ``KnownFormats/all``.
protocol RunFormatReader {
    /// What shows that a folder or file is of this format: `columns Equity, DrawdownPct`; nil where nothing does.
    static func recognise(_ source: RunSource) throws(RunError) -> String?

    /// Reads what the format holds, without judging it.
    static func read(_ source: RunSource, recognisedBy: String, options: RunOptions) throws(RunError) -> RawRun

    /// The id that the format gives, nil where the name of the file or folder is the id, and the names of the files that
    /// belong to the run. The named file alone where a reader does not say otherwise.
    static func parts(of source: RunSource) throws(RunError) -> (id: String?, names: [String])
}

/// The formats that are read, in the order in which they are tried; the bare file takes any table and stands last.
enum KnownFormats {
    static var all: [any RunFormatReader.Type] {
        [NativeFolderReader.self, BacktestingPyReader.self, BareFileReader.self]
    }
}
