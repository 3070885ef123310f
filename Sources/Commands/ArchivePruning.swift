import CommandLineArguments
import ReportArchive
import Reports
import SystemFiles

/// `tearsheet archive prune`.
struct ArchivePruning {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let rules = try self.rules()
        let folder = try arguments.requiredPositional("ARCHIVE")
        let archive = try ArchiveLocation(folder).existing()
        let catalogue = try archive.catalogue()
        let decisions = catalogue.strategies.filter(isMeant).flatMap {
            rules.decisions(on: $0, at: ProcessEnvironment.recordedMilliseconds)
        }
        let gone = decisions.filter { $0.reason == nil }.map(\.place)
        tellKept(decisions)
        if arguments.flag("dry-run") {
            for place in gone { try tell(place, folder) }
            messages.note("\(gone.count) to remove, \(catalogue.count - gone.count) to keep; nothing was removed")
        } else if !gone.isEmpty {
            try archive.remove(gone, from: catalogue, worker: try ReportWorker()) { try tell($0, folder) }
            messages.note("\(gone.count) removed, \(catalogue.count - gone.count) kept")
        } else {
            messages.note("none removed, \(catalogue.count) kept")
        }
        return ArchiveMessages(messages).damaged(catalogue.damaged)
    }

    private func isMeant(_ strategy: Catalogue.Strategy) -> Bool {
        guard let words = arguments.value("strategy") else { return true }
        return strategy.name.lowercased().contains(words.lowercased())
    }

    private func tell(_ place: Archive.Place, _ folder: String) throws {
        guard !messages.isQuiet else { return }
        try StandardStreams.writeOutput(PathText.bytes(of: FileSystem.join(folder, place.folder)) + [0x0A])
    }

    /// With `--verbose`, why entries stay.
    private func tellKept(_ decisions: [RetentionRules.Decision]) {
        guard arguments.flag("verbose") else { return }
        for (place, reason) in decisions {
            if let reason { messages.note("keep \(PathText.shown(place.folder)): \(reason)") }
        }
    }

    /// Throws for what is wrong with the rules, without a look at the archive.
    func check() throws { _ = try rules() }

    private func rules() throws -> RetentionRules {
        var rules = RetentionRules()
        rules.last = arguments[Options.keepLast]
        rules.daily = arguments[Options.keepDaily]
        rules.weekly = arguments[Options.keepWeekly]
        rules.monthly = arguments[Options.keepMonthly]
        rules.youngerThan = arguments[Options.youngerThan]
        guard !rules.isEmpty else { throw arguments.error(.missingArgument("--keep-last N or another rule")) }
        return rules
    }
}
