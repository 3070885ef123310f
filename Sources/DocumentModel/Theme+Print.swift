import Graphics

extension Theme {
    /// For paper: black text, no tinted surfaces, darker greys that a laser printer keeps; the same on every screen.
    public static let print = Theme(
        name: "print", palette: Palette(printColor), darkPalette: Palette(printColor))

    /// Shades of grey alone. Gains and losses differ by their lightness too, and by sign and place as everywhere.
    public static let grayscale = Theme(
        name: "grayscale", palette: Palette(grayColor), darkPalette: Palette(darkGrayColor))

    private static func printColor(_ role: ColorRole) -> Color {
        switch role {
        case .surface: Color(hex: 0xFFFFFF)
        case .ink: Color(hex: 0x000000)
        case .muted: Color(hex: 0x4A4F57)
        case .hairline: Color(hex: 0xB9BEC5)
        case .grid: Color(hex: 0xDADDE2)
        case .accent, .category1: Color(hex: 0x143B6B)
        case .benchmark: Color(hex: 0x7A828C)
        case .gain: Color(hex: 0x1F4F8A)
        case .loss: Color(hex: 0xB04424)
        case .caution: Color(hex: 0x8F5C0E)
        default: lightColor(role)
        }
    }

    private static func grayColor(_ role: ColorRole) -> Color {
        switch role {
        case .page, .onStrong: Color(hex: 0xFFFFFF)
        case .surface: Color(hex: 0xF5F5F5)
        case .ink: Color(hex: 0x111111)
        case .muted: Color(hex: 0x5C5C5C)
        case .hairline: Color(hex: 0xCFCFCF)
        case .grid: Color(hex: 0xE4E4E4)
        case .accent, .category1: Color(hex: 0x1E1E1E)
        case .benchmark: Color(hex: 0x8C8C8C)
        case .gain: Color(hex: 0x333333)
        case .loss: Color(hex: 0x6F6F6F)
        case .caution: Color(hex: 0x4A4A4A)
        case .category2: Color(hex: 0x8C8C8C)
        case .category3: Color(hex: 0x555555)
        case .category4: Color(hex: 0xA8A8A8)
        case .category5: Color(hex: 0x3A3A3A)
        case .category6: Color(hex: 0x757575)
        case .other: Color(hex: 0xBBBBBB)
        }
    }

    private static func darkGrayColor(_ role: ColorRole) -> Color {
        switch role {
        case .page, .onStrong: Color(hex: 0x161616)
        case .surface: Color(hex: 0x202020)
        case .ink: Color(hex: 0xEAEAEA)
        case .muted: Color(hex: 0xA6A6A6)
        case .hairline: Color(hex: 0x3E3E3E)
        case .grid: Color(hex: 0x2B2B2B)
        case .accent, .category1: Color(hex: 0xE2E2E2)
        case .benchmark: Color(hex: 0x868686)
        case .gain: Color(hex: 0xCCCCCC)
        case .loss: Color(hex: 0x8E8E8E)
        case .caution: Color(hex: 0xBDBDBD)
        case .category2: Color(hex: 0x868686)
        case .category3: Color(hex: 0xB4B4B4)
        case .category4: Color(hex: 0x6E6E6E)
        case .category5: Color(hex: 0xCFCFCF)
        case .category6: Color(hex: 0x9A9A9A)
        case .other: Color(hex: 0x5A5A5A)
        }
    }
}
