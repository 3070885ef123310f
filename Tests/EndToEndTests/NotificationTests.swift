import Foundation
import TestSupport
import Testing

/// Who hears of an unattended job: against servers on this machine that answer as servers do on bad days.
@Suite struct NotificationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-02,0.01\n", to: "in/up.csv")
        _ = try folder.write("date,returns\n2020-01-01,-0.01\n2020-01-02,-0.01\n", to: "in/down.csv")
        _ = try folder.write(Self.server, to: "server.py")
    }

    /// Answers each request by the next of its words, the last one for ever, and writes down what it was sent.
    private static let server = """
        import http.server, json, sys, threading, time
        plan = sys.argv[1:]
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with open("posts.jsonl", "a") as file:
                    file.write(json.dumps({"path": self.path, "body": body.decode(),
                        "headers": {k.lower(): v for k, v in self.headers.items()}}) + "\\n")
                word = plan.pop(0) if len(plan) > 1 else plan[0]
                if word == "hang":
                    time.sleep(3)
                elif word == "drop":
                    self.close_connection = True
                elif word == "partial":
                    self.send_response(200); self.send_header("Content-Length", "1000"); self.end_headers()
                    self.wfile.write(b"half"); self.close_connection = True
                elif word == "cut":
                    self.wfile.write(b"HTTP/1.1 2"); self.close_connection = True
                else:
                    self.send_response(int(word)); self.send_header("Content-Length", "0")
                    if word == "301": self.send_header("Location", "http://127.0.0.1:1/")
                    self.end_headers()
            def log_message(self, *args): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        open("port", "w").write(str(server.server_address[1]))
        server.serve_forever()
        """

    /// A job with `[notify]` against a server that answers by the words; `PORT` in the text is the server's.
    private func job(_ notify: String, answers: String, gate: String = "total_return > 0", format: String = "text")
        throws
        -> (result: Tearsheet.Result, posts: [JSON])
    {
        let text = """
            sources = ["in"]
            output = "out"
            format = "json"
            name = "Night"
            require = ["\(gate)"]
            \(notify)
            """
        _ = try folder.write(text, to: "template.toml")
        let script = """
            set +e
            rm -f port posts.jsonl
            python3 server.py \(answers) & p=$!
            for i in $(seq 200); do [ -s port ] && break; sleep 0.05; done
            sed "s/PORT/$(cat port)/" template.toml > n.toml
            HOOK="http://127.0.0.1:$(cat port)/secret-path" TOKEN=hunter2 tearsheet nightly n.toml --log-format \(format)
            code=$?
            kill -KILL $p; wait $p 2>/dev/null
            exit $code
            """
        let result = try Tearsheet.script(script, in: folder.url)
        let posts = (try? folder.text("posts.jsonl"))?.split(separator: "\n").map(String.init) ?? []
        return (result, try posts.map { try JSON(text: $0) })
    }

    private static let hook = "[notify.webhook]\nurl = \"http://127.0.0.1:PORT/x\"\ntimeout = 1\n"

    @Test func `what is wrong is posted once, with runs, gates and numbers`() throws {
        let (result, posts) = try job(
            "[notify]\nfile = \"alert.json\"\n[notify.webhook]\nurl-env = \"HOOK\"\ntoken-env = \"TOKEN\"\nheaders = [\"X-Desk: a\"]\n",
            answers: "200")
        #expect(result.code == 2 && result.errors.contains("the webhook is sent\n"), "\(result.errors)")
        let post = try #require(posts.first)
        #expect(posts.count == 1 && post["path"]?.string == "/secret-path")
        #expect(
            post["headers"]?["authorization"]?.string == "Bearer hunter2" && post["headers"]?["x-desk"]?.string == "a")
        let alert = try JSON(text: try #require(post["body"]?.string))
        #expect(alert["schema"]?.string == "tearsheet.alert/1" && alert["outcome"]?.string == "not_met")
        #expect(alert["title"]?.string == "Night: 1 run does not meet a gate")
        let first = alert["gates"]?["first"]?.array?.first
        #expect(first?["run"]?.string == "down" && first?["message"]?.string == "total_return is -0.020")
        #expect(try JSON(text: folder.text("alert.json")) == alert)
        #expect(!result.errors.contains("hunter2") && !result.errors.contains("secret-path"))
        for file in folder.names(in: "out").filter({ !$0.hasPrefix(".") && $0 != "audit" }) {
            #expect(try !folder.text("out/" + file).contains("hunter2"), "\(file)")
        }
    }

    @Test(arguments: [
        ("500 503 200", 0, 3), ("drop cut 200", 0, 3), ("hang 200", 0, 2), ("partial", 0, 1), ("429 204", 0, 2),
        ("404", 1, 1),
        ("301", 1, 1), ("500", 1, 4),
    ])
    func `a server on a bad day is asked again, and one that refuses is not`(answers: String, code: Int32, count: Int)
        throws
    {
        let (result, posts) = try job(
            "[notify]\nwhen = \"always\"\n" + Self.hook, answers: answers, gate: "total_return < 1")
        #expect(result.code == code && posts.count == count, "\(posts.count) \(result.errors)")
        let attempts = count == 1 ? "" : " after \(count) attempts"
        let words =
            code == 0 ? "the webhook is sent\(attempts)\n" : "the webhook is not sent\(attempts): the server answered"
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func `where all is well nobody is told, and the file says so`() throws {
        let (result, posts) = try job(
            "[notify]\nfile = \"alert.json\"\n" + Self.hook, answers: "500", gate: "total_return < 1")
        #expect(result.code == 0 && posts.isEmpty, "\(result.errors)")
        #expect(try JSON(text: folder.text("alert.json"))["outcome"]?.string == "passed")
    }

    @Test func `a job that cannot be done is told as well, and a chat gets a text`() throws {
        try FileManager.default.removeItem(at: folder.url("in"))
        _ = try folder.write("read me", to: "in/README.md")
        let (result, posts) = try job(Self.hook + "form = \"text\"\n", answers: "200")
        #expect(result.code == 1, "\(result.errors)")
        let body = try JSON(text: try #require(posts.first?["body"]?.string))
        #expect(body.object?.count == 1 && body["text"]?.string?.hasPrefix("Night: not done\n") == true, "\(body)")
        #expect(body["text"]?.string?.contains("no run found in 'in'") == true)
    }

    @Test func `a server that is not there, and a secret that is not set, are told and give 1`() throws {
        let unset = try job(
            "[notify.webhook]\nurl-env = \"TEARSHEET_NOT_SET\"\nattempts = 1\n", answers: "200",
            gate: "total_return < 1")
        #expect(unset.result.code == 0, "\(unset.result.errors)")
        let needed = try job(
            "[notify]\nwhen = \"always\"\n[notify.webhook]\nurl-env = \"TEARSHEET_NOT_SET\"\n", answers: "200")
        #expect(needed.result.code == 2)
        #expect(
            needed.result.errors.contains(
                "the webhook is not sent: the environment variable TEARSHEET_NOT_SET is not set"))
        let gone = try job(
            "[notify]\nwhen = \"always\"\n[notify.webhook]\nurl = \"http://127.0.0.1:1/\"\nattempts = 1\n",
            answers: "200",
            gate: "total_return < 1")
        #expect(
            gone.result.code == 1 && gone.result.errors.contains("the webhook is not sent: "), "\(gone.result.errors)")
    }

    @Test func `mistakes of notifications have their lines`() throws {
        let text = """
            sources = ["in"]
            output = "out"
            [notify]
            whn = "always"
            [notify.webhook]
            url = "ftp://x"
            timeout = "long"
            token-env = "TEARSHEET_NOT_SET"
            [notify.mail]
            server = "mail.example.com"
            from = "me"
            to = []
            user = "x"
            """
        _ = try folder.write(text, to: "n.toml")
        let result = try Tearsheet.run(["nightly", "n.toml", "--check"], in: folder.url)
        #expect(result.code == 64)
        for (line, fact) in [
            (4, "unknown key 'whn'; did you mean 'when'?"), (6, "'url' must be an address"),
            (7, "'timeout' must be a number"),
            (8, "TEARSHEET_NOT_SET is not set"), (10, "'server' must be"), (11, "'from' must be"), (12, "'to' must be"),
            (9, "'user' needs"),
        ] {
            #expect(
                result.errors.contains("n.toml:\(line): ") && result.errors.contains(fact),
                "\(line): \(fact)\n\(result.errors)")
        }
    }
}
