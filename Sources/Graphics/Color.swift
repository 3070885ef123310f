import Glibc

/// A colour in sRGB, each part 0…1, not premultiplied.
public struct Color: Equatable, Sendable {
    /// Red, 0…1.
    public var red: Double
    /// Green, 0…1.
    public var green: Double
    /// Blue, 0…1.
    public var blue: Double

    /// A colour by its parts.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour as written in style sheets, without the hash: `0x1B4B8A`.
    public init(hex: UInt32) {
        red = Double(hex >> 16 & 0xFF) / 255
        green = Double(hex >> 8 & 0xFF) / 255
        blue = Double(hex & 0xFF) / 255
    }

    /// Reads `#1B4B8A` or `#abc`; nil for anything else.
    public init?(text: String) {
        var digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        if digits.utf8.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
        self.init(hex: value)
    }

    /// `#1b4b8a`.
    public var hexText: String {
        let parts = [red, green, blue].map { part -> String in
            let byte = Int(exactly: (min(max(part, 0), 1) * 255).rounded()) ?? 0
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "#" + parts.joined()
    }

    /// The colour `fraction` of the way to another, in sRGB (as CSS `color-mix(in srgb, …)`).
    public func mixed(with other: Color, fraction: Double) -> Color {
        Color(
            red: red + (other.red - red) * fraction, green: green + (other.green - green) * fraction,
            blue: blue + (other.blue - blue) * fraction)
    }
}

/// How colours read on each other (WCAG 2.2, "contrast ratio").
extension Color {
    /// Relative luminance, 0 (black) to 1 (white).
    public var luminance: Double {
        func linear(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// 1 (the same) to 21 (black on white).
    public func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}
