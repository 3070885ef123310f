import Graphics

/// How shapes are painted where they stand: what elements further out said, and what their own attributes say.
struct SVGStyle {
    private var fill = SVGPaint.color(Color(hex: 0), opacity: 1)
    private var stroke = SVGPaint.none
    private var color = SVGPaint.current
    private var fillOpacity = 1.0
    private var strokeOpacity = 1.0
    private var opacity = 1.0
    private var width = 1.0
    private var dashes: [Double] = []
    private var join = Stroke.Join.miter
    private var cap = Stroke.Cap.butt
    /// What crossing paths enclose.
    private(set) var fillRule = Path.FillRule.nonZero
    /// Whether shapes are drawn at all.
    private(set) var isVisible = true
    /// Whether elements and all within them are left out.
    private(set) var isDisplayed = true

    /// What nothing has changed yet: black areas.
    init() {}

    /// The paint of areas; nil for none.
    var fillPaint: Paint? { seen(fill, fillOpacity * opacity) }

    /// The pen of outlines in a space whose lines are so many times thicker; nil for none.
    func pen(scale: Double) -> Stroke? {
        guard width > 0, let paint = seen(stroke, strokeOpacity * opacity) else { return nil }
        return Stroke(paint, width: width * scale, dashes: dashes.map { $0 * scale }, join: join, cap: cap)
    }

    private func seen(_ paint: SVGPaint, _ opacity: Double) -> Paint? {
        guard opacity > 0 else { return nil }
        return (paint == .current ? color : paint).paint(opacity: opacity)
    }

    /// Takes a property on; false where its value cannot be drawn. Properties that do not paint shapes are passed over.
    mutating func take(_ name: String, _ value: String) -> Bool {
        if value == "inherit" { return true }
        switch name {
        case "fill": return set(\.fill, SVGPaint(value))
        case "stroke": return set(\.stroke, SVGPaint(value))
        case "color": return set(\.color, SVGPaint(value))
        case "fill-opacity": return set(\.fillOpacity, SVGPaint.share(value, of: 1))
        case "stroke-opacity": return set(\.strokeOpacity, SVGPaint.share(value, of: 1))
        case "opacity": return set(\.opacity, SVGPaint.share(value, of: 1).map { $0 * opacity })
        case "stroke-width": return set(\.width, SVGLength.pixels(value).flatMap { $0 >= 0 ? $0 : nil })
        case "stroke-dasharray": return set(\.dashes, Self.dashes(value))
        case "stroke-linejoin": return set(\.join, ["miter": .miter, "round": .round, "bevel": .bevel][value])
        case "stroke-linecap": return set(\.cap, ["butt": .butt, "round": .round, "square": .square][value])
        case "fill-rule": return set(\.fillRule, ["nonzero": .nonZero, "evenodd": .evenOdd][value])
        case "visibility": return set(\.isVisible, value == "visible")
        case "display": return set(\.isDisplayed, value != "none")
        default: return Self.plain[name]?.contains(value) ?? true
        }
    }

    private mutating func set<Value>(_ property: WritableKeyPath<SVGStyle, Value>, _ value: Value?) -> Bool {
        guard let value else { return false }
        self[keyPath: property] = value
        return true
    }

    /// Properties that change what is seen and are not drawn, with the values that ask for nothing.
    private static let plain: [String: Set<String>] = [
        "clip-path": ["none"], "mask": ["none"], "filter": ["none"], "marker": ["none"], "marker-start": ["none"],
        "marker-mid": ["none"], "marker-end": ["none"], "vector-effect": ["none"], "mix-blend-mode": ["normal"],
        "paint-order": ["normal"], "stroke-dashoffset": ["0", "0px"], "transform-origin": ["0", "0 0"],
        "transform-box": [], "clip": ["auto"], "overflow": ["visible", "hidden", "auto"],
    ]

    /// An odd count is written twice, as SVG has it; nil for negative lengths and what is none. All zero is a solid line.
    private static func dashes(_ text: String) -> [Double]? {
        if text == "none" { return [] }
        let parts = text.split { $0 == "," || $0.isWhitespace }.map { SVGLength.pixels(String($0)) }
        let lengths = parts.compactMap { $0 }.filter { $0 >= 0 }
        guard lengths.count == parts.count, lengths.count <= 32 else { return nil }
        guard lengths.contains(where: { $0 > 0 }) else { return [] }
        return lengths.count % 2 == 0 ? lengths : lengths + lengths
    }
}
