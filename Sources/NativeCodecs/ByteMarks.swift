import NativeShims

/// Finds one of three bytes again and again in one text: a stretch of it is looked through at once, and each search is a step
/// in a word of bits.
public struct ByteMarks {
    /// Bytes of a stretch.
    private static let stretch = 1 << 14

    private let wanted: (UInt8, UInt8, UInt8)
    /// A bit for each byte from ``start`` to ``end``, which is whole words of 64 behind it.
    @usableFromInline var words = [UInt64](repeating: 0, count: stretch / 64)
    @usableFromInline var start = 0
    @usableFromInline var end = 0

    /// Three bytes to look for.
    public init(_ first: UInt8, _ second: UInt8, _ third: UInt8) { wanted = (first, second, third) }

    /// The first position from `position` on that holds one of the bytes; the end of `bytes` where none does.
    ///
    /// `bytes` must be the same at every call until ``forget()``.
    @inlinable
    public mutating func next(in bytes: Span<UInt8>, from position: Int) -> Int {
        var position = position
        while position < bytes.count {
            if position < start || position >= end {
                guard look(at: bytes, from: position) else { return plain(bytes, from: position) }
            }
            let place = position - start
            let word = words[place >> 6] >> UInt64(place & 63)
            if word != 0 { return position + word.trailingZeroBitCount }
            position += 64 - place & 63
        }
        return bytes.count
    }

    /// To be called before other bytes are looked at.
    public mutating func forget() { (start, end) = (0, 0) }

    /// Marks the stretch that begins at a position; false where less than a word is left.
    @usableFromInline
    mutating func look(at bytes: Span<UInt8>, from position: Int) -> Bool {
        let blocks = min((bytes.count - position) / 64, words.count)
        guard blocks > 0 else { return false }
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe tearsheet_mark_bytes(
                    bytes.baseAddress?.advanced(by: position), blocks, wanted.0, wanted.1, wanted.2, words.baseAddress)
            }
        }
        (start, end) = (position, position + blocks * 64)
        return true
    }

    /// The last bytes of a text, one by one.
    @usableFromInline
    func plain(_ bytes: Span<UInt8>, from position: Int) -> Int {
        for index in position..<bytes.count {
            let byte = bytes[index]
            if byte == wanted.0 || byte == wanted.1 || byte == wanted.2 { return index }
        }
        return bytes.count
    }
}
