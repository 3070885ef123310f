import NativeCodecs
import Transfers

/// Objects of a bucket: read, written, listed and removed, each request signed and tried again where that may help.
///
/// ```swift
/// let client = S3Client(address, credentials, S3Surroundings(now: now, wait: wait))
/// let isNew = try client.put(bytes, to: "a/manifest.json", onlyWhereNothingIs: true)
/// ```
public struct S3Client: Sendable {
    /// Where the objects are; keys of all functions are below it.
    public let address: S3Address
    let credentials: S3Credentials
    let surroundings: S3Surroundings

    /// A client of a place.
    public init(_ address: S3Address, _ credentials: S3Credentials, _ surroundings: S3Surroundings) {
        (self.address, self.credentials, self.surroundings) = (address, credentials, surroundings)
    }

    /// Objects beyond this are sent in parts of this size.
    static let partSize = 16 << 20

    // MARK: Objects

    /// The bytes of an object, or of a range of it; nil where there is none. A range behind its end is empty.
    public func get(_ key: String, range: Range<Int>? = nil) throws(S3Error) -> [UInt8]? {
        var request = request("GET", key)
        if let range { request.headers.append(("range", "bytes=\(range.lowerBound)-\(range.upperBound - 1)")) }
        let answer = send(request)
        switch answer.status {
        case 200, 206: return answer.body
        case 404: return nil
        case 416 where range != nil: return []
        default: throw S3Error(.read, url(key), answer)
        }
    }

    /// Whether there is an object of that key.
    public func exists(_ key: String) throws(S3Error) -> Bool {
        let answer = send(request("HEAD", key))
        switch answer.status {
        case 200: return true
        case 404: return false
        default: throw S3Error(.read, url(key), answer)
        }
    }

    /// Puts an object, whole or not at all; the server holds it against the digest of what was sent.
    ///
    /// - Parameter onlyWhereNothingIs: Leave an object that is there. A server that knows no such condition is asked first,
    ///   which two writers at the same moment may both be told is free; they write the same bytes then.
    /// - Returns: False where one was there and was to be left.
    public func put(_ bytes: [UInt8], to key: String, onlyWhereNothingIs: Bool = false) throws(S3Error) -> Bool {
        if bytes.count > Self.partSize, !onlyWhereNothingIs {
            try putInParts(bytes, to: key)
            return true
        }
        var request = request("PUT", key)
        request.body = bytes
        if onlyWhereNothingIs {
            var conditional = request
            conditional.headers.append(("if-none-match", "*"))
            let answer = send(conditional)
            switch answer.status {
            case 200: return true
            case 412: return false
            case 400, 501: if try exists(key) { return false }
            case 409 where try exists(key): return false
            default: throw S3Error(.write, url(key), answer)
            }
        }
        let answer = send(request)
        guard answer.status == 200 else { throw S3Error(.write, url(key), answer) }
        return true
    }

    /// Removes an object; one that is not there is no error.
    public func remove(_ key: String) throws(S3Error) {
        let answer = send(request("DELETE", key))
        guard [200, 204, 404].contains(answer.status) else { throw S3Error(.write, url(key), answer) }
    }

    /// The names directly below a key, folders among them: sorted by their bytes, each once.
    public func names(below folder: String) throws(S3Error) -> [String] {
        let prefix = folderPrefix(folder)
        var names: Set<String> = []
        var next: String?
        repeat {
            let listing = try page(prefix, after: next, delimiter: "/")
            for key in listing.keys + listing.prefixes.map({ String($0.dropLast()) }) where key.hasPrefix(prefix) {
                let name = String(key.dropFirst(prefix.count))
                if !name.isEmpty { names.insert(name) }
            }
            next = listing.next
        } while next != nil
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether any object lies below a key.
    public func hasObjects(below folder: String) throws(S3Error) -> Bool {
        let listing = try page(folderPrefix(folder), after: nil, delimiter: nil, most: 1)
        return !listing.keys.isEmpty
    }

    // MARK: Requests

    func request(_ method: String, _ key: String, _ query: [(name: String, value: String)] = []) -> S3Request {
        S3Request(method, bucket: address.bucket, key: address.key(key), query: query, credentials)
    }

    /// As messages name an object.
    func url(_ key: String) -> String { S3Address.scheme + address.bucket + "/" + address.key(key) }

    /// The last answer after as many attempts as may help. Signed anew for each, because signatures age.
    func send(_ request: S3Request) -> HTTPAnswer {
        surroundings.attempts.run(wait: surroundings.wait) {
            let headers = RequestSignature(credentials: credentials)
                .headers(of: request, at: SigningMoment(surroundings.now()))
            var answer = surroundings.transport.answer(
                to: HTTPExchange(
                    method: request.method, url: request.url, headers: headers.map { "\($0.name): \($0.value)" },
                    body: request.body, seconds: surroundings.seconds(for: request.body.count),
                    authority: surroundings.authority))
            if Self.mayPass(answer) { answer.mayPass = true }
            return answer
        }
    }

    /// Refusals of what came rather than of what was sent: it was damaged or slow on its way, or met another writer.
    private static func mayPass(_ answer: HTTPAnswer) -> Bool {
        guard [400, 409].contains(answer.status) else { return false }
        let passing = ["BadDigest", "ConditionalRequestConflict", "RequestTimeout", "XAmzContentSHA256Mismatch"]
        return S3Listing.text(of: "Code", in: answer.body).map(passing.contains) ?? false
    }

    private func folderPrefix(_ folder: String) -> String {
        let key = address.key(folder)
        return key.isEmpty ? "" : key + "/"
    }

    private func page(
        _ prefix: String, after: String?, delimiter: String?, most: Int? = nil
    ) throws(S3Error) -> S3Listing {
        var query = [("list-type", "2"), ("prefix", prefix)].map { (name: $0.0, value: $0.1) }
        if let delimiter { query.append(("delimiter", delimiter)) }
        if let after { query.append(("continuation-token", after)) }
        if let most { query.append(("max-keys", String(most))) }
        let answer = send(S3Request("GET", bucket: address.bucket, key: "", query: query, credentials))
        guard answer.status == 200, let listing = S3Listing(answer.body) else {
            throw S3Error(.list, S3Address.scheme + address.bucket + "/" + prefix, answer)
        }
        return listing
    }
}
