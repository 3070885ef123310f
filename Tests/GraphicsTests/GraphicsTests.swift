import Graphics
import Testing

/// The vocabulary that layout and renderers share.
@Suite struct GraphicsTests {
    @Test(arguments: [("#1B4B8A", "#1b4b8a"), ("abc", "#aabbcc"), ("#000000", "#000000")])
    func `a colour reads what style sheets write`(text: String, expected: String) throws {
        #expect(try #require(Color(text: text)).hexText == expected)
    }

    @Test(arguments: ["", "#12", "red", "#12345g", "#1234567"])
    func `what is no colour is none`(text: String) {
        #expect(Color(text: text) == nil)
    }

    @Test func `a mix is the colour so far on the way`() {
        let palette = Palette { $0 == .page ? Color(hex: 0xFFFFFF) : Color(hex: 0x000000) }
        let mixed = palette.resolve(.mix(.page, .ink, fraction: 0.5))
        #expect(mixed.color.hexText == "#808080")
        #expect(palette.resolve(.role(.page, opacity: 0.25)).opacity == 0.25)
    }

    @Test func `a palette knows every role on its own`() {
        var palette = Palette { _ in Color(hex: 0) }
        for role in ColorRole.allCases {
            palette[role] = Color(hex: 0xFFFFFF)
            #expect(ColorRole.allCases.filter { palette[$0].red == 1 } == [role])
            palette[role] = Color(hex: 0)
        }
    }

    @Test func `text is anchored where it was put, whichever end that is`() {
        let run = GlyphRun(text: "abc", font: Font(size: 8), glyphs: [], width: 30)
        for (anchor, left) in [(PlacedText.Anchor.start, 100.0), (.middle, 85), (.end, 70)] {
            let text = PlacedText(run, at: Point(100, 5), anchor: anchor, paint: .role(.ink))
            #expect(text.origin == Point(left, 5))
            #expect(text.anchorPoint == Point(100, 5))
        }
    }

    @Test func `insets move the edges inwards`() {
        let rect = Rect(origin: Point(10, 20), size: Size(100, 50))
        let inner = rect.inset(by: Insets(top: 1, right: 2, bottom: 3, left: 4))
        #expect(inner == Rect(x0: 14, y0: 21, x1: 108, y1: 67))
        #expect(rect.contains(inner.center) && !inner.contains(Point(10, 20)))
    }

    @Test func `the size of a PNG is read from its header, and nothing else is a PNG`() {
        let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        let sizes: [UInt8] = [0, 0, 1, 0, 0, 0, 0, 16]
        let image = ImageData(png: header + sizes + [UInt8](repeating: 0, count: 9))
        #expect(image?.width == 256 && image?.height == 16)
        #expect(ImageData(png: header) == nil)
        #expect(ImageData(png: Array("GIF89a".utf8) + [UInt8](repeating: 1, count: 40)) == nil)
    }

    @Test func `a scene prints one line for each item`() {
        let line = SceneItem.path(
            Path(from: .zero, to: Point(10, 0)), fill: nil, stroke: Stroke(.role(.grid), width: 0.5))
        let group = SceneGroup(offset: Point(1, 2), clip: Rect(x0: 0, y0: 0, x1: 5, y1: 5), items: [line])
        #expect(
            Scene(size: Size(20, 10), items: [.group(group)]).description == """
                scene 20×10
                  group plain +1,2 clip 0,0–5,5
                    path M0,0 L10,0 stroke grid 0.5

                """)
    }
}
