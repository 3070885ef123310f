import Foundation
import FoundationXML
import PDFOutput
import Testing

@Suite struct PDFMetadataTests {
    @Test func `a file says what it is, with the date of the run`() throws {
        let info = try run("pdfinfo", "-isodates", "%", on: sampleFile())
        for line in [
            "Title:           Momentum – équité (test)", "Author:          Research & Co",
            "Subject:         Tearsheet of one backtest", "Keywords:        backtest, momentum",
            "Creator:         Tearsheet 1.0", "CreationDate:    2024-01-31T16:05:09Z",
            "ModDate:         2024-01-31T16:05:09Z", "Tagged:          yes", "Pages:           2",
            "PDF version:     1.7",
        ] {
            #expect(info.contains(line), "\(line) is not in\n\(info)")
        }
    }

    @Test func `the metadata stream says the same and claims PDF A-3a and UA-1`() throws {
        let xmp = try run("pdfinfo", "-meta", "%", on: sampleFile())
        for part in [
            "<rdf:li xml:lang=\"x-default\">Momentum – équité (test)</rdf:li>", "<rdf:li>Research &amp; Co</rdf:li>",
            "<pdf:Keywords>backtest, momentum</pdf:Keywords>", "<xmp:CreateDate>2024-01-31T16:05:09Z</xmp:CreateDate>",
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            #expect(xmp.contains(part), "\(part) is not in\n\(xmp)")
        }
        #expect(XMLParser(data: Data(xmp.utf8)).parse())
    }

    @Test func `the root names language, title bar and colour profile`() throws {
        let objects = try PDFObjectList(sampleFile())
        let root = try #require(objects.all("/Type", "/Catalog").first)
        #expect(root["/Lang"] as? String == "u:en")
        #expect((root["/ViewerPreferences"] as? [String: Any])?["/DisplayDocTitle"] as? Bool == true)
        let intent = try #require((root["/OutputIntents"] as? [[String: Any]])?.first)
        #expect(intent["/S"] as? String == "/GTS_PDFA1" && intent["/DestOutputProfile"] != nil)
    }

    @Test func `the file is sound`() throws {
        let file = try sampleFile(attachments: [
            PDFAttachment(name: "metrics.json", mediaType: "application/json", summary: "The metrics", bytes: [0x7B])
        ])
        #expect(try run("qpdf", "--check", "%", on: file).contains("No syntax or stream encoding errors found"))
    }

    @Test func `an attached file comes out as it went in`() throws {
        let json = Array("{\"sharpe\": 1.5398}\n".utf8)
        let file = try sampleFile(attachments: [
            PDFAttachment(name: "metrics.json", mediaType: "application/json", summary: "The metrics", bytes: json)
        ])
        let extracted = try run("qpdf", "--show-attachment=metrics.json", "%", on: file)
        #expect(Array(extracted.utf8) == json)
        let specification = try #require(try PDFObjectList(file).all("/Type", "/Filespec").first)
        #expect(specification["/AFRelationship"] as? String == "/Data")
    }

    @Test func `the same report gives the same bytes from every book and thread`() async throws {
        let expected = try sampleFile()
        let files = await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { try? sampleFile() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(files.count == 8 && files.allSatisfy { $0 == expected })
    }

    @Test func `another report gives another identifier`() throws {
        let first = try identifier(of: file { [$0.paragraph("one", y: 60)] })
        let second = try identifier(of: file { [$0.paragraph("two", y: 60)] })
        #expect(first.count == 32 && first != second)
    }

    private func identifier(of file: [UInt8]) throws -> String {
        let tail = String(decoding: file.suffix(1200), as: UTF8.self)
        let start = try #require(tail.range(of: "/ID [<"))
        return String(tail[start.upperBound...].prefix { $0 != ">" })
    }
}
