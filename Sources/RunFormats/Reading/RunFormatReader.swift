import RunModel

/// One format that runs come in. To add an engine: one file that conforms, and its row in ``KnownFormats/all``.
protocol RunFormatReader {
    /// What shows that a folder or file is of this format: `columns Equity, DrawdownPct`; nil where nothing does.
    static func recognise(_ source: RunSource) throws(RunError) -> String?

    /// Reads what the format holds, without judging it.
    static func read(_ source: RunSource, recognisedBy: String, options: RunOptions) throws(RunError) -> RawRun
}

/// The formats that are read, in the order in which they are tried; the bare file takes any table and stands last.
enum KnownFormats {
    static var all: [any RunFormatReader.Type] {
        [NativeFolderReader.self, BacktestingPyReader.self, BareFileReader.self]
    }
}
