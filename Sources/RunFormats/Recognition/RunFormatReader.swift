import RunModel

/// One format that runs come in.
///
/// To add an engine: a folder in `Engines/` with a type that conforms, its row in ``FormatCatalog/all``, its section in
/// `Documentation/Formats.md`.
protocol RunFormatReader {
    /// The name of the format: `backtesting.py`.
    static var format: String { get }

    /// The runs of this format in a folder or file, from names and headers; nil where nothing shows one.
    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition?

    /// Reads one of the runs, without judging it.
    static func read(_ run: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun

    /// The id of a run, nil where the name of the file or folder is the id, and the names of the files that belong to it.
    ///
    /// What was found, and its file alone, where a reader does not say otherwise.
    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification
}

/// What a run is called and which files it is read from.
struct RunIdentification {
    var id: String?
    var names: [String]
}

extension RunFormatReader {
    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        RunIdentification(id: run.id, names: run.file.map { [$0] } ?? [])
    }
}

/// The formats that are read, in the order in which they are tried; the bare file takes any table and stands last.
enum FormatCatalog {
    static var all: [any RunFormatReader.Type] {
        [
            // Its `returns.csv` and `positions.csv` are read with what is known of them.
            BacktraderReader.self, ZiplineReader.self, PyfolioReader.self, NativeFolderReader.self,
            BacktestingPyReader.self, VectorbtReader.self, FreqtradeReader.self, LeanReader.self, BtReader.self,
            NautilusReader.self, JesseReader.self, MetaTrader5Reader.self, MetaTrader4Reader.self,
            QSTraderReader.self, TradingViewReader.self, FlexReader.self, QuantStatsReader.self, BareFileReader.self,
        ]
    }
}
