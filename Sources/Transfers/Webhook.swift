import CurlCalls
import Glibc

/// An address that takes messages over HTTP.
public struct Webhook: Equatable, Sendable {
    /// The address; often a secret.
    public var url: String
    /// Lines such as `Authorization: Bearer …`; often secrets.
    public var headers: [String]
    /// Seconds that an attempt may take.
    public var seconds: Double
    /// A file of the certificates to trust; nil for those of the system.
    public var authority: String?

    /// A webhook with all its parts.
    public init(url: String, headers: [String] = [], seconds: Double, authority: String? = nil) {
        (self.url, self.headers, self.seconds, self.authority) = (url, headers, seconds, authority)
    }

    /// Posts some JSON once.
    public func post(_ body: [UInt8]) -> TransferOutcome {
        unsafe CStrings.with(["Content-Type: application/json"] + headers) { lines, count in
            unsafe CStrings.with([url, authority]) { texts, _ in
                unsafe body.withUnsafeBufferPointer { body in
                    var post = unsafe CurlPost()
                    unsafe post.url = texts[0]
                    unsafe post.headers = lines
                    unsafe post.header_count = count
                    unsafe post.body = body.baseAddress
                    unsafe post.length = body.count
                    unsafe post.seconds = seconds
                    unsafe post.authority = texts[1]
                    return unsafe TransferOutcome(post: curl_calls_post(&post))
                }
            }
        }
    }
}

/// Texts as C has them.
enum CStrings {
    /// Hands on copies that live as long as the body runs; nil stays NULL.
    static func with<Result>(
        _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>, Int) -> Result
    ) -> Result {
        let copies = unsafe texts.map { text in unsafe text.flatMap { unsafe strdup($0) } }
        defer { unsafe copies.forEach { unsafe free($0) } }
        // One more, so that there is an address for none.
        let pointers = unsafe copies.map { unsafe UnsafePointer($0) } + [nil]
        return unsafe pointers.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("an array of one has an address") }
            return unsafe body(start, texts.count)
        }
    }
}
