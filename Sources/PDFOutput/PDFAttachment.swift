/// A file that travels inside a PDF: the numbers behind the pages.
public struct PDFAttachment: Equatable, Sendable {
    /// File name, `metrics.json`.
    public var name: String
    /// Media type, `application/json`.
    public var mediaType: String
    /// What it holds, in a few words.
    public var summary: String
    /// The content.
    public var bytes: [UInt8]

    /// An attached file.
    public init(name: String, mediaType: String, summary: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.summary = summary
        self.bytes = bytes
    }
}
