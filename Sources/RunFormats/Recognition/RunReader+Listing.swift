import RunModel
import SystemFiles

extension RunReader {
    /// The runs at `PATH`, or the one at `PATH#KEY`, in the order of the files; ids and keys are known from names and headers.
    ///
    /// Opens each file once, for its beginning; a format that names its runs throughout a file has it looked through. A pipe
    /// is one run and is not touched, because it can be read only once.
    ///
    /// - Throws: ``RunError`` where nothing is recognised, or no run has the key.
    public static func list(_ path: String, options: RunOptions = RunOptions()) throws(RunError) -> [RunReference] {
        let address = RunAddress(path)
        if address.path == "-" || FileSystem.kind(of: address.path) == .other {
            let source = try RunSource(address.path, options: options, log: ReadingLog())
            let id = RunID.sanitised(source.runName)
            return [RunReference(path: address.path, key: address.key, id: id, format: "")]
        }
        if address.key == nil, FileSystem.kind(of: address.path) == .directory {
            return try listFolder(address.path, options)
        }
        return try references(address, options)
    }

    /// The runs of a folder, and those of the archives in it, each of which holds one result: freqtrade writes them so.
    private static func listFolder(_ path: String, _ options: RunOptions) throws(RunError) -> [RunReference] {
        let archives = ((try? FileSystem.listDirectory(path)) ?? []).filter { $0.lowercased().hasSuffix(".zip") }
        let packed = archives.flatMap { search(FileSystem.join(path, $0), options: options) }
        do throws(RunError) {
            return try references(RunAddress(path: path, key: nil), options) + packed
        } catch {
            if packed.isEmpty { throw error }
            return packed
        }
    }

    private static func references(
        _ address: RunAddress, _ options: RunOptions
    ) throws(RunError) -> [RunReference] {
        let recognised = try RecognisedPath(address.path, options: options)
        let runs = address.key == nil ? recognised.recognition.runs : [try recognised.run(address.key)]
        var references = [RunReference]()
        for run in runs { references.append(try recognised.reference(to: run)) }
        return references
    }
}
