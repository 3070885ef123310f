/// Finds a part in a text in linear time (Knuth, Morris and Pratt): templates may search for what nearly occurs often.
struct TextSearch {
    /// The bytes that are looked for.
    let part: [UInt8]
    /// For each length of a match that breaks off, the length of the longest match that still stands.
    private let fallback: [Int]

    /// A search for the bytes of a part; time and memory grow with it.
    init(_ part: [UInt8]) {
        self.part = part
        var fallback = [Int](repeating: 0, count: part.count)
        var length = 0
        for index in part.indices.dropFirst() {
            while length > 0, part[index] != part[length] { length = fallback[length - 1] }
            if part[index] == part[length] { length += 1 }
            fallback[index] = length
        }
        self.fallback = fallback
    }

    /// A search for a text.
    init(_ part: String) { self.init(Array(part.utf8)) }

    /// Where the part first stands at or after a byte, as a byte offset.
    func first(in text: [UInt8], from start: Int) -> Int? {
        guard !part.isEmpty else { return start <= text.count ? start : nil }
        let (text, part, fallback) = (text.span, part.span, fallback.span)
        var length = 0
        var index = start
        while index < text.count {
            while length > 0, text[index] != part[length] { length = fallback[length - 1] }
            if text[index] == part[length] { length += 1 }
            index += 1
            if length == part.count { return index - length }
        }
        return nil
    }
}
