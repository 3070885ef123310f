import RunFormats
import SystemFiles

/// A folder with the names of its plain files.
struct WalkedFolder: Equatable {
    /// As the user wrote it, with what is below.
    var path: String
    /// The names below the folder where the walk began.
    var below: [String]
    /// Names of plain files that are not hidden, sorted.
    var files: [String]
}

/// Goes through the folders below one: each once, whatever links there are, and none that is hidden or spared.
struct FolderWalk {
    /// Folders that are not entered: the batch's own output.
    var spared: Set<FileIdentity> = []
    /// Patterns of names of files and folders to leave out.
    var excluded: [String] = []
    /// Whether to enter a folder with these names below the first.
    var mayEnter: ([String]) -> Bool = { _ in true }

    /// Calls `visit` for each folder, a folder before those within it, in the order of names; `fail` for one that cannot be
    /// listed. Folders within a run folder of the native layout are parts of it and not entered.
    ///
    /// Keeps a stack and no path of calls: a tree may be of any depth.
    func walk(_ root: String, visit: (WalkedFolder) -> Void, fail: (FileError) -> Void) {
        var seen = spared
        var waiting: [(path: String, below: [String])] = [(root, [])]
        while let (path, below) = waiting.popLast() {
            guard let identity = FileIdentity(at: path), seen.insert(identity).inserted else { continue }
            let names: [String]
            do throws(FileError) { names = try FileSystem.listDirectory(path) } catch {
                fail(error)
                continue
            }
            let (files, folders) = sorted(names.filter(isWanted), in: path)
            visit(WalkedFolder(path: path, below: below, files: files))
            guard !RunReader.isRunFolder(files) else { continue }
            for name in folders.reversed() where mayEnter(below + [name]) {
                waiting.append((FileSystem.join(path, name), below + [name]))
            }
        }
    }

    private func isWanted(_ name: String) -> Bool {
        !name.hasPrefix(".") && !excluded.contains { NameMatch.fits(name, $0) }
    }

    private func sorted(_ names: [String], in folder: String) -> (files: [String], folders: [String]) {
        var (files, folders): ([String], [String]) = ([], [])
        for name in names {
            switch FileSystem.kind(of: FileSystem.join(folder, name)) {
            case .regular: files.append(name)
            case .directory: folders.append(name)
            case .other, nil: break
            }
        }
        return (files, folders)
    }
}
