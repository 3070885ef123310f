import Foundation
import TestSupport
import Testing

/// Inputs made to do harm, and inputs that do it by accident: a message or a report, in bounded time and memory.
@Suite(.timeLimit(.minutes(2))) struct HostileTests {
    private let folder: TemporaryFolder
    private static let returns = "date,returns\n" + (10...28).map { "2020-01-\($0),0.0\($0 % 3)\n" }.joined()

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write(Self.returns, to: "r.csv")
    }

    private func run(_ words: String...) throws -> Tearsheet.Result { try Tearsheet.run(words, in: folder.url) }

    private func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
        }
    }

    // MARK: Option files

    @Test(arguments: ["[.x]", String(repeating: "a.", count: 3000) + "a = 1", "a = [[[1]]]", "\u{0}", "x"])
    func `a config file that is none is one line with its place`(text: String) throws {
        _ = try folder.write(text, to: "c.toml")
        let result = try run("report", "r.csv", "--config", "c.toml")
        #expect(result.code == 64 && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(result.errors.contains("c.toml") || result.errors.contains("unknown option"), "\(result.errors)")
        #expect(!result.errors.contains("JSONError"))
    }

    @Test(arguments: ["template", "logo", "commentary", "config"])
    func `an endless option file is refused`(option: String) throws {
        let result = try run("report", "r.csv", "-o", "out", "--format", "html", "--\(option)", "/dev/zero")
        #expect(result.code == 1 && result.errors.contains("--\(option)") && result.errors.contains("larger than"))
        #expect(!folder.names.contains("out"))
    }

    @Test(arguments: ["template", "logo", "commentary", "config"])
    func `an option file that is missing is named with its option`(option: String) throws {
        let result = try run("report", "r.csv", "--\(option)", "./missing.x")
        #expect(result.code == 1 && result.errors.contains("--\(option): cannot read './missing.x': no such file"))
    }

    @Test func `a damaged logo is blamed on the logo`() throws {
        let size: [UInt8] = [0, 0, 0, 9, 0, 0, 0, 9]
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        try Data(head + size + [8, 2, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]).write(to: folder.url("logo.png"))
        for format in ["html", "pdf", "json"] {
            let result = try run("report", "r.csv", "--logo", "logo.png", "--format", format, "-o", "out")
            #expect(result.code == 64 && result.errors.contains("--logo") && result.errors.contains("logo.png"))
        }
        #expect(!folder.names.contains("out"))
    }

    // MARK: Templates

    @Test func `files beside a template are read when they are named`() throws {
        _ = try folder.write("<p>own</p>{% include \"part.html\" %}", to: "own.report")
        _ = try folder.write("<p>part</p>", to: "part.html")
        _ = try folder.write(String(repeating: "x", count: 2 << 20), to: "other.html")
        let result = try run("report", "r.csv", "--template", "own.report", "--format", "html", "-o", "out")
        #expect(result.code == 0, "\(result.errors)")
        _ = try folder.write("{% include \"other.html\" %}", to: "own.report")
        let large = try run("report", "r.csv", "--template", "own.report", "--format", "html", "-o", "out")
        #expect(large.code == 1 && large.errors.contains("'other.html' cannot be read: it is larger than 1 MB"))
        _ = try folder.write("{% include \"../own.report\" %}", to: "own.report")
        #expect(try run("templates", "render", "own.report").code == 1)
    }

    // MARK: Values

    @Test(arguments: [
        ("open trade", "A,long,1,2020-01-10,1,9999-12-31,2,0,1"),
        ("huge profit", "A,long,1,2020-01-10,1,2020-01-12,2,0,1e200"),
        ("tiny profit", "A,long,1,2020-01-10,1,2020-01-12,2,0,1e-320"),
        ("huge loss", "A,short,1,2020-01-10,1,2020-01-12,1e300,0,-1e300"),
    ])
    func `a trade far outside still gives every format`(name: String, trade: String) throws {
        _ = try folder.write(Self.returns, to: "run/returns.csv")
        _ = try folder.write(
            "symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl\n\(trade)\nB,long,1,2020-01-11,1,2020-01-13,2,0,1\n",
            to: "run/trades.csv")
        let result = try run("report", "run", "--format", "html,pdf,json,csv", "-o", "out")
        // What is far outside may well be warned of.
        let complaints = result.errors.split(separator: "\n").filter { !$0.contains("warning: ") }
        #expect(result.code == 0 && complaints.isEmpty, "\(result.errors)")
    }

    @Test(arguments: [
        "date,equity\n2020-01-01,1e308\n2020-01-02,1.1e308\n2020-01-03,1e300\n2020-01-04,1e308\n",
        "date,returns\n2020-01-01,1e-310\n2020-01-02,0\n",
        "date,returns\n2020-01-01,5e-324\n2020-01-02,-5e-324\n2020-01-03,0\n",
        "date,equity\n2020-01-01,1e-300\n2020-01-02,1.1e-300\n2020-01-03,1e-299\n",
    ])
    func `values at the ends of what a number can be end in a report or a message`(text: String) throws {
        _ = try folder.write(text, to: "x.csv")
        let result = try run("report", "x.csv", "--format", "html,pdf,json", "-o", "out")
        #expect(result.code == 0 || result.code == 1 && result.errors.hasPrefix("tearsheet: x.csv"), "\(result)")
    }

    @Test func `a picture of more points than memory should hold is refused`() throws {
        let result = try run("figure", "equity", "r.csv", "--size", "10000x10000", "-o", "x.png")
        #expect(result.code == 64 && result.errors.contains("--size"))
    }

    // MARK: Terminals and secrets

    @Test func `nothing of an input acts on a terminal`() throws {
        _ = try folder.write(
            "{\"strategy\": \"a\\u001b]0;x\\u0007\\u009b31m\\u202e\", \"id\": \"i\\u009b\\u202e\", \"bad\\u001b[0m\": 1}",
            to: "run/run.json")
        _ = try folder.write(Self.returns, to: "run/returns.csv")
        _ = try folder.write("date,returns\u{1B}]0;x\u{7}\n2020-01-01,1\n2020-01-02,2\n", to: "c.csv")
        let commands = [
            ["inspect", "run"], ["validate", "run"], ["metrics", "run"], ["metrics", "run", "--format", "json"],
            ["report", "run", "--verbose", "--format", "json"], ["report", "c.csv"], ["report", "no\u{1B}[31m.csv"],
            ["report", "r.csv", "--template", "no\u{9B}/x"], ["report", "run", "--log-format", "json", "--verbose"],
            ["bad\u{1B}"], ["report", "--bad\u{1B}"],
        ]
        for words in commands {
            let result = try Tearsheet.run(words, in: folder.url)
            #expect(isPrintable(result.output) && isPrintable(result.errors), "\(words)")
        }
        #expect(folder.names.allSatisfy(isPrintable))
    }

    @Test func `no secret of a run is in any of its files`() throws {
        let secrets = ["pass", "db_pass", "pw", "pin", "jwt", "cookie", "session_id", "sig", "key1", "dsn"]
        let members = secrets.map { "\"\($0)\": \"SEKRIT\"" } + ["\"url\": \"https://u:SEK/SEKRIT@h/?api_key=SEKRIT\""]
        _ = try folder.write(
            "{\"strategy\": \"s token=SEKRIT\", \"version\": \"Bearer SEKRIT\", \"parameters\": {\(members.joined(separator: ","))}}",
            to: "run/run.json")
        _ = try folder.write(Self.returns, to: "run/returns.csv")
        let result = try run("report", "run", "--format", "html,pdf,json,csv", "-o", "out", "--verbose")
        #expect(result.code == 0 && !(result.output + result.errors).contains("SEKRIT"), "\(result)")
        #expect(try run("inspect", "run").output.contains("SEKRIT") == false)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url("out").path) {
            #expect(try Data(contentsOf: folder.url("out/" + name)).range(of: Data("SEKRIT".utf8)) == nil, "\(name)")
        }
    }

    @Test func `a name of a megabyte is answered in a line`() throws {
        let long = String(repeating: "x", count: 1_000_000)
        _ = try folder.write(Self.returns, to: "run/returns.csv")
        for field in ["time_zone", "calendar"] {
            _ = try folder.write("{\"\(field)\": \"\(long)\"}", to: "run/run.json")
            let result = try run("report", "run", "-o", "out")
            #expect(result.code == 1 && result.errors.utf8.count < 1000)
        }
        _ = try folder.write("date,\(long)\n2020-01-01,1\n2020-01-02,2\n", to: "c.csv")
        let result = try run("report", "c.csv")
        #expect(result.code == 1 && result.errors.utf8.count < 1000)
    }

    // MARK: Lines without an end

    @Test func `a line of a gigabyte is refused before it is read`() throws {
        let path = try folder.write("date,returns\n2020-01-01,", to: "huge.csv")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 1 << 30)
        try file.close()
        let result = try run("validate", "huge.csv")
        #expect(result.code == 1 && (result.errors + result.output).contains("more than 512 MiB"))
    }

    @Test(arguments: [
        ("a.csv", "date,returns\n2020-01-01,", "1"), ("b.csv", "\"", "x"), ("c.json", "", "["),
        ("d.json", "{\"a\":\"", "x"),
        ("e.html", "", "<"), ("f.csv", "date,", "x"), ("g.xml", "<FlexQueryResponse>", "<FlexStatements>"),
    ])
    func `a line of many megabytes is answered in a few`(line: (name: String, start: String, rest: String)) throws {
        let count = 16_000_000 / line.rest.utf8.count
        _ = try folder.write(line.start + String(repeating: line.rest, count: count), to: line.name)
        let result = try run("validate", line.name)
        let text = result.errors + result.output
        #expect(result.code == 1 && text.utf8.count < 2000, "\(text.prefix(500))")
    }
}
