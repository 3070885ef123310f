/// A stretch of a template's text, as UTF-8 offsets.
struct Span: Sendable, Equatable {
    var start: Int
    var end: Int

    /// From the start of this one to the end of another.
    func through(_ other: Span) -> Span { Span(start: start, end: max(end, other.end)) }

    func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}

/// A stretch of a certain template: where an error is.
struct Place: Sendable {
    let source: SourceText
    let span: Span

    /// `FILE:LINE`.
    var fileAndLine: String { source.name + ":" + String(source.line(at: span.start)) }
}

/// The text of one template as the lexer reads it: line ends are `\n`, and a single one at the end is dropped, as in
/// Jinja.
final class SourceText: Sendable {
    /// The name as error messages show it.
    let name: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(name: String, text: String) {
        self.name = name
        bytes = Self.normalized(text)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The line, from 1, of an offset.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The column, from 1 and in characters, of an offset.
    func column(at offset: Int) -> Int {
        let start = lineStarts[line(at: offset) - 1]
        return Self.scalars(bytes[start..<max(start, min(offset, bytes.count))]) + 1
    }

    /// The bytes of a line, from 1, without its end.
    func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
        let start = lineStarts[line - 1]
        let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        return bytes[start..<max(start, end)]
    }

    /// The offset at which a line starts.
    func lineStart(_ line: Int) -> Int { lineStarts[line - 1] }

    /// The text of a stretch.
    func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

    /// How many characters some bytes hold.
    static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    }

    private static func normalized(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: "\r")) {
            var result = [UInt8]()
            result.reserveCapacity(bytes.count)
            for (index, byte) in bytes.enumerated() {
                if byte == UInt8(ascii: "\r") {
                    result.append(UInt8(ascii: "\n"))
                } else if byte != UInt8(ascii: "\n") || index == 0 || bytes[index - 1] != UInt8(ascii: "\r") {
                    result.append(byte)
                }
            }
            bytes = result
        }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }
}
