/// Markup as elements, attributes and text, before anything is known about what they mean.
struct MarkupElement {
    /// As written.
    var name: String
    /// Where its `<` stands, in UTF-8 bytes.
    var offset: Int
    /// In the order of the tag.
    var attributes: [MarkupAttribute] = []
    /// Elements and text in order.
    var children: [MarkupNode] = []

    /// The attribute of a name.
    func attribute(_ name: String) -> MarkupAttribute? { attributes.first { $0.name == name } }

    /// The elements among the children.
    var elements: [MarkupElement] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// What an error about the whole element marks: `<name`.
    var mark: MarkupMark { MarkupMark(offset: offset, length: name.utf8.count + 1) }
}

/// Something within an element.
enum MarkupNode {
    /// An element.
    case element(MarkupElement)
    /// Text with its entities resolved and its white space as written.
    case text(String, offset: Int)
}

/// One attribute of a tag.
struct MarkupAttribute {
    /// As written.
    var name: String
    /// Where the name stands, in UTF-8 bytes.
    var offset: Int
    /// With entities resolved; nil for a bare name.
    var value: String?
    /// Where the value stands within its quotes.
    var valueOffset = 0
    /// Bytes of the value as written.
    var valueLength = 0

    /// Marks the value, or the name where there is none.
    var mark: MarkupMark {
        value == nil || valueLength == 0
            ? MarkupMark(offset: offset, length: name.utf8.count)
            : MarkupMark(offset: valueOffset, length: valueLength)
    }
}

/// A stretch of markup, in UTF-8 bytes.
struct MarkupMark: Equatable {
    var offset: Int
    var length: Int
}

/// A mistake at a stretch of the markup; the reader turns it into a ``MarkupError`` with line and column.
struct MarkupFault: Error {
    var code: MarkupError.Code
    var mark: MarkupMark

    init(_ code: MarkupError.Code, _ mark: MarkupMark) {
        self.code = code
        self.mark = mark
    }
}
