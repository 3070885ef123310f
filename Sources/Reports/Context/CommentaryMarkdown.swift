/// Turns a user's Markdown into report markup: headings, paragraphs, lists, strong, emphasis, code, links.
///
/// Everything else of Markdown is taken as text; raw HTML is escaped, never passed on.
public enum CommentaryMarkdown {
    /// The markup of a text; empty for a blank one.
    public static func markup(of text: String) -> String {
        var markup = ""
        for block in blocks(of: text) { markup += render(block) }
        return markup
    }

    private enum Piece {
        case heading(String)
        case paragraph(String)
        case list([String])
    }

    private static func blocks(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var open: [String] = []
        var items: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(trimmed) {
            if line.isEmpty {
                close(&open, &pieces)
            } else if let item = listItem(line) {
                close(&open, &pieces)
                items.append(item)
            } else {
                end(&items, &pieces)
                if let title = heading(line) {
                    close(&open, &pieces)
                    pieces.append(.heading(title))
                } else {
                    open.append(line)
                }
            }
        }
        close(&open, &pieces)
        end(&items, &pieces)
        return pieces
    }

    private static func close(_ open: inout [String], _ pieces: inout [Piece]) {
        if !open.isEmpty { pieces.append(.paragraph(open.joined(separator: " "))) }
        open = []
    }

    private static func end(_ items: inout [String], _ pieces: inout [Piece]) {
        if !items.isEmpty { pieces.append(.list(items)) }
        items = []
    }

    private static func trimmed(_ line: Substring) -> String {
        var bytes = Substring(line)
        while let first = bytes.first, first.isWhitespace { bytes.removeFirst() }
        while let last = bytes.last, last.isWhitespace { bytes.removeLast() }
        return String(bytes)
    }

    private static func heading(_ line: String) -> String? {
        let marks = line.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), line.dropFirst(marks.count).first == " " else { return nil }
        return trimmed(line.dropFirst(marks.count))
    }

    private static func listItem(_ line: String) -> String? {
        guard let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " else { return nil }
        return trimmed(line.dropFirst())
    }

    private static func render(_ piece: Piece) -> String {
        switch piece {
        case .heading(let text): "<heading level=\"2\">\(escaped(text))</heading>\n"
        case .paragraph(let text): "<p>\(inline(text))</p>\n"
        case .list(let items): "<ul>" + items.map { "<li>\(inline($0))</li>" }.joined() + "</ul>\n"
        }
    }
}

extension CommentaryMarkdown {
    /// Emphasis, code and links of one paragraph; an opening mark without its closing one is text. Linear in the text.
    static func inline(_ text: String) -> String {
        var markup = ""
        var rest = text[...]
        var links = LinkSearch()
        while !rest.isEmpty {
            if let (piece, after) = marked(rest, "**", "b") ?? marked(rest, "`", "code") ?? marked(rest, "*", "b")
                ?? link(rest, &links)
            {
                markup += piece
                rest = after
            } else {
                markup += escaped(String(rest.removeFirst()))
            }
        }
        return markup
    }

    private static func marked(_ text: Substring, _ mark: String, _ tag: String) -> (String, Substring)? {
        guard text.hasPrefix(mark) else { return nil }
        let body = text.dropFirst(mark.count)
        guard let end = range(of: mark, in: body), end != body.startIndex, isTight(body[..<end]) else { return nil }
        let markup = "<\(tag)>\(escaped(String(body[..<end])))</\(tag)>"
        return (markup, body[end...].dropFirst(mark.count))
    }

    /// Marks touch what they mark: `2 * 3 * 4` is a product.
    private static func isTight(_ text: Substring) -> Bool {
        text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }

    /// Only web and mail addresses become links; `javascript:` and the like stay text.
    private static func link(_ text: Substring, _ search: inout LinkSearch) -> (String, Substring)? {
        guard text.first == "[", let (middle, end) = search.next(in: text) else { return nil }
        let target = text[middle..<end].dropFirst(2)
        let label = escaped(String(text[..<middle].dropFirst()))
        return ("<a href=\"\(escaped(String(target)))\">\(label)</a>", text[end...].dropFirst())
    }

    /// Where the next `](address)` stands; kept, because any number of brackets may open before it.
    private struct LinkSearch {
        private var known: (middle: Substring.Index, end: Substring.Index?)?
        private var isExhausted = false

        /// The places of the next `](` and of the `)` behind it; nil where it is no link.
        mutating func next(in text: Substring) -> (middle: Substring.Index, end: Substring.Index)? {
            if known.map({ $0.middle < text.startIndex }) ?? true { known = find(in: text) }
            guard let known, let end = known.end else { return nil }
            return (known.middle, end)
        }

        private mutating func find(in text: Substring) -> (Substring.Index, Substring.Index?)? {
            guard !isExhausted, let middle = range(of: "](", in: text) else {
                isExhausted = true
                return nil
            }
            let tail = text[middle...].dropFirst(2)
            guard ["https://", "http://", "mailto:"].contains(where: tail.hasPrefix) else { return (middle, nil) }
            guard let end = tail.firstIndex(of: ")") else {
                isExhausted = true
                return nil
            }
            return (middle, end)
        }
    }

    private static func range(of mark: String, in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(mark) { return index }
            index = text.index(after: index)
        }
        return nil
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
