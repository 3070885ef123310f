import NativeCodecs
import Series

/// A moment as signatures write it: `20130524T000000Z`.
struct SigningMoment: Equatable, Sendable {
    /// `20130524`.
    let day: String
    /// `20130524T000000Z`.
    let text: String

    /// A moment in milliseconds after 1970.
    init(_ milliseconds: Int64) {
        let seconds = milliseconds / 1000
        let (year, month, day) = CalendarDate(day: Int(seconds / 86_400)).components
        let clock = Int(seconds % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        self.day = "\(year)" + two(month) + two(day)
        text = self.day + "T" + two(clock / 3600) + two(clock / 60 % 60) + two(clock % 60) + "Z"
    }
}

/// Signs requests of S3 by AWS Signature Version 4, in a header: the secret itself never leaves the process.
///
/// Amazon Simple Storage Service API Reference, "Authenticating Requests: Using the Authorization Header"; its examples are
/// in the tests.
struct RequestSignature {
    private static let algorithm = "AWS4-HMAC-SHA256"
    let credentials: S3Credentials

    /// The lines that a request needs besides its own, the signature last.
    func headers(of request: S3Request, at moment: SigningMoment) -> [(name: String, value: String)] {
        let digest = SHA256.hex(request.body)
        var all =
            request.headers + [("host", request.host), ("x-amz-content-sha256", digest), ("x-amz-date", moment.text)]
        if let token = credentials.token { all.append(("x-amz-security-token", token)) }
        all.sort { $0.name < $1.name }
        let names = all.map(\.name).joined(separator: ";")
        let canonical =
            [request.method, request.path, request.query].joined(separator: "\n") + "\n"
            + all.map { "\($0.name):\($0.value)\n" }.joined() + "\n" + names + "\n" + digest
        let scope = "\(moment.day)/\(credentials.region)/s3/aws4_request"
        let toSign = [Self.algorithm, moment.text, scope, SHA256.hex(Array(canonical.utf8))].joined(separator: "\n")
        let value =
            "\(Self.algorithm) Credential=\(credentials.accessKey)/\(scope),SignedHeaders=\(names),Signature="
            + signature(toSign, moment)
        return all.filter { $0.name != "host" } + [("authorization", value)]
    }

    private func signature(_ text: String, _ moment: SigningMoment) -> String {
        let scope = [moment.day, credentials.region, "s3", "aws4_request"]
        let key = scope.reduce(Array("AWS4\(credentials.secret)".utf8)) {
            KeyedDigest.sha256(of: Array($1.utf8), key: $0)
        }
        return KeyedDigest.sha256Hex(of: Array(text.utf8), key: key)
    }
}

/// HMAC, RFC 2104.
enum KeyedDigest {
    private static let block = 64

    /// The 32 bytes of HMAC-SHA256.
    static func sha256(of bytes: [UInt8], key: [UInt8]) -> [UInt8] { SHA256.digest(of: outer(bytes, key)) }

    /// The same as 64 hexadecimal digits.
    static func sha256Hex(of bytes: [UInt8], key: [UInt8]) -> String { SHA256.hex(outer(bytes, key)) }

    private static func outer(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
        let key = key.count > block ? SHA256.digest(of: key) : key
        let padded = key + [UInt8](repeating: 0, count: block - key.count)
        return padded.map { $0 ^ 0x5C } + SHA256.digest(of: padded.map { $0 ^ 0x36 } + bytes)
    }
}
