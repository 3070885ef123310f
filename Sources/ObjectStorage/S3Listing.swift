import NativeCodecs

/// One page of the names below a prefix, as ListObjectsV2 answers.
struct S3Listing: Equatable, Sendable {
    /// The whole keys of objects.
    var keys: [String] = []
    /// The whole prefixes of what stands deeper, each with its slash.
    var prefixes: [String] = []
    /// What to ask for the next page with; nil where this is the last.
    var next: String?

    /// The page that an answer holds; nil where it is none.
    init?(_ xml: [UInt8]) {
        var listing = S3Listing()
        var (path, text, isListing) = ([String](), "", false)
        let read: Void? = try? XMLEvents.read(xml) { event in
            switch event {
            case .start(let name, _):
                isListing = isListing || (path.isEmpty && name == "ListBucketResult")
                path.append(name)
                text = ""
            case .text(let part): text += part
            case .end:
                listing.take(text, of: path.dropFirst().joined(separator: "/"))
                path.removeLast()
                text = ""
            }
            return true
        }
        guard read != nil, isListing else { return nil }
        self = listing
    }

    private init() {}

    private mutating func take(_ text: String, of element: String) {
        switch element {
        case "Contents/Key": keys.append(text)
        case "CommonPrefixes/Prefix": prefixes.append(text)
        case "NextContinuationToken": next = text
        default: break
        }
    }

    /// The text of the first element of a name, in an answer of another kind: the code of an error, the id of an upload.
    static func text(of element: String, in xml: [UInt8]) -> String? {
        var (isInside, found) = (false, String?.none)
        try? XMLEvents.read(xml) { event in
            switch event {
            case .start(let name, _):
                if name == element, found == nil { (isInside, found) = (true, "") }
            case .text(let part): if isInside { found? += part }
            case .end(let name): if name == element { isInside = false }
            }
            return true
        }
        return found
    }
}
