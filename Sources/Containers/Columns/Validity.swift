/// Which rows of a column have a value: one bit for each, none at all where every row has one.
public struct Validity: Equatable, Sendable {
    /// How many rows there are.
    public private(set) var count = 0
    /// How many of them have no value.
    public private(set) var missingCount = 0
    /// Bit `row % 64` of word `row / 64`; empty while nothing is missing.
    private var words = [UInt64]()

    /// No rows.
    public init() {}

    /// So many rows that all have a value, or all have none.
    public init(repeating isValid: Bool, count: Int) { append(repeating: isValid, count: count) }

    /// One bit for each element.
    public init(_ flags: some Sequence<Bool>) { for flag in flags { append(repeating: flag, count: 1) } }

    /// Whether a row has a value.
    public subscript(row: Int) -> Bool {
        precondition(row >= 0 && row < count)
        return words.isEmpty || words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// How many rows have a value.
    public var validCount: Int { count - missingCount }

    mutating func append(repeating isValid: Bool, count added: Int) {
        guard added > 0 else { return }
        if words.isEmpty, isValid { return count += added }
        startBits()
        for _ in 0..<added { appendBit(isValid) }
    }

    /// Appends bits that are packed from the least significant on; the bytes are long enough.
    mutating func append(packed bytes: ArraySlice<UInt8>, count added: Int) {
        var left = added
        for byte in bytes {
            guard left > 0 else { return }
            if byte == 0xFF, words.isEmpty {
                count += min(8, left)
            } else {
                startBits()
                for bit in 0..<min(8, left) { appendBit(byte >> UInt8(bit) & 1 == 1) }
            }
            left -= 8
        }
    }

    /// Appends the rows of another column.
    mutating func append(_ other: Validity) {
        if other.missingCount == 0 { return append(repeating: true, count: other.count) }
        for row in 0..<other.count { append(repeating: other[row], count: 1) }
    }

    private mutating func startBits() {
        guard words.isEmpty else { return }
        words = [UInt64](repeating: .max, count: count >> 6)
        if count & 63 > 0 { words.append(UInt64(1) << UInt64(count & 63) - 1) }
    }

    @inline(__always)
    private mutating func appendBit(_ isValid: Bool) {
        if count & 63 == 0 { words.append(0) }
        if isValid { words[count >> 6] |= UInt64(1) << UInt64(count & 63) } else { missingCount += 1 }
        count += 1
    }

    /// Two columns are alike where the same rows have values, however they came to be.
    public static func == (one: Validity, other: Validity) -> Bool {
        one.count == other.count && one.missingCount == other.missingCount
            && (one.missingCount == 0 || (0..<one.count).allSatisfy { one[$0] == other[$0] })
    }
}

extension Array {
    /// Spreads values that stand without gaps over all rows: the next value where there is one, `filler` elsewhere.
    ///
    /// Works from the end, in place.
    mutating func spread(over validity: Validity, filler: Element) {
        guard validity.missingCount > 0 else { return }
        var next = count - 1
        append(contentsOf: repeatElement(filler, count: validity.count - count))
        for row in stride(from: validity.count - 1, through: 0, by: -1) {
            if validity[row] {
                self[row] = self[next]
                next -= 1
            } else {
                self[row] = filler
            }
        }
    }
}
