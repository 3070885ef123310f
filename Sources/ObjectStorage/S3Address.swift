/// A place in a bucket: `s3://bucket/prefix`.
public struct S3Address: Equatable, Sendable {
    /// The bucket.
    public let bucket: String
    /// What keys begin with, without a slash at the end; empty for the whole bucket.
    public let prefix: String

    /// What addresses begin with.
    public static let scheme = "s3://"

    /// The place that an address names; nil where it names no bucket as S3 allows them (3 to 63 small letters, digits, dots and
    /// hyphens), or its prefix has an empty part, `.` or `..`.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.scheme) else { return nil }
        var parts = text.dropFirst(Self.scheme.count).split(separator: "/", omittingEmptySubsequences: false)
        while parts.count > 1, parts.last == "" { parts.removeLast() }
        let bucket = String(parts.removeFirst())
        guard (3...63).contains(bucket.utf8.count), bucket.utf8.allSatisfy(Self.isOfBucket),
            !bucket.hasPrefix("."), !bucket.hasPrefix("-"),
            parts.allSatisfy({ !["", ".", ".."].contains($0) })
        else { return nil }
        (self.bucket, prefix) = (bucket, parts.joined(separator: "/"))
    }

    private static func isOfBucket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// The key of a path below the place.
    func key(_ path: String) -> String {
        if prefix.isEmpty { return path }
        return path.isEmpty ? prefix : prefix + "/" + path
    }

    /// The address as it is written.
    public var text: String { Self.scheme + bucket + (prefix.isEmpty ? "" : "/" + prefix) }
}
