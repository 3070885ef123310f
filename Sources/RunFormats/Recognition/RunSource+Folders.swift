import SystemFiles

extension RunSource {
    /// Folders within this one that hold a run, by the names of their files; at most a thousand folders are looked at.
    func runFolders() -> [String] {
        guard !isArchive else { return [] }
        let names = (try? FileSystem.listDirectory(folder)) ?? []
        return names.prefix(1000).filter { name in
            let path = FileSystem.join(folder, name)
            guard FileSystem.kind(of: path) == .directory else { return false }
            return (["run.json"] + NativeFolderReader.fileNames(of: ["equity", "returns"])).contains {
                FileSystem.kind(of: FileSystem.join(path, $0)) == .regular
            }
        }
    }
}
