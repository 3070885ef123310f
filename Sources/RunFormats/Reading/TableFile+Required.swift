import RunModel

extension TableFile {
    /// Throws where one of some columns is not there: a file may be recognised by its first line and have its header elsewhere.
    func require(_ names: String...) throws(RunError) {
        if let missing = names.first(where: { !header.contains($0) }) {
            throw log.fail(.missingColumn(name, missing, header))
        }
    }
}
