import Reports
import SystemFiles

/// How one run of a batch came out, as its summary tells it and its state keeps it.
public struct RunRecord: Equatable, Sendable {
    /// The path of its reports below the output, without their endings: what tells runs of a batch apart.
    public var key: String
    /// The run as the user can name it.
    public var name: String
    /// What the summary says of it; nil where the run could not be read.
    public var overview: RunOverview?
    /// The files written, below the output.
    public var files: [File] = []
    /// Why files are missing.
    public var failures: [JobFailure] = []

    /// What its reports were made from.
    var fingerprint = RunFingerprint()

    /// A file of a report.
    public struct File: Equatable, Sendable {
        /// Its path below the output.
        public var name: String
        /// Its bytes.
        public var size: Int
        /// SHA-256 of its content, in hex.
        public var sha256: String
    }

    /// Whether anything of it is missing.
    public var hasFailed: Bool { !failures.isEmpty }
}

extension RunRecord {
    /// The record of an outcome; `output` is the folder of the batch.
    init(_ run: BatchRun, _ outcome: JobOutcome, _ fingerprint: RunFingerprint, output: String) {
        self.init(key: run.key, name: run.name, overview: outcome.overview)
        let prefix = output.hasSuffix("/") ? output : output + "/"
        files = outcome.files.enumerated().map { place, path in
            let name = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
            let digest = place < outcome.digests.count ? outcome.digests[place] : ""
            return File(name: name, size: FileSystem.size(of: path) ?? 0, sha256: digest)
        }
        failures = outcome.failures
        self.fingerprint = fingerprint
        self.fingerprint.inputs = outcome.inputs
    }

    func write(to writer: inout WireWriter) {
        writer.write(key)
        writer.write(name)
        writer.write(overview.map { [$0] } ?? []) { $1.write(to: &$0) }
        writer.write(files) { writer, file in
            writer.write(file.name)
            writer.write(UInt64(max(0, file.size)))
            writer.write(file.sha256)
        }
        writer.write(failures) { writer, failure in
            for text in [failure.code, failure.kind, failure.message] { writer.write(text) }
            writer.write(failure.isUsage ? 1 : 0)
        }
        fingerprint.write(to: &writer)
    }

    init(from reader: inout WireReader) {
        self.init(key: reader.text(), name: reader.text())
        overview = reader.list { RunOverview(from: &$0) }.first
        files = reader.list { File(name: $0.text(), size: $0.count(), sha256: $0.text()) }
        failures = reader.list { reader in
            let (code, kind, message) = (reader.text(), reader.text(), reader.text())
            return JobFailure(code: code, message: message, isUsage: reader.number() == 1, kind: kind)
        }
        fingerprint = RunFingerprint(from: &reader)
    }
}
