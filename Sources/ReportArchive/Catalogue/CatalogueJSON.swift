import Containers
import DataOutput
import Formatting

/// `catalogue.json`, the schema `tearsheet.archive/1` (Documentation/Archive.md): an entry a line.
public enum CatalogueJSON {
    static let schemaName = "tearsheet.archive/1"

    static func write(_ catalogue: Catalogue, to put: ([UInt8]) -> Void) {
        var head = JSONWriter(isInline: true)
        head.object { json in
            json.member("schema", schemaName)
            json.member("tearsheet", ToolVersion.current)
            json.member("count", catalogue.count)
        }
        // The object goes on with the entries.
        put(head.finish().dropLast(2) + Array(", \"entries\": [".utf8))
        var isFirst = true
        for strategy in catalogue.strategies {
            for place in strategy.entries.reversed() {
                put(
                    Array((isFirst ? "\n" : ",\n").utf8)
                        + line(place, isLatest: catalogue.isLatest(place, in: strategy)))
                isFirst = false
            }
        }
        put(Array("\n]}\n".utf8))
    }

    /// An entry on one line, without the line's end.
    private static func line(_ place: Archive.Place, isLatest: Bool) -> [UInt8] {
        var json = JSONWriter(isInline: true)
        json.object { json in
            json.member("entry", place.id)
            json.member("folder", place.folder)
            json.key("latest")
            json.boolean(isLatest)
            EntryManifest.members(of: place.entry, to: &json)
        }
        return json.finish().dropLast()
    }

    /// The JSON of some entries alone, as `list` and `show` print it.
    public static func bytes(of places: [Archive.Place], in catalogue: Catalogue) -> [UInt8] {
        let latest = Set(catalogue.strategies.map(\.latest.folder))
        var bytes = Array("[".utf8)
        for (index, place) in places.enumerated() {
            bytes += Array((index == 0 ? "\n" : ",\n").utf8) + line(place, isLatest: latest.contains(place.folder))
        }
        return bytes + Array("\n]\n".utf8)
    }

    /// The folders of the entries in a catalogue; nil where it is none.
    static func folders(_ bytes: [UInt8]) -> Set<String>? {
        guard let json = try? JSONReader.parse(bytes), json["schema"]?.text == schemaName else { return nil }
        return Set(json["entries"].elements.compactMap { $0["folder"]?.text })
    }
}
