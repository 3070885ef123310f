/// The line on which an error is, with carets under the place.
enum Excerpt {
    /// Two lines: `  42 | text` and the carets. Long lines are cut around the place.
    static func lines(of place: Place) -> [String] {
        let source = place.source
        let line = source.line(at: place.span.start)
        let start = source.lineStart(line)
        var bytes = source.lineBytes(line)
        var from = max(place.span.start, start)
        var to = min(max(place.span.end, from + 1), max(start + bytes.count, from + 1))
        var (head, tail) = ("", "")
        if bytes.count > TemplateLimits.excerptWidth {
            (bytes, head, tail) = window(bytes, around: from)
            from = max(from, bytes.startIndex)
            to = max(from + 1, min(to, bytes.endIndex))
        }
        let number = String(line)
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(visible).joined()
        let before = PythonText.length(head) + SourceText.scalars(bytes[..<min(from, bytes.endIndex)])
        let width = max(1, SourceText.scalars(source.bytes[from..<min(to, source.bytes.count)]))
        let gap = String(repeating: " ", count: number.utf8.count)
        return [
            "  \(number) | \(head)\(text)\(tail)",
            "  \(gap) | " + String(repeating: " ", count: before) + String(repeating: "^", count: width),
        ]
    }

    /// Control characters would spoil the carets or the terminal.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.generalCategory == .control ? " " : String(scalar)
    }

    private static func window(_ bytes: ArraySlice<UInt8>, around offset: Int) -> (ArraySlice<UInt8>, String, String) {
        var start = max(bytes.startIndex, offset - TemplateLimits.excerptWidth / 2)
        var end = min(bytes.endIndex, start + TemplateLimits.excerptWidth)
        while start > bytes.startIndex, start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return (bytes[start..<end], start > bytes.startIndex ? "…" : "", end < bytes.endIndex ? "…" : "")
    }
}
