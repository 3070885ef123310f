import Graphics
import Testing
import TextShaping

@testable import PDFOutput

@Suite struct PDFErrorTests {
    let book: FontBook

    init() throws { book = try shippedBook() }

    private func write(_ pages: [Scene]) throws(PDFError) -> [UInt8] {
        try PDFWriter.write(pages: pages, metadata: metadata, palette: palette, fonts: book)
    }

    @Test func `a document needs a page`() {
        #expect(throws: PDFError.noPages) { try write([]) }
    }

    @Test(arguments: [Size(0, 100), Size(100, 20_000), Size(100, .nan)])
    func `a page needs a size`(size: Size) {
        let error = #expect(throws: PDFError.self) { try write([Scene(size: Size(10, 10)), Scene(size: size)]) }
        #expect(error?.message.hasPrefix("page 2: ") == true)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a coordinate that cannot be drawn is an error with its page`(value: Double) {
        let path = Path(from: Point(0, 0), to: Point(value, 5))
        let scene = Scene(
            size: Size(100, 100), items: [.path(path, fill: nil, stroke: Stroke(.role(.ink), width: 1))])
        #expect(throws: PDFError.coordinate(page: 1)) { try write([scene]) }
        #expect(throws: PDFError.coordinate(page: 1)) {
            try PNGWriter.write(scene: scene, palette: palette, fonts: book)
        }
    }

    @Test func `a picture that is no PNG is an error with its page`() {
        let image = ImageData(png: [0xFF, 0xD8, 0xFF], width: 1, height: 1)
        let scene = Scene(size: Size(9, 9), items: [.image(image, Rect(x0: 0, y0: 0, x1: 9, y1: 9))])
        #expect(throws: PDFError.image(page: 1)) { try write([scene]) }
    }

    @Test(arguments: [
        (PDFError.noPages, "there is no page to draw"),
        (
            .pageSize(page: 2, width: 0, height: 10),
            "page 2: 0.0 × 10.0 points is no size for a page; both must lie between 1 and 14400"
        ),
        (.coordinate(page: 3), "page 3: a coordinate is not a finite number"),
        (.image(page: 1), "page 1: a picture cannot be drawn; use an undamaged PNG, JPEG or SVG file"),
        (.font(.noFaces), "no font face was given"),
        (.cairo(.create, status: 1, reason: "out of memory"), "cannot begin drawing: out of memory"),
        (.cairo(.draw, status: 1, reason: "out of memory"), "cannot draw: out of memory"),
    ])
    func `errors say the place and the fact`(error: PDFError, words: String) {
        #expect(error.message == words)
    }
}
