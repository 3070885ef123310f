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
        let assembly = try assembly(path, options)
        return (try assembly.run(), assembly.log.paths)
    }

    /// What was found at a path, before it has been put together.
    private static func assembly(_ path: String, _ options: RunOptions) throws(RunError) -> RunAssembly {
        let source = try RunSource(path, options: options, log: ReadingLog(rules: try rules(options)))
        for reader in KnownFormats.all {
            guard let recognisedBy = try reader.recognise(source) else { continue }
            let raw = try reader.read(source, recognisedBy: recognisedBy, options: options)
            let policy = TextPolicy(log: source.log, file: source.log.files.first { $0.role.hasPrefix("run") }?.name)
            return RunAssembly(raw: policy.applied(to: raw), source: source, options: options)
        }
        NativeFolderReader.reportMisplaced(source)
        throw source.log.fail(Words.unknownFolder(source.runName, source.names, runsWithin: source.runFolders()))
    }

    private static func rules(_ options: RunOptions) throws(RunError) -> ReadingRules {
        let format = options.dateFormat.flatMap { DateFormat($0) }
        if options.dateFormat != nil, format == nil {
            throw RunError(Words.badOption("--date-format", "no format of dates", "write one such as %d.%m.%Y %H:%M"))
        }
        return ReadingRules(dateFormat: format, from: options.from, to: options.to)
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
        let assembly = try assembly(path, options)
        return Inspection(try assembly.run(), declared: assembly.declared)
    }
}
