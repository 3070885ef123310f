import Graphics
import TestSupport
import Testing

@testable import PictureFiles

@Suite struct SVGDrawingTests {
    /// What is drawn of elements within a square of 10.
    private func items(_ elements: String, _ attributes: String = "viewBox=\"0 0 10 10\"") throws -> [SceneItem] {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(elements)</svg>"
        guard case .drawing(let items) = try PictureFile.picture(Array(text.utf8)).content else { return [] }
        return items
    }

    private func paint(_ elements: String) throws -> (fill: Paint?, stroke: Stroke?) {
        guard case .path(_, let fill, let stroke)? = try items(elements).first else { return (nil, nil) }
        return (fill, stroke)
    }

    @Test func `a drawing is as large as its width and height say, at two pixels for one`() throws {
        let text =
            "<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1in\" height=\"48\" viewBox=\"0 0 2 1\"><path d=\"M0 0h2v1z\"/></svg>"
        let image = try PictureFile.picture(Array(text.utf8))
        #expect(image.width == 192 && image.height == 96)
        #expect(
            image.content
                == .drawing([
                    .path(
                        Path([.move(Point(0, 0)), .line(Point(192, 0)), .line(Point(192, 96)), .close]),
                        fill: .color(Color(hex: 0), opacity: 1), stroke: nil)
                ]))
    }

    @Test func `a view of another shape is fitted and centred`() throws {
        let items = try items(
            "<rect x='0' y='0' width='10' height='10'/>", "width=\"40\" height=\"10\" viewBox=\"0 0 10 10\"")
        guard case .path(let path, _, _)? = items.first else { throw PictureFault.svgEmpty }
        #expect(path == Path(Rect(x0: 30, y0: 0, x1: 50, y1: 20)))
    }

    @Test(arguments: [
        ("<rect width='5' height='5'/>", 5), ("<rect width='5' height='5' rx='1'/>", 10), ("<circle r='2'/>", 6),
        ("<ellipse rx='2' ry='1'/>", 6), ("<line x2='5' stroke='red'/>", 2), ("<polyline points='0,0 1,1 2,0'/>", 3),
        ("<polygon points='0 0 1 1 2 0'/>", 4), ("<g><g><path d='M0 0h1v1z'/></g></g>", 4),
    ])
    func `every shape is a path`(element: String, steps: Int) throws {
        guard case .path(let path, _, _)? = try items(element).first else { throw PictureFault.svgEmpty }
        #expect(path.elements.count == steps)
    }

    @Test func `colours come from attributes, styles and classes, and are inherited`() throws {
        let red = Paint.color(Color(hex: 0xFF0000), opacity: 1)
        for source in [
            "<rect width='1' height='1' fill='red'/>", "<g fill='#f00'><rect width='1' height='1'/></g>",
            "<rect width='1' height='1' fill='blue' style='fill: rgb(255, 0, 0)'/>",
            "<rect class='a b' width='1' height='1'/><style>.c,.b{fill:#ff0000ff}</style>",
            "<g color='red'><rect width='1' height='1' fill='currentColor'/></g>",
        ] { #expect(try paint(source).fill == red, "\(source)") }
        #expect(try paint("<rect width='1' height='1' fill='currentColor'/>").fill == .role(.ink, opacity: 1))
        #expect(
            try paint("<g opacity='.5'><rect width='1' height='1' fill-opacity='50%' opacity='0.5'/></g>").fill
                == .color(Color(hex: 0), opacity: 0.125))
    }

    @Test func `outlines have their width, dashes, corners and ends`() throws {
        let shape =
            "<path d='M0 0h5' fill='none' stroke='#00f' stroke-width='.5' stroke-dasharray='1 2 3' stroke-linejoin='bevel' stroke-linecap='round'/>"
        // Two pixels for one of CSS, within a group twice as large; an odd list of dashes is written twice.
        #expect(
            try paint("<g transform='scale(2)'>\(shape)</g>").stroke
                == Stroke(
                    .color(Color(hex: 0x0000FF), opacity: 1), width: 2, dashes: [4, 8, 12, 4, 8, 12], join: .bevel,
                    cap: .round))
    }

    @Test func `what shows nothing is passed over`() throws {
        let unseen =
            "<title>t</title><metadata><RDF><script/></RDF></metadata><defs><linearGradient id='a'/><text>x</text></defs>"
            + "<g display='none'><text>x</text></g><rect width='1' height='1' visibility='hidden'/><rect width='0' height='1'/>"
        #expect(try items(unseen + "<rect width='1' height='1' fill-rule='evenodd'/>").count == 1)
    }

    private static let faults: [(String, String)] = [
        ("<text>x</text>", "picture_svg_element"), ("<script>x</script>", "picture_svg_element"),
        ("<image href='http://x/a.png'/>", "picture_svg_element"), ("<use href='#a'/>", "picture_svg_element"),
        ("<foreignObject/>", "picture_svg_element"),
        ("<a href='javascript:x'><path d='M0 0h1'/></a>", "picture_svg_element"),
        ("<style>@import url(x);</style>", "picture_svg_element"),
        ("<style>path{fill:red}</style>", "picture_svg_element"),
        ("<animate/>", "picture_svg_element"), ("<svg/>", "picture_svg_element"),
        ("<path d='M0 0h1v1z' onclick='x()'/>", "picture_svg_attribute"),
        ("<path d='M0 0h1v1z' fill='url(#a)'/>", "picture_svg_attribute"),
        ("<path d='M0 0h1v1z' style='filter:url(http://x)'/>", "picture_svg_attribute"),
        ("<path d='M0 0h1v1z' fill='hsl(1 2% 3%)'/>", "picture_svg_attribute"),
        ("<path d='M0 0 L1'/>", "picture_svg_attribute"), ("<rect width='10%' height='1'/>", "picture_svg_attribute"),
        ("<g transform='spin(1)'/>", "picture_svg_attribute"),
        ("<path d='M0 0h1' stroke-width='-1'/>", "picture_svg_attribute"),
        ("", "picture_svg_empty"), ("<path d='M0 0h1v1z' fill='none'/>", "picture_svg_empty"),
        ("<g>", "picture_svg_markup"),
        ("<g transform='scale(999999)'><path d='M9 9h9v9z'/></g>", "picture_svg_limit"),
        (String(repeating: "<g/>", count: 10_000), "picture_svg_limit"),
        ("<path d='M0 0" + String(repeating: "h1", count: 60_000) + "'/>", "picture_svg_limit"),
        (String(repeating: "<g>", count: 100), "picture_svg_markup"),
    ]

    @Test(arguments: faults)
    func `what would look otherwise or act is refused`(elements: String, code: String) {
        let fault = #expect(throws: PictureFault.self) { try items(elements) }
        #expect(fault?.code == code)
        #expect((fault?.message.count ?? 0) < 200)
    }

    @Test func `documents that are no drawing are refused`() {
        func code(_ text: String) -> String? {
            do throws(PictureFault) { _ = try PictureFile.picture(Array(text.utf8)) } catch { return error.code }
            return nil
        }
        #expect(code("<html/>") == "picture_svg_root")
        #expect(code("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>") == "picture_svg_markup")
        #expect(code("<svg viewBox='0 0 0 10'/>") == "picture_svg_attribute")
        #expect(code("<svg><path d='M0 0h1v1z'/></svg>") == "picture_svg_empty")
        #expect(code("<svg onload='x()' viewBox='0 0 1 1'/>") == "picture_svg_attribute")
        #expect(code(String(repeating: " ", count: 1 << 20) + "<svg/>") == "picture_svg_limit")
        #expect(code("GIF89a") == "picture_format" && code("") == "picture_format")
    }

    @Test func `damaged drawings are refused or drawn, never a trap`() {
        let text =
            "<svg viewBox='0 0 9 9'><g transform='rotate(3)'><path style='fill:red' d='M1 2c3 4 5 6 7 8a1 2 3 0 1 4 5z'/></g></svg>"
        var random = SeededNumbers(seed: 11)
        for _ in 0..<3000 {
            var bytes = Array(text.utf8)
            for _ in 0..<3 { bytes[random.below(bytes.count)] = UInt8(random.below(127)) }
            _ = try? PictureFile.picture(bytes)
        }
    }
}
