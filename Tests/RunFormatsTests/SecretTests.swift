import RunModel
import Testing

@testable import RunFormats

/// Secrets of a run are masked by their names and by what they look like, wherever they stand.
@Suite struct SecretTests {
    @Test(arguments: [
        "token", "apiKey", "API-Key", "password", "pass", "db_pass", "pw", "passcode", "pin", "authorization", "jwt",
        "cookie", "session_id", "sessionId", "sig", "hmac", "key1", "KEY2", "keyfile", "dsn", "seed_phrase",
        "AuthToken",
        "oauth2", "privateKey", "DB_PASSWORD", "webhook_url", "Signature", "broker.secret", "my key", "credentials",
        "APIKey", "otp",
    ])
    func `the name of a secret`(name: String) { #expect(SecretName.isSecret(name)) }

    @Test(arguments: [
        "fast", "slow_period", "compass", "spin", "author", "session", "session_start", "keyboard", "passive", "signal",
        "opinion", "bypass_filter", "pinescript", "design", "basic", "power", "significance", "turnover",
    ])
    func `the name of something else`(name: String) { #expect(!SecretName.isSecret(name)) }

    @Test(arguments: [
        ("https://user:hunter2@host/x", "https://•••@host/x"), ("https://u:hunter2@h/a@b", "https://•••@h/a@b"),
        ("https://u@corp:hun/ter2@h", "https://•••@h"), ("https://u:hunter2@h:80/a@b", "https://•••@h:80/a@b"),
        ("https://hunter2@host", "https://•••@host"),
        ("postgres://u:hun/ter2@db:5432/x", "postgres://•••@db:5432/x"),
        ("see https://a.b/c and https://u:hunter2@d", "see https://a.b/c and https://•••@d"),
        ("https://a.b/c?x=1&api_key=hunter2&y=2", "https://a.b/c?x=1&api_key=•••&y=2"),
        ("https://a.b/#access_token=hunter2", "https://a.b/#access_token=•••"),
        ("Bearer hunter2", "Bearer •••"), ("Authorization: Bearer hunter2", "Authorization: •••"),
        ("Basic aHVudGVyMjpodW50ZXIy", "Basic •••"), ("password=hunter2", "password=•••"),
        ("user=bob;Password=hunter2;db=x", "user=bob;Password=•••;db=x"),
        ("{'api_key': 'hunter2', 'n': 3}", "{'api_key': '•••', 'n': 3}"),
        ("\"pin\" : \"hun ter2\"", "\"pin\" : \"•••\""),
        ("run --password hunter2 --fast 3", "run --password ••• --fast 3"),
        ("-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----", "•••"),
        ("-----BEGIN PRIVATE KEY----- hunter2", "•••"), ("AKIAIOSFODNN7HUNTER2", "•••"),
        ("x ghp_hunter2hunter2hunter2 y", "x ••• y"), ("sk-hunter2hunter2hunter2", "•••"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIn0.hunter2", "•••"),
        ("admin:hunter2@db.example.com", "•••@db.example.com"),
        ("https://hooks.slack.com/services/T0/B0/hunter2", "https://hooks.slack.com/•••"),
    ])
    func `a secret in a text`(text: String, masked: String) { #expect(SecretText.masked(text) == masked) }

    @Test(arguments: [
        "SMA crossover", "0.1 % of value", "https://example.org/a/b?x=1", "https://example.org:8080/x",
        "me@example.org",
        "mailto:me@example.org", "https://medium.com/@writer", "2020-01-02T09:30:00Z", "fast=10, slow=20", "a:b",
        "basic strategy", "BTC/USDT:USDT", "ES-202403-GLOBEX", "bear market 3x", "日本株 戦略", "rule: buy low",
    ])
    func `a text without one stays as it is`(text: String) { #expect(SecretText.masked(text) == text) }

    private func run(_ description: String) throws -> TemporaryRun {
        try TemporaryRun([
            "run.json": description,
            "returns.csv": "date,returns\n2020-01-01,0.01\n2020-01-02,0.02\n2020-01-03,-0.01\n",
        ])
    }

    @Test func `every text of a description is looked at`() throws {
        let fields = ["id", "strategy", "version", "engine", "created", "currency"]
        let members =
            fields.map { "\"\($0)\": \"\($0) password=hunter2\"" } + [
                "\"cost_model\": {\"commission\": \"token=hunter2\", \"slippage\": \"Bearer hunter2\"}",
                "\"sectors\": {\"A\": \"secret=hunter2\", \"password=hunter2\": \"x\"}",
                "\"parameters\": {\"a\": {\"name\": \"api_key\", \"value\": \"hunter2\"}, \"b\": [{\"name\": \"pass\", "
                    + "\"value\": \"hunter2\"}], \"c\": [\"https://u:hunter2@h\"], \"pin=hunter2\": 1}",
            ]
        let folder = try run("{" + members.joined(separator: ", ") + "}")
        let inspection = try withExtendedLifetime(folder) { try RunReader.inspect(folder.path) }
        let all = inspection.lines.joined(separator: "\n")
        #expect(!all.contains("hunter2"), "\(all)")
        #expect(all.contains("•••"))
    }

    @Test func `parameters may be a list of names and values`() throws {
        let list = "[{\"name\": \"fast\", \"value\": 10}, {\"name\": \"api_key\", \"value\": \"hunter2\"}]"
        let parameters = try run("{\"parameters\": \(list)}").read().identity.parameters
        #expect(parameters.map { "\($0.name)=\($0.value)" } == ["fast=10", "api_key=•••"])
    }

    @Test func `backtesting.py's strategy is looked at before it is taken apart`() {
        let strategy = BacktestingPyStats.strategy("SmaCross(n1=10,db=https://u:hun,ter2@host,api_key=hunter2)")
        #expect(!"\(strategy)".contains("ter2"), "\(strategy)")
        #expect(strategy.parameters.first?.value == "10")
    }

    @Test func `tags and symbols of trades are looked at`() throws {
        let folder = try run("{}")
        try folder.write(
            "trades.csv",
            Array(
                ("symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl,tag\n"
                    + "A,long,1,2020-01-01,1,2020-01-02,2,0,1,token=hunter2\n").utf8))
        #expect(try folder.read().trades?.first?.tag == "token=•••")
    }
}

/// Texts of a run that nobody could read are cut.
@Suite struct TextPolicyTests {
    private func run(_ description: String) throws -> Run {
        try TemporaryRun([
            "run.json": description,
            "returns.csv": "date,returns\n2020-01-01,0.01\n2020-01-02,0.02\n2020-01-03,-0.01\n",
        ]).read()
    }

    @Test func `a long text is cut, with a finding`() throws {
        let run = try run("{\"strategy\": \"\(String(repeating: "x", count: 50_000))\"}")
        #expect(run.identity.strategy.value?.count == TextPolicy.longest + 1)
        let finding = try #require(run.findings.first { $0.code == "long_text" })
        #expect(
            finding.message
                == "run.json: 'strategy' holds a text of more than 10000 characters; the rest is cut off; shorten it")
    }

    @Test(.timeLimit(.minutes(1))) func `very many parameters are cut, with a finding`() throws {
        let members = (0..<100_000).map { "\"p\($0)\": \($0)" }.joined(separator: ",")
        let run = try run("{\"parameters\": {\(members)}}")
        #expect(run.identity.parameters.count == TextPolicy.mostParameters)
        #expect(
            run.findings.first { $0.code == "too_many_texts" }?.message
                == "run.json: 'parameters' has 100000 entries; the first 5000 are shown; leave out what belongs into other files"
        )
    }

    @Test func `NaN is said to be not allowed`() throws {
        let error = #expect(throws: RunError.self) { try run("{\"initial_capital\": NaN}") }
        #expect(error?.message.contains("'initial_capital' must be a number, not NaN; NaN is not allowed") == true)
    }

    @Test(arguments: [
        ("a\u{9B}31mb", "a-31mb"), ("a\u{202E}b", "a-b"), ("-rf", "_rf"), ("--", "_-"), (" ", "run"), ("", "run"),
        ("..", "_."), ("\u{1B}[2J", "_[2J"), ("a/b\\c", "a-b-c"), ("\u{3000}", "run"), ("Büro 7", "Büro 7"),
    ])
    func `a name of files is harmless`(text: String, id: String) { #expect(RunID.sanitised(text) == id) }
}
