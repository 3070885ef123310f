import DocumentModel
import Graphics

/// A theme in the colour of a house: the strategy takes it, as much lighter or darker as it needs to be read, and losses keep
/// away from it for readers of every kind.
public enum BrandPalette {
    /// The theme with the brand's colour in it.
    public static func applied(_ brand: Color, to theme: Theme) -> Theme {
        var branded = theme
        branded.palette = palette(brand, theme.palette)
        branded.darkPalette = palette(brand, theme.darkPalette)
        return branded
    }

    private static func palette(_ brand: Color, _ base: Palette) -> Palette {
        var palette = base
        let accent = readable(brand, on: base[.page], apartFrom: base[.benchmark])
        palette[.accent] = accent
        palette[.category1] = accent
        palette[.surface] = base[.page].mixed(with: brand, fraction: 0.035)
        let results = results(beside: accent, base)
        palette[.gain] = results.gain
        palette[.loss] = results.loss
        // Series that would be taken for the brand's own give way to the base's first colour.
        for role in [ColorRole.category2, .category3, .category4, .category5, .category6]
        where least(accent, palette[role]) < 15 { palette[role] = base[.category1] }
        return palette
    }

    /// The colour moved towards black or white until small text in it can be read, and it is not taken for another.
    private static func readable(_ color: Color, on page: Color, apartFrom other: Color? = nil) -> Color {
        let goal = page.luminance > 0.5 ? Color(hex: 0x000000) : Color(hex: 0xFFFFFF)
        let steps = (0...50).lazy.map { color.mixed(with: goal, fraction: Double($0) / 50) }
        return steps.first { step in
            step.contrast(with: page) >= 4.6 && (other.map { least(step, $0) >= 16 } ?? true)
        } ?? goal
    }

    /// Gains and losses: the base's own pair, or the first one that cannot be taken for the brand's colour or each other.
    private static func results(beside accent: Color, _ base: Palette) -> (gain: Color, loss: Color) {
        let pairs = [
            (base[.gain], base[.loss]), (Color(hex: 0x1F6F8B), Color(hex: 0x8A4FA3)),
            (Color(hex: 0x2A5F9E), Color(hex: 0x8C6D00)), (Color(hex: 0x00736B), Color(hex: 0x9C3587)),
            (Color(hex: 0x1D4E89), Color(hex: 0x3B3B3B)),
        ].map { (gain: readable($0, on: base[.page]), loss: readable($1, on: base[.page])) }
        return pairs.max { score($0, accent) < score($1, accent) } ?? pairs[0]
    }

    /// How well a pair can be told apart and from the brand; beyond what is enough, the base's own pair wins as the first.
    private static func score(_ pair: (gain: Color, loss: Color), _ accent: Color) -> Double {
        min(least(pair.gain, pair.loss) / 20, least(pair.loss, accent) / 15, 1)
    }

    /// The smallest distance of two colours over all kinds of vision.
    private static func least(_ one: Color, _ other: Color) -> Double {
        ColorVision.allCases.map { $0.distance(one, other) }.min() ?? 0
    }
}
