/// Markup as it is written: bytes, because a report is a few thousand small pieces and strings would be copied at each.
struct MarkupBuffer {
    /// What has been written, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Whether nothing has been written.
    var isEmpty: Bool { bytes.isEmpty }

    /// The text as a string.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Makes room, where the size can be foreseen.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Our own markup, as it stands. Never a text that came from outside.
    mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// One ASCII byte of our own markup.
    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// Markup written elsewhere.
    mutating func append(_ other: MarkupBuffer) { bytes.append(contentsOf: other.bytes) }

    /// Bytes known to be ASCII.
    mutating func append(ascii other: [UInt8]) { bytes.append(contentsOf: other) }

    /// ` name="value"`, the value escaped.
    mutating func attribute(_ name: String, _ value: String) {
        byte(UInt8(ascii: " "))
        markup(name)
        markup("=\"")
        text(value)
        byte(UInt8(ascii: "\""))
    }
}

/// Text from outside.
extension MarkupBuffer {
    /// A text, escaped for content and for attributes in double quotes alike.
    ///
    /// Characters that XML forbids and HTML calls errors (controls but tab and line ends, U+FFFE, U+FFFF) are dropped:
    /// there is no way to write them down.
    mutating func text(_ text: String) {
        let source = text.utf8Span.span
        var index = 0
        while index < source.count {
            let dropped = Self.forbidden(source, at: index)
            if dropped == 0 { escape(source[index]) }
            index += max(dropped, 1)
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "\""): markup("&quot;")
        default: bytes.append(byte)
        }
    }

    /// How many bytes at a place make one forbidden character; 0 if the character there may stand.
    private static func forbidden(_ source: Span<UInt8>, at index: Int) -> Int {
        let byte = source[index]
        switch byte {
        case 0x09, 0x0A, 0x0D: return 0
        case ..<0x20, 0x7F: return 1
        case 0xC2: return index + 1 < source.count && source[index + 1] < 0xA0 ? 2 : 0
        case 0xEF:
            guard index + 2 < source.count, source[index + 1] == 0xBF else { return 0 }
            return source[index + 2] >= 0xBE ? 3 : 0
        default: return 0
        }
    }
}

/// Numbers.
extension MarkupBuffer {
    /// An integer in decimal digits, ASCII minus.
    mutating func integer(_ value: Int) {
        if value < 0 { byte(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    /// A number given in hundredths, without needless zeros: 1250 → `12.5`, −25 → `-.25`.
    mutating func hundredths(_ value: Int) {
        let magnitude = value.magnitude
        let (whole, rest) = (magnitude / 100, magnitude % 100)
        if value < 0 { byte(UInt8(ascii: "-")) }
        if whole > 0 || rest == 0 { digits(whole) }
        guard rest > 0 else { return }
        byte(UInt8(ascii: "."))
        byte(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { byte(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    /// A number with at most two decimals; what is not finite is written as 0.
    mutating func number(_ value: Double) { hundredths(FixedPoint.hundredths.round(value)) }

    private mutating func digits(_ value: UInt) {
        if value >= 100 {
            digits(value / 100)
            byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10 % 10))
        } else if value >= 10 {
            byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
        }
        byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }
}
