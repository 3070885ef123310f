import Foundation
import TestSupport
import Testing

/// The archive as its users meet it, with the tools that they have in ten years: a shell, `sha256sum`, Python's SQLite.
@Suite struct ArchiveTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for index in 0..<3 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
    }

    private func run(_ words: String...) throws -> Tearsheet.Result { try Tearsheet.run(words, in: folder.url) }

    /// The folders of entries, below the archive.
    private var entries: [String] {
        folder.names(in: "archive/strategies").flatMap { strategy in
            folder.names(in: "archive/strategies/\(strategy)").filter { !$0.hasSuffix(".html") }
                .map { "archive/strategies/\(strategy)/\($0)" }
        }
    }

    @Test func `a report is archived with the bytes that were written, and once`() throws {
        let first = try run("report", "in/r0.csv", "-o", "out", "--format", "html,json", "--archive", "archive")
        #expect(first.code == 0 && first.errors.contains("1 archived, in 'archive'"), "\(first.errors)")
        let again = try run("report", "in/r0.csv", "-o", "out", "--format", "html,json", "--archive", "archive")
        #expect(again.code == 0 && again.errors.contains("0 archived, 1 there already"), "\(again.errors)")
        let added = try run("archive", "add", "archive", "out/r0.json")
        #expect(added.output == "\(entries[0])\n" && entries.count == 1, "\(added.output) \(added.errors)")
        let script = """
            cmp out/r0.html \(entries[0])/r0.html && cmp out/r0.json \(entries[0])/r0.json
            cd \(entries[0]) && sha256sum --quiet -c SHA256SUMS
            id=$(grep -v '  manifest.json$' SHA256SUMS | sha256sum)
            [ "${PWD##*.}" = "${id:0:16}" ]
            cd - >/dev/null; cd archive && sha256sum --quiet -c SHA256SUMS
            """
        let checked = try Tearsheet.script(script, in: folder.url)
        #expect(checked.code == 0, "\(checked.output) \(checked.errors)")
        #expect(try run("archive", "verify", "archive").code == 0)
    }

    @Test func `add takes every file of a report, and nothing that the run was read from`() throws {
        let formats = "html,json,md,xlsx,txt,csv"
        #expect(try run("report", "in/r1.csv", "-o", "out", "--format", formats).code == 0)
        #expect(try run("archive", "add", "archive", "out").code == 0)
        let entry = try #require(entries.first)
        let archived = Set(folder.names(in: entry)).subtracting(["manifest.json", "SHA256SUMS"])
        #expect(archived == Set(folder.names(in: "out")) && archived.contains("r1.tearsheet.txt"), "\(archived)")
        // An engine's workbook has the name that ours would have.
        _ = try Tearsheet.script(
            """
            mkdir own && cp out/r1.xlsx own/r1.xlsx && tearsheet report own/r1.xlsx -o own --format json,md
            tearsheet archive add other own
            """, in: folder.url)
        let strategy = try #require(folder.names(in: "other/strategies").first)
        let other = try #require(folder.names(in: "other/strategies/\(strategy)").first { !$0.hasSuffix(".html") })
        let names = folder.names(in: "other/strategies/\(strategy)/\(other)")
        #expect(names.contains("r1.json") && names.contains("r1.md") && !names.contains("r1.xlsx"), "\(names)")
    }

    @Test func `add and report make the same entry of the same files, with the same numbers`() throws {
        #expect(try run("report", "in/r1.csv", "-o", "out", "--format", "html,json", "--archive", "archive").code == 0)
        #expect(try run("archive", "add", "other", "out").code == 0)
        func manifest(_ archive: String) throws -> JSON {
            let strategy = try #require(folder.names(in: "\(archive)/strategies/r1").first { !$0.hasSuffix(".html") })
            return try JSON(text: folder.text("\(archive)/strategies/r1/\(strategy)/manifest.json"))
        }
        let (one, other) = (try manifest("archive"), try manifest("other"))
        for key in ["entry", "strategy", "run", "engine", "start", "end", "observations", "metrics", "files", "growth"]
        {
            #expect(one[key] == other[key] && one[key] != nil, "\(key)")
        }
        #expect(one["inputs"]?.array?.map { $0["sha256"] } == other["inputs"]?.array?.map { $0["sha256"] })
        // The number that the report itself states.
        let data = try JSON(text: folder.text("out/r1.json"))
        #expect(one["metrics"]?["total_return"] == data["metrics"]?["total_return"]?["value"])
        #expect(data["metrics"]?["total_return"]?["value"]?.number != nil)
    }

    @Test func `entries are found by strategy, day and number, and one is shown`() throws {
        let made = try run("batch", "in", "-o", "out", "--format", "json", "--archive", "archive")
        #expect(made.code == 0 && made.errors.contains("3 archived, in 'archive'"), "\(made.errors)")
        let all = try JSON(text: try run("archive", "list", "archive", "--format", "json").output).array ?? []
        let numbers = all.compactMap { $0["metrics"]?["total_return"]?.number }.sorted()
        try #require(Set(numbers).count == 3)
        let condition = "total_return > \(numbers[0]) and total_return < \(numbers[2])"
        let found = try run("archive", "list", "archive", "--where", condition, "--format", "json")
        #expect(try JSON(text: found.output).array?.map { $0["metrics"]?["total_return"]?.number } == [numbers[1]])
        let text = try run("archive", "list", "archive", "--strategy", "R1").output.split(separator: "\n")
        #expect(text.count == 2 && text[1].contains("  r1  ") && text.allSatisfy { $0.count <= 80 }, "\(text)")
        #expect(try run("archive", "list", "archive", "--to", "2001-01-01").output.isEmpty)
        let shown = try run("archive", "show", "archive", "r1")
        #expect(shown.code == 0 && shown.output.contains("r1.json") && shown.output.contains("Sharpe ratio"))
        #expect(try run("archive", "list", "archive", "--where", "sharp > 1").code == 64)
        #expect(try run("archive", "show", "archive", "none").code == 1)
    }

    @Test func `the database says what the manifests say`() throws {
        #expect(try run("batch", "in", "-o", "out", "--format", "json", "--archive", "archive").code == 0)
        let script = """
            import glob, json, sqlite3
            base = sqlite3.connect("file:archive/catalogue.sqlite?mode=ro", uri=True)
            assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            paths = glob.glob("archive/strategies/*/*/manifest.json")
            assert base.execute("SELECT count(*) FROM entries").fetchone() == (len(paths),) == (3,)
            for path in paths:
                said = json.load(open(path))
                row = base.execute('SELECT run, "start", "end", archived, folder FROM entries WHERE entry = ?', [said["entry"]]).fetchone()
                assert row == (said["run"], said["start"], said["end"], said["archived"], path[8:-14]), row
                kept = dict(base.execute("SELECT key, coalesce(value, word) FROM metrics JOIN entries USING (id) WHERE entry = ?", [said["entry"]]))
                assert kept == said["metrics"], kept
                files = [{"name": n, "bytes": b, "sha256": s} for n, b, s in base.execute("SELECT name, bytes, sha256 FROM files JOIN entries USING (id) WHERE entry = ? ORDER BY name", [said["entry"]])]
                assert files == said["files"], files
            """
        let result = try Tearsheet.tool("python3", ["-c", script], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
    }

    @Test func `without SQLite there is a warning, and everything else`() throws {
        _ = try folder.write("no library", to: "lib/libsqlite3.so.0")
        let result = try Tearsheet.script(
            "LD_LIBRARY_PATH=$PWD/lib tearsheet report in/r0.csv -o out --format json --archive archive", in: folder.url
        )
        #expect(result.code == 0 && result.errors.contains("libsqlite3-0"), "\(result.errors)")
        let names = folder.names(in: "archive")
        #expect(names.contains("index.html") && !names.contains("catalogue.sqlite"))
        #expect(try run("archive", "verify", "archive").code == 0)
    }

    @Test func `a batch archives what it keeps from an earlier batch too`() throws {
        #expect(try run("batch", "in", "-o", "out", "--format", "json").code == 0)
        let later = try run("batch", "in", "-o", "out", "--format", "json", "--archive", "archive")
        #expect(later.code == 0 && later.errors.contains("3 archived"), "\(later.errors)")
        let again = try run("batch", "in", "-o", "out", "--format", "json", "--archive", "archive")
        #expect(
            again.errors.contains("3 kept") && again.errors.contains("0 archived, 3 there already"), "\(again.errors)")
    }

    @Test func `a folder with other files is no archive, and stays as it is`() throws {
        let result = try run("report", "in/r0.csv", "-o", "out", "--format", "json", "--archive", "in")
        #expect(result.code == 1 && result.errors.contains("holds other files"), "\(result.errors)")
        #expect(folder.names(in: "in") == ["r0.csv", "r1.csv", "r2.csv"])
        #expect(try run("archive", "list", "in").code == 1 && run("archive", "list", "nowhere").code == 1)
        #expect(try run("report", "in/r0.csv", "-o", "-", "--format", "json", "--archive", "archive").code == 64)
    }

    @Test func `prune says what would go, and takes that and no more`() throws {
        for day in 1...4 {
            _ = try folder.write(returnsTable(shift: day), to: "in/r0.csv")
            let script =
                "SOURCE_DATE_EPOCH=\(day * 86_400) tearsheet report in/r0.csv -o out --format json --archive archive"
            #expect(try Tearsheet.script(script, in: folder.url).code == 0)
        }
        let before = entries
        let said = try run("archive", "prune", "archive", "--keep-last", "2", "--dry-run")
        #expect(said.code == 0 && said.output.split(separator: "\n").count == 2 && entries == before, "\(said.errors)")
        let done = try run("archive", "prune", "archive", "--keep-last", "2")
        #expect(done.output == said.output && done.errors.contains("2 removed, 2 kept"), "\(done.errors)")
        #expect(Set(before).subtracting(entries) == Set(said.output.split(separator: "\n").map(String.init)))
        #expect(try run("archive", "verify", "archive").code == 0)
        #expect(try run("archive", "prune", "archive").code == 64)
        let list = try run("archive", "list", "archive", "--format", "json")
        #expect(try JSON(text: list.output).array?.map { $0["sequence"] } == [.number(4), .number(3)])
    }
}
