import Analytics
import Formatting
import ReportArchive
import Series
import SystemFiles

/// What `archive show` prints of an entry.
struct ArchiveEntryText {
    let place: Archive.Place
    let catalogue: Catalogue
    /// The folder of the archive, as the user named it.
    let archive: String

    var text: String {
        let sections = [head, gates, metrics, files, inputs].filter { !$0.isEmpty }
        return sections.map { $0.map { PrintableText.of($0) + "\n" }.joined() }.joined(separator: "\n")
    }

    private var strategy: Catalogue.Strategy? { catalogue.strategies.first { $0.name == place.entry.strategyName } }

    private var head: [String] {
        let entry = place.entry
        var lines = [
            line("Strategy", PathText.shown(entry.strategyName) + (entry.version.map { ", version " + $0 } ?? "")),
            line("Run", PathText.shown(entry.run) + (entry.engine.isEmpty ? "" : " of " + entry.engine)),
            line("Period", "\(entry.start) to \(entry.end), \(entry.observations) observations"),
            line("Entry", place.id), line("Archived", Self.moment(entry.archived) + " UTC"),
            line("Made by", "Tearsheet " + (entry.tearsheet.split(separator: ";").first.map(String.init) ?? "")),
        ]
        lines.append(line("Number", number))
        return lines
    }

    private var number: String {
        guard let entries = strategy?.entries, let index = entries.firstIndex(of: place) else { return "" }
        let which = "\(place.entry.sequence)" + (index == entries.count - 1 ? ", the latest of its strategy" : "")
        guard index > 0 else { return which + "; none before it" }
        let before = entries[index - 1]
        return which + "; before it \(before.shortID) of \(Self.moment(before.entry.archived).prefix(10))"
    }

    private var gates: [String] {
        place.entry.verdicts.map { line($0.isMet ? "Met" : "Not met", "\($0.condition): \($0.words)") }
    }

    private var metrics: [String] {
        let known = place.entry.metrics.compactMap { metric in
            MetricCatalog.declaration(named: metric.key, under: .standard).map { ($0, metric) }
        }
        let width = known.map(\.0.name.count).max() ?? 0
        return ["Metrics"]
            + known.map { declaration, metric in
                let value = ArchiveListing.value(place.entry, metric.key)
                var text = "  " + declaration.name + String(repeating: " ", count: width - declaration.name.count)
                text += String(repeating: " ", count: max(2, 14 - value.count)) + value
                if case .absent(let reason) = metric.value { text += "  (\(reason))" }
                return text
            }
    }

    private var files: [String] {
        let folder = FileSystem.join(archive, place.folder)
        return ["Files"] + place.entry.files.map { "  " + PathText.shown(FileSystem.join(folder, $0.name)) }
    }

    private var inputs: [String] {
        guard !place.entry.inputs.isEmpty else { return [] }
        return ["Made from"] + place.entry.inputs.map { "  \($0.sha256.prefix(12))  \(PathText.shown($0.name))" }
    }

    private func line(_ name: String, _ value: String) -> String {
        name + String(repeating: " ", count: max(1, 11 - name.count)) + value
    }

    /// `2026-11-26 22:03`.
    static func moment(_ milliseconds: Int64) -> String {
        let text = Timestamp.utc(milliseconds: milliseconds)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }
}
