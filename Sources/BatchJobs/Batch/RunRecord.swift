import Reports

/// How one run of a batch came out, as its summary tells it and its state keeps it.
public struct RunRecord: Equatable, Sendable {
    /// The path of its reports below the output, without their endings: what tells runs of a batch apart.
    public var key: String
    /// The run as the user can name it.
    public var name: String
    /// What the summary says of it; nil where the run could not be read.
    public var overview: RunOverview?
    /// The files written, below the output.
    public var files: [String] = []
    /// Why files are missing.
    public var failures: [JobFailure] = []

    /// Whether anything of it is missing.
    public var hasFailed: Bool { !failures.isEmpty }
}

extension RunRecord {
    /// The record of an outcome; `output` is the folder of the batch.
    init(_ run: BatchRun, _ outcome: JobOutcome, output: String) {
        self.init(key: run.key, name: run.name, overview: outcome.overview)
        let prefix = output.hasSuffix("/") ? output : output + "/"
        files = outcome.files.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
        failures = outcome.failures
    }

    func write(to writer: inout WireWriter) {
        writer.write(key)
        writer.write(name)
        writer.write(overview.map { [$0] } ?? []) { $1.write(to: &$0) }
        writer.write(files) { $0.write($1) }
        writer.write(failures) { writer, failure in
            for text in [failure.code, failure.kind, failure.message] { writer.write(text) }
            writer.write(failure.isUsage ? 1 : 0)
        }
    }

    init(from reader: inout WireReader) {
        self.init(key: reader.text(), name: reader.text())
        overview = reader.list { RunOverview(from: &$0) }.first
        files = reader.list { $0.text() }
        failures = reader.list { reader in
            let (code, kind, message) = (reader.text(), reader.text(), reader.text())
            return JobFailure(code: code, message: message, isUsage: reader.number() == 1, kind: kind)
        }
    }
}
