import BatchJobs
import CommandLineArguments
import Formatting
import ReportArchive
import Reports
import Series
import SystemFiles

/// `tearsheet archive add`, `list`, `show`, `verify`, `prune`, `rebuild`.
struct ArchiveCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        switch arguments.command {
        case "archive add": return try add()
        case "archive list": return try list()
        case "archive show": return try show()
        case "archive verify": return try verify()
        case "archive prune": return try ArchivePruning(arguments, messages).run()
        case "archive rebuild":
            return ArchiveMessages(messages).tellWhole(try opened().rebuild(worker: try ReportWorker()))
        case let command: preconditionFailure("'\(command)' is declared and has no code")
        }
    }

    private func opened() throws -> Archive {
        try ArchiveLocation(try arguments.requiredPositional("ARCHIVE")).existing()
    }

    // MARK: Adding

    private func add() throws -> Int32 {
        let reports = try arguments.positionals("REPORT").flatMap { try ArchivableReports.reports(at: $0) }
        let folder = try arguments.requiredPositional("ARCHIVE")
        let archive = try ArchiveLocation(folder).forWriting()
        let numbering = Archive.Numbering(archive)
        var (added, there) = (0, 0)
        for report in reports {
            let archived = try archive.add(
                report, sequence: try numbering.next(of: report.entry.strategyName),
                at: ProcessEnvironment.recordedMilliseconds)
            if archived.isNew { added += 1 } else { there += 1 }
            guard !messages.isQuiet else { continue }
            try StandardStreams.writeOutput(PathText.bytes(of: FileSystem.join(folder, archived.folder)) + [0x0A])
        }
        let told = ArchiveMessages(messages)
        told.archived(added: added, there: there, in: folder)
        return arguments.flag("no-catalogue") ? ExitCode.success : try told.rebuild(archive)
    }

    // MARK: Looking

    private func list() throws -> Int32 {
        let catalogue = try opened().catalogue()
        let places = try filter(catalogue).places(in: catalogue)
        if arguments[Options.archiveFormat] == .json {
            try StandardStreams.writeOutput(CatalogueJSON.bytes(of: places, in: catalogue))
        } else {
            try StandardStreams.writeOutput(ArchiveListing.text(of: places))
            if places.isEmpty { messages.note("no entry fits; the archive has \(catalogue.count)") }
        }
        return ArchiveMessages(messages).damaged(catalogue.damaged)
    }

    private func filter(_ catalogue: Catalogue) throws -> EntryFilter {
        var filter = EntryFilter()
        filter.strategy = arguments.value("strategy")
        filter.engine = arguments.value("engine")
        filter.from = arguments[Options.archivedFrom]
        filter.to = arguments[Options.archivedTo]
        filter.isLatest = arguments.flag("latest")
        if let text = arguments.value("where") {
            do { filter.condition = try EntryFilter.condition(text, in: catalogue) } catch {
                throw ConditionError(text, error)
            }
        }
        return filter
    }

    private func show() throws -> Int32 {
        let archive = try opened()
        let catalogue = try archive.catalogue()
        let place = try archive.find(try arguments.requiredPositional("ENTRY"), in: catalogue)
        let folder = try arguments.requiredPositional("ARCHIVE")
        if arguments[Options.archiveFormat] == .json {
            try StandardStreams.writeOutput(try archive.manifest(of: place))
        } else {
            let text = ArchiveEntryText(place: place, catalogue: catalogue, archive: folder)
            try StandardStreams.writeOutput(text.text)
        }
        return ExitCode.success
    }

    // MARK: Verifying

    private func verify() throws -> Int32 {
        let result = try opened().verify { done, count in messages.progress("\(done) of \(count) entries") }
        messages.clearProgress()
        for fault in result.faults {
            try StandardStreams.writeOutput(PrintableText.of(fault.message) + "\n")
        }
        for name in result.unfinished {
            messages.note(
                "'\(PathText.shown(name))' was begun by a process of another machine, or one that lives; remove it when you know that "
                    + "it ended")
        }
        if result.catalogueIsUnfinished {
            messages.note(
                "the catalogue is being made, or its writer ended in the middle; 'archive rebuild' makes it whole")
        }
        if result.uncatalogued > 0 {
            messages.note(
                "\(result.uncatalogued) entries are not in the catalogue yet; 'archive rebuild' takes them in")
        }
        let size = DisplayNumber.number(Double(result.bytes) / 1e6, places: 1)
        let faults =
            result.faults.isEmpty ? "no fault" : "\(result.faults.count) fault\(result.faults.count == 1 ? "" : "s")"
        messages.note(
            "\(result.entries) entr\(result.entries == 1 ? "y" : "ies"), \(result.files) files, \(size) MB: \(faults)")
        return result.faults.isEmpty ? ExitCode.success : ExitCode.failure
    }
}

/// A condition of `--where` that is none.
struct ConditionError: ToldError {
    let message: String
    let isUsage = true

    init(_ text: String, _ error: any Error) { message = "--where '\(text)': \(error)" }
}
