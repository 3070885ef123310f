/// Numbers of eight bytes, and texts after their length.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift))) }
    }

    mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func write(_ text: String?) {
        write(text == nil ? UInt64(0) : 1)
        if let text { write(text) }
    }

    mutating func write<Element>(_ list: [Element], each: (inout WireWriter, Element) -> Void) {
        write(UInt64(list.count))
        for element in list { each(&self, element) }
    }
}

/// Reads what ``WireWriter`` wrote. What was cut off reads as nothing: a crashed worker is told by its end, not by this.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func number() -> UInt64 {
        var number: UInt64 = 0
        for (index, byte) in rest.prefix(8).enumerated() { number |= UInt64(byte) << UInt64(8 * index) }
        rest = rest.dropFirst(8)
        return number
    }

    /// A number of things.
    mutating func count() -> Int { Int(min(number(), UInt64(Int.max))) }

    mutating func text() -> String {
        let count = Int(min(number(), UInt64(rest.count)))
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    mutating func optionalText() -> String? { number() == 1 ? text() : nil }

    mutating func list<Element>(_ each: (inout WireReader) -> Element) -> [Element] {
        let count = Int(min(number(), UInt64(rest.count)))
        return (0..<count).map { _ in each(&self) }
    }
}
