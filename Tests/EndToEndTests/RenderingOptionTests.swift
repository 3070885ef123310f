import Foundation
import TestSupport
import Testing

/// Every option of everything that renders has its effect.
@Suite struct RenderingOptionTests {
    private let run = "SampleRuns/goog-smacross"
    /// One grey pixel.
    private let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNoaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg=="

    private func html(_ options: String...) throws -> String {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(
            ["report", run, "--sections", "summary,commentary", "-o", folder.url("r.html").path] + options)
        try #require(result.code == 0, "\(result.errors)")
        return try folder.text("r.html")
    }

    @Test func `titles, commentary and logo stand in the report`() throws {
        let folder = try TemporaryFolder()
        let words = "# Why\n\nIt **works** & see [notes](https://example.org/a).\n\n- <script>x</script>\n"
        let commentary = try folder.write(words, to: "words.md")
        let logo = folder.url("logo.png")
        try #require(Data(base64Encoded: picture)).write(to: logo)
        let page = try html(
            "--title", "Moving <averages>", "--subtitle", "Desk & friends", "--commentary", commentary, "--logo",
            logo.path)
        #expect(page.contains("<title>Moving &lt;averages&gt; · ") && page.contains("Desk &amp; friends"))
        #expect(page.contains("id=\"commentary\"") && page.contains("&lt;script&gt;x&lt;/script&gt;"))
        #expect(page.contains("href=\"https://example.org/a\""))
        #expect(page.contains("data:image/png;base64,"))
    }

    @Test func `a logo that cannot be drawn is refused`() throws {
        let result = try Tearsheet.run(["report", run, "--logo", "README.md", "-o", "never.html"])
        #expect(result.code == 64)
        #expect(result.errors.hasPrefix("tearsheet: --logo: 'README.md' is no PNG, JPEG or SVG file"))
        let folder = try TemporaryFolder()
        let words = try folder.write("<svg viewBox='0 0 9 9'><text>x</text></svg>", to: "logo.svg")
        let drawing = try Tearsheet.run(["report", run, "--logo", words, "-o", "never.html"])
        #expect(drawing.code == 64 && drawing.errors.contains("has <text>, which is not drawn"))
    }

    @Test func `a drawing stays one in pages and on paper, and nothing else of its file comes along`() throws {
        let folder = try TemporaryFolder()
        let logo = try folder.write(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><title>SECRET</title><!-- SECRET -->"
                + "<g fill='#123456'><rect width='8' height='8' rx='1'/><circle cx='14' cy='5' r='4' fill='currentColor'/></g></svg>",
            to: "logo.svg")
        let page = try html("--logo", logo)
        #expect(page.contains("<svg class=\"logo\" viewBox=\"0 0 10000 5000\"") && !page.contains("SECRET"))
        #expect(page.contains("#123456") && page.contains("class=\"f-ink\""))
        let file = folder.url("r.pdf").path
        let result = try Tearsheet.run(["report", run, "--logo", logo, "--sections", "returns", "-o", file])
        #expect(result.code == 0, "\(result.errors)")
        #expect(try Tearsheet.tool("qpdf", ["--check", file]).code == 0)
        #expect(try Tearsheet.tool("pdfimages", ["-list", file]).output.split(separator: "\n").count == 2)
    }

    @Test func `a photograph stands in the PDF as it is`() throws {
        let folder = try TemporaryFolder()
        let logo = folder.url("logo.jpg")
        try #require(Data(base64Encoded: Self.photograph)).write(to: logo)
        #expect(try html("--logo", logo.path).contains("src=\"data:image/jpeg;base64,/9j/"))
        let file = folder.url("r.pdf").path
        let result = try Tearsheet.run(["report", run, "--logo", logo.path, "--sections", "summary", "-o", file])
        #expect(result.code == 0, "\(result.errors)")
        #expect(try Tearsheet.tool("pdfimages", ["-list", file]).output.contains("jpeg"))
        #expect(try Tearsheet.tool("qpdf", ["--check", file]).code == 0)
    }

    /// Eight pixels by eight, red and blue, as Pillow wrote them.
    private static let photograph =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j"
        + "q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
        + "pKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAA0H/"
        + "xAAVAQEBAAAAAAAAAAAAAAAAAAAABf/EABkRAAEFAAAAAAAAAAAAAAAAAAABBDNB8P/aAAwDAQACEQMRAD8Amx0AdSrqKLaJNZ//"
        + "2Q=="

    @Test func `--set gives a template its variables`() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write(
            "{% extends 'full' %}{% block commentary_section %}<section anchor=\"commentary\"><p>{{ desk }}/{{ run.id }}</p></section>{% endblock %}",
            to: "mine.report")
        let page = try html("--template", template, "--set", "desk=A=B & <i>", "--set", "run=mine")
        #expect(page.contains("A=B &amp; &lt;i&gt;/goog-smacross"))
    }

    @Test func `--paper is the size of the pages`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("r.pdf").path
        _ = try Tearsheet.run(["report", run, "--paper", "letter", "--sections", "returns", "-o", file])
        #expect(try Tearsheet.tool("pdfinfo", [file]).output.contains("612 x 792 pts (letter)"))
    }

    @Test func `--font sets another installed family in the PDF`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("r.pdf").path
        let result = try Tearsheet.run(
            ["report", run, "--font", "Noto Sans CJK JP", "--template", "summary", "-o", file])
        #expect(result.code == 0, "\(result.errors)")
        #expect(try Tearsheet.tool("pdffonts", [file]).output.contains("+NotoSansCJKjp-"))
        let unknown = try Tearsheet.run(["report", run, "--font", "No Such Family", "-o", file])
        #expect(unknown.code == 64 && unknown.errors.contains("no font family 'No Such Family' is installed"))
    }

    @Test(arguments: ["svg", "png", "pdf"])
    func `a figure is written in the format and size that are asked for`(ending: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url("f." + ending)
        let result = try Tearsheet.run(["figure", "equity", run, "-o", file.path, "--size", "640x320"])
        #expect(result.output == file.path + "\n" && result.code == 0, "\(result.errors)")
        let data = try Data(contentsOf: file)
        switch ending {
        case "svg":
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("width=\"640pt\"") && text.contains("height=\"320pt\""), "\(text.prefix(300))")
        case "png":
            #expect(data.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
            #expect(Array(data[16..<24]) == [0, 0, 5, 0, 0, 0, 2, 128])
        default: #expect(try Tearsheet.tool("pdfinfo", [file.path]).output.contains("640 x 320 pts"))
        }
    }

    @Test func `every figure draws or says why it cannot`() throws {
        let list = try Tearsheet.run(["figure", "--list"]).output
        #expect(list.contains("Of several runs:\n  growth "))
        let names = list.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("  ") }.map {
            $0.dropFirst(2).prefix { $0 != " " }
        }
        #expect(names.count >= 10 && Set(names).count == names.count)
        let folder = try TemporaryFolder()
        for name in names {
            let file = folder.url("\(name).svg").path
            let result = try Tearsheet.run(["figure", String(name), run, "-o", file])
            if result.code == 0 { continue }
            #expect(result.errors.hasPrefix("tearsheet: figure '\(name)' cannot be drawn: "), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
        #expect(folder.names.count > names.count / 2)
    }

    @Test func `quiet, verbose and JSON messages`() throws {
        let folder = try TemporaryFolder()
        let quiet = try Tearsheet.run(["report", run, "-q", "-o", folder.url("r.json").path])
        #expect(quiet.output.isEmpty && quiet.errors.isEmpty && folder.names == ["r.json"])
        let verbose = try Tearsheet.run(["metrics", "SampleRuns/eurusd-hourly", "-v", "--only", "cagr"])
        #expect(verbose.errors.hasPrefix("tearsheet: warning: SampleRuns/eurusd-hourly: "))
        let log = try Tearsheet.run(["metrics", "no\"where", "--log-format", "json"])
        let line = try JSON(text: log.errors)
        #expect(line["level"] == .string("error") && log.code == 1)
        #expect(line["message"]?.string?.contains("no\"where: no such file or folder") == true)
    }
}
