import Foundation
import TestSupport
import Testing

/// `--locale` reaches every number that readers see, and none that programs read.
@Suite struct LanguageTests {
    private let thin = "\u{202F}"

    private func reports(_ options: [String], of run: String = "SampleRuns/five-assets") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(["report", run, "-o", folder.url.path, "--quiet"] + options)
        try #require(result.code == 0, "\(result.errors)")
        return folder
    }

    /// Every file of a folder and those below it, sorted.
    private func names(in folder: TemporaryFolder) throws -> [String] {
        let all = try #require(FileManager.default.subpaths(atPath: folder.url.path))
        return try all.sorted().filter {
            let facts = try FileManager.default.attributesOfItem(atPath: folder.url($0).path)
            return facts[.type] as? FileAttributeType == .typeRegular
        }
    }

    /// What of a page is read: without style, script, data, the numbers for programs, and conventions, which are formulas.
    private func shown(_ page: String) -> String {
        var text = page
        let patterns = [
            "<style>[\\s\\S]*?</style>", "<script[\\s\\S]*?</script>", " data-[a-z-]+=\"[^\"]*\"", " d=\"[^\"]*\"",
        ]
        for pattern in patterns {
            text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
        }
        return text
    }

    private func matches(_ pattern: String, _ text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range, in: text).map { String(text[$0]) }
        }
    }

    /// Numbers that only our own spelling has: a point before digits and a space before the percent sign. The formulas of
    /// conventions (`quantile 2.5 % of Beta(…)`) have no language.
    private let ours =
        "(?<!quantile )(?<!quantile [0-9])[0-9]\\.[0-9]+[\u{202F} ]%|[0-9]\u{202F}[0-9]{3}|[0-9]\\.[0-9]+×|"
        + "\\b[0-9]{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}"

    @Test(arguments: ["full", "validity", "trades", "risk", "factsheet"])
    func `nothing on a page is left in our own spelling`(template: String) throws {
        let folder = try reports(["--locale", "de", "--format", "html", "--template", template])
        let page = shown(try folder.text("five-assets.html"))
        let left = try matches(ours, page)
        #expect(left.isEmpty, "\(left.prefix(12))")
        #expect(try matches("[0-9],[0-9]\u{202F}%", page).count > 10)
        #expect(try matches("[0-9]{2}\\.[0-9]{2}\\.20[0-9]{2}", page).count > 2)
    }

    @Test func `nor on paper, in Markdown and in a mail`() throws {
        let folder = try reports(["--locale", "de", "--format", "pdf,md,txt", "--without", "appendix"])
        let text = try Tearsheet.tool("pdftotext", ["-layout", folder.url("five-assets.pdf").path, "-"]).output
        for (name, words) in [
            ("pdf", text), ("md", try folder.text("five-assets.md")),
            ("txt", try folder.text("five-assets.tearsheet.txt")),
        ] {
            let left = try matches("\(ours)|[0-9]\\.[0-9] %", words)
            #expect(left.isEmpty, "\(name): \(left.prefix(12))")
            #expect(try matches("[0-9],[0-9][\u{202F} ]%", words).count > 5, "\(name)")
        }
    }

    @Test func `what programs read is the same in every language`() throws {
        let plain = try reports(["--format", "json,csv,xlsx,api"])
        let german = try reports(["--format", "json,csv,xlsx,api", "--locale", "de"])
        let (files, others) = (try names(in: plain), try names(in: german))
        #expect(files.count > 50 && files == others)
        for file in files {
            let bytes = try [plain, german].map { try Data(contentsOf: $0.url(file)) }
            #expect(bytes[0] == bytes[1], "\(file)")
        }
    }

    @Test func `tables sort and are copied by the numbers of programs`() throws {
        let plain = try reports(["--format", "html"]).text("five-assets.html")
        let page = try reports(["--format", "html", "--locale", "de"]).text("five-assets.html")
        let cells = try matches("data-plain=\"[^\"]*\">[^<]*", page)
        #expect(cells.count > 100)
        for cell in cells {
            let parts = cell.dropFirst(12).split(separator: "\"", maxSplits: 1).map(String.init)
            let shown = parts[1].dropFirst().trimmingCharacters(in: .newlines)
            // What the reader sees has the digits of the plain number; and that stands in the page without a language.
            let digits = [parts[0], shown].map { $0.filter(\.isNumber) }
            #expect(digits[0] == digits[1] || shown.contains(".20"), "\(cell)")
            #expect(plain.contains(">" + parts[0]), "\(cell)")
        }
    }

    @Test func `a name that looks like a number keeps its point`() throws {
        let folder = try TemporaryFolder()
        var lines = ["date,return,World 1.5 Hedged"]
        for day in 0..<120 {
            let date = Date(timeIntervalSince1970: 1_420_416_000 + Double(day / 5 * 7 + day % 5) * 86_400)
            let text = ISO8601DateFormatter().string(from: date).prefix(10)
            lines.append("\(text),\(day % 3 == 0 ? "0.011" : "-0.004"),\(day % 4 == 0 ? "0.009" : "-0.002")")
        }
        let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "run.csv")
        let result = try Tearsheet.run([
            "report", file, "--benchmark", file + ":World 1.5 Hedged", "--locale", "de", "--quiet", "-o",
            folder.url("r.html").path,
        ])
        try #require(result.code == 0, "\(result.errors)")
        let page = shown(try folder.text("r.html"))
        #expect(page.contains("World 1.5") && !page.contains("World 1,5"))
    }

    @Test func `the terminal has it too`() throws {
        let run = "SampleRuns/goog-smacross"
        let metrics = try Tearsheet.run(["metrics", run, "--only", "cagr,max_drawdown", "--locale", "de"]).output
        let percentages = try matches("[0-9],[0-9]\u{202F}%", metrics)
        #expect(percentages.count >= 2 && !metrics.contains("."))
        let json = ["metrics", run, "--only", "cagr", "--format", "json"]
        let (plain, german) = (try Tearsheet.run(json).output, try Tearsheet.run(json + ["--locale", "de"]).output)
        #expect(plain == german)
        let shown = try Tearsheet.run(["show", run, "--locale", "sv", "--width", "100"]).output
        let (swedish, ours) = (try matches("[0-9],[0-9] %", shown), try matches("[0-9]\\.[0-9]+ %", shown))
        let dates = try matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}", shown)
        #expect(swedish.count > 5 && ours.isEmpty && !dates.isEmpty)
        let lines = shown.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.filter { $0.count > 100 })")
    }

    @Test func `a figure by itself has it`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("f.svg").path
        let result = try Tearsheet.run(["figure", "equity", "SampleRuns/goog-smacross", "--locale", "de", "-o", file])
        try #require(result.code == 0, "\(result.errors)")
        let picture = shown(try folder.text("f.svg"))
        let (left, multiples) = (try matches(ours, picture), try matches("[0-9],[0-9]+×", picture))
        #expect(left.isEmpty && !multiples.isEmpty, "\(left)")
    }

    @Test func `an unknown language is refused with the nearest`() throws {
        let result = try Tearsheet.run(["report", "SampleRuns/goog-smacross", "--locale", "ed", "-o", "never.html"])
        #expect(result.code == 64)
        #expect(result.errors.contains("'ed'") && result.errors.contains("did you mean 'en'"), "\(result.errors)")
    }

    @Test func `a config file and a job file may say it`() throws {
        let folder = try TemporaryFolder()
        let config = try folder.write("locale = \"de\"\n", to: "c.toml")
        let page = try reports(["--config", config, "--format", "html"]).text("five-assets.html")
        #expect(page.contains("data-decimal=\",\""))
        let wrong = try folder.write("locale = \"dee\"\n", to: "w.toml")
        let result = try Tearsheet.run(["report", "SampleRuns/five-assets", "--config", wrong, "-o", "never.html"])
        #expect(
            result.code == 64 && result.errors.contains("w.toml") && result.errors.contains("'dee'"), "\(result.errors)"
        )
        let sources = "sources = [\"\(repositoryRoot.path)/SampleRuns/goog-smacross\"]\n"
        let job = try folder.write(sources + "output = \"o\"\nlocale = \"de\"\n", to: "n.toml")
        let checked = try Tearsheet.run(["nightly", job, "--check"], in: folder.url)
        #expect(checked.code == 0, "\(checked.errors)")
    }

    @Test func `verify holds a page against its run in the page's language`() throws {
        let folder = try reports(["--locale", "de", "--format", "html"])
        let words = ["verify", folder.url("five-assets.html").path, "SampleRuns/five-assets"]
        #expect(try Tearsheet.run(words + ["--locale", "de"]).code == 0)
    }
}
