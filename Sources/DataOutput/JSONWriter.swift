import Formatting
import Series

/// Writes JSON in the order of the calls: two spaces of indent, no trailing white space, the same bytes every time.
///
/// A writer instead of an encoder: order is the caller's, numbers carry twelve significant digits, and nothing goes
/// through Foundation (DEPENDENCIES: 39–54 MB/s and 50 MB of library).
public struct JSONWriter {
    private var stream: ByteStream
    private var depth = 0
    private var needsComma = false
    private var followsKey = false
    private var isInline: Bool

    /// An empty writer; `isInline` puts everything on one line, and `put` takes the text in pieces while it is written.
    ///
    /// ```swift
    /// var json = JSONWriter()
    /// json.object { json in
    ///     json.key("rank")
    ///     json.integer(1)
    /// }
    /// let bytes = json.finish()
    /// ```
    public init(isInline: Bool = false, to put: (([UInt8]) -> Void)? = nil) {
        self.isInline = isInline
        stream = ByteStream(to: put)
    }

    /// What has been written and not handed on.
    public var bytes: [UInt8] { stream.bytes }

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
        if let value { SignificantDigits.appendJSON(value, to: &stream.bytes) } else { append("null") }
        needsComma = true
    }

    /// A moment, as its description reads.
    mutating func time(_ value: Timestamp) {
        beginValue()
        stream.bytes.append(UInt8(ascii: "\""))
        value.append(to: &stream.bytes)
        stream.bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A day, as ISO 8601 writes it.
    mutating func date(_ value: CalendarDate) {
        beginValue()
        stream.bytes.append(UInt8(ascii: "\""))
        value.append(to: &stream.bytes)
        stream.bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A whole number.
    public mutating func integer(_ value: Int) {
        beginValue()
        append(String(value))
        needsComma = true
    }

    /// Members of this object that another writer wrote at the same depth, without what stands around them.
    mutating func members(_ text: [UInt8]) {
        separate()
        stream.bytes += text
        needsComma = true
    }

    /// True or false.
    public mutating func boolean(_ value: Bool) {
        beginValue()
        append(value ? "true" : "false")
        needsComma = true
    }

    /// Ends the text with a line feed and gives what has not been handed on: the whole text without a `put`.
    @discardableResult
    public mutating func finish() -> [UInt8] {
        append("\n")
        stream.passAll()
        return stream.bytes
    }
}

/// Named members of an object.
extension JSONWriter {
    /// A named text, null for nil.
    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    /// A named whole number.
    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    /// A named number, null for nil.
    public mutating func member(_ name: String, _ value: Double?) {
        key(name)
        number(value)
    }

    /// A named list of texts on one line.
    public mutating func member(_ name: String, texts: [String]) {
        key(name)
        array(inline: true) { json in for text in texts { json.string(text) } }
    }
}

extension JSONWriter {
    private mutating func container(
        _ open: String, _ close: String, inline: Bool, _ body: (inout JSONWriter) -> Void
    ) {
        beginValue()
        append(open)
        let outer = (isInline, stream.count)
        isInline = isInline || inline
        depth += 1
        needsComma = false
        body(&self)
        depth -= 1
        let wroteSomething = stream.count > outer.1
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
            stream.bytes.append(UInt8(ascii: ","))
            if isInline { stream.bytes.append(UInt8(ascii: " ")) }
            stream.passPieces()
        }
        needsComma = false
        if !isInline { newLine() }
    }

    private mutating func newLine() {
        stream.bytes.append(0x0A)
        stream.bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ text: String) { stream.bytes.append(contentsOf: text.utf8) }

    private mutating func quoted(_ text: String) {
        stream.bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: { $0 >= 0x7F }), text.unicodeScalars.contains(where: PrintableText.acts) {
            for scalar in text.unicodeScalars { escape(scalar) }
        } else {
            escape(text)
        }
        stream.bytes.append(UInt8(ascii: "\""))
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
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return append(text) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: stream.bytes.append(byte)
            }
        }
    }
}
