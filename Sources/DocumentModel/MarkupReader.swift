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

extension MarkupReader {
    /// More mistakes are not looked for: whoever has so many begins with the first.
    private static let mostMistakes = 100

    /// Every mistake of a rendered template: where one is found, its element is left out, and the rest read again. What
    /// spoils the nesting of tags is the only one that is found.
    public static func mistakes(
        in markup: String, source name: String, content: some MarkupContent
    ) -> [MarkupError] {
        var root: MarkupElement
        do { root = try MarkupParser.parse(markup) } catch {
            return [MarkupError(error, in: markup, source: name)]
        }
        var mistakes: [MarkupError] = []
        while mistakes.count < mostMistakes, let fault = firstFault(of: root, content) {
            mistakes.append(MarkupError(fault, in: markup, source: name))
            guard root.removeElement(at: fault.mark.offset) else { break }
        }
        return mistakes
    }

    private static func firstFault(of root: MarkupElement, _ content: some MarkupContent)
        -> MarkupFault?
    {
        do throws(MarkupFault) {
            try MarkupChecker.checkChildren(of: root, .blocks)
            var builder = MarkupBuilder(content: content)
            try builder.reserveAnchors(in: root)
            builder.nameAnchors(in: root)
            _ = try builder.blocks(of: root.elements)
            return nil
        } catch { return error }
    }
}

extension MarkupElement {
    /// Takes out the innermost element that a byte lies in; of a table the whole, whose rows would no longer fit. False where
    /// there is none.
    mutating func removeElement(at offset: Int) -> Bool {
        let index = children.lastIndex { child in
            switch child {
            case .element(let element): element.offset <= offset
            case .text(_, let start): start <= offset
            }
        }
        guard let index else { return false }
        guard case .element(var inner) = children[index] else {
            children.remove(at: index)
            return true
        }
        if inner.name == "table" || !inner.removeElement(at: offset) {
            children.remove(at: index)
        } else {
            children[index] = .element(inner)
        }
        return true
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
        mark(fault.mark)
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
