/// Python's `textwrap.wrap`, with white space kept inside lines and dropped at their ends.
struct WordWrap {
    let width: Int
    let breaksWords: Bool
    let breaksOnHyphens: Bool

    /// The lines of a paragraph, each at most `width` characters unless a long word may not be broken.
    func lines(_ text: String) -> [String] {
        var chunks = Array(self.chunks(Array(text.unicodeScalars)).reversed())
        var lines = [String]()
        while let last = chunks.last {
            if Self.isSpace(last), !lines.isEmpty { chunks.removeLast() }
            var line = takeLine(&chunks)
            if let tail = line.last, Self.isSpace(tail) { line.removeLast() }
            if !line.isEmpty { lines.append(line.map { String(String.UnicodeScalarView($0)) }.joined()) }
        }
        return lines
    }

    private typealias Chunk = ArraySlice<Unicode.Scalar>

    private static func isSpace(_ chunk: Chunk) -> Bool { chunk.allSatisfy(PythonText.isSpace) }

    private func takeLine(_ chunks: inout [Chunk]) -> [Chunk] {
        var line = [Chunk]()
        var length = 0
        while let chunk = chunks.last, length + chunk.count <= width {
            line.append(chunks.removeLast())
            length += chunk.count
        }
        if let chunk = chunks.last, chunk.count > width {
            if breaksWords {
                var end = width - length
                if breaksOnHyphens, chunk.count > end, let hyphen = hyphen(in: chunk.prefix(end)) { end = hyphen + 1 }
                line.append(chunk.prefix(end))
                chunks[chunks.count - 1] = chunk.dropFirst(end)
            } else if line.isEmpty {
                line.append(chunks.removeLast())
            }
        }
        return line
    }

    private func hyphen(in chunk: Chunk) -> Int? {
        guard let position = chunk.lastIndex(of: "-") else { return nil }
        let index = position - chunk.startIndex
        return index > 0 && chunk[..<position].contains { $0 != "-" } ? index : nil
    }

    /// Words, runs of white space and dashes, as `TextWrapper.wordsep_re` cuts them.
    private func chunks(_ text: [Unicode.Scalar]) -> [Chunk] {
        var chunks = [Chunk]()
        var start = 0
        while start < text.count {
            let end =
                Self.isBlank(text[start])
                ? spaceEnd(text, start) : breaksOnHyphens ? chunkEnd(text, start) : wordEnd(text, start)
            chunks.append(text[start..<end])
            start = end
        }
        return chunks
    }

    /// The white space of `textwrap`, which is ASCII only.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (scalar.value >= 9 && scalar.value <= 13)
    }

    private func spaceEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        text[start...].firstIndex { !Self.isBlank($0) } ?? text.count
    }

    private func wordEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        text[start...].firstIndex(where: Self.isBlank) ?? text.count
    }

    private func chunkEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        if start > 0, Self.isPunctuatedWord(text[start - 1]), let end = dashEnd(text, start) { return end }
        var end = start + 1
        while end < text.count, !Self.isBlank(text[end]) {
            if text[end] == "-" {
                if endsHyphenated(text, end) { return end + 1 }
                if Self.isPunctuatedWord(text[end - 1]), dashEnd(text, end) != nil { return end }
            }
            end += 1
        }
        return end
    }

    /// Where two or more hyphens before a word end.
    private func dashEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        let end = text[start...].firstIndex { $0 != "-" } ?? text.count
        return end - start >= 2 && end < text.count && PythonText.isWord(text[end]) ? end : nil
    }

    /// Whether the hyphen here stands in a word like `well-known`, so that a line may end after it.
    private func endsHyphenated(_ text: [Unicode.Scalar], _ hyphen: Int) -> Bool {
        func isLetter(_ index: Int) -> Bool { text.indices.contains(index) && Self.isLetter(text[index]) }
        let before =
            (isLetter(hyphen - 1) && isLetter(hyphen - 2))
            || (hyphen >= 3 && isLetter(hyphen - 3) && text[hyphen - 2] == "-"
                && Self.isPunctuatedWord(text[hyphen - 1]))
        let skip = hyphen + 2 < text.count && text[hyphen + 2] == "-" ? 3 : 2
        return before && isLetter(hyphen + 1) && (isLetter(hyphen + skip) || isLetter(hyphen + 2))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        PythonText.isWord(scalar) && scalar.properties.numericType != .decimal
    }

    private static func isPunctuatedWord(_ scalar: Unicode.Scalar) -> Bool {
        PythonText.isWord(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
    }
}
