import Graphics
import Testing

@testable import PictureFiles

@Suite struct JPEGFileTests {
    /// A segment with its marker and length.
    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    private static func frame(_ width: Int, _ height: Int, parts: UInt8 = 3, bits: UInt8 = 8, kind: UInt8 = 0xC0)
        -> [UInt8]
    {
        segment(kind, [bits, UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF), parts])
    }

    private static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
    private static let end: [UInt8] = [0xFF, 0xD9]

    private func picture(_ segments: [UInt8]...) throws(PictureFault) -> ImageData {
        try PictureFile.picture([0xFF, 0xD8] + segments.flatMap { $0 })
    }

    private static func exif(orientation: UInt8, isLittle: Bool) -> [UInt8] {
        let word: (UInt8) -> [UInt8] = { isLittle ? [$0, 0] : [0, $0] }
        let long: (UInt8) -> [UInt8] = { isLittle ? [$0, 0, 0, 0] : [0, 0, 0, $0] }
        let order: [UInt8] = isLittle ? Array("II".utf8) : Array("MM".utf8)
        let tag: [UInt8] = isLittle ? [0x12, 0x01] : [0x01, 0x12]
        let entry = tag + word(3) + long(1) + word(orientation) + [0, 0]
        return segment(0xE1, Array("Exif\0\0".utf8) + order + word(42) + long(8) + word(1) + entry + long(0))
    }

    @Test func `nothing but what pixels need is kept`() throws {
        let jfif = Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        let adobe = Self.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
        let needed = jfif + adobe + Self.segment(0xDB, [0, 1]) + Self.frame(300, 200) + Self.scan + Self.end
        let rest = Self.exif(orientation: 1, isLittle: true) + Self.segment(0xFE, Array("where it was taken".utf8))
        let image = try picture(rest, needed)
        #expect(image.width == 300 && image.height == 200)
        #expect(image.content == .jpeg([0xFF, 0xD8] + needed))
        #expect(try picture(needed, [1, 2, 3]) == image, "what stands behind the end is none of it")
    }

    @Test(arguments: [true, false])
    func `a picture that is to be turned is refused`(isLittle: Bool) throws {
        #expect(throws: PictureFault.jpegTurned) {
            try picture(Self.exif(orientation: 6, isLittle: isLittle), Self.frame(3, 2), Self.scan, Self.end)
        }
        _ = try picture(Self.exif(orientation: 1, isLittle: isLittle), Self.frame(3, 2), Self.scan, Self.end)
    }

    @Test func `what cannot be used is refused with the reason`() {
        func code(_ segments: [UInt8]...) -> String? {
            do throws(PictureFault) { _ = try PictureFile.picture([0xFF, 0xD8] + segments.flatMap { $0 }) } catch {
                return error.code
            }
            return nil
        }
        #expect(code() == "picture_jpeg_damaged")
        #expect(code(Self.frame(3, 2), Self.scan) == "picture_jpeg_damaged")
        #expect(code(Self.frame(3, 2), Self.end) == "picture_jpeg_damaged")
        #expect(code(Self.frame(3, 2), Self.frame(3, 2), Self.scan, Self.end) == "picture_jpeg_damaged")
        #expect(code([0xFF, 0xDB, 0xFF, 0xFF]) == "picture_jpeg_damaged")
        #expect(code(Self.frame(60_000, 60_000), Self.scan, Self.end) == "picture_jpeg_size")
        #expect(code(Self.frame(0, 2), Self.scan, Self.end) == "picture_jpeg_size")
        #expect(code(Self.frame(3, 2, parts: 4), Self.scan, Self.end) == "picture_jpeg_kind")
        #expect(code(Self.frame(3, 2, bits: 12), Self.scan, Self.end) == "picture_jpeg_kind")
        #expect(code(Self.frame(3, 2, kind: 0xC3), Self.scan, Self.end) == "picture_jpeg_kind")
        #expect(code(Self.frame(3, 2, kind: 0xC2), Self.scan, Self.end) == nil)
    }

    @Test func `a PNG file is measured and not changed`() throws {
        #expect(throws: PictureFault.damagedPNG) { try PictureFile.picture([0x89, 0x50, 0x4E, 0x47, 1, 2]) }
    }
}
