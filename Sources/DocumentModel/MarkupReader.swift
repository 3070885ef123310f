/// Reads report markup, the small HTML-like language that templates render to, into blocks.
///
/// `Documentation/Report-Markup.md` describes the language. Everything unknown, misplaced or unfinished is an error with
/// line and column; nothing is guessed.
public struct MarkupReader {
    /// The anchor of a section that has a title and none of its own: `Against the benchmark` → `against-the-benchmark`.
    public static func anchor(forTitle title: String) -> String { MarkupText.slug(title) }

    /// The blocks of a rendered template.
    ///
    /// - Parameters:
    ///   - markup: the rendered template.
    ///   - name: what errors call it: the template's name.
    ///   - content: the figures, tables and metrics that names refer to.
    public static func blocks(
        from markup: String, source name: String, content: some MarkupContent
    ) throws(MarkupError) -> [Block] {
        let draft = try MarkupDraft(markup, source: name, content: content)
        return try draft.blocks(at: Array(draft.parts.indices))
    }
}

extension MarkupError {
    /// Finds line and column of a mistake.
    init(_ fault: MarkupFault, in markup: String, source: String) {
        let bytes = Array(markup.utf8)
        let offset = min(max(fault.mark.offset, 0), bytes.count)
        let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let markEnd = min(max(offset + fault.mark.length, offset), lineEnd)
        let before = Self.text(bytes[lineStart..<offset])
        let marked = Self.text(bytes[offset..<markEnd])
        var previous: String?
        if lineStart > 0 {
            let end = lineStart - 1
            let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            previous = Self.text(bytes[start..<end])
        }
        self.init(
            code: fault.code, source: source, line: 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") },
            column: before.count + 1,
            excerpt: Excerpt(
                previous: previous, before: before, marked: marked, after: Self.text(bytes[markEnd..<lineEnd])))
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            String(decoding: bytes, as: UTF8.self).unicodeScalars.map { MarkupText.isSpace($0) ? " " : Character($0) })
    }
}

extension MarkupError.Excerpt {
    /// Lines of rendered templates may be very long: about sixty characters before the mark and a hundred from it on.
    init(previous: String?, before: String, marked: String, after: String) {
        let head = before.count > 60 ? "…" + before.suffix(59) : before
        let shown = marked.isEmpty ? "" : String(marked.prefix(80))
        let rest = 100 - shown.count
        let tail = after.count > rest ? after.prefix(rest - 1) + "…" : after[...]
        self.previous = previous.map { $0.count > 100 ? $0.prefix(99) + "…" : $0 }
        line = head + shown + tail
        markStart = head.count
        markLength = max(shown.count, 1)
    }
}
