/// A length in pixels of CSS (1/96 inch).
enum SVGLength {
    private static let units = [
        "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "Q": 96 / 101.6,
    ]

    /// The length; nil for shares of something (`%`, `em`) and for what is none.
    static func pixels(_ text: String) -> Double? {
        var scanner = SVGScanner(text)
        guard let value = scanner.number(), let unit = units[scanner.rest()] else { return nil }
        let pixels = value * unit
        return pixels.magnitude <= SVGScanner.largest ? pixels : nil
    }
}
