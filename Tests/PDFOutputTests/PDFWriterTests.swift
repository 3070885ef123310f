import Foundation
import Graphics
import PDFOutput
import Testing
import TextShaping

@Test func `dump`() throws {
    let book = try shippedBook()
    let file = try PDFWriter.write(
        pages: Composer(book: book).report(), metadata: metadata, palette: palette, fonts: book,
        attachments: [
            PDFAttachment(
                name: "metrics.json", mediaType: "application/json", summary: "numbers", bytes: Array("{}".utf8))
        ])
    try Data(file).write(to: URL(fileURLWithPath: "/tmp/pdfprobe/t.pdf"))
    let png = try PNGWriter.write(scene: Composer(book: book).report()[0], palette: palette, fonts: book, scale: 1.5)
    try Data(png).write(to: URL(fileURLWithPath: "/tmp/pdfprobe/t.png"))
}
