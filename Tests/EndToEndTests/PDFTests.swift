import Foundation
import TestSupport
import Testing

/// What readers of PDF files see: poppler's view of the sample runs.
@Suite struct PDFTests {
    private func pdfs() throws -> [(id: String, file: String)] {
        try RenderedSamples.ids().map { ($0, try RenderedSamples.folder().appendingPathComponent($0 + ".pdf").path) }
    }

    private func info(_ file: String) throws -> [String: String] {
        let pairs = try Tearsheet.tool("pdfinfo", [file]).output.split(separator: "\n").map { line in
            let name = line.prefix { $0 != ":" }
            return (String(name), line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a PDF says what it is, is tagged, has no script and no encryption`() throws {
        for (id, file) in try pdfs() {
            let info = try info(file)
            let json = try JSON(text: try RenderedSamples.text(id + ".json"))
            #expect(info["Title"] == json["run"]?["strategy"]?.string)
            #expect(info["Subject"]?.hasPrefix("Backtest tearsheet of ") == true)
            #expect(info["Creator"] == "Tearsheet 0.1.0")
            #expect(info["Tagged"] == "yes" && info["JavaScript"] == "no" && info["Encrypted"] == "no", "\(id)")
            #expect(info["Page size"]?.hasSuffix("(A4)") == true)
            #expect((4...15).contains(Int(info["Pages"] ?? "") ?? 0), "\(id): \(info["Pages"] ?? "")")
        }
    }

    @Test func `every font is embedded as a subset with its characters`() throws {
        for (id, file) in try pdfs() {
            let rows = try Tearsheet.tool("pdffonts", [file]).output.split(separator: "\n").dropFirst(2)
            #expect(!rows.isEmpty)
            for row in rows {
                let words = row.split(separator: " ")
                let name = words[0]
                // QuantStats writes a small percent sign, which no face of ours has.
                #expect(name.contains("+Inter-") || id.hasPrefix("smacross-goog"), "\(id): \(name)")
                #expect(words.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(id): \(row)")
            }
        }
    }

    @Test func `a table that pages divide is one table to a reader, and its rows stand in it`() throws {
        for (id, file) in try pdfs() {
            let tree = try Tearsheet.tool("pdfinfo", ["-struct", file]).output.split(separator: "\n").map {
                (depth: $0.prefix { $0 == " " }.count, name: $0.trimmingCharacters(in: .whitespaces))
            }
            var path: [(depth: Int, name: String)] = []
            for element in tree where !element.name.hasPrefix("/") {
                path.removeAll { $0.depth >= element.depth }
                if element.name.hasPrefix("TR") { #expect(path.last?.name.hasPrefix("Table") == true, "\(id)") }
                path.append(element)
            }
            let tables = tree.count { $0.name.hasPrefix("Table") }
            let html = try RenderedSamples.text(id + ".html")
            #expect(tables == html.components(separatedBy: "<table").count - 1, "\(id)")
        }
    }

    @Test func `every page has its number, and every section is found by text`() throws {
        for (id, file) in try pdfs() {
            let text = try Tearsheet.tool("pdftotext", ["-layout", file, "-"]).output
            let pages = text.components(separatedBy: "\u{0C}").dropLast()
            for (index, page) in pages.enumerated() {
                #expect(page.contains("page \(index + 1) of \(pages.count)"), "\(id)")
            }
            for title in ["Returns", "Risk", "Can I believe it?", "Provenance and conventions"] {
                #expect(text.contains(title), "\(title) in \(id)")
            }
        }
    }

    @Test func `the bookmarks are the sections`() throws {
        for (id, file) in try pdfs() {
            let folder = try TemporaryFolder()
            let plain = folder.url("plain.pdf").path
            let code = try Tearsheet.tool("qpdf", ["--qdf", "--object-streams=disable", file, plain]).code
            #expect(code == 0, "\(id)")
            let data = try Data(contentsOf: folder.url("plain.pdf"))
            let text = String(decoding: data, as: UTF8.self)
            for title in ["Returns", "Risk", "Can I believe it?", "Provenance and conventions"] {
                #expect(text.contains("/Title (\(title))"), "\(title) in \(id)")
            }
            #expect(text.contains("/Outlines "))
        }
    }

    @Test func `a PDF is sound`() throws {
        for (id, file) in try pdfs() {
            let check = try Tearsheet.tool("qpdf", ["--check", file])
            #expect(check.code == 0, "\(id): \(check.output)\(check.errors)")
        }
    }

    @Test func `the metrics are inside the PDF`() throws {
        let (id, file) = try #require(pdfs().first)
        let folder = try TemporaryFolder()
        _ = try Tearsheet.tool("pdfdetach", ["-savefile", "metrics.json", "-o", folder.url("metrics.json").path, file])
        let attached = try JSON(text: try folder.text("metrics.json"))
        let written = try JSON(text: try RenderedSamples.text(id + ".json"))
        #expect(attached["metrics"] == written["metrics"] && attached["metrics"] != nil)
    }

    @Test(arguments: singleSampleRuns)
    func `the summary is one page on A4 and on Letter`(run: String) throws {
        for (paper, size) in [("a4", "(A4)"), ("letter", "(letter)")] {
            let folder = try TemporaryFolder()
            let file = folder.url("summary.pdf").path
            let result = try Tearsheet.run(["report", run, "--template", "summary", "--paper", paper, "-o", file])
            #expect(result.code == 0, "\(result.errors)")
            let info = try info(file)
            #expect(info["Pages"] == "1", "\(run) on \(paper)")
            #expect(info["Page size"]?.hasSuffix(size) == true)
        }
    }
}
