import DocumentModel
import Formatting
import Graphics

/// Whether a theme can be read: by contrast, and by people who see some colours alike.
public enum ThemeCheck {
    /// A pair of colours that are too near each other.
    public struct Failure: Equatable, Sendable {
        /// `light`, or `dark` for the colours of dark screens.
        public let palette: String
        /// What is wrong, with the number that there is and the one that is needed.
        public let text: String
    }

    /// Every pair that fails, of both palettes; the same palette is looked at once.
    public static func failures(of theme: Theme) -> [Failure] {
        let palettes =
            theme.palette == theme.darkPalette
            ? [("light", theme.palette)] : [("light", theme.palette), ("dark", theme.darkPalette)]
        return palettes.flatMap { name, palette in
            (contrasts(palette) + distances(palette, isGray: isGray(palette))).map {
                Failure(palette: name, text: $0)
            }
        }
    }

    /// Text needs 4.5:1 (WCAG 2.2, 1.4.3), lines and bars 3:1 (1.4.11).
    private static let wanted: [(ColorRole, on: ColorRole, least: Double)] = [
        (.ink, .page, 4.5), (.muted, .page, 4.5), (.accent, .page, 4.5), (.gain, .page, 4.5), (.loss, .page, 4.5),
        (.ink, .surface, 4.5), (.muted, .surface, 4.5), (.benchmark, .page, 3), (.caution, .page, 3),
    ]

    private static func contrasts(_ palette: Palette) -> [String] {
        wanted.compactMap { role, ground, least in
            let contrast = palette[role].contrast(with: palette[ground])
            guard contrast < least - 0.005 else { return nil }
            return "\(named(role, palette)) on \(named(ground, palette)) has a contrast of "
                + "\(DisplayNumber.number(contrast, places: 2)):1, at least \(DisplayNumber.number(least, places: 1)):1 is needed"
        }
    }

    /// Pairs that mean different things and stand beside each other.
    private static let pairs: [(ColorRole, ColorRole, least: Double)] = [
        (.gain, .loss, 20), (.accent, .benchmark, 15), (.accent, .loss, 15),
        (.category1, .category2, 12),
        (.category2, .category3, 12), (.category3, .category4, 12),
    ]

    /// Greys are told by lightness alone, which readers of every kind see alike.
    private static func distances(_ palette: Palette, isGray: Bool) -> [String] {
        pairs.flatMap { one, other, least in
            (isGray ? [ColorVision.normal] : ColorVision.allCases).compactMap { vision -> String? in
                let distance = vision.distance(palette[one], palette[other])
                guard distance < least else { return nil }
                let whom = vision == .normal ? "" : " with \(vision.rawValue)"
                return
                    "\(named(one, palette)) and \(named(other, palette)) look alike\(whom): a distance of "
                    + "\(DisplayNumber.number(distance, places: 0)), at least \(DisplayNumber.number(least, places: 0)) is needed"
            }
        }
    }

    private static func isGray(_ palette: Palette) -> Bool {
        [ColorRole.accent, .gain, .loss].allSatisfy { role in
            let color = palette[role]
            return max(color.red, color.green, color.blue) - min(color.red, color.green, color.blue)
                < 0.02
        }
    }

    private static func named(_ role: ColorRole, _ palette: Palette) -> String {
        "\(role.rawValue) \(palette[role].hexText)"
    }
}
