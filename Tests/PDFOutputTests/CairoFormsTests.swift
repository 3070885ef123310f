import Foundation
import Graphics
import Testing
import TextShaping

@testable import PDFOutput

/// Files as other versions of Cairo write them, made by qpdf of what this one wrote.
@Suite struct CairoFormsTests {
    private static let forms: [[String]] = [
        ["--object-streams=generate"], ["--object-streams=generate", "--linearize"],
        ["--object-streams=generate", "--compress-streams=n", "--stream-data=uncompress"],
        ["--object-streams=disable", "--compress-streams=y"], ["--qdf", "--object-streams=disable"],
        ["--qdf", "--object-streams=generate"], ["--normalize-content=y", "--object-streams=generate"],
        ["--newline-before-endstream", "--object-streams=disable"],
    ]

    private func write(changing change: ([UInt8]) -> [UInt8]) throws -> PDFFile {
        let book = try shippedBook()
        let attachment = PDFAttachment(
            name: "a.json", mediaType: "application/json", summary: "A", bytes: [0x7B, 0x7D])
        return try PDFWriter.write(
            pages: Composer(book: book).report(), metadata: metadata, palette: palette, fonts: book,
            attachments: [attachment], changing: change)
    }

    /// What readers see of a file: words, structure, bookmarks (without the numbers of objects), and the pixels of pages.
    private func view(_ file: [UInt8]) throws -> [String] {
        [
            try text(of: file), try run("pdfinfo", "-struct-text", "%", on: file).filter { !$0.isNumber },
            try run("qpdf", "--json=2", "--json-key=outlines", "%", on: file).filter { !$0.isNumber },
            try run("pdftoppm", "-r", "40", "-png", "%", on: file),
        ]
    }

    @Test(arguments: forms)
    func `every form that the standard has gives the same report`(form: [String]) throws {
        let expected = try view(try write { $0 }.bytes)
        let changed = try write { qpdf(form, $0) }
        #expect(changed.warning == nil)
        for (seen, wanted) in zip(try view(changed.bytes), expected) { #expect(seen == wanted) }
        #expect(try run("qpdf", "--check", "%", on: changed.bytes).contains("No syntax or stream encoding errors"))
    }

    @Test(arguments: forms)
    func `our own file can be read in every form`(form: [String]) throws {
        let own = try sampleFile()
        for file in [own, qpdf(form, own)] {
            let read = try CairoFile(file)
            #expect(read.pages.count == Composer(book: try shippedBook()).report().count)
            for page in read.pages {
                let content = try #require(read.dictionary(of: page)?.reference("/Contents"))
                let head = try #require(read.dictionary(of: content))
                let data = try #require(read.stream(of: content))
                let plain = try #require(ObjectReader.decoded(head, data))
                #expect(plain.firstPlace(of: "BT", from: 0) != nil)
            }
        }
    }

    @Test func `marks in an unknown form give an untagged file with all the rest, and a warning`() throws {
        let whole = try write { $0 }
        let file = try write { replacing("/NonStruct", by: "/Nonsense_", in: $0) }
        let part = try #require(file.warning?.message)
        #expect(part.contains("wrote the marks of page 1 in an unknown way: the file is not tagged"))
        let info = try run("pdfinfo", "%", on: file.bytes)
        #expect(info.contains("Tagged:          no"))
        #expect(info.contains("Momentum"))
        let xmp = try run("pdfinfo", "-meta", "%", on: file.bytes)
        #expect(xmp.contains("<dc:title>") && !xmp.contains("pdfaid:part") && !xmp.contains("pdfuaid:part"))
        #expect(try text(of: file.bytes) == text(of: whole.bytes))
        let objects = try PDFObjectList(file.bytes)
        let expected = try PDFObjectList(whole.bytes)
        for (key, value) in [("/Subtype", "/Link"), ("/Type", "/Filespec"), ("/Type", "/Outlines")] {
            #expect(objects.all(key, value).count == expected.all(key, value).count, "\(value)")
        }
        #expect(objects.all("/Type", "/StructElem").isEmpty)
        #expect(try run("qpdf", "--check", "%", on: file.bytes).contains("No syntax or stream encoding errors"))
    }

    @Test func `a file that cannot be read is handed on as it is, with its title and a warning`() throws {
        let file = try write { _ in Array("%PDF-2.9 of another world".utf8) }
        #expect(file.warning?.message.contains("no tags, bookmarks, links and attachments") == true)
        let info = try run("pdfinfo", "-isodates", "%", on: file.bytes)
        #expect(info.contains("Title:           Momentum") && info.contains("CreationDate:    2024-01-31"))
        #expect(try text(of: file.bytes) == text(of: try write { $0 }.bytes))
        #expect(try write { _ in [] }.bytes == file.bytes, "the same pages give the same bytes")
    }

    @Test func `a stand-in that is not where it was asked for is not replaced`() {
        let content = Array("/NonStruct <</MCID 0>>BDC\n10 20 m 30 40 l S\nEMC\n".utf8)
        func renamed(_ start: Point) -> String? {
            ContentMarks.rename(
                in: content, marks: [.artifact],
                outlines: [0: PageStructure.Outline(operators: Array("1 2 m 3 4 l\n".utf8), start: start)]
            ) { _ in "P" }.map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(renamed(Point(10, 20)) == "/Artifact BMC\n1 2 m 3 4 l\nS\nEMC\n")
        #expect(renamed(Point(10, 822)) == nil)
    }

    @Test func `no damage makes the reader crash`() throws {
        let own = try sampleFile()
        for file in [
            own, qpdf(["--object-streams=disable"], own), qpdf(["--object-streams=generate", "--linearize"], own),
        ] {
            for length in stride(from: 0, to: file.count, by: max(file.count / 300, 1)) {
                _ = try? CairoFile(Array(file.prefix(length)))
            }
            var state: UInt64 = 7
            for _ in 0..<300 {
                var damaged = file
                for _ in 0..<4 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 25)
                }
                _ = try? CairoFile(damaged)
            }
        }
        #expect(throws: UnexpectedFile(part: "the table of objects")) { try CairoFile([]) }
        #expect(throws: UnexpectedFile.self) { try CairoFile(Array("startxref\n0\nxref\n0 9\n".utf8)) }
    }
}

/// The file as qpdf writes it.
private func qpdf(_ arguments: [String], _ file: [UInt8]) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
    let (source, target) = (
        folder.appendingPathComponent("\(UUID().uuidString).pdf"),
        folder.appendingPathComponent("\(UUID().uuidString).pdf")
    )
    defer { for url in [source, target] { try? FileManager.default.removeItem(at: url) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    process.arguments = arguments + [source.path, target.path]
    do {
        try Data(file).write(to: source)
        try process.run()
        process.waitUntilExit()
        return [UInt8](try Data(contentsOf: target))
    } catch {
        Issue.record("qpdf: \(error)")
        return []
    }
}

/// A word replaced by another of the same length: no place in the file moves.
private func replacing(_ word: String, by other: String, in file: [UInt8]) -> [UInt8] {
    precondition(word.utf8.count == other.utf8.count)
    let (old, new) = (Array(word.utf8), Array(other.utf8))
    var changed = file
    var place = 0
    while place + old.count <= changed.count {
        if changed[place] == old[0], Array(changed[place..<(place + old.count)]) == old {
            changed.replaceSubrange(place..<(place + old.count), with: new)
        }
        place += 1
    }
    return changed
}
