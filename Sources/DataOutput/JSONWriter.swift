import Formatting
import Series

/// Writes JSON in the order of the calls: two spaces of indent, no trailing white space, the same bytes every time.
///
/// A writer instead of an encoder: order is the caller's, numbers carry twelve significant digits, and nothing goes
/// through Foundation (DEPENDENCIES: 39–54 MB/s and 50 MB of library).
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var needsComma = false
    private var followsKey = false
    private var isInline: Bool

    /// An empty writer; `isInline` puts everything on one line, `room` is how many bytes are expected.
    public init(isInline: Bool = false, room: Int = 0) {
        self.isInline = isInline
        bytes.reserveCapacity(room)
    }

    /// An object; the closure writes its members.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", inline: false, body) }

    /// An array; the closure writes its elements.
    public mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
        container("[", "]", inline: inline, body)
    }

    /// The name of the next member; its value must follow.
    public mutating func key(_ name: String) {
        separate()
        quoted(name)
        append(": ")
        followsKey = true
    }

    /// A text, or null.
    public mutating func string(_ value: String?) {
        beginValue()
        if let value { quoted(value) } else { append("null") }
        needsComma = true
    }

    /// A number with at most twelve significant digits; null for nil and for what is not finite.
    public mutating func number(_ value: Double?) {
        beginValue()
        if let value { SignificantDigits.appendJSON(value, to: &bytes) } else { append("null") }
        needsComma = true
    }

    /// A moment, as its description reads.
    mutating func stamp(_ value: Timestamp) {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        value.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A whole number.
    public mutating func integer(_ value: Int) {
        beginValue()
        append(String(value))
        needsComma = true
    }

    /// True or false.
    public mutating func boolean(_ value: Bool) {
        beginValue()
        append(value ? "true" : "false")
        needsComma = true
    }

    /// Ends the text with a line feed.
    public mutating func finish() -> [UInt8] {
        append("\n")
        return bytes
    }
}

extension JSONWriter {
    private mutating func container(
        _ open: String, _ close: String, inline: Bool, _ body: (inout JSONWriter) -> Void
    ) {
        beginValue()
        append(open)
        let outer = (isInline, bytes.count)
        isInline = isInline || inline
        depth += 1
        needsComma = false
        body(&self)
        depth -= 1
        let wroteSomething = bytes.count > outer.1
        if wroteSomething, !isInline { newLine() }
        isInline = outer.0
        append(close)
        needsComma = true
    }

    private mutating func beginValue() {
        if followsKey { followsKey = false } else if depth > 0 { separate() }
    }

    private mutating func separate() {
        if needsComma {
            bytes.append(UInt8(ascii: ","))
            if isInline { bytes.append(UInt8(ascii: " ")) }
        }
        needsComma = false
        if !isInline { newLine() }
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: { $0 >= 0x7F }), text.unicodeScalars.contains(where: PrintableText.acts) {
            for scalar in text.unicodeScalars { escape(scalar) }
        } else {
            escape(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Characters that act on a terminal are written as numbers: the document says the same, and does nothing to whoever
    /// prints it.
    private mutating func escape(_ scalar: Unicode.Scalar) {
        guard scalar.value >= 0x7F, PrintableText.acts(scalar) else { return escape(String(scalar)) }
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }
}
