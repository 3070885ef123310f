import Formatting
import NativeCodecs

/// Filters on numbers and conversions to them.
enum NumberFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("abs") { call throws(Fault) in
            if case .double(let number) = call.value { return .double(number.magnitude) }
            if let number = Int128(call.value) {
                return number < 0 ? try Arithmetic.negative(call.value) : number.value
            }
            _ = try call.number()
            return call.value
        },
        FilterDefinition("round", ["precision", "method"], round),
        FilterDefinition("int", ["default", "base"], int),
        FilterDefinition("float", ["default"], float),
        FilterDefinition("filesizeformat", ["binary"], fileSize),
    ]

    private static func round(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let places = try call.int(0, 0)
        let method = try call.string(1, "common")
        switch method {
        case "common": return try rounded(call, places)
        case "ceil", "floor": return try directed(call, places, method == "ceil" ? .up : .down)
        default: throw call.fault("'method' must be 'common', 'ceil' or 'floor'")
        }
    }

    /// Python's `round`: the exact decimal value rounded half to even; integers stay integers.
    private static func rounded(_ call: FunctionCall, _ places: Int) throws(Fault) -> TemplateValue {
        if let number = Int128(call.value) { return try roundedInteger(number, places) }
        let number = try call.number()
        guard number.isFinite, places < 330 else { return .double(number) }
        guard places > -330 else { return .double(Double(signOf: number, magnitudeOf: 0)) }
        return .double(Double(signOf: number, magnitudeOf: rounded(number.magnitude, places)))
    }

    /// The magnitude rounded to so many places, negative ones before the point.
    private static func rounded(_ magnitude: Double, _ places: Int) -> Double {
        if places >= 0 { return Double(ExactDigits.fixed(magnitude, places: places)) ?? magnitude }
        // With so many digits none of a double's is rounded up into the next power of ten.
        let kept = ExactDigits.scientific(magnitude, places: 17).exponent + places
        if kept >= 0 {
            let (digits, exponent) = ExactDigits.scientific(magnitude, places: kept)
            return Double("\(digits)e\(exponent - digits.utf8.count + 1)") ?? magnitude
        }
        // Less than a unit: more than half of one is one.
        let isUp = magnitude > (Double("5e\(-places - 1)") ?? .infinity)
        return isUp ? Double("1e\(-places)") ?? magnitude : 0
    }

    private static func roundedInteger(_ number: Int128, _ places: Int) throws(Fault) -> TemplateValue {
        guard places < 0 else { return number.value }
        guard let unit = Int128(10).raised(to: Int128(places.magnitude)), let parts = number.dividedDown(by: unit)
        else {
            return .int(0)
        }
        let (above, below) = (unit - parts.remainder, parts.remainder)
        let isUp = below > above || (below == above && !parts.quotient.isMultiple(of: 2))
        let (result, overflow) = (parts.quotient + (isUp ? 1 : 0)).multipliedReportingOverflow(by: unit)
        guard !overflow else { throw Fault(.integerTooLarge) }
        return result.value
    }

    /// `func(value * 10 ** precision) / 10 ** precision`, as Jinja computes it.
    private static func directed(
        _ call: FunctionCall, _ places: Int, _ rule: FloatingPointRoundingRule
    ) throws(Fault) -> TemplateValue {
        let number = try call.number()
        guard places.magnitude <= 300 else { throw call.fault("'precision' is too large") }
        let ten = TemplateValue.int(10)
        guard let power = try Arithmetic.apply(.power, ten, .int(places))?.numberValue else { return call.value }
        let scaled = number * power
        guard scaled.isFinite else { throw Fault(.numberTooLarge) }
        return .double(scaled.rounded(rule) / power)
    }

    private static func int(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let standard = call.optional(0) ?? .int(0)
        let base = try call.int(1, 10)
        switch call.value {
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .int, .wideInteger: return call.value
        case .double(let number): return number.isFinite ? try whole(number) : standard
        case .string(let text), .safe(let text):
            if let number = Numerals.integer(text, base: base) { return number.value }
            guard let number = Numerals.float(text), number.isFinite else { return standard }
            return try whole(number)
        default: return standard
        }
    }

    private static func whole(_ number: Double) throws(Fault) -> TemplateValue {
        guard let whole = Int128(truncating: number) else { throw Fault(.integerTooLarge) }
        return whole.value
    }

    private static func float(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        if case .undefined(let undefined) = call.value { throw Fault(.undefined(undefined)) }
        if let number = call.value.numberValue { return .double(number) }
        guard let text = call.value.stringValue, let number = Numerals.float(text) else {
            return call.optional(0) ?? .double(0)
        }
        return .double(number)
    }

    private static func fileSize(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = call.value.stringValue
        let number = text == nil ? try call.number() : text.flatMap(Numerals.float)
        guard let bytes = number, bytes.isFinite else {
            throw Fault(.notANumber(call.name, in: text.map { "'\($0)'" } ?? "infinity"))
        }
        let isBinary = try call.bool(0, false)
        let base = isBinary ? 1024.0 : 1000
        if bytes == 1 { return .string("1 Byte") }
        if bytes < base {
            let whole = FormatSpecification.fixed(bytes.rounded(.towardZero), 0)
            return .string((bytes <= -1 ? "-" : "") + whole + " Bytes")
        }
        let prefixes = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
        var unit = base
        for (index, prefix) in prefixes.enumerated() {
            unit *= base
            guard bytes < unit || index == prefixes.count - 1 else { continue }
            let size = FormatSpecification.fixed(base * bytes / unit, 1)
            return .string(size + " " + (isBinary ? prefix.uppercased() + "iB" : prefix + "B"))
        }
        return .none
    }
}

/// Numbers as Python reads them from text.
enum Numerals {
    /// White space around, a sign, underscores between digits, and with a base the matching prefix.
    static func integer(_ text: String, base: Int) -> Int128? {
        var digits = PythonText.strip(text)[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits.removeFirst() }
        let prefixes = [2: "0b", 8: "0o", 16: "0x"]
        if let prefix = prefixes[base], digits.lowercased().hasPrefix(prefix) { digits = digits.dropFirst(2) }
        guard (2...36).contains(base), let plain = ungrouped(digits), let number = Int128(digits: plain, radix: base)
        else { return nil }
        return isNegative ? -number : number
    }

    /// Decimal digits with point and exponent, `inf`, `nan`.
    static func float(_ text: String) -> Double? {
        let trimmed = PythonText.strip(text).lowercased()
        let bare = trimmed.first == "-" || trimmed.first == "+" ? trimmed.dropFirst() : trimmed[...]
        switch bare {
        case "inf", "infinity": return trimmed.hasPrefix("-") ? -Double.infinity : .infinity
        case "nan": return Double.nan
        default: break
        }
        guard let first = bare.utf8.first, first != UInt8(ascii: "_"),
            bare.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || ".e+-_".utf8.contains($0) }),
            let plain = ungrouped(trimmed[...])
        else { return nil }
        return Double(plain)
    }

    /// Without single underscores between digits; nil if one stands elsewhere.
    private static func ungrouped(_ digits: Substring) -> String? {
        guard digits.utf8.contains(UInt8(ascii: "_")) else { return String(digits) }
        let parts = digits.split(separator: "_", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty } ? parts.joined() : nil
    }
}
