import Reports
import RunFormats
import RunModel

/// Outcomes as bytes, on their way from a worker process to its parent: both are the same program.
enum OutcomeCoding {
    static func bytes(of outcome: JobOutcome) -> [UInt8] {
        var writer = WireWriter()
        writer.write(outcome.seconds.bitPattern)
        writer.write(outcome.files) { $0.write($1) }
        writer.write(outcome.findings) { write($1, &$0) }
        writer.write(outcome.remarks) { writer, remark in
            writer.write(remark.code)
            writer.write(remark.isWarning ? 1 : 0)
            writer.write(remark.text)
        }
        writer.write(outcome.failures) { writer, failure in
            writer.write(failure.code)
            writer.write(failure.message)
            writer.write(failure.isUsage ? 1 : 0)
            writer.write(failure.kind)
        }
        writer.write(outcome.overview.map { [$0] } ?? []) { $1.write(to: &$0) }
        RunFingerprint.write(outcome.inputs, to: &writer)
        writer.write(outcome.digests) { $0.write($1) }
        writer.write(outcome.verdicts) { $1.write(to: &$0) }
        return writer.bytes
    }

    static func outcome(_ bytes: [UInt8], path: String) -> JobOutcome {
        var reader = WireReader(bytes)
        var outcome = JobOutcome(path: path)
        outcome.seconds = Double(bitPattern: reader.number())
        outcome.files = reader.list { $0.text() }
        outcome.findings = reader.list { finding(&$0) }
        outcome.remarks = reader.list { reader in
            ReportRemark(code: reader.text(), isWarning: reader.number() == 1, text: reader.text())
        }
        outcome.failures = reader.list { reader in
            JobFailure(
                code: reader.text(), message: reader.text(), isUsage: reader.number() == 1, kind: reader.text())
        }
        outcome.overview = reader.list { RunOverview(from: &$0) }.first
        outcome.inputs = RunFingerprint.inputs(from: &reader)
        outcome.digests = reader.list { $0.text() }
        outcome.verdicts = reader.list { GateVerdict(from: &$0) }
        return outcome
    }

    /// The runs of a path; none stand for a path that could not be recognised.
    static func bytes(of references: [RunReference]) -> [UInt8] { bytes(of: [references]) }

    static func references(_ bytes: [UInt8]) -> [RunReference] { referenceLists(bytes).first ?? [] }

    /// The runs of each of several paths.
    static func bytes(of lists: [[RunReference]]) -> [UInt8] {
        var writer = WireWriter()
        writer.write(lists) { $0.write($1) { $1.write(to: &$0) } }
        return writer.bytes
    }

    static func referenceLists(_ bytes: [UInt8]) -> [[RunReference]] {
        var reader = WireReader(bytes)
        return reader.list { $0.list { RunReference(from: &$0) } }
    }

    private static func write(_ finding: Finding, _ writer: inout WireWriter) {
        for text in [finding.severity.rawValue, finding.layer.rawValue, finding.code, finding.fact] {
            writer.write(text)
        }
        for text in [finding.file, finding.column, finding.remedy] { writer.write(text) }
        for number in [finding.row, finding.byte] { writer.write(UInt64(bitPattern: Int64(number ?? -1))) }
    }

    private static func finding(_ reader: inout WireReader) -> Finding {
        let severity = Finding.Severity(rawValue: reader.text()) ?? .error
        let layer = Finding.Layer(rawValue: reader.text()) ?? .schema
        let (code, fact) = (reader.text(), reader.text())
        let (file, column, remedy) = (reader.optionalText(), reader.optionalText(), reader.optionalText())
        let (row, byte) = (Int(truncatingIfNeeded: reader.number()), Int(truncatingIfNeeded: reader.number()))
        return Finding(
            severity: severity, layer: layer, code: code, file: file, row: row < 0 ? nil : row, column: column,
            byte: byte < 0 ? nil : byte, fact: fact, remedy: remedy)
    }
}

extension RunReference {
    func write(to writer: inout WireWriter) {
        writer.write(path)
        writer.write(key)
        writer.write(id)
        writer.write(format)
        writer.write(inputs) { $0.write($1) }
    }

    init(from reader: inout WireReader) {
        self.init(
            path: reader.text(), key: reader.optionalText(), id: reader.text(), format: reader.text(),
            inputs: reader.list { $0.text() })
    }
}
