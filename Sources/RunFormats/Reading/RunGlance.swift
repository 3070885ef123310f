import RunModel
import SystemFiles

/// What a run will be called and which files it will be read from, found without reading it.
public struct RunGlance: Equatable, Sendable {
    /// The id that its files will be named by.
    public var id: String
    /// Paths of the files that belong to it.
    public var inputs: [String]

    /// A glance.
    public init(id: String, inputs: [String]) {
        self.id = id
        self.inputs = inputs
    }
}

extension RunReader {
    /// The id and the files of a run; nil where it cannot be recognised, which reading it will explain.
    ///
    /// Reads the heads of files and `run.json`. A pipe is not touched: it could be read only once.
    public static func glance(_ path: String, options: RunOptions = RunOptions()) -> RunGlance? {
        guard let source = try? RunSource(path, options: options, log: ReadingLog()) else { return nil }
        if source.file != nil, path == "-" || FileSystem.kind(of: path) != .regular {
            return RunGlance(id: RunID.sanitised(source.runName), inputs: [])
        }
        for reader in KnownFormats.all {
            guard (try? reader.recognise(source)) != nil else { continue }
            guard let parts = try? reader.parts(of: source) else { return nil }
            return RunGlance(
                id: RunID.sanitised(parts.id ?? source.runName),
                inputs: parts.names.map { FileSystem.join(source.folder, $0) })
        }
        return nil
    }
}

extension RunFormatReader {
    /// The name of the file is the id, and the file is all there is.
    static func parts(of source: RunSource) throws(RunError) -> (id: String?, names: [String]) {
        (nil, source.file.map { [$0] } ?? [])
    }
}

extension NativeFolderReader {
    static func parts(of source: RunSource) throws(RunError) -> (id: String?, names: [String]) {
        let names = source.names.filter(isPart)
        guard names.contains("run.json") else { return (nil, names) }
        let bytes = try source.bytes(of: "run.json", role: "run description")
        return (try RunDescriptionReader.read(bytes, file: "run.json", log: source.log).id, names)
    }
}

extension BacktestingPyReader {
    static func parts(of source: RunSource) throws(RunError) -> (id: String?, names: [String]) {
        guard let name = try equityFile(source) else { return (nil, []) }
        let companions = Companions(of: name, in: source)
        return (companions.stem, [name, companions.trades, companions.stats].compactMap { $0 })
    }
}
