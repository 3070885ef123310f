import DataOutput
import Formatting
import Series
import SystemFiles

/// What a batch made of what, with which version and when: one JSON object a line, written as it happens, so that a batch
/// that was killed has its part too. One file for each batch into a folder; nothing is ever taken out of it.
///
/// Options stand by their names and digests: their values may be secret.
final class BatchAudit {
    static let folderName = "audit"
    private let file: GrowingFile

    /// Opens the file of a batch and writes who works.
    init(of batch: Batch, number: Int, resumed: Int) throws(FileError) {
        let folder = FileSystem.join(batch.output, Self.folderName)
        try FileSystem.createDirectories(folder)
        file = try GrowingFile(FileSystem.join(folder, batch.names.audit(number)))
        try write("begin") { json in
            json.member("batch", number)
            json.member("version", batch.version)
            json.member("going_on_from", resumed)
            json.key("options")
            json.object { json in for option in batch.options { json.member(option.name, option.digest) } }
            json.member("require", texts: batch.gates.map(\.text))
        }
    }

    /// A run was rendered, or failed.
    func ended(_ record: RunRecord, seconds: Double) throws(FileError) {
        try write(record.hasFailed ? "failed" : "rendered") { json in
            Self.write(record, to: &json)
            for failure in record.failures.prefix(1) {
                json.member("code", failure.code)
                json.member("message", PathText.shown(failure.message))
            }
            json.key("seconds")
            json.number((seconds * 1000).rounded() / 1000)
        }
    }

    /// These runs keep their reports, of which the audit of an earlier batch says what they were made from.
    func kept(_ keys: [String]) throws(FileError) {
        guard !keys.isEmpty else { return }
        try write("kept") { $0.member("keys", texts: keys.map { PathText.shown($0) }) }
    }

    /// The batch is over.
    func end(_ measures: BatchMeasures) throws(FileError) {
        try write(measures.isComplete ? "end" : "interrupted") { json in
            let counts = [
                ("rendered", measures.rendered), ("failed", measures.failed), ("kept", measures.kept),
                ("not_meeting_gates", measures.rejected),
            ]
            for (name, count) in counts { json.member(name, count) }
            json.key("seconds")
            json.number((measures.seconds * 1000).rounded() / 1000)
        }
    }

    private static func write(_ record: RunRecord, to json: inout JSONWriter) {
        json.member("run", PathText.shown(record.name))
        json.member("key", PathText.shown(record.key))
        json.member("options_digest", record.fingerprint.options)
        json.key("inputs")
        json.array { json in
            for input in record.fingerprint.inputs {
                json.object { json in
                    json.member("path", PathText.shown(input.path))
                    json.member("sha256", input.sha256)
                }
            }
        }
        json.key("files")
        json.array { json in
            for file in record.files {
                json.object { json in
                    json.member("path", PathText.shown(file.name))
                    json.member("bytes", file.size)
                    json.member("sha256", file.sha256)
                }
            }
        }
    }

    private func write(_ event: String, _ members: (inout JSONWriter) -> Void) throws(FileError) {
        var json = JSONWriter(isInline: true)
        json.object { json in
            json.member("time", Timestamp.utc(milliseconds: ProcessEnvironment.unixMilliseconds))
            json.member("event", event)
            members(&json)
        }
        try file.append(json.finish())
    }
}
