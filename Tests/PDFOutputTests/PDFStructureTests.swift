import Foundation
import Graphics
import PDFOutput
import TestSupport
import Testing

@Suite struct PDFStructureTests {
    @Test func `readers hear headings, paragraphs, figures and tables, and no footers`() throws {
        let structure = try run("pdfinfo", "-struct-text", "%", on: sampleFile())
        #expect(!structure.contains("page 1 of 2"))
        // Which number an object has, and in how many pieces a figure's lines are marked, is nobody's business.
        let lines = structure.replacingOccurrences(
            of: "(Object) [0-9]+ 0|\n *\"\"(?=\n)", with: "$1", options: .regularExpression)
        try expectGolden(lines, "PDFOutput/structure.txt")
    }

    @Test func `a figure has its description`() throws {
        let figures = try PDFObjectList(sampleFile()).all("/S", "/Figure")
        #expect(figures.map { $0["/Alt"] as? String } == ["u:The strategy grew 4.2-fold; “dip” in 2020."])
    }

    @Test func `everything that is drawn belongs to an element or is an artifact`() throws {
        let file = try sampleFile()
        for page in 1...2 {
            let stray = strayPainting(in: try content(of: page, in: file))
            #expect(stray.isEmpty, "page \(page): \(stray)")
        }
    }

    @Test func `bookmarks nest as headings do`() throws {
        let json = try run("qpdf", "--json=2", "--json-key=outlines", "%", on: sampleFile())
        let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let outlines = try #require(root?["outlines"] as? [[String: Any]])
        #expect(titles(outlines) == ["Momentum 日本株", "  Equity (linear)", "Trades"])
        #expect(outlines.map { $0["destpageposfrom1"] as? Int } == [1, 2])
    }

    @Test func `a level that was left out hangs below the last one above it`() throws {
        let file = try file { composer in
            [3, 1, 3, 2, 1].enumerated().map { index, level in
                composer.heading(level, "\(index)", anchor: "a\(index)", y: 60 + 30 * Double(index))
            }
        }
        let json = try run("qpdf", "--json=2", "--json-key=outlines", "%", on: file)
        let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let outlines = try #require(root?["outlines"] as? [[String: Any]])
        #expect(titles(outlines) == ["0", "1", "  2", "  3", "4"])
    }

    @Test func `links lead to headings and addresses, and are plain text where there is nothing`() throws {
        let file = try sampleFile()
        let links = try PDFObjectList(file).all("/Subtype", "/Link")
        #expect(links.count == 2)
        #expect(links.allSatisfy { $0["/F"] as? Int == 4 })
        let inside = try #require(links.first { $0["/Dest"] != nil })
        #expect(inside["/Contents"] as? String == "u:Trades")
        // The heading's baseline is at 60 of 792 points.
        let top = try #require((inside["/Dest"] as? [Any])?[3] as? Double)
        #expect(top > 732 && top < 770)
        let outside = try #require(links.first { $0["/A"] != nil }?["/A"] as? [String: Any])
        #expect(outside["/URI"] as? String == "u:https://example.org/a?b=%C3%A9")
        #expect(try text(of: file).contains("nothing"))
    }

    @Test func `a link's place is its text`() throws {
        let links = try PDFObjectList(file { [$0.link("Trades", to: "https://example.org", x: 100, y: 200)] })
            .all("/Subtype", "/Link")
        let box = try #require(links.first?["/Rect"] as? [Double])
        #expect(box[0] == 100 && box[2] > 130 && box[2] < 140)
        #expect(box[1] < 641.89 && box[3] > 641.89 + 7)
    }

    @Test func `pages without any tag are figures described by the title`() throws {
        let file = try file { [$0.text("Equity", 40, 60)] }
        let figures = try PDFObjectList(file).all("/S", "/Figure")
        #expect(figures.map { $0["/Alt"] as? String } == ["u:Momentum – équité (test)"])
        #expect(try run("pdfinfo", "-struct-text", "%", on: file).contains("\"Equity\""))
    }

    @Test func `an empty cell keeps its place and an empty paragraph does not`() throws {
        let objects = try PDFObjectList(
            file { composer in
                [
                    composer.tag(.paragraph, []),
                    composer.tag(
                        .table, [composer.tag(.tableRow, [composer.tag(.tableCell, []), composer.tag(.tableCell, [])])]),
                ]
            })
        #expect(objects.all("/S", "/TD").count == 2 && objects.all("/S", "/P").isEmpty)
    }

    private func titles(_ outlines: [[String: Any]], indent: String = "") -> [String] {
        outlines.flatMap { outline -> [String] in
            let title = indent + (outline["title"] as? String ?? "?")
            return [title] + titles(outline["kids"] as? [[String: Any]] ?? [], indent: indent + "  ")
        }
    }

    /// The drawing operators of a page, uncompressed.
    private func content(of page: Int, in file: [UInt8]) throws -> String {
        let expanded = try run(
            "qpdf", "--qdf", "--object-streams=disable", "--empty", "--pages", "%", "\(page)", "--", "-", on: file)
        let parts = expanded.components(separatedBy: "stream\n").filter { $0.contains("BDC") }
        return try #require(parts.first)
    }

    /// Operators that paint outside every mark.
    private func strayPainting(in content: String) -> [String] {
        var depth = 0
        var stray: [String] = []
        let painting: Set = ["f", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", "Do", "sh"]
        for token in content.split(whereSeparator: { " \n])>".contains($0) }).map(String.init) {
            if token == "BDC" || token == "BMC" { depth += 1 }
            if token == "EMC" { depth -= 1 }
            if depth == 0, painting.contains(token) { stray.append(token) }
        }
        return stray
    }
}
