import Foundation
import Graphics
import NativeCodecs
import Testing
import TextShaping

@testable import PDFOutput

@Suite struct PictureTests {
    let book: FontBook

    init() throws { book = try shippedBook() }

    /// A square of 4 × 4 points in the strategy's colour within 8 × 6.
    private var square: Scene {
        let path = Path(Rect(x0: 2, y0: 1, x1: 6, y1: 5))
        return Scene(size: Size(8, 6), items: [.path(path, fill: .role(.accent), stroke: nil)])
    }

    @Test func `a picture has the pixels that the scale asks for`() throws {
        let picture = try Decoded(
            PNGWriter.write(scene: square, palette: palette, fonts: book, scale: 2, background: .role(.page)))
        #expect(picture.width == 16 && picture.height == 12 && picture.channels == 3)
        #expect(picture[0, 0] == [255, 255, 255])
        #expect(picture[4, 2] == [0x1B, 0x4B, 0x8A] && picture[11, 9] == [0x1B, 0x4B, 0x8A])
        #expect(picture[12, 9] == [255, 255, 255])
    }

    @Test func `without a background it is transparent, its colours not darkened`() throws {
        let half = Path(Rect(x0: 2, y0: 1, x1: 6, y1: 5))
        let scene = Scene(
            size: Size(8, 6), items: [.path(half, fill: .role(.accent, opacity: 0.5), stroke: nil)])
        let picture = try Decoded(
            PNGWriter.write(scene: scene, palette: palette, fonts: book, scale: 1, background: nil))
        #expect(picture.channels == 4 && picture[0, 0] == [0, 0, 0, 0])
        let pixel = picture[3, 3].map(Int.init)
        #expect(pixel[3] == 128)
        #expect(zip(pixel, [0x1B, 0x4B, 0x8A]).allSatisfy { abs($0 - $1) <= 1 })
    }

    @Test func `the same scene gives the same bytes`() throws {
        let scene = Scene(size: Size(600, 300), items: [Composer(book: book).figure("x", y: 20)])
        let other = try shippedBook()
        let first = try PNGWriter.write(scene: scene, palette: palette, fonts: book, scale: 1.5)
        #expect(try PNGWriter.write(scene: scene, palette: palette, fonts: other, scale: 1.5) == first)
    }

    @Test func `groups move and clip what is in them`() throws {
        let rect = Path(Rect(x0: 0, y0: 0, x1: 8, y1: 6))
        let group = SceneGroup(
            offset: Point(2, 1), clip: Rect(x0: 0, y0: 0, x1: 3, y1: 2),
            items: [.path(rect, fill: .role(.loss), stroke: nil)])
        let picture = try Decoded(
            PNGWriter.write(
                scene: Scene(size: Size(8, 6), items: [.group(group)]), palette: palette, fonts: book))
        let filled = (0..<6).map { y in (0..<8).filter { picture[$0, y] == [0xC2, 0x57, 0x1A] } }
        #expect(filled == [[], [2, 3, 4], [2, 3, 4], [], [], []])
    }

    @Test func `text turns clockwise about its anchor`() throws {
        let composer = Composer(book: book)
        let scene = Scene(
            size: Size(60, 60), items: [composer.text("III", 30, 30, size: 20, anchor: .middle, rotation: -90)])
        let picture = try Decoded(PNGWriter.write(scene: scene, palette: palette, fonts: book))
        let isInked = { (x: Int, y: Int) in picture[x, y][0] < 128 }
        let columns = (0..<60).filter { x in (0..<60).contains { isInked(x, $0) } }
        let rows = (0..<60).filter { y in (0..<60).contains { isInked($0, y) } }
        // Read from below, the baseline is at x 30 and letters rise to the left; the text is centred on y 30.
        #expect((columns.min() ?? 0) >= 14 && (columns.max() ?? 60) <= 30)
        #expect(abs((rows.min() ?? 0) + (rows.max() ?? 0) - 59) <= 1)
    }

    @Test func `a picture in a page keeps its pixels sharp, as PDF A asks`() throws {
        let png = try PNGWriter.write(scene: square, palette: palette, fonts: book, scale: 4)
        let image = ImageData(png: png, width: 32, height: 24)
        let items: [SceneItem] = [.image(image, Rect(x0: 40, y0: 40, x1: 72, y1: 64))]
        let page = Scene(size: Size(100, 100), items: items)
        let file = try PDFWriter.write(pages: [page, page], metadata: metadata, palette: palette, fonts: book)
        let images = try PDFObjectList(file).all("/Subtype", "/Image")
        #expect(images.count == 1, "a logo is in the file once, however many pages show it")
        #expect(images.first?["/Interpolate"] as? Bool != true)
        #expect(images.first?["/Width"] as? Int == 32)
    }

    @Test func `more pixels than Cairo draws are refused`() {
        #expect(throws: PDFError.self) {
            try PNGWriter.write(scene: square, palette: palette, fonts: book, scale: 10_000)
        }
        #expect(throws: PDFError.self) {
            try PNGWriter.write(scene: Scene(size: .init(0, 5)), palette: palette, fonts: book)
        }
    }

    @Test func `the colour profile is whole`() {
        let profile = ColorProfile.sRGB
        #expect(profile.count < 1000)
        #expect(profile.prefix(4).reduce(0) { $0 << 8 | Int($1) } == profile.count)
        #expect(Array(profile[36..<40]) == Array("acsp".utf8))
    }
}

/// The pixels of a PNG file that `PNGWriter` wrote.
struct Decoded {
    let width: Int
    let height: Int
    let channels: Int
    private let rows: [UInt8]

    init(_ png: [UInt8]) throws {
        func word(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        try #require(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        (width, height, channels) = (word(16), word(20), png[25] == 2 ? 3 : 4)
        var place = 8
        while String(decoding: png[place + 4..<place + 8], as: UTF8.self) != "IDAT" { place += 12 + word(place) }
        rows = try #require(ZlibFrame.inflate(png[place + 8..<place + 8 + word(place)]))
        try #require(rows.count == height * (1 + width * channels))
    }

    subscript(x: Int, y: Int) -> [UInt8] {
        let start = y * (1 + width * channels) + 1 + x * channels
        return Array(rows[start..<start + channels])
    }
}
