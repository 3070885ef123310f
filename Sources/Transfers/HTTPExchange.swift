import CurlCalls

/// A request of HTTP, whole.
public struct HTTPExchange: Sendable {
    /// `GET`, `PUT`, `HEAD`, `POST` or `DELETE`.
    public var method: String
    /// The address, encoded.
    public var url: String
    /// Lines such as `range: bytes=0-9`; often secrets.
    public var headers: [String]
    /// What is sent.
    public var body: [UInt8]
    /// Seconds that an attempt may take.
    public var seconds: Double
    /// A file of the certificates to trust; nil for those of the system.
    public var authority: String?

    /// An answer with more bytes is refused.
    static let mostBytes = 1 << 30

    /// A request with all its parts.
    public init(
        method: String, url: String, headers: [String] = [], body: [UInt8] = [], seconds: Double,
        authority: String? = nil
    ) {
        (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
        (self.seconds, self.authority) = (seconds, authority)
    }
}

/// What was answered to a request, or why nothing was.
public struct HTTPAnswer: Equatable, Sendable {
    /// The status; 0 where no whole answer came.
    public var status: Int
    /// What came with it.
    public var body: [UInt8]
    /// The header `ETag`; nil for none.
    public var tag: String?
    /// Another attempt may end otherwise.
    public var mayPass: Bool
    /// Seconds that the other side asks to wait; nil where it does not say.
    public var wait: Double?
    /// What went wrong on the way, as a phrase; empty where an answer came.
    public var words: String

    /// An answer with all its parts.
    public init(
        status: Int, body: [UInt8] = [], tag: String? = nil, mayPass: Bool = false, wait: Double? = nil,
        words: String = ""
    ) {
        (self.status, self.body, self.tag) = (status, body, tag)
        (self.mayPass, self.wait, self.words) = (mayPass, wait, words)
    }
}

/// What carries requests: libcurl, or a test's own.
public protocol HTTPTransport: Sendable {
    /// Sends a request once.
    func answer(to exchange: HTTPExchange) -> HTTPAnswer
}

/// Requests by libcurl, which is loaded with the first.
public struct CurlTransport: HTTPTransport {
    /// A transport; all are alike.
    public init() {}

    /// Sends a request once, over the connection of the one before where that still stands.
    public func answer(to exchange: HTTPExchange) -> HTTPAnswer {
        unsafe CStrings.with(exchange.headers) { lines, count in
            unsafe CStrings.with([exchange.method, exchange.url, exchange.authority]) { texts, _ in
                unsafe exchange.body.withUnsafeBufferPointer { body in
                    var request = unsafe CurlRequest()
                    unsafe request.method = texts[0]
                    unsafe request.url = texts[1]
                    unsafe request.headers = lines
                    unsafe request.header_count = count
                    unsafe request.body = body.baseAddress
                    unsafe request.length = body.count
                    unsafe request.seconds = exchange.seconds
                    unsafe request.authority = texts[2]
                    unsafe request.limit = HTTPExchange.mostBytes
                    var answer = unsafe curl_calls_request(&request)
                    defer { unsafe curl_calls_free(&answer) }
                    return unsafe HTTPAnswer(answer)
                }
            }
        }
    }
}

extension HTTPAnswer {
    fileprivate init(_ answer: CurlAnswer) {
        let (outcome, isWhole) = unsafe (answer.outcome, answer.outcome.code == 0)
        let status = isWhole ? Int(outcome.status) : 0
        let body = unsafe [UInt8](UnsafeBufferPointer(start: answer.body, count: isWhole ? answer.length : 0))
        let tag = unsafe withUnsafeBytes(of: answer.tag) {
            unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        self.init(
            status: status, body: body, tag: tag.isEmpty ? nil : tag,
            mayPass: isWhole
                ? [408, 425, 429].contains(status) || (500...599).contains(status) && status != 501
                : outcome.is_passing,
            wait: outcome.wait >= 0 ? outcome.wait : nil, words: isWhole ? "" : TransferOutcome(post: outcome).words)
    }
}

extension Attempts {
    /// Tries until an answer comes that no other attempt would change, or it has been tried often enough.
    public func run(wait: (Double) -> Void, _ attempt: () -> HTTPAnswer) -> HTTPAnswer {
        var answer = attempt()
        var (count, seconds) = (1, firstWait)
        while answer.mayPass, count < most {
            wait(min(max(seconds, answer.wait ?? 0), Self.longestWait))
            answer = attempt()
            count += 1
            seconds *= 2
        }
        return answer
    }
}
