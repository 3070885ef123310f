import Containers
import DataOutput
import NativeCodecs
import PDFOutput

/// A report's file, read for its numbers.
public enum WrittenReport: Sendable {
    /// Metrics, tables and series: JSON, or what a PDF has attached.
    case document(JSONValue)
    /// A page: texts with their places.
    case page(String)
    /// A workbook: cells with their places.
    case workbook([PlacedText])

    /// Reads HTML, JSON, PDF or XLSX by their content.
    public init(_ bytes: [UInt8]) throws(VerificationError) {
        if ZipArchive.isZip(bytes) {
            self = .workbook(try WorkbookNumbers(bytes).texts)
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
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
