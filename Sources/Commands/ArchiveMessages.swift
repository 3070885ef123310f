import Formatting
import ReportArchive
import Reports
import SystemFiles

/// What is told of an archive that is written to.
struct ArchiveMessages {
    private let messages: Messages

    init(_ messages: Messages) { self.messages = messages }

    /// `3 archived, 2 there already, in 'archive'`.
    func archived(added: Int, there: Int, in folder: String) {
        let already = there > 0 ? ", \(there) there already" : ""
        messages.note("\(added) archived\(already), in '\(PathText.shown(folder))'")
    }

    /// Makes catalogue and pages; gives the exit code.
    func rebuild(_ archive: Archive) throws -> Int32 { tell(try archive.rebuild(worker: try ReportWorker())) }

    /// What went wrong with the catalogue; gives the exit code.
    func tell(_ result: CatalogueResult) -> Int32 {
        if let reason = result.withoutDatabase { messages.warning("catalogue.sqlite is not written: \(reason)") }
        return damaged(result.damaged)
    }

    /// What came of `archive rebuild`.
    func tellWhole(_ result: CatalogueResult) -> Int32 {
        let strategies = "\(result.strategies) strateg\(result.strategies == 1 ? "y" : "ies")"
        messages.note("the catalogue has \(result.entries) entr\(result.entries == 1 ? "y" : "ies") of \(strategies)")
        return tell(result)
    }

    /// Entries that are not whole are in no list.
    func damaged(_ folders: [String]) -> Int32 {
        for folder in folders.prefix(10) {
            messages.error(
                "tearsheet: \(PathText.shown(folder)) is no whole entry and left out; 'archive verify' says what is wrong"
            )
        }
        if folders.count > 10 { messages.error("tearsheet: and \(folders.count - 10) more entries are not whole") }
        return folders.isEmpty ? ExitCode.success : ExitCode.failure
    }
}
