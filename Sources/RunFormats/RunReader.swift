import RunModel

/// The front door: reads completed runs, recognised by content, into the normalised ``Run``.
public enum RunReader {
    /// The run in a folder or file.
    ///
    /// - Throws: ``RunError`` with at least one finding of severity error, and all that was found until then.
    public static func read(_ path: String, options: RunOptions = RunOptions()) throws(RunError) -> Run {
        try open(path, options: options).run
    }

    /// The run in a folder or file, and the paths of the files that it was read from, for outputs to spare.
    ///
    /// - Throws: ``RunError`` as ``read(_:options:)`` does.
    public static func open(
        _ path: String, options: RunOptions = RunOptions()
    ) throws(RunError) -> (run: Run, paths: [String]) {
        let source = try RunSource(path, options: options, log: ReadingLog())
        for reader in KnownFormats.all {
            guard let recognisedBy = try reader.recognise(source) else { continue }
            let raw = try reader.read(source, recognisedBy: recognisedBy, options: options)
            let policy = TextPolicy(log: source.log, file: source.log.files.first { $0.role.hasPrefix("run") }?.name)
            let run = try RunAssembly(raw: policy.applied(to: raw), source: source, options: options).run()
            return (run, source.log.paths)
        }
        NativeFolderReader.reportMisplaced(source)
        throw source.log.fail(Words.unknownFolder(source.runName, source.names))
    }

    /// What validation finds in a run, errors included; never throws.
    public static func validate(_ path: String, options: RunOptions = RunOptions()) -> [Finding] {
        do throws(RunError) {
            return try read(path, options: options).findings
        } catch {
            return error.findings
        }
    }

    /// What was recognised in a run, what was given, derived and absent; for people and for machines.
    public static func inspect(_ path: String, options: RunOptions = RunOptions()) throws(RunError) -> Inspection {
        Inspection(try read(path, options: options))
    }
}
