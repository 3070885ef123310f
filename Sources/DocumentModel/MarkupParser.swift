/// Reads markup into elements: knows tags, attributes, entities and comments, but no vocabulary.
///
/// Open elements are kept in a list of their own, so nesting costs no call stack, however deep.
struct MarkupParser {
    /// Deeper nesting is a mistake of the template, such as a macro that calls itself.
    static let depthLimit = 64

    private let bytes: [UInt8]
    private var position = 0
    private var open: [MarkupElement]

    private init(_ markup: String) {
        bytes = Array(markup.utf8)
        open = [MarkupElement(name: "", offset: 0)]
    }

    /// The markup as the children of a nameless element.
    static func parse(_ markup: String) throws(MarkupFault) -> MarkupElement {
        var parser = MarkupParser(markup)
        while parser.position < parser.bytes.count { try parser.step() }
        if parser.open.count > 1, let last = parser.open.last {
            throw MarkupFault(.unclosedElement(last.name), last.mark)
        }
        return parser.open[0]
    }

    private mutating func step() throws(MarkupFault) {
        guard bytes[position] == UInt8(ascii: "<") else { return try readText() }
        if starts(with: Self.commentStart) { return try skipComment() }
        if starts(with: Self.endTagStart) { return try readEndTag() }
        try readStartTag()
    }

    private mutating func readText() throws(MarkupFault) {
        let start = position
        position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let text = try MarkupEntities.resolve(bytes[start..<position], offset: start)
        open[open.count - 1].children.append(.text(text, offset: start))
    }

    private mutating func skipComment() throws(MarkupFault) {
        let start = position
        position += 4
        while position < bytes.count {
            if starts(with: Self.commentEnd) {
                position += 3
                return
            }
            position += 1
        }
        throw MarkupFault(.unfinishedComment, MarkupMark(offset: start, length: 4))
    }

    private mutating func readEndTag() throws(MarkupFault) {
        let start = position
        position += 2
        let name = readName()
        skipSpace()
        guard !name.isEmpty else { throw MarkupFault(.strayAngle, MarkupMark(offset: start, length: 1)) }
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
            throw MarkupFault(.unfinishedTag("/" + name), MarkupMark(offset: start, length: position - start))
        }
        position += 1
        let mark = MarkupMark(offset: start, length: position - start)
        guard open.count > 1, let element = open.popLast() else { throw MarkupFault(.strayEndTag(name), mark) }
        guard element.name == name else {
            throw MarkupFault(.mismatchedEndTag(found: name, open: element.name), element.mark)
        }
        open[open.count - 1].children.append(.element(element))
    }

    private mutating func readStartTag() throws(MarkupFault) {
        let start = position
        position += 1
        let name = readName()
        guard !name.isEmpty else { throw MarkupFault(.strayAngle, MarkupMark(offset: start, length: 1)) }
        var element = MarkupElement(name: name, offset: start)
        while true {
            skipSpace()
            if position < bytes.count, bytes[position] == UInt8(ascii: ">") {
                position += 1
                guard open.count <= Self.depthLimit else {
                    throw MarkupFault(.tooDeep(limit: Self.depthLimit), element.mark)
                }
                open.append(element)
                return
            }
            if starts(with: Self.emptyTagEnd) {
                position += 2
                open[open.count - 1].children.append(.element(element))
                return
            }
            try readAttribute(of: &element)
        }
    }

    private mutating func readAttribute(of element: inout MarkupElement) throws(MarkupFault) {
        let start = position
        let name = readName()
        guard !name.isEmpty else { throw MarkupFault(.unfinishedTag(element.name), element.mark) }
        var attribute = MarkupAttribute(name: name, offset: start)
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
            position += 1
            skipSpace()
            try readValue(of: &attribute)
        }
        guard element.attribute(name) == nil else {
            throw MarkupFault(.duplicateAttribute(name), MarkupMark(offset: start, length: name.utf8.count))
        }
        element.attributes.append(attribute)
    }

    private mutating func readValue(of attribute: inout MarkupAttribute) throws(MarkupFault) {
        let mark = MarkupMark(offset: attribute.offset, length: attribute.name.utf8.count)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { throw MarkupFault(.unquotedValue(attribute: attribute.name), mark) }
        let quote = bytes[position]
        position += 1
        let start = position
        guard let end = bytes[start...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }),
            bytes[end] == quote
        else { throw MarkupFault(.unclosedValue(attribute: attribute.name), mark) }
        attribute.value = try MarkupEntities.resolve(bytes[start..<end], offset: start)
        attribute.valueOffset = start
        attribute.valueLength = end - start
        position = end + 1
    }
}

/// Characters.
extension MarkupParser {
    private static let commentStart = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let endTagStart = Array("</".utf8)
    private static let emptyTagEnd = Array("/>".utf8)

    private func starts(with text: [UInt8]) -> Bool { bytes[position...].starts(with: text) }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// Letters, digits and hyphens, a letter first; empty where no name stands.
    private mutating func readName() -> String {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): position += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where position > start: position += 1
            case UInt8(ascii: "-") where position > start: position += 1
            default: return String(decoding: bytes[start..<position], as: UTF8.self)
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
