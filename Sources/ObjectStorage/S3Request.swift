/// A request as it goes over the wire, before it is signed.
struct S3Request: Sendable {
    /// `GET`.
    let method: String
    /// Name and port of the server, as the header has it.
    let host: String
    /// `https://` or `http://`.
    let scheme: String
    /// The path, encoded.
    let path: String
    /// The query, encoded and in the order of names.
    let query: String
    /// Its own headers, with small names.
    var headers: [(name: String, value: String)] = []
    /// What is sent.
    var body: [UInt8] = []
}

extension S3Request {
    /// A request for a key of a bucket; an empty key is the bucket itself.
    ///
    /// Amazon's servers are asked by the bucket's own name where certificates allow it, all others by a path.
    init(
        _ method: String, bucket: String, key: String, query: [(name: String, value: String)] = [],
        _ credentials: S3Credentials
    ) {
        self.method = method
        let encoded = Self.encoded(key, keepingSlashes: true)
        self.query = query.map { (Self.encoded($0.name), Self.encoded($0.value)) }.sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        if let endpoint = credentials.endpoint {
            let parts = Self.parts(of: endpoint)
            (scheme, host) = (parts.scheme, parts.host)
            path = parts.path + "/" + bucket + "/" + encoded
        } else {
            let server = "s3.\(credentials.region).amazonaws.com"
            scheme = "https://"
            host = bucket.contains(".") ? server : "\(bucket).\(server)"
            path = bucket.contains(".") ? "/\(bucket)/\(encoded)" : "/" + encoded
        }
    }

    /// The whole address.
    var url: String { scheme + host + path + (query.isEmpty ? "" : "?" + query) }

    private static func parts(of endpoint: String) -> (scheme: String, host: String, path: String) {
        let scheme = endpoint.hasPrefix("https://") ? "https://" : "http://"
        let rest = endpoint.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        var path = String(rest.dropFirst(host.count))
        while path.hasSuffix("/") { path.removeLast() }
        return (scheme, String(host), path)
    }

    /// A text with everything but letters, digits and `-._~` as percents and hexadecimal digits of its UTF-8.
    static func encoded(_ text: String, keepingSlashes: Bool = false) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            case UInt8(ascii: "/") where keepingSlashes: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
