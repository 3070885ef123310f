import Containers
import DataOutput
import Formatting
import Series

/// An entry as the file `manifest.json`, the schema `tearsheet.archive.entry/1` (Documentation/Archive.md).
enum EntryManifest {
    static let fileName = "manifest.json"
    static let checksums = "SHA256SUMS"
    static let schemaName = "tearsheet.archive.entry/1"

    static func bytes(of entry: ArchiveEntry, id: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.text("schema", schemaName)
            json.text("entry", id)
            members(of: entry, to: &json)
            json.key("growth")
            json.array(inline: true) { json in for value in entry.growth { json.number(value) } }
            files(entry.inputs, named: "inputs", to: &json)
            json.key("options")
            json.object { json in for option in entry.options { json.text(option.name, option.digest) } }
        }
        return json.finish()
    }

    /// What manifest, catalogue and `list --format json` say alike.
    static func members(of entry: ArchiveEntry, to json: inout JSONWriter) {
        json.text("strategy", entry.strategy)
        json.text("run", entry.run)
        json.text("version", entry.version)
        json.text("engine", entry.engine)
        json.text("start", entry.start)
        json.text("end", entry.end)
        json.whole("observations", entry.observations)
        json.whole("warnings", entry.warnings)
        json.text("archived", Timestamp.utc(milliseconds: entry.archived))
        json.whole("sequence", entry.sequence)
        json.text("tearsheet", entry.tearsheet)
        metrics(entry.metrics, to: &json)
        verdicts(entry.verdicts, to: &json)
        files(entry.files, named: "files", to: &json)
    }

    private static func metrics(_ metrics: [ArchiveEntry.Metric], to json: inout JSONWriter) {
        json.key("metrics")
        json.object { json in
            for metric in metrics {
                json.key(metric.key)
                switch metric.value {
                case .number(let number): json.number(number)
                case .word(let word): json.string(word)
                case .absent: json.string(nil)
                }
            }
        }
        json.key("reasons")
        json.object { json in
            for metric in metrics { if case .absent(let reason) = metric.value { json.text(metric.key, reason) } }
        }
    }

    private static func verdicts(_ verdicts: [ArchiveEntry.Verdict], to json: inout JSONWriter) {
        json.key("gates")
        json.array { json in
            for verdict in verdicts {
                json.object { json in
                    json.text("require", verdict.condition)
                    json.key("met")
                    json.boolean(verdict.isMet)
                    json.text("because", verdict.words)
                }
            }
        }
    }

    private static func files(_ files: [ArchiveEntry.File], named name: String, to json: inout JSONWriter) {
        json.key(name)
        json.array { json in
            for file in files {
                json.object { json in
                    json.text("name", file.name)
                    if file.size > 0 || name == "files" { json.whole("bytes", file.size) }
                    json.text("sha256", file.sha256)
                }
            }
        }
    }
}

/// Named members.
extension JSONWriter {
    mutating func text(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    mutating func whole(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }
}
