/// Bytes of PDF syntax being written.
///
/// For the thousands of small objects of a structure tree, where building strings took four times as long.
struct PDFSyntax {
    private(set) var bytes: [UInt8] = []

    /// How many bytes were written.
    var count: Int { bytes.count }

    /// Writes words as they are.
    mutating func write(_ words: StaticString) {
        words.withUTF8Buffer { letters in unsafe bytes.append(contentsOf: letters) }
    }

    /// Writes text as it is.
    mutating func write(_ text: String) { bytes += text.utf8 }

    /// Writes a whole number.
    mutating func write(_ number: Int) {
        if number < 0 {
            bytes.append(UInt8(ascii: "-"))
            // A document's counts never come near the one number whose negative is out of range.
            return write(-number)
        }
        if number >= 10 { write(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Writes a reference to an object, with a space before it.
    mutating func writeReference(to object: Int) {
        write(" ")
        write(object)
        write(" 0 R")
    }
}
