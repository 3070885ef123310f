import Formatting
import NativeCodecs

/// How one value is to be formatted, in the terms that `%` and `{}` share.
struct FormatSpecification {
    enum Alignment: Character {
        case left = "<"
        case right = ">"
        case center = "^"
        /// Padding between sign and digits.
        case inside = "="
    }

    var fill = " "
    var alignment: Alignment?
    /// `+`, a space, or nothing: what stands before numbers that are not negative.
    var sign = ""
    var isAlternate = false
    var width = 0
    /// `,` or `_` between thousands; empty for none.
    var grouping = ""
    var precision: Int?
    var type: Character = "s"

    /// Text, cut to the precision and padded.
    func text(_ text: String, _ standard: Alignment = .left) -> String {
        let cut = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
        return padded("", cut, standard)
    }

    /// Sign or prefix, then digits, padded to the width.
    func padded(_ prefix: String, _ body: String, _ standard: Alignment) -> String {
        let missing = width - PythonText.length(prefix) - PythonText.length(body)
        guard missing > 0 else { return prefix + body }
        func filling(_ count: Int) -> String { String(repeating: fill, count: count) }
        switch alignment ?? standard {
        case .left: return prefix + body + filling(missing)
        case .right: return filling(missing) + prefix + body
        case .center: return filling(missing / 2) + prefix + body + filling(missing - missing / 2)
        case .inside: return prefix + filling(missing) + body
        }
    }

    /// A whole number in the base that the type names.
    func integer(_ number: Int128) -> String {
        let prefix = (number < 0 ? "-" : sign) + (isAlternate ? base.mark : "")
        return padded(prefix, grouped(digits(number), base.radix == 10 ? 3 : 4, prefix), .right)
    }

    /// The digits of a whole number without its sign.
    func digits(_ number: Int128) -> String {
        String(number.magnitude, radix: base.radix, uppercase: type == "X")
    }

    private var base: (radix: Int, mark: String) {
        switch type {
        case "x", "X": (16, "0" + String(type))
        case "o": (8, "0o")
        case "b": (2, "0b")
        default: (10, "")
        }
    }

    /// A float in fixed, scientific or general notation.
    func float(_ number: Double) -> String {
        let prefix = number.sign == .minus && !number.isNaN ? "-" : sign
        guard number.isFinite else {
            let word = number.isNaN ? "nan" : "inf"
            return padded(prefix, type.isUppercase ? word.uppercased() : word, .right)
        }
        var body =
            switch type {
            case "e", "E": Self.scientific(number, precision ?? 6)
            case "f", "F": Self.fixed(number, precision ?? 6)
            case "%": Self.fixed(number * 100, precision ?? 6) + "%"
            default: Self.general(number, precision ?? 6, keepsZeros: isAlternate)
            }
        if type.isUppercase { body = body.uppercased() }
        return padded(prefix, grouped(body, 3, prefix), .right)
    }

    static func fixed(_ number: Double, _ places: Int) -> String { ExactDigits.fixed(number, places: places) }

    static func scientific(_ number: Double, _ places: Int) -> String {
        let (digits, exponent) = ExactDigits.scientific(number, places: places)
        return PythonFloat.scientific(digits, exponent, "e")
    }

    /// Python's `g`: scientific for very small and very large numbers, without zeros at the end.
    static func general(_ number: Double, _ precision: Int, keepsZeros: Bool) -> String {
        let count = max(precision, 1)
        var (digits, exponent) = ExactDigits.scientific(number, places: count - 1)
        if exponent >= -4, exponent < count {
            let text = ExactDigits.fixed(number, places: count - 1 - exponent)
            return keepsZeros ? text : trimmed(text)
        }
        if !keepsZeros {
            while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        }
        return PythonFloat.scientific(digits, exponent, "e")
    }

    static func trimmed(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// Separators between groups of digits of the whole part; zero padding is grouped as well.
    private func grouped(_ digits: String, _ size: Int, _ prefix: String) -> String {
        guard !grouping.isEmpty else { return digits }
        let whole = String(digits.prefix { $0.isHexDigit && $0 != "e" || size == 4 })
        let rest = digits.dropFirst(whole.count)
        let pads = fill == "0" && (alignment ?? .inside) == .inside
        let room = pads ? width - prefix.utf8.count - rest.utf8.count : 0
        var result = ""
        var count = 0
        for digit in whole.reversed() {
            if count > 0, count % size == 0 { result += grouping }
            result.append(digit)
            count += 1
        }
        while result.utf8.count < room {
            if count % size == 0 { result += grouping }
            result += "0"
            count += 1
        }
        return String(result.reversed()) + rest
    }
}
