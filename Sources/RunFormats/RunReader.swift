import RunModel

/// The front door: finds completed runs behind a path, recognised by content, and reads them into the normalised ``Run``.
///
/// ```swift
/// let run = try RunReader.read("SampleRuns/goog-smacross")
/// for reference in try RunReader.list("SampleRuns/vectorbt-sweep") { print(reference.name, reference.id) }
/// ```
public enum RunReader {
    /// A run that ``list(_:options:)`` found.
    ///
    /// - Throws: ``RunError`` with at least one finding of severity error, and all that was found until then.
    public static func read(_ reference: RunReference, options: RunOptions = RunOptions()) throws(RunError) -> Run {
        try open(reference, options: options).run
    }

    /// A run that was listed, and the paths of the files that it was read from, for outputs to spare.
    ///
    /// - Throws: ``RunError`` as ``read(_:options:)-(RunReference,_)`` does.
    public static func open(
        _ reference: RunReference, options: RunOptions = RunOptions()
    ) throws(RunError) -> (run: Run, paths: [String]) {
        let (run, files) = try openFiles(reference, options: options)
        return (run, files.map(\.path))
    }

    /// A run that was listed, and the files that it was read from with the digests of what was read.
    ///
    /// - Throws: ``RunError`` as ``read(_:options:)-(RunReference,_)`` does.
    public static func openFiles(
        _ reference: RunReference, options: RunOptions = RunOptions()
    ) throws(RunError) -> (run: Run, files: [OpenedFile]) {
        try open(RunAddress(path: reference.path, key: reference.key), options)
    }

    /// The one run at `PATH` or `PATH#KEY`; a path with several runs is an error that names their keys.
    ///
    /// - Throws: ``RunError`` with at least one finding of severity error, and all that was found until then.
    public static func read(_ path: String, options: RunOptions = RunOptions()) throws(RunError) -> Run {
        try open(path, options: options).run
    }

    /// The one run at a path, and the paths of the files that it was read from, for outputs to spare.
    ///
    /// - Throws: ``RunError`` as ``read(_:options:)-(String,_)`` does.
    public static func open(
        _ path: String, options: RunOptions = RunOptions()
    ) throws(RunError) -> (run: Run, paths: [String]) {
        let (run, files) = try open(RunAddress(path), options)
        return (run, files.map(\.path))
    }

    private static func open(_ address: RunAddress, _ options: RunOptions) throws(RunError) -> (Run, [OpenedFile]) {
        let assembly = try assembly(address, options)
        return (try assembly.run(), assembly.log.opened)
    }

    /// What was found at an address, before it has been put together.
    private static func assembly(_ address: RunAddress, _ options: RunOptions) throws(RunError) -> RunAssembly {
        let recognised = try RecognisedPath(address.path, options: options)
        return try recognised.assembly(of: try recognised.run(address.key), options)
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
        try openInspected(path, options: options).inspection
    }

    /// The same with the run itself.
    public static func openInspected(
        _ path: String, options: RunOptions = RunOptions()
    ) throws(RunError) -> (inspection: Inspection, run: Run) {
        let assembly = try assembly(RunAddress(path), options)
        let run = try assembly.run()
        return (Inspection(run, declared: assembly.declared), run)
    }
}
