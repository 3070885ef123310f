/// Texts of a column: words, and for each row which of them; words that repeat are kept once where the file does so.
public struct TextValues: Equatable, Sendable {
    /// The distinct or successive words.
    private(set) var words = ByteStrings()
    /// For each row the number of its word; ``none`` where there is no value.
    private(set) var codes = [UInt32]()

    static let none = UInt32.max

    /// No rows.
    public init() {}

    /// One word for each row.
    public init(_ texts: [String?]) { for text in texts { append(text) } }

    /// How many rows there are.
    public var count: Int { codes.count }

    /// The text of a row, broken UTF-8 repaired; empty where there is no value.
    public subscript(row: Int) -> String { String(decoding: bytes(row), as: UTF8.self) }

    /// The bytes of a row; none where there is no value.
    public func bytes(_ row: Int) -> ArraySlice<UInt8> {
        let code = codes[row]
        return code == Self.none ? [] : words[Int(code)]
    }

    /// The number of a row's word; ``none`` where there is no value.
    func code(_ row: Int) -> UInt32 { codes[row] }

    mutating func append(_ text: String?) {
        guard let text else { return codes.append(Self.none) }
        append(bytes: Array(text.utf8)[...])
    }

    mutating func append(bytes: ArraySlice<UInt8>) {
        codes.append(UInt32(truncatingIfNeeded: words.count))
        words.append(bytes)
    }

    /// Takes over words that rows refer to later; answers the number of the first.
    mutating func adopt(_ other: ByteStrings) -> UInt32 {
        let base = UInt32(truncatingIfNeeded: words.count)
        words.append(other)
        return base
    }

    /// Appends a row for each word of `other`.
    mutating func append(_ other: ByteStrings) {
        let base = adopt(other)
        codes.append(contentsOf: base..<(base + UInt32(truncatingIfNeeded: other.count)))
    }

    /// Appends rows that refer to words which ``adopt(_:)`` took over.
    mutating func append(codes added: [UInt32], base: UInt32) {
        codes.append(contentsOf: added.lazy.map { $0 + base })
    }

    /// Appends rows by their codes, ``none`` among them.
    mutating func append(code: UInt32) { codes.append(code) }

    /// The first rows, with all words.
    func prefix(_ rows: Int) -> TextValues {
        var texts = self
        texts.codes.removeLast(max(0, count - rows))
        return texts
    }

    /// Spreads the rows over those that have a value.
    mutating func spread(over validity: Validity) { codes.spread(over: validity, filler: Self.none) }

    /// Texts are alike row by row, whatever their words.
    public static func == (one: TextValues, other: TextValues) -> Bool {
        one.count == other.count && (0..<one.count).allSatisfy { one.bytes($0) == other.bytes($0) }
    }
}

/// Strings of bytes one after another in one array.
struct ByteStrings: Equatable, Sendable {
    /// All strings without gaps.
    private(set) var bytes = [UInt8]()
    /// Where each ends.
    private var ends = [Int]()

    var count: Int { ends.count }
    /// How many bytes all strings have.
    var size: Int { bytes.count }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    mutating func append(_ string: ArraySlice<UInt8>) {
        bytes.append(contentsOf: string)
        ends.append(bytes.count)
    }

    mutating func append(_ other: ByteStrings) {
        let base = bytes.count
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends.lazy.map { $0 + base })
    }

    /// Appends the first `prefix` bytes of the last string followed by `suffix`.
    mutating func append(prefix: Int, suffix: ArraySlice<UInt8>) {
        if prefix > 0 {
            let start = ends.count > 1 ? ends[ends.count - 2] : 0
            bytes.append(contentsOf: bytes[start..<(start + prefix)])
        }
        append(suffix)
    }
}
