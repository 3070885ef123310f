import Formatting

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
        let encoded = PercentEncoding.text(key.utf8, keepsSlashes: true)
        self.query = query.map { (PercentEncoding.text($0.name.utf8), PercentEncoding.text($0.value.utf8)) }.sorted {
            $0.0 < $1.0
        }
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
}
