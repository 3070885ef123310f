import DataOutput
import DocumentModel
import NativeCodecs
import PDFOutput

/// What a PDF has attached: the metrics, the tables, and a manifest that says what they are.
enum ReportManifest {
    /// What the manifest calls its form.
    static let schema = "tearsheet.manifest/1"
    /// What the file of tables calls its form.
    static let tablesSchema = "tearsheet.tables/1"

    /// The files in the order of the PDF; the manifest, last, has the digest of each.
    static func attachments(_ data: ReportData, _ info: DocumentInfo) -> [PDFAttachment] {
        var files = [attachment(data.attachmentName, data.attachmentSummary, data.metricsJSON())]
        if let tables = data.tablesJSON {
            files.append(attachment("tables.json", "Every table of this report", tables()))
        }
        return files + [
            attachment("manifest.json", "What is attached, and its digests", manifest(of: files, data, info))
        ]
    }

    private static func attachment(_ name: String, _ summary: String, _ bytes: [UInt8]) -> PDFAttachment {
        PDFAttachment(name: name, mediaType: "application/json", summary: summary, bytes: bytes)
    }

    private static func manifest(of files: [PDFAttachment], _ data: ReportData, _ info: DocumentInfo) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (name, text) in [
                ("schema", schema), ("generator", info.generator), ("title", info.title), ("subject", info.subject),
                ("created", info.created), ("inputs_digest", data.inputsDigest),
            ] {
                json.key(name)
                json.string(text)
            }
            json.key("files")
            json.array { json in
                for file in files {
                    json.object { json in
                        json.key("name")
                        json.string(file.name)
                        json.key("size")
                        json.integer(file.bytes.count)
                        json.key("sha256")
                        json.string(SHA256.hex(file.bytes))
                    }
                }
            }
        }
        return json.finish()
    }
}
