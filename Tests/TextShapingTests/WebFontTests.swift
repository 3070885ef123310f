import Foundation
import Graphics
import Testing
import TextShaping

@Suite struct WebFontTests {
    let book: FontBook
    let ascii = Set((0x20..<0x7F).compactMap { Unicode.Scalar($0 as UInt32) })

    init() throws { book = try shippedBook() }

    @Test func `a web font holds what a report says in a few kilobytes`() throws {
        let font = try book.webFont(weight: .regular, covering: ascii.union("−×σ√≥–“”→\u{202F}".unicodeScalars))
        #expect(font.count > 8_000 && font.count < 32_000, "\(font.count) bytes")
        #expect(Array(font.prefix(8)) == Array("wOFFOTTO".utf8))
        #expect(word(font, 8) == font.count)
    }

    @Test func `fewer characters make a smaller font`() throws {
        let digits = try book.webFont(weight: .bold, covering: Set("0123456789".unicodeScalars))
        let letters = try book.webFont(weight: .bold, covering: ascii)
        #expect(digits.count * 2 < letters.count)
    }

    @Test func `two books make the same bytes`() throws {
        let other = try shippedBook().webFont(weight: .semibold, covering: ascii)
        #expect(try book.webFont(weight: .semibold, covering: ascii) == other)
    }

    @Test func `a font that is kept is the one of its weight and characters`() throws {
        let fresh = try shippedBook()
        let digits = Set("0123456789".unicodeScalars)
        for _ in 0..<2 {
            #expect(
                try book.webFont(weight: .regular, covering: digits)
                    == fresh.webFont(weight: .regular, covering: digits))
            #expect(
                try book.webFont(weight: .bold, covering: digits) != book.webFont(weight: .regular, covering: digits))
            #expect(try book.webFont(weight: .bold, covering: ascii) != book.webFont(weight: .bold, covering: digits))
        }
    }

    /// Unpacks the WOFF file and shapes with it: what the browser will do.
    @Test func `the unpacked font sets text as wide as the whole font does`() throws {
        let woff = try book.webFont(weight: .regular, covering: ascii)
        let unpacked = try FontBook(faces: [FontFaceData(weight: .regular, bytes: FontBytes(unpack(woff)))])
        for font in [Font(size: 10), Font(size: 10, tabular: true)] {
            for text in ["AVATAR 1711", "Sharpe 1.54", "Total"] {
                #expect(abs(unpacked.width(of: text, font: font) - book.width(of: text, font: font)) < 1e-9)
            }
        }
    }

    @Test func `the licence travels with the font`() throws {
        let tables = unpack(try book.webFont(weight: .regular, covering: ascii))
        let licence = "SIL Open Font License".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Data(tables).range(of: Data(licence)) != nil)
    }

    private func word(_ bytes: [UInt8], _ at: Int) -> Int {
        bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The OpenType file in a WOFF file.
    private func unpack(_ woff: [UInt8]) -> [UInt8] {
        let count = word(woff, 12) >> 16
        var head = Array(woff[4..<8]) + [UInt8(count >> 8), UInt8(count & 0xFF), 0, 0, 0, 0, 0, 0]
        var body: [UInt8] = []
        for entry in stride(from: 44, to: 44 + 20 * count, by: 20) {
            let packed = Array(woff[word(woff, entry + 4)..<word(woff, entry + 4) + word(woff, entry + 8)])
            let size = word(woff, entry + 12)
            var bytes = packed.count < size ? inflate(packed) : packed
            #expect(bytes.count == size)
            let offset = 12 + 16 * count + body.count
            head += woff[entry..<entry + 4] + woff[entry + 16..<entry + 20]
            for number in [offset, size] { head += (0..<4).map { UInt8(number >> (24 - 8 * $0) & 0xFF) } }
            while bytes.count % 4 != 0 { bytes.append(0) }
            body += bytes
        }
        return head + body
    }

    /// `zlib-flate` comes with qpdf, which the PDF tests use too.
    private func inflate(_ bytes: [UInt8]) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["zlib-flate", "-uncompress"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        do { try process.run() } catch { return [] }
        input.fileHandleForWriting.write(Data(bytes))
        try? input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](data)
    }
}
