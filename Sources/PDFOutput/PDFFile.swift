import CCairo

/// A PDF file, and what is missing in it.
public struct PDFFile: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// What could not be done; nil for a tagged file with everything.
    public let warning: PDFWarning?
}

/// Why a file is less than it should be: the running version of Cairo writes files in a way that is not known here.
public enum PDFWarning: Equatable, Sendable {
    /// The file is not tagged and claims neither PDF/UA nor PDF/A; bookmarks, links and attachments are there.
    case untagged(part: String, cairo: String)
    /// The file is as Cairo wrote it, without bookmarks, links and attachments too.
    case bare(part: String, cairo: String)

    /// One line: fact, consequence, remedy.
    public var message: String {
        switch self {
        case .untagged(let part, let cairo):
            "cairo \(cairo) wrote \(part) in an unknown way: the file is not tagged and claims neither PDF/UA-1 nor "
                + "PDF/A-3a; \(Self.remedy)"
        case .bare(let part, let cairo):
            "cairo \(cairo) wrote \(part) in an unknown way: the file has no tags, bookmarks, links and attachments, and "
                + "claims neither PDF/UA-1 nor PDF/A-3a; \(Self.remedy)"
        }
    }

    private static let remedy = "run it with cairo 1.16 to 1.18 for a complete one"
}
