import Foundation
import Graphics
import PDFOutput
import Testing

@Suite struct PDFTextTests {
    @Test func `text can be searched and copied exactly`() throws {
        let file = try sampleFile()
        let text = try text(of: file)
        // pdftotext writes every space as a plain one.
        #expect(text.contains("Max drawdown \u{2212}14.41 % over 2 520 sessions, σ ≥ √2 × 0.1"))
        #expect(text.contains("\u{2212}1,204.50"))
        #expect(text.contains("Momentum · page 1 of 2"))
        // The file itself keeps narrow spaces apart: in the map from glyphs to characters.
        let expanded = try run("qpdf", "--qdf", "--object-streams=disable", "%", "-", on: file)
        #expect(expanded.contains("<202F>"))
    }

    @Test func `Japanese can be copied`() throws {
        let text = try text(of: sampleFile())
        #expect(text.contains("Momentum 日本株"))
    }

    @Test func `tabular and proportional figures are the same text`() throws {
        let copied = try text(
            of: file { composer in
                [composer.text("0123456789", 40, 60, tabular: true), composer.text("0123456789", 40, 80)]
            })
        #expect(copied.components(separatedBy: "0123456789").count == 3)
    }

    @Test func `a character that no face has keeps its text`() throws {
        #expect(try text(of: file { [$0.text("a\u{10FFFD}b", 40, 60)] }).contains("a\u{10FFFD}b"))
    }

    @Test func `text that looks like a mark of the content is text`() throws {
        let words = "(/NonStruct << /MCID 0 >> BDC \\) EMC"
        #expect(try text(of: file { [$0.paragraph(words, y: 60)] }).contains(words))
    }

    @Test func `right to left words are copied in their order`() throws {
        let copied = try text(of: file { [$0.text("שלום", 40, 60)] })
        #expect(copied.unicodeScalars.filter { $0.value >= 0x5D0 && $0.value <= 0x5EA }.map(\.value).count == 4)
        #expect(copied.contains("שלום"))
    }

    @Test func `fonts are embedded as subsets with their text`() throws {
        let rows = try run("pdffonts", "%", on: sampleFile()).split(separator: "\n").dropFirst(2)
        #expect(rows.contains { $0.contains("+Inter-Regular") } && rows.contains { $0.contains("+Inter-Bold") })
        #expect(rows.allSatisfy { $0.contains("yes yes yes") }, "\(rows)")
    }

    @Test func `each page has its own size`() throws {
        let info = try run("pdfinfo", "-f", "1", "-l", "2", "%", on: sampleFile())
        #expect(info.contains("Page    1 size:  595.28 x 841.89 pts (A4)"))
        #expect(info.contains("Page    2 size:  612 x 792 pts (letter)"))
    }
}
