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
        }
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
            JobFailure(code: reader.text(), message: reader.text(), isUsage: reader.number() == 1)
        }
        return outcome
    }

    /// The runs of a path; none stand for a path that could not be recognised.
    static func bytes(of references: [RunReference]) -> [UInt8] {
        var writer = WireWriter()
        writer.write(references) { writer, reference in
            writer.write(reference.path)
            writer.write(reference.key)
            writer.write(reference.id)
            writer.write(reference.format)
            writer.write(reference.inputs) { $0.write($1) }
        }
        return writer.bytes
    }

    static func references(_ bytes: [UInt8]) -> [RunReference] {
        var reader = WireReader(bytes)
        return reader.list { reader in
            RunReference(
                path: reader.text(), key: reader.optionalText(), id: reader.text(), format: reader.text(),
                inputs: reader.list { $0.text() })
        }
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

/// Numbers of eight bytes, and texts after their length.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func write(_ text: String?) {
        write(text == nil ? UInt64(0) : 1)
        if let text { write(text) }
    }

    mutating func write<Element>(_ list: [Element], each: (inout WireWriter, Element) -> Void) {
        write(UInt64(list.count))
        for element in list { each(&self, element) }
    }
}

/// Reads what ``WireWriter`` wrote. What was cut off reads as nothing: a crashed worker is told by its end, not by this.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func number() -> UInt64 {
        let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        return number
    }

    mutating func text() -> String {
        let count = Int(min(number(), UInt64(rest.count)))
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    mutating func optionalText() -> String? { number() == 1 ? text() : nil }

    mutating func list<Element>(_ each: (inout WireReader) -> Element) -> [Element] {
        let count = Int(min(number(), UInt64(rest.count)))
        return (0..<count).map { _ in each(&self) }
    }
}
