import Formatting
import RunModel

/// A path whose format is known: its runs, and the reader for them.
struct RecognisedPath {
    let path: String
    let folder: FolderGlance
    let reader: any RunFormatReader.Type
    let recognition: Recognition
    private var log: ReadingLog { folder.source.log }

    /// Tries the formats in their order; throws where none shows.
    init(_ path: String, options: RunOptions) throws(RunError) {
        let source = try RunSource(path, options: options, log: ReadingLog(rules: try ReadingRules(options)))
        folder = FolderGlance(source)
        self.path = path
        if options.mapping != nil {
            (reader, recognition) = (MappedReader.self, MappedReader.recognition(folder))
            return
        }
        for reader in FormatCatalog.all {
            guard let found = try reader.recognise(folder) else { continue }
            (self.reader, recognition) = (reader, found)
            return
        }
        for name in source.names where PickleKind.isPickle(folder.head(of: name).bytes) {
            throw source.log.fail(.pickle(name, folder.head(of: name).bytes))
        }
        let archives = source.names.filter { $0.lowercased().hasSuffix(".zip") }
        if !archives.isEmpty { throw source.log.fail(.archivesWithin(source.runName, archives)) }
        NativeFolderReader.reportMisplaced(source)
        throw source.log.fail(.unknownFolder(source.runName, source.names, runsWithin: source.runFolders()))
    }

    /// The run of a key, or the only one; throws where there are several, or none of that key.
    func run(_ key: String?) throws(RunError) -> FoundRun {
        let runs = recognition.runs
        guard let key else {
            guard runs.count == 1 else { throw log.fail(.severalRuns(path, runs.compactMap(\.key))) }
            return runs[0]
        }
        if let run = runs.first(where: { $0.key == key }) { return run }
        throw log.fail(.unknownRun(path, key, runs.compactMap(\.key)))
    }

    /// Reads a run; its texts are masked and cut as anything shown must be.
    func assembly(of run: FoundRun, _ options: RunOptions) throws(RunError) -> RunAssembly {
        var raw = try reader.read(run, in: folder, options: options)
        if raw.recognisedBy.isEmpty { raw.recognisedBy = recognition.because }
        if raw.description.id == nil { raw.description.id = run.id }
        let policy = TextPolicy(log: log, file: log.files.first { $0.role.hasPrefix("run") }?.name)
        return RunAssembly(raw: policy.applied(to: raw), source: folder.source, options: options)
    }

    /// What is known of a run before it is read.
    func reference(to run: FoundRun) throws(RunError) -> RunReference {
        let identity = try reader.identity(of: run, in: folder)
        return RunReference(
            path: path, key: recognition.runs.count > 1 ? run.key : nil,
            id: RunID.sanitised(identity.id ?? folder.source.runName), format: reader.format,
            inputs: identity.names.map { folder.source.place(of: $0) })
    }
}
