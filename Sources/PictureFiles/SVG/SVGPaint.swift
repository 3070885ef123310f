import Graphics

/// How a shape of a drawing is coloured.
enum SVGPaint: Equatable {
    /// Not at all.
    case none
    /// As the text around the picture is: dark on light pages, light on dark ones.
    case current
    /// In one colour.
    case color(Color, opacity: Double)

    /// Reads a value of `fill`, `stroke` or `color`; nil for gradients, references and what is no colour.
    init?(_ text: String) {
        let text = text.lowercased().filter { $0 != " " }
        switch text {
        case "none", "transparent": self = .none
        case "currentcolor": self = .current
        default:
            guard let color = Self.hexadecimal(text) ?? Self.function(text) ?? Self.named(text) else { return nil }
            self = color
        }
    }

    /// In scenes, with a further opacity; nil for none.
    func paint(opacity: Double) -> Paint? {
        switch self {
        case .none: nil
        case .current: .role(.ink, opacity: opacity)
        case .color(let color, let own): .color(color, opacity: own * opacity)
        }
    }

    private static func named(_ text: String) -> SVGPaint? {
        NamedColors.all[text].map { .color(Color(hex: $0), opacity: 1) }
    }

    /// `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`.
    private static func hexadecimal(_ text: String) -> SVGPaint? {
        guard text.hasPrefix("#") else { return nil }
        let digits = text.dropFirst()
        let long = digits.count <= 4 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        guard long.utf8.count == 6 || long.utf8.count == 8, let color = Color(text: String(long.prefix(6))) else {
            return nil
        }
        guard long.utf8.count == 8 else { return .color(color, opacity: 1) }
        return UInt8(long.suffix(2), radix: 16).map { .color(color, opacity: Double($0) / 255) }
    }

    /// `rgb(255,128,0)`, `rgb(100%,50%,0%)`, `rgba(…,0.5)`.
    private static func function(_ text: String) -> SVGPaint? {
        guard text.hasSuffix(")"), let start = ["rgb(", "rgba("].first(where: text.hasPrefix) else { return nil }
        let parts = text.dropFirst(start.count).dropLast().split { $0 == "," || $0 == "/" }.map(String.init)
        guard parts.count == 3 || parts.count == 4 else { return nil }
        let colors = parts.prefix(3).compactMap { share($0, of: 255) }
        let opacity = parts.count == 4 ? share(parts[3], of: 1) : 1
        guard colors.count == 3, let opacity else { return nil }
        return .color(Color(red: colors[0], green: colors[1], blue: colors[2]), opacity: opacity)
    }

    /// A number of a whole or a percentage, as 0…1.
    static func share(_ text: String, of whole: Double) -> Double? {
        var scanner = SVGScanner(text)
        guard let value = scanner.number() else { return nil }
        let rest = scanner.rest()
        guard rest.isEmpty || rest == "%" else { return nil }
        return min(max(value / (rest == "%" ? 100 : whole), 0), 1)
    }
}
