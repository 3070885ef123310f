import Graphics

extension Theme {
    /// The default: white paper, blue strategy, grey benchmark, blue/orange gains and losses (safe for colour-blind
    /// readers); text contrasts are at least 4.5:1.
    public static let light = Theme(name: "light", palette: Palette(lightColor), darkPalette: Palette(darkColor))

    static func lightColor(_ role: ColorRole) -> Color {
        switch role {
        case .page: Color(hex: 0xFFFFFF)
        case .surface: Color(hex: 0xF6F7F9)
        case .ink: Color(hex: 0x1B1F24)
        case .muted: Color(hex: 0x5F6773)
        case .hairline: Color(hex: 0xD5D9DF)
        case .grid: Color(hex: 0xE6E9ED)
        case .accent: Color(hex: 0x1D4E89)
        case .benchmark: Color(hex: 0x8A939E)
        case .gain: Color(hex: 0x2A5F9E)
        case .loss: Color(hex: 0xC2502F)
        case .caution: Color(hex: 0xB7791F)
        case .onStrong: Color(hex: 0xFFFFFF)
        case .category1: Color(hex: 0x1D4E89)
        case .category2: Color(hex: 0xE08A3C)
        case .category3: Color(hex: 0x3A8F85)
        case .category4: Color(hex: 0x8C5A9E)
        case .category5: Color(hex: 0xB5A642)
        case .category6: Color(hex: 0x6FB3D9)
        case .other: Color(hex: 0xB4BAC2)
        }
    }

    static func darkColor(_ role: ColorRole) -> Color {
        switch role {
        case .page: Color(hex: 0x14171B)
        case .surface: Color(hex: 0x1D2127)
        case .ink: Color(hex: 0xE8EAED)
        case .muted: Color(hex: 0x9AA3AE)
        case .hairline: Color(hex: 0x3A4049)
        case .grid: Color(hex: 0x282D34)
        case .accent: Color(hex: 0x6FA8E8)
        case .benchmark: Color(hex: 0x8A939E)
        case .gain: Color(hex: 0x5B95D6)
        case .loss: Color(hex: 0xE07A56)
        case .caution: Color(hex: 0xD9A441)
        case .onStrong: Color(hex: 0x14171B)
        case .category1: Color(hex: 0x6FA8E8)
        case .category2: Color(hex: 0xE9A15F)
        case .category3: Color(hex: 0x63B8AD)
        case .category4: Color(hex: 0xB68AC6)
        case .category5: Color(hex: 0xCFC267)
        case .category6: Color(hex: 0x3F79B0)
        case .other: Color(hex: 0x5B636E)
        }
    }
}
