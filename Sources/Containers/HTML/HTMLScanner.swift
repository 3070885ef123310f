/// A start tag as far as tables need it.
struct HTMLTag {
    /// Lower case.
    var name: String
    /// `colspan`, 1 to ``HTMLTables/mostColumns``.
    var columns = 1
    /// `class="hidden"`, `hidden`, or `style="display:none"`.
    var isHidden = false
}

/// Cuts a document into tags and the text between them.
struct HTMLScanner {
    /// One piece of a document.
    enum Piece {
        case text(Range<Int>)
        case title(Range<Int>)
        /// A start tag, and the 1-based line on which it stands.
        case start(HTMLTag, line: Int)
        /// The name of an end tag, lower case.
        case end(String)
    }

    private var position = 0
    private let count: Int
    private var line = 1
    private var counted = 0
    /// The longest name of a tag or attribute that is looked at.
    private static let longestName = 16

    init(_ bytes: [UInt8]) { count = bytes.count }

    /// The next piece; nil at the end.
    mutating func next(_ bytes: Span<UInt8>) -> Piece? {
        while position < count {
            guard bytes[position] == UInt8(ascii: "<"), let piece = tag(bytes) else { return .text(textRange(bytes)) }
            if case .some(let piece) = piece { return piece }
        }
        return nil
    }

    /// From here to the next `<` that is not here.
    private mutating func textRange(_ bytes: Span<UInt8>) -> Range<Int> {
        let start = position
        position += 1
        while position < count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return start..<position
    }

    /// What stands at a `<`: nil where it is text, and a piece that is nil where it is passed over.
    private mutating func tag(_ bytes: Span<UInt8>) -> Piece?? {
        guard position + 1 < count else { return nil }
        let mark = bytes[position + 1]
        if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") {
            skipDeclaration(bytes)
            return .some(nil)
        }
        let isEnd = mark == UInt8(ascii: "/")
        let start = position + (isEnd ? 2 : 1)
        guard start < count, Self.isLetter(bytes[start]) else { return nil }
        let line = lineNumber(bytes)
        position = start
        var tag = HTMLTag(name: name(bytes))
        readAttributes(bytes, of: &tag)
        if isEnd { return .end(tag.name) }
        switch tag.name {
        case "script", "style":
            _ = rawText(bytes, until: tag.name)
            return .some(nil)
        case "title": return .title(rawText(bytes, until: tag.name))
        default: return .start(tag, line: line)
        }
    }

    /// A comment to its `-->`, anything else to its `>`.
    private mutating func skipDeclaration(_ bytes: Span<UInt8>) {
        let dash = UInt8(ascii: "-")
        let isComment = position + 3 < count && bytes[position + 2] == dash && bytes[position + 3] == dash
        position += isComment ? 4 : 2
        while position < count {
            defer { position += 1 }
            guard bytes[position] == UInt8(ascii: ">") else { continue }
            if !isComment || bytes[position - 1] == dash && bytes[position - 2] == dash { return }
        }
    }

    /// The text up to the end tag of an element in which nothing else is one, with its end tag passed over.
    private mutating func rawText(_ bytes: Span<UInt8>, until name: String) -> Range<Int> {
        let (start, letters) = (position, Array(name.utf8))
        while position < count {
            if bytes[position] == UInt8(ascii: "<"), endsHere(bytes, letters) {
                let end = position
                while position < count, bytes[position] != UInt8(ascii: ">") { position += 1 }
                position = min(position + 1, count)
                return start..<end
            }
            position += 1
        }
        return start..<count
    }

    private func endsHere(_ bytes: Span<UInt8>, _ name: [UInt8]) -> Bool {
        guard position + 2 + name.count <= count, bytes[position + 1] == UInt8(ascii: "/") else { return false }
        return name.indices.allSatisfy { bytes[position + 2 + $0] | 0x20 == name[$0] }
    }

    // MARK: Attributes

    /// Letters and digits from here on, lower case.
    private mutating func name(_ bytes: Span<UInt8>) -> String {
        var letters = [UInt8]()
        while position < count, Self.isNamePart(bytes[position]) {
            if letters.count < Self.longestName { letters.append(Self.lower(bytes[position])) }
            position += 1
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Reads to the `>` that ends the tag.
    private mutating func readAttributes(_ bytes: Span<UInt8>, of tag: inout HTMLTag) {
        while position < count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return
            }
            guard Self.isLetter(byte) else {
                position += 1
                continue
            }
            let attribute = name(bytes)
            let value = value(bytes)
            switch attribute {
            case "colspan": tag.columns = min(max(Int(value) ?? 1, 1), HTMLTables.mostColumns)
            case "hidden": tag.isHidden = true
            case "class" where value.split(separator: " ").contains("hidden"): tag.isHidden = true
            case "style" where value.filter({ $0 != " " }).contains("display:none"): tag.isHidden = true
            default: break
            }
        }
    }

    /// The value behind an attribute's name, lower case and cut; empty where there is none.
    private mutating func value(_ bytes: Span<UInt8>) -> String {
        skipBlanks(bytes)
        guard position < count, bytes[position] == UInt8(ascii: "=") else { return "" }
        position += 1
        skipBlanks(bytes)
        guard position < count else { return "" }
        let quote = bytes[position]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { position += 1 }
        var letters = [UInt8]()
        while position < count {
            let byte = bytes[position]
            if isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
            if letters.count < 64 { letters.append(Self.lower(byte)) }
            position += 1
        }
        if isQuoted { position = min(position + 1, count) }
        return String(decoding: letters, as: UTF8.self)
    }

    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < count, bytes[position] <= 0x20 { position += 1 }
    }

    /// The line of the position; each line end is counted once.
    private mutating func lineNumber(_ bytes: Span<UInt8>) -> Int {
        while counted < position {
            if bytes[counted] == 0x0A { line += 1 }
            counted += 1
        }
        return line
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isNamePart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }
}
