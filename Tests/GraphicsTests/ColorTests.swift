import Graphics
import Testing

/// Values of the WCAG 2.2 definition.
@Suite struct ColorTests {
    @Test func `black on white is 21 to 1, a colour on itself 1 to 1`() {
        let (black, white) = (Color(hex: 0), Color(hex: 0xFFFFFF))
        #expect((black.contrast(with: white) - 21).magnitude < 1e-9)
        #expect(black.contrast(with: black) == 1)
        // The usual example of the guidelines: #767676 is the lightest grey that white reads on.
        #expect(Color(hex: 0x767676).contrast(with: white) >= 4.5)
        #expect(Color(hex: 0x777777).contrast(with: white) < 4.5)
    }

    @Test func `there is always a colour that reads`() {
        let palette = Palette { $0 == .ink ? Color(hex: 0x1B1F24) : Color(hex: 0xFFFFFF) }
        for red in stride(from: 0.0, through: 1, by: 0.1) {
            for green in stride(from: 0.0, through: 1, by: 0.1) {
                for blue in stride(from: 0.0, through: 1, by: 0.1) {
                    let background = Color(red: red, green: green, blue: blue)
                    #expect(palette.readable(on: background).contrast(with: background) >= 4.5)
                }
            }
        }
    }
}
