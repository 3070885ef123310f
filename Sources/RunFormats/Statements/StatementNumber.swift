import Containers
import NativeCodecs
import RunModel

/// Numbers of reports: `10 000.00`, `-1 044.68 (8.68%)`, `8.68% (1 044.68)`, `− 2.50`.
///
/// Blanks of any kind part thousands. A comma is the point where it cannot part thousands: `-2 863,00`.
enum StatementNumber {
    /// The number that a text is, all of it; nil where it is none, or has two readings.
    static func value(_ text: String) -> Double? {
        var digits = [UInt8]()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "\u{2212}", "\u{2013}": digits.append(UInt8(ascii: "-"))
            case let scalar where scalar.isASCII: digits.append(UInt8(scalar.value))
            default: return nil
            }
        }
        let point = point(digits)
        guard let point else { return nil }
        if point == UInt8(ascii: ".") { digits.removeAll { $0 == UInt8(ascii: ",") } }
        return DecimalText.number(digits.span, 0..<digits.count, point: point)
    }

    /// The point of a number; nil where a comma stands that could part thousands.
    private static func point(_ digits: [UInt8]) -> UInt8? {
        guard let comma = digits.lastIndex(of: UInt8(ascii: ",")) else { return UInt8(ascii: ".") }
        if let dot = digits.lastIndex(of: UInt8(ascii: ".")) {
            // Thousands come before the point, in groups of three.
            return dot > comma && dot - comma == 4 ? UInt8(ascii: ".") : nil
        }
        let isOnly = digits.count { $0 == UInt8(ascii: ",") } == 1
        return isOnly && digits.count - comma != 4 ? UInt8(ascii: ",") : nil
    }

    /// The number before the brackets and the one within: `8.68% (1 044.68)` is 8.68 and 1044.68. Percent signs are left
    /// out; nil where there are no two numbers.
    static func pair(_ text: String) -> (outer: Double, inner: Double)? {
        guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
        let sides = [text[..<open], text[text.index(after: open)...].dropLast()].map { side in
            value(String(side.filter { $0 != "%" }))
        }
        guard let outer = sides[0], let inner = sides[1] else { return nil }
        return (outer, inner)
    }

    /// How exactly some texts were written: the most decimals and the most significant digits.
    static func digits(_ texts: some Sequence<String>) -> WrittenDigits? {
        var most: WrittenDigits?
        for text in texts {
            let parts = text.split(separator: ".", maxSplits: 1)
            guard let whole = parts.first else { continue }
            let fraction = parts.count > 1 ? parts[1].utf8.count { $0 &- 0x30 < 10 } : 0
            let digits = (String(whole) + (parts.count > 1 ? String(parts[1]) : "")).utf8.filter { $0 &- 0x30 < 10 }
            let significant = digits.drop { $0 == 0x30 }.count
            most = WrittenDigits(
                decimals: max(most?.decimals ?? 0, fraction), significant: max(most?.significant ?? 0, significant))
        }
        return most
    }
}
