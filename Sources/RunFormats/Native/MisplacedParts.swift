import RunModel

/// What stands in a run folder under the name of a part and is not read as one: said, so that nobody misses it in silence.
extension NativeFolderReader {
    /// Whether a name is that of a file which this reader opens.
    static func isPart(_ name: String) -> Bool {
        ["run.json", scenariosName].contains(name) || fileNames(of: parts).contains(name)
    }

    /// Warns of folders, pipes and broken links with the name of a part, and of parts that are there twice.
    static func reportMisplaced(_ source: RunSource) {
        for name in source.otherNames where isPart(name) { source.log.add(.notAPlainFile(name)) }
        for part in parts {
            let found = fileNames(of: [part]).filter(source.names.contains)
            if found.count > 1 { source.log.add(.partTwice(used: found[0], unused: found[1])) }
        }
    }
}
