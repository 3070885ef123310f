/// What a camera says of how a photograph is to be turned (Exif 2.32, tag 0x0112).
enum EXIFOrientation {
    /// Whether the content of a JPEG file's APP1 segment asks for another orientation than the pixels have.
    static func isTurned(_ content: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(content)
        guard bytes.starts(with: "Exif\0\0".utf8), bytes.count >= 14 else { return false }
        let isLittle = bytes[6] == UInt8(ascii: "I")
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 6, place + count <= bytes.count else { return nil }
            let part = bytes[place..<place + count]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let first = number(10, 4), let entries = number(6 + first, 2) else { return false }
        for entry in 0..<entries where number(8 + first + 12 * entry, 2) == 0x0112 {
            return (2...8).contains(number(16 + first + 12 * entry, 2) ?? 1)
        }
        return false
    }
}
