import Transfers

/// Why an object could not be read, written or listed. Holds no secret.
public struct S3Error: Error, Equatable, Sendable {
    /// What was tried.
    public enum Operation: Sendable {
        /// Reading an object.
        case read
        /// Writing or removing one.
        case write
        /// Listing keys.
        case list
    }

    /// What was tried.
    public let operation: Operation
    /// `s3://bucket/key`.
    public let url: String
    /// What was answered, with a remedy where one is known: `the server answered 403, AccessDenied`.
    public let reason: String

    init(_ operation: Operation, _ url: String, _ answer: HTTPAnswer) {
        (self.operation, self.url) = (operation, url)
        reason = Self.reason(answer)
    }

    private static func reason(_ answer: HTTPAnswer) -> String {
        guard answer.status > 0 else { return answer.words }
        let code = S3Listing.text(of: "Code", in: answer.body).map {
            String($0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(64))
        }
        let words = "the server answered \(answer.status)" + (code.map { ", " + $0 } ?? "")
        switch code {
        case "NoSuchBucket": return words + "; make the bucket first"
        case "SignatureDoesNotMatch", "InvalidAccessKeyId": return words + "; look at the credentials"
        case "AccessDenied": return words + "; the key may not do this"
        case "RequestTimeTooSkewed": return words + "; set the clock of this machine"
        case "AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException":
            return words + "; name the bucket's region in AWS_REGION"
        // An answer to a question for existence has no body that would say more.
        case nil where answer.status == 403: return words + "; look at the credentials, and at what the key may do"
        default: return words
        }
    }
}

/// What a client needs of the world around it, handed in.
public struct S3Surroundings: Sendable {
    /// Milliseconds after 1970 in UTC: signatures name the moment.
    let now: @Sendable () -> Int64
    /// Waits so many seconds.
    let wait: @Sendable (Double) -> Void
    /// How often a request is tried.
    let attempts: Attempts
    /// What carries requests.
    let transport: any HTTPTransport
    /// A file of the certificates to trust; nil for those of the system.
    let authority: String?

    /// Surroundings with all their parts.
    public init(
        now: @escaping @Sendable () -> Int64, wait: @escaping @Sendable (Double) -> Void,
        attempts: Attempts = Attempts(), transport: any HTTPTransport = CurlTransport(), authority: String? = nil
    ) {
        (self.now, self.wait, self.attempts) = (now, wait, attempts)
        (self.transport, self.authority) = (transport, authority)
    }

    /// Half a minute, and time for a line of 1 MB/s.
    func seconds(for bytes: Int) -> Double { 30 + Double(bytes) / 1e6 }
}
