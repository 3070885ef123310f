/// What a colour is for; a theme's ``Palette`` says which colour that is.
///
/// Scenes are painted in roles, so one scene serves light, dark, print and grayscale: PDF and PNG resolve roles
/// when they are drawn, HTML writes them as CSS variables and the browser resolves them.
public enum ColorRole: String, CaseIterable, Sendable {
    /// The page behind everything.
    case page
    /// Slightly apart from the page: bands, table stripes.
    case surface
    /// Text and strong lines.
    case ink
    /// Secondary text: axis labels, captions, units.
    case muted
    /// Hairlines of tables and axes.
    case hairline
    /// Grid lines of charts, fainter than hairlines.
    case grid
    /// The strategy.
    case accent
    /// The benchmark.
    case benchmark
    /// A positive result.
    case gain
    /// A negative result.
    case loss
    /// A warning.
    case caution
    /// Text on strongly coloured cells.
    case onStrong
    /// Further categories, in order.
    case category1, category2, category3, category4, category5, category6
    /// Categories beyond the sixth, together.
    case other
}

/// How a path or a text is coloured.
public enum Paint: Equatable, Sendable {
    /// A role's colour, with an opacity 0…1.
    case role(ColorRole, opacity: Double)
    /// The colour `fraction` of the way from the first role to the second.
    case mix(ColorRole, ColorRole, fraction: Double)
    /// The colour of words that stand on such a mix: ink or its opposite, else black or white, whichever reads.
    case readable(on: ColorRole, ColorRole, fraction: Double)
    /// A colour of its own (a user's choice), with an opacity.
    case color(Color, opacity: Double)

    /// A role's colour, opaque.
    public static func role(_ role: ColorRole) -> Paint { .role(role, opacity: 1) }
}

/// A theme's colour for every role.
public struct Palette: Equatable, Sendable {
    private var colors: [Color]

    /// A palette; the closure is asked once for each role.
    public init(_ color: (ColorRole) -> Color) { colors = ColorRole.allCases.map(color) }

    /// The colour of a role.
    public subscript(role: ColorRole) -> Color {
        get { colors[Self.index(of: role)] }
        set { colors[Self.index(of: role)] = newValue }
    }

    /// A paint's colour and opacity under this palette.
    public func resolve(_ paint: Paint) -> (color: Color, opacity: Double) {
        switch paint {
        case .role(let role, let opacity): (self[role], opacity)
        case .mix(let from, let to, let fraction): (self[from].mixed(with: self[to], fraction: fraction), 1)
        case .readable(let from, let to, let fraction):
            (readable(on: self[from].mixed(with: self[to], fraction: fraction)), 1)
        case .color(let color, let opacity): (color, opacity)
        }
    }

    /// The first of ink, its opposite, black and white with a contrast of 4.5:1, which WCAG 2 asks of small text. One
    /// always has it: what is too dark for black is dark enough for white.
    public func readable(on background: Color) -> Color {
        let candidates = [self[.ink], self[.onStrong], Color(hex: 0), Color(hex: 0xFFFFFF)]
        return candidates.first { $0.contrast(with: background) >= 4.5 } ?? candidates[0]
    }

    private static func index(of role: ColorRole) -> Int { ColorRole.allCases.firstIndex(of: role) ?? 0 }
}

/// How a path is stroked.
public struct Stroke: Equatable, Sendable {
    /// Shape of corners.
    public enum Join: Sendable {
        /// Pointed.
        case miter
        /// Rounded: for data lines.
        case round
        /// Cut off.
        case bevel
    }

    /// Shape of the ends of lines and dashes.
    public enum Cap: Sendable {
        /// Cut at the end.
        case butt
        /// Rounded beyond it.
        case round
        /// Half a width beyond it.
        case square
    }

    /// Colour.
    public var paint: Paint
    /// Width in points.
    public var width: Double
    /// Lengths of dashes and gaps in points; empty for a solid line.
    public var dashes: [Double]
    /// Shape of corners.
    public var join: Join
    /// Shape of ends.
    public var cap: Cap

    /// A stroke.
    public init(_ paint: Paint, width: Double, dashes: [Double] = [], join: Join = .miter, cap: Cap = .butt) {
        self.paint = paint
        self.width = width
        self.dashes = dashes
        self.join = join
        self.cap = cap
    }
}
