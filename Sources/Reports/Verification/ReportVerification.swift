import Analytics
import Containers
import DataOutput
import Formatting
import NativeCodecs
import PDFOutput
import Tables

/// A report held against its run, or against what it holds itself.
public struct ReportVerification: Sendable {
    /// Values that were compared.
    public internal(set) var compared = 0
    /// Values that differ, the first with their places.
    public internal(set) var differences: [NumberDifference] = []
    /// How many differ in all.
    public internal(set) var differing = 0
    /// What else is to be said: other inputs, places that could not be compared.
    public internal(set) var notes: [String] = []
    /// The digest of the inputs that the report names; nil where it names none.
    public internal(set) var inputsDigest: String?

    /// Whether all is as it was computed.
    public var isIdentical: Bool { differing == 0 }
}

/// A report's file, read for its numbers.
public enum WrittenReport: Sendable {
    /// Metrics, tables and series: JSON, or what a PDF has attached.
    case document(JSONValue)
    /// A page: texts with their places.
    case page(String)

    /// Reads HTML, JSON or PDF by their content.
    public init(_ bytes: [UInt8]) throws(VerificationError) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .document(try Self.attached(to: bytes))
        } else if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
            self = .page(String(decoding: bytes, as: UTF8.self))
        } else {
            self = .document(try Self.document(bytes))
        }
    }

    /// By whose conventions the report was computed; nil where it does not say.
    public var profile: String? {
        if case .document(let document) = self { document["profile"]?.textValue } else { nil }
    }

    private static func document(_ bytes: [UInt8]) throws(VerificationError) -> JSONValue {
        guard let document = try? JSONReader.parse(bytes), document["schema"]?.textValue == MetricsJSON.schemaName
        else { throw .noReport }
        return document
    }

    /// Metrics and tables of a PDF as one document; what the manifest says of them must hold.
    private static func attached(to pdf: [UInt8]) throws(VerificationError) -> JSONValue {
        let files = PDFEmbeddedFiles.contents(of: pdf)
        let documents = files.compactMap { try? JSONReader.parse($0) }
        func document(_ schema: String) -> JSONValue? { documents.first { $0["schema"]?.textValue == schema } }
        guard case .object(var members)? = document(MetricsJSON.schemaName) else { throw .nothingAttached }
        if let tables = document(ReportManifest.tablesSchema)?["tables"] {
            members.append(JSONMember("tables", tables))
        }
        let digests = document(ReportManifest.schema)?["files"]?.listValue.compactMap { $0["sha256"]?.textValue } ?? []
        for digest in digests where !files.contains(where: { SHA256.hex($0) == digest }) { throw .changedAttachment }
        return .object(members)
    }
}

extension WrittenReport {
    /// The report held against a computation of its run; `page` renders that with the template of a page.
    public func verified(
        against analysis: Analysis, page: () throws -> String
    ) rethrows -> ReportVerification {
        var result = ReportVerification()
        switch self {
        case .document(let document):
            let computed = Self.computed(analysis)
            let report = Self.withoutVerdict(document)
            var comparison = DocumentComparison()
            for name in ["profile", "metrics", "benchmark_metrics", "series", "tables"] where report[name] != nil {
                comparison.compare(name, of: report, with: computed)
            }
            (result.compared, result.differing) = (comparison.count, comparison.differing)
            result.differences = comparison.differences
            result.inputsDigest = document["run"]?["inputs_digest"]?.textValue
        case .page(let text):
            Self.compare(PageNumbers(text), PageNumbers(try page()), &result)
            // The foot of the page has the beginning of the digest.
            let code = text.firstRange(of: "inputs sha256 ").map { String(text[$0.upperBound...].prefix(12)) }
            let own = analysis.run.provenance.digest
            result.inputsDigest = code.map { own.hasPrefix($0) ? own : $0 }
        }
        if let digest = result.inputsDigest, digest != analysis.run.provenance.digest {
            result.notes.append("the run's files are others than those of the report")
        }
        return result
    }

    /// The report held against itself: what its series and tables come to. Nil for a page, which has rounded numbers alone.
    public func verifiedAlone() -> ReportVerification? {
        guard case .document(let document) = self else { return nil }
        let checks = OwnChecks(document)
        var result = ReportVerification()
        (result.compared, result.differing) = (checks.count, checks.differences.count)
        result.differences = checks.differences
        result.inputsDigest = document["run"]?["inputs_digest"]?.textValue
        return result
    }

    /// The verdict of gates does not follow from the run.
    private static func withoutVerdict(_ document: JSONValue) -> JSONValue {
        guard case .object(let members) = document else { return document }
        return .object(
            members.map { member in
                guard member.name == "tables", case .object(let tables) = member.value else { return member }
                return JSONMember(member.name, .object(tables.filter { $0.name != VerdictTable.definition.name }))
            })
    }

    private static func computed(_ analysis: Analysis) -> JSONValue {
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(analysis) { bytes += $0 }
        return (try? JSONReader.parse(bytes)) ?? .null
    }

    /// Places that both pages have; what only the report has cannot be said to be wrong.
    private static func compare(_ report: PageNumbers, _ computed: PageNumbers, _ result: inout ReportVerification) {
        let known = Dictionary(computed.texts.map { ($0.place, $0.text) }, uniquingKeysWith: { first, _ in first })
        var missing = 0
        for (place, text) in report.texts where !place.hasPrefix(VerdictTable.definition.name + ", ") {
            guard let other = known[place] else {
                missing += 1
                continue
            }
            result.compared += 1
            guard other != text else { continue }
            result.differing += 1
            guard result.differences.count < DocumentComparison.most else { continue }
            result.differences.append(NumberDifference(place: place, report: text, computed: other))
        }
        if missing > 0 {
            result.notes.append(
                "\(missing) numbers are not in the template that was compared; give the report's --template")
        }
    }
}

/// Why a file cannot be verified.
public enum VerificationError: Error, Equatable, Sendable {
    /// Not a report of ours.
    case noReport
    /// A PDF without our attachments.
    case nothingAttached
    /// An attached file is not what the manifest says.
    case changedAttachment
    /// A page alone.
    case needsRun

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .noReport: "not a report of Tearsheet: HTML, PDF, or JSON of 'report --format json'"
        case .nothingAttached: "the PDF has no metrics.json attached; it is no report of Tearsheet"
        case .changedAttachment: "an attached file is not the one that the manifest names: the PDF was changed"
        case .needsRun: "a page holds rounded numbers; give the run: tearsheet verify FILE RUN"
        }
    }
}
