import Graphics

extension Theme {
    /// For eyes that need it, and rooms with bad projectors: black on white or white on black, text seven to one (WCAG 2.2,
    /// 1.4.6), lines and bars four and a half to one.
    public static let contrast = Theme(
        name: "contrast", palette: Palette(contrastColor), darkPalette: Palette(darkContrastColor))

    private static func contrastColor(_ role: ColorRole) -> Color {
        switch role {
        case .page, .surface, .onStrong: Color(hex: 0xFFFFFF)
        case .ink: Color(hex: 0x000000)
        case .muted: Color(hex: 0x3A3A3A)
        case .hairline: Color(hex: 0x767676)
        case .grid: Color(hex: 0xCCCCCC)
        case .accent, .category1: Color(hex: 0x002B6B)
        case .benchmark, .category2: Color(hex: 0x9A4A00)
        case .gain: Color(hex: 0x003F91)
        case .loss: Color(hex: 0x8F1D00)
        case .caution: Color(hex: 0x6B3E00)
        case .category3: Color(hex: 0x005C4B)
        case .category4: Color(hex: 0x7A1F6B)
        case .category5: Color(hex: 0x4A4A00)
        case .category6: Color(hex: 0x5C5C5C)
        case .other: Color(hex: 0x737373)
        }
    }

    private static func darkContrastColor(_ role: ColorRole) -> Color {
        switch role {
        case .page, .surface, .onStrong: Color(hex: 0x000000)
        case .ink: Color(hex: 0xFFFFFF)
        case .muted: Color(hex: 0xCFCFCF)
        case .hairline: Color(hex: 0x8C8C8C)
        case .grid: Color(hex: 0x404040)
        case .accent, .category1: Color(hex: 0x8FC1FF)
        case .benchmark, .category2: Color(hex: 0xFFB366)
        case .gain: Color(hex: 0x9BC8FF)
        case .loss: Color(hex: 0xFF9E85)
        case .caution: Color(hex: 0xFFD17A)
        case .category3: Color(hex: 0x6FE0C8)
        case .category4: Color(hex: 0xF0A3E0)
        case .category5: Color(hex: 0xE0E070)
        case .category6: Color(hex: 0xBFBFBF)
        case .other: Color(hex: 0x9E9E9E)
        }
    }
}
