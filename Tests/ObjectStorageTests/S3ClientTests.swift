import Synchronization
import Testing
import Transfers

@testable import ObjectStorage

/// A server that gives the answers of a list, and keeps what it was asked.
final class ListedAnswers: HTTPTransport {
    private let state: Mutex<(answers: [HTTPAnswer], asked: [HTTPExchange])>

    init(_ answers: [HTTPAnswer]) { state = Mutex((answers, [])) }

    var asked: [HTTPExchange] { state.withLock { $0.asked } }

    func answer(to exchange: HTTPExchange) -> HTTPAnswer {
        state.withLock { state in
            state.asked.append(exchange)
            return state.answers.isEmpty ? HTTPAnswer(status: 500, mayPass: true) : state.answers.removeFirst()
        }
    }
}

@Suite struct S3ClientTests {
    private func client(_ transport: ListedAnswers) throws -> S3Client {
        S3Client(
            try #require(S3Address("s3://reports/nightly")),
            S3Credentials(accessKey: "A", secret: "topsecret", region: "eu-west-1", endpoint: "http://127.0.0.1:9000/"),
            S3Surroundings(now: { 0 }, wait: { _ in }, transport: transport))
    }

    private func page(_ keys: [String], _ prefixes: [String] = [], next: String? = nil) -> HTTPAnswer {
        let text =
            "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>reports</Name>"
            + keys.map { "<Contents><Key>\($0)</Key><Size>1</Size></Contents>" }.joined()
            + prefixes.map { "<CommonPrefixes><Prefix>\($0)</Prefix></CommonPrefixes>" }.joined()
            + (next.map { "<NextContinuationToken>\($0)</NextContinuationToken>" } ?? "") + "</ListBucketResult>"
        return HTTPAnswer(status: 200, body: Array(text.utf8))
    }

    @Test func `names of all pages, folders among them, sorted by bytes`() throws {
        let server = ListedAnswers([
            page(["nightly/a/x.json", "nightly/a/"], ["nightly/a/b/"], next: "t&amp;1"),
            page(["nightly/a/X&amp;Y.json"], ["nightly/a/ü/"]),
        ])
        #expect(try client(server).names(below: "a") == ["X&Y.json", "b", "x.json", "ü"])
        #expect(
            server.asked.map(\.url) == [
                "http://127.0.0.1:9000/reports/?delimiter=%2F&list-type=2&prefix=nightly%2Fa%2F",
                "http://127.0.0.1:9000/reports/?continuation-token=t%261&delimiter=%2F&list-type=2&prefix=nightly%2Fa%2F",
            ])
    }

    @Test func `passing failures are tried again, others are told once with what to do`() throws {
        let busy = HTTPAnswer(status: 503, mayPass: true)
        let server = ListedAnswers([busy, busy, HTTPAnswer(status: 200, body: [1, 2])])
        #expect(try client(server).get("x y.json") == [1, 2])
        #expect(server.asked.count == 3 && server.asked[0].url == "http://127.0.0.1:9000/reports/nightly/x%20y.json")
        let lasting = ListedAnswers([])
        #expect { try client(lasting).get("x") } throws: {
            ($0 as? S3Error)?.reason == "the server answered 500" && lasting.asked.count == 4
        }
        let denied = ListedAnswers([
            HTTPAnswer(status: 403, body: Array("<Error><Code>AccessDenied</Code><Key>topsecret</Key></Error>".utf8))
        ])
        #expect { try client(denied).put([1], to: "x") } throws: {
            ($0 as? S3Error)?.reason == "the server answered 403, AccessDenied; the key may not do this"
                && denied.asked.count == 1
        }
        let unreachable = ListedAnswers([HTTPAnswer(status: 0, words: "couldn't connect to server")])
        #expect { try client(unreachable).exists("x") } throws: {
            ($0 as? S3Error)?.reason == "couldn't connect to server"
                && ($0 as? S3Error)?.url == "s3://reports/nightly/x"
        }
    }

    @Test func `only where nothing is: by condition, and by asking where a server knows none`() throws {
        let taken = ListedAnswers([HTTPAnswer(status: 412)])
        #expect(try !client(taken).put([1], to: "m", onlyWhereNothingIs: true))
        #expect(taken.asked[0].headers.contains("if-none-match: *"))
        let old = ListedAnswers([HTTPAnswer(status: 501), HTTPAnswer(status: 404), HTTPAnswer(status: 200)])
        #expect(try client(old).put([1], to: "m", onlyWhereNothingIs: true))
        #expect(old.asked.map(\.method) == ["PUT", "HEAD", "PUT"])
        let oldTaken = ListedAnswers([HTTPAnswer(status: 501), HTTPAnswer(status: 200)])
        #expect(try !client(oldTaken).put([1], to: "m", onlyWhereNothingIs: true))
    }

    @Test(arguments: [
        (400, "BadDigest"), (400, "RequestTimeout"), (400, "XAmzContentSHA256Mismatch"),
        (409, "ConditionalRequestConflict"),
    ])
    func `what was damaged, slow or met another on its way is sent again`(status: Int, code: String) throws {
        let refused = HTTPAnswer(status: status, body: Array("<Error><Code>\(code)</Code></Error>".utf8))
        let server = ListedAnswers([refused, HTTPAnswer(status: 200)])
        #expect(try client(server).put([1], to: "m", onlyWhereNothingIs: true) && server.asked.count == 2)
    }

    @Test func `a conflict is no object: only what is there was there before`() throws {
        #expect(
            try !client(ListedAnswers([HTTPAnswer(status: 409), HTTPAnswer(status: 200)]))
                .put([1], to: "m", onlyWhereNothingIs: true))
        #expect(throws: S3Error.self) {
            try client(ListedAnswers([HTTPAnswer(status: 409), HTTPAnswer(status: 404)]))
                .put([1], to: "m", onlyWhereNothingIs: true)
        }
    }

    @Test func `large objects go in parts, and a failed upload is given up`() throws {
        let begun = HTTPAnswer(status: 200, body: Array("<R><UploadId>u1</UploadId></R>".utf8))
        let bytes = [UInt8](repeating: 7, count: S3Client.partSize + 1)
        let good = ListedAnswers([
            begun, HTTPAnswer(status: 200, tag: "\"e1\""), HTTPAnswer(status: 200, tag: "\"e2\""),
            HTTPAnswer(status: 200),
        ])
        #expect(try client(good).put(bytes, to: "big"))
        #expect(good.asked.map(\.method) == ["POST", "PUT", "PUT", "POST"])
        #expect(good.asked.map(\.body.count) == [0, S3Client.partSize, 1, good.asked[3].body.count])
        #expect(
            String(decoding: good.asked[3].body, as: UTF8.self).contains(
                "<PartNumber>2</PartNumber><ETag>\"e2\"</ETag>"))
        let bad = ListedAnswers([begun, HTTPAnswer(status: 403), HTTPAnswer(status: 204)])
        #expect(throws: S3Error.self) { try client(bad).put(bytes, to: "big") }
        #expect(bad.asked.last?.method == "DELETE" && bad.asked.last?.url.hasSuffix("uploadId=u1") == true)
    }

    @Test func `addresses are taken apart, and those that are none are refused`() {
        #expect(S3Address("s3://abc/x/y/")?.prefix == "x/y" && S3Address("s3://abc")?.prefix == "")
        for text in [
            "s3://", "s3://ab", "s3://Abc", "s3://a_c", "s3://abc//x", "s3://abc/../x", "http://abc", "s3:/abc",
        ] {
            #expect(S3Address(text) == nil, "\(text)")
        }
        let amazon = S3Credentials(accessKey: "A", secret: "B", region: "eu-west-1")
        #expect(S3Request("GET", bucket: "abc", key: "k", amazon).url == "https://abc.s3.eu-west-1.amazonaws.com/k")
        #expect(S3Request("GET", bucket: "a.b", key: "k", amazon).url == "https://s3.eu-west-1.amazonaws.com/a.b/k")
    }

    @Test func `credentials come from the environment first, then from the profile's files`() throws {
        let files = [
            "/h/.aws/config":
                "[default]\nregion = eu-north-1\n[profile night]\nregion=ap-south-1\nendpoint_url = http://store:9000",
            "/h/.aws/credentials":
                "# keys\n[default]\naws_access_key_id = D\naws_secret_access_key = d=1\n[night]\naws_access_key_id=N\naws_secret_access_key=n",
        ]
        func read(_ variables: [String: String]) throws -> S3Credentials {
            try S3Credentials(
                variable: { variables.merging(["HOME": "/h"]) { own, _ in own }[$0] }, file: { files[$0] })
        }
        #expect(try read([:]) == S3Credentials(accessKey: "D", secret: "d=1", region: "eu-north-1"))
        #expect(
            try read(["AWS_PROFILE": "night"])
                == S3Credentials(accessKey: "N", secret: "n", region: "ap-south-1", endpoint: "http://store:9000"))
        #expect(
            try read([
                "AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "e", "AWS_SESSION_TOKEN": "t", "AWS_REGION": "r",
            ])
                == S3Credentials(accessKey: "E", secret: "e", token: "t", region: "r"))
        #expect(throws: S3Credentials.Failure.self) { try read(["AWS_PROFILE": "none"]) }
        #expect(throws: S3Credentials.Failure.self) { try read(["AWS_ENDPOINT_URL": "store:9000"]) }
        #expect(throws: S3Credentials.Failure.self) {
            try read(["AWS_ACCESS_KEY_ID": "E\nX", "AWS_SECRET_ACCESS_KEY": "e"])
        }
    }
}
