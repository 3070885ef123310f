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
            json.member("schema", schemaName)
            json.member("entry", id)
            members(of: entry, to: &json)
            json.key("growth")
            json.array(inline: true) { json in for value in entry.growth { json.number(value) } }
            files(entry.inputs, named: "inputs", to: &json)
            json.key("options")
            json.object { json in for option in entry.options { json.member(option.name, option.digest) } }
        }
        return json.finish()
    }

    /// What manifest, catalogue and `list --format json` say alike.
    static func members(of entry: ArchiveEntry, to json: inout JSONWriter) {
        json.member("strategy", entry.strategy)
        json.member("run", entry.run)
        json.member("version", entry.version)
        json.member("engine", entry.engine)
        json.member("start", entry.start)
        json.member("end", entry.end)
        json.member("observations", entry.observations)
        json.member("warnings", entry.warnings)
        json.member("archived", Timestamp.utc(milliseconds: entry.archived))
        json.member("sequence", entry.sequence)
        json.member("tearsheet", entry.tearsheet)
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
            for metric in metrics { if case .absent(let reason) = metric.value { json.member(metric.key, reason) } }
        }
    }

    private static func verdicts(_ verdicts: [ArchiveEntry.Verdict], to json: inout JSONWriter) {
        json.key("gates")
        json.array { json in
            for verdict in verdicts {
                json.object { json in
                    json.member("require", verdict.condition)
                    json.key("met")
                    json.boolean(verdict.isMet)
                    json.member("because", verdict.words)
                }
            }
        }
    }

    private static func files(_ files: [ArchiveEntry.File], named name: String, to json: inout JSONWriter) {
        json.key(name)
        json.array { json in
            for file in files {
                json.object { json in
                    json.member("name", file.name)
                    if file.size > 0 || name == "files" { json.member("bytes", file.size) }
                    json.member("sha256", file.sha256)
                }
            }
        }
    }
}
