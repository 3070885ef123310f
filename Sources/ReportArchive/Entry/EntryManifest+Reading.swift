import Containers
import Series

extension EntryManifest {
    /// The entry that a manifest describes; nil for anything else.
    static func entry(_ bytes: [UInt8]) -> ArchiveEntry? {
        guard let json = try? JSONReader.parse(bytes), json["schema"]?.text == schemaName, let run = json["run"]?.text
        else { return nil }
        var entry = ArchiveEntry(run: run)
        entry.strategy = json["strategy"]?.text
        entry.version = json["version"]?.text
        entry.engine = json["engine"]?.text ?? ""
        (entry.start, entry.end) = (json["start"]?.text ?? "", json["end"]?.text ?? "")
        (entry.observations, entry.warnings) = (json["observations"]?.whole ?? 0, json["warnings"]?.whole ?? 0)
        entry.archived = json["archived"]?.text.flatMap(moment) ?? 0
        entry.sequence = max(0, json["sequence"]?.whole ?? 0)
        entry.tearsheet = json["tearsheet"]?.text ?? ""
        entry.metrics = metrics(json)
        entry.verdicts = json["gates"].elements.map { gate in
            ArchiveEntry.Verdict(
                condition: gate["require"]?.text ?? "", isMet: gate["met"] == .bool(true),
                words: gate["because"]?.text ?? "")
        }
        entry.growth = json["growth"].elements.compactMap(\.double)
        entry.inputs = json["inputs"].elements.map(file)
        entry.options = json["options"].members.map { .init(name: $0.name, digest: $0.value.text ?? "") }
        entry.files = json["files"].elements.map(file)
        return entry.files.allSatisfy { isPlain($0.name) } ? entry : nil
    }

    /// A manifest is data: its files lie beside it.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
            && name != fileName && name != checksums
    }

    static func metrics(_ json: JSONValue) -> [ArchiveEntry.Metric] {
        json["metrics"].members.map { member in
            let value: ArchiveEntry.Value =
                if let number = member.value.double {
                    .number(number)
                } else if let word = member.value.text {
                    .word(word)
                } else {
                    .absent(json["reasons"]?[member.name]?.text ?? "no reason is kept")
                }
            return .init(key: member.name, value: value)
        }
    }

    private static func file(_ json: JSONValue) -> ArchiveEntry.File {
        ArchiveEntry.File(
            name: json["name"]?.text ?? "", size: max(0, json["bytes"]?.whole ?? 0), sha256: json["sha256"]?.text ?? "")
    }

    /// `2026-11-26T22:03:00.123Z` as milliseconds after 1970.
    private static func moment(_ text: String) -> Int64? {
        guard let date = CalendarDate(iso: text.prefix(10)) else { return nil }
        let clock = text.dropFirst(11).prefix(12).split { ":.".contains($0) }.compactMap { Int64($0) }
        guard clock.count == 4, zip(clock, [24, 60, 60, 1000]).allSatisfy({ (0..<$1).contains($0) }) else { return nil }
        return Timestamp(date).milliseconds + ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + clock[3]
    }
}

/// What a document holds, where it is of the kind that is asked for.
extension JSONValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var whole: Int? { if case .integer(let number) = self { number } else { nil } }

    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number) where number.isFinite: number
        default: nil
        }
    }
}

extension JSONValue? {
    var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
    var members: [JSONMember] { if case .object(let members) = self { members } else { [] } }
}
