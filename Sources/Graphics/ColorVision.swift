import Glibc

/// How readers who see some colours alike see a colour, after Machado, Oliveira and Fernandes (2009), at full severity.
public enum ColorVision: String, CaseIterable, Sendable {
    /// As most do.
    case normal
    /// Without the cones of long waves: red is dark.
    case protanopia
    /// Without those of middle waves: red and green alike.
    case deuteranopia
    /// Without those of short waves: blue and green alike.
    case tritanopia

    /// The colour as it is seen.
    public func seen(_ color: Color) -> Color {
        guard let rows = matrix else { return color }
        let parts = [color.red, color.green, color.blue].map(Self.linear)
        let seen = rows.map { row in
            Self.encoded(min(max(zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1))
        }
        return Color(red: seen[0], green: seen[1], blue: seen[2])
    }

    /// How far two colours are apart as they are seen: the distance in CIELAB (1976), where 2.3 can just be told.
    public func distance(_ one: Color, _ other: Color) -> Double {
        let (one, other) = (Self.lab(seen(one)), Self.lab(seen(other)))
        return zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private var matrix: [[Double]]? {
        switch self {
        case .normal: nil
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    private static func linear(_ part: Double) -> Double {
        part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ part: Double) -> Double {
        part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055
    }

    /// Lightness and the two axes of colour, under D65.
    private static func lab(_ color: Color) -> [Double] {
        let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
        let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
        let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
        let (fx, fy, fz) = (root(x), root(y), root(z))
        return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
    }

    private static func root(_ value: Double) -> Double {
        value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
}
