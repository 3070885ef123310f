/// Floats as Python writes them.
enum PythonFloat {
    /// The shortest text that reads back as the same number: `0.1`, `2.0`, `1e+16`, `1e-05`, `inf`, `nan`.
    ///
    /// Digits come from Swift's description, which is shortest as well; only the choice of notation differs
    /// (Python: an exponent below −4 or from 16).
    static func representation(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        if value.magnitude >= 1e-4, value.magnitude < 9e15 || value == 0 { return "\(value)" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        let (digits, exponent) = shortest(value.magnitude)
        let sign = value < 0 ? "-" : ""
        return sign + notation(digits, exponent)
    }

    private static func notation(_ digits: [UInt8], _ exponent: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        if exponent < -4 || exponent >= 16 {
            return scientific(text, exponent, "e")
        }
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
        if text.utf8.count <= exponent + 1 {
            return text + String(repeating: "0", count: exponent + 1 - text.utf8.count) + ".0"
        }
        return text.prefix(exponent + 1) + "." + text.dropFirst(exponent + 1)
    }

    /// `d.ddde±XX` from digits without a point.
    static func scientific(_ digits: String, _ exponent: Int, _ mark: String) -> String {
        let tail = digits.dropFirst()
        let size = String(exponent.magnitude)
        return digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + mark + (exponent < 0 ? "-" : "+")
            + (size.utf8.count < 2 ? "0" : "") + size
    }

    /// The shortest decimal digits of a positive number and the power of ten of the first one.
    static func shortest(_ magnitude: Double) -> (digits: [UInt8], exponent: Int) {
        var digits = [UInt8]()
        var exponent = 0
        var pointAt: Int?
        var bytes = Array("\(magnitude)".utf8)[...]
        if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
            bytes = bytes[..<mark]
        }
        for byte in bytes {
            if byte == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(byte) }
        }
        exponent += (pointAt ?? digits.count) - 1
        while digits.first == UInt8(ascii: "0"), digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.last == UInt8(ascii: "0"), digits.count > 1 { digits.removeLast() }
        return (digits, exponent)
    }
}
