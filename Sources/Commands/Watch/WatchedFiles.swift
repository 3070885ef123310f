import CommandLineArguments
import RunFormats
import SystemFiles

/// Files and folders whose change asks for a new page.
struct WatchedFiles {
    private var states: [(path: String, state: FileState?)] = []

    /// None.
    init() {}

    /// A run: the files that it was read from, and the folder where others may appear.
    init(run path: String, _ files: [String] = []) {
        let file = RunAddress(path).path
        watch([file] + (FileSystem.kind(of: file) == .directory ? [] : [FileSystem.parent(of: file)]) + files)
    }

    /// What the command line names besides the run, and the folders of a template of the user's and of its style sheet.
    init(options arguments: ParsedArguments) {
        for name in InputFiles.names where arguments.hasOption(name) {
            let paths = InputFiles.paths(of: name, arguments).filter { FileSystem.kind(of: $0) != nil }
            watch(paths)
            if name == "template", let template = paths.first { watchFolder(of: template) }
        }
    }

    /// Whether one has changed since it was last asked.
    mutating func haveChanged() -> Bool {
        var changed = false
        for index in states.indices {
            let state = FileState(of: states[index].path)
            if state != states[index].state { changed = true }
            states[index].state = state
        }
        return changed
    }

    private mutating func watch(_ paths: [String]) {
        for path in paths where !states.contains(where: { $0.path == path }) {
            states.append((path, FileState(of: path)))
        }
    }

    /// Pictures, data and the style sheet beside a template; the folder itself tells of new ones.
    private mutating func watchFolder(of template: String) {
        let folder = FileSystem.parent(of: template)
        watch([folder] + RenderingOptions.fileNames(in: folder).map { FileSystem.join(folder, $0) })
    }
}
