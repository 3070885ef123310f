import Containers
import RunModel

extension FolderGlance {
    /// The names that can be documents: the file that the user named whatever it is called, or those of the folder with
    /// one of some endings.
    func documents(_ endings: [String]) -> [String] {
        candidates.filter { name in
            source.file != nil
                || endings.contains { FileStem.before($0, name) != nil || FileStem.before($0 + ".gz", name) != nil }
        }
    }

    /// The first rows of a report, as HTML or workbook; nil where a file is neither.
    func statement(of name: String) -> StatementRows? {
        (try? StatementRows(
            document(of: name), name: name, limit: source.maximumSize, maximumRows: StatementRows.mostHeadRows)).flatMap
        { $0 }
    }
}

extension RunSource {
    /// All rows of a report; nil where the file is no document.
    func statement(of name: String, role: String) throws(RunError) -> StatementRows? {
        let bytes = try document(name, role: role)
        do throws(ContainerProblem) {
            return try StatementRows(bytes, name: name, limit: maximumSize)
        } catch {
            throw log.fail(.badContainer(name, error))
        }
    }
}

extension StatementRows {
    /// Rows that are looked at to recognise a report: inputs of a test come before anything else.
    static let mostHeadRows = 2000
}
