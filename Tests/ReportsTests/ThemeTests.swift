import DocumentModel
import Graphics
import Testing

@testable import Reports

/// Themes can be read, by everyone; a file or a colour changes them, and what fails is told.
@Suite struct ThemeTests {
    @Test(arguments: Themes.names)
    func `a shipped theme has no pair that cannot be read or told apart`(name: String) throws {
        #expect(ThemeCheck.failures(of: try #require(Themes.theme(named: name))) == [])
    }

    @Test(arguments: ["#7a0019", "#ffcc00", "#00a651", "#c2502f", "#000000", "#ffffff", "#6fa8e8", "#e20074"])
    func `any brand gives a theme that can be read, on light, dark and paper`(brand: String) throws {
        let color = try #require(Color(text: brand))
        for name in ["light", "dark", "print"] {
            let theme = BrandPalette.applied(color, to: try #require(Themes.theme(named: name)))
            let failures = ThemeCheck.failures(of: theme).filter { !$0.text.contains("category") }
            #expect(failures == [], "\(name)")
        }
    }

    @Test func `a theme file changes what it says and nothing else`() throws {
        let file = """
            base = "print"
            [colors]
            accent = "#112233"
            [colors.dark]
            accent = "#ccddee"
            [type]
            body = 8.5
            figure-label = 7
            [spacing]
            gutter = 20
            [page]
            left = 50
            [fonts]
            family = "Source Sans 3"
            """
        let theme = try ThemeFile.theme(Array(file.utf8))
        var expected = Theme.print
        expected.palette[.accent] = Color(hex: 0x112233)
        expected.darkPalette[.accent] = Color(hex: 0xCCDDEE)
        expected.type.body = 8.5
        expected.chart.labelSize = 7
        expected.gutter = 20
        expected.margins = PageStyle().margins
        expected.margins?.left = 50
        expected.fontFamily = "Source Sans 3"
        #expect(theme == expected)
    }

    @Test(arguments: Themes.names)
    func `a shipped theme written as a file is that theme`(name: String) throws {
        let theme = try #require(Themes.theme(named: name))
        var read = try ThemeFile.theme(Array(ThemeFile.text(of: theme).utf8))
        #expect(read.margins == PageStyle().margins)
        read.margins = nil
        #expect(read == theme)
    }

    @Test(arguments: [
        ("base = \"ligth\"", "t:1: 'base' must be one of"),
        ("[colors]\nacent = \"#fff\"", "t:2: unknown key 'acent'; did you"),
        ("[type]\nbody = 900", "t:2: 'body' must be a number of points"),
        ("[pgae]\ntop = 1", "t:1: unknown key 'pgae'; did"),
        ("brand = \"red\"", "t:1: 'brand' must be a colour"), ("a = ", "t:1:"),
        ("[fonts]\nfamily = 3", "t:2: 'family'"),
    ])
    func `a mistake in a theme file is told with its line`(file: String, words: String) {
        let error = #expect(throws: ThemeFileError.self) { try ThemeFile.theme(Array(file.utf8)) }
        #expect(error?.message(file: "t").hasPrefix(words) == true, "\(error?.message(file: "t") ?? "")")
    }

    @Test func `a pair that fails is told with both numbers`() throws {
        var theme = Theme.light
        theme.palette[.muted] = Color(hex: 0xA0A0A0)
        theme.palette[.loss] = theme.palette[.gain]
        let texts = ThemeCheck.failures(of: theme).map(\.text)
        #expect(
            texts.contains {
                $0.hasPrefix("muted #a0a0a0 on page #ffffff has a contrast of 2.6") && $0.contains("4.5:1")
            })
        #expect(texts.contains { $0.contains("look alike with deuteranopia") })
    }

    @Test func `red and green of the same lightness are alike to some readers and not to others`() {
        let (red, green) = (Color(hex: 0xC8524A), Color(hex: 0x7F8A2E))
        #expect(ColorVision.normal.distance(red, green) > 50)
        #expect(ColorVision.deuteranopia.distance(red, green) < ColorVision.normal.distance(red, green) / 2)
        // Grey is grey to everyone.
        for vision in ColorVision.allCases {
            #expect(vision.distance(vision.seen(Color(hex: 0x808080)), Color(hex: 0x808080)) < 1.5)
        }
    }
}
