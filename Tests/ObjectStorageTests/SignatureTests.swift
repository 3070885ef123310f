import Formatting
import Testing

@testable import ObjectStorage

/// The examples of Amazon's own documentation: Amazon S3 API Reference, "Authenticating Requests: Using the Authorization
/// Header (AWS Signature Version 4)", GET Object and GET Bucket Lifecycle, and RFC 4231.
@Suite struct SignatureTests {
    private let credentials = S3Credentials(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1",
        endpoint: "https://examplebucket.s3.amazonaws.com")
    /// 2013-05-24T00:00:00Z.
    private let moment = SigningMoment(1_369_353_600_000)

    private func signature(_ request: S3Request) -> String? {
        let headers = RequestSignature(credentials: credentials).headers(of: request, at: moment)
        return headers.last?.value.split(separator: "=").last.map(String.init)
    }

    private func request(_ method: String, _ path: String, _ query: String = "") -> S3Request {
        S3Request(method: method, host: "examplebucket.s3.amazonaws.com", scheme: "https://", path: path, query: query)
    }

    @Test func `moments read as the standard writes them`() {
        #expect(moment.text == "20130524T000000Z" && moment.day == "20130524")
        #expect(SigningMoment(1_795_737_599_999).text == "20261126T235959Z")
    }

    @Test func `a part of an object`() {
        var get = request("GET", "/test.txt")
        get.headers = [("range", "bytes=0-9")]
        #expect(signature(get) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test func `an object is put`() {
        var put = request("PUT", "/" + PercentEncoding.text("test$file.text".utf8))
        put.headers = [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")]
        put.body = Array("Welcome to Amazon S3.".utf8)
        #expect(signature(put) == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    }

    @Test func `a query without a value, and one of two names`() {
        #expect(
            signature(request("GET", "/", "lifecycle="))
                == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
        #expect(
            signature(request("GET", "/", "max-keys=2&prefix=J"))
                == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
    }

    @Test func `keyed digests of RFC 4231`() {
        func hex(_ bytes: [UInt8]) -> String {
            bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        #expect(
            hex(KeyedDigest.sha256(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = [UInt8](repeating: 0xAA, count: 131)
        #expect(
            hex(KeyedDigest.sha256(of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: long))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func `a token of a session is signed too`() {
        var temporary = credentials
        temporary.token = "TOKEN"
        let headers = RequestSignature(credentials: temporary).headers(of: request("GET", "/"), at: moment)
        #expect(headers.contains { $0 == ("x-amz-security-token", "TOKEN") })
        #expect(headers.last?.value.contains("x-amz-date;x-amz-security-token,") == true)
    }
}
