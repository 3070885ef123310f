/// A part of a Markdown document (CommonMark 0.30).
public struct MarkdownNode: Equatable, Sendable {
    /// What a part is.
    public enum Kind: Equatable, Sendable {
        /// The whole.
        case document
        /// A heading of level 1 to 6.
        case heading(level: Int)
        /// Running text.
        case paragraph
        /// A list, with the number of its first item; nil for points.
        case list(start: Int?)
        /// An item of a list.
        case item
        /// A quotation.
        case quote
        /// Lines of code.
        case codeBlock(String)
        /// A line between parts.
        case rule
        /// Raw HTML between paragraphs, as it was written.
        case htmlBlock(String)
        /// Words.
        case text(String)
        /// The end of a line that means nothing.
        case softBreak
        /// The end of a line that was asked for.
        case lineBreak
        /// Code within text.
        case code(String)
        /// Raw HTML within text, as it was written.
        case html(String)
        /// Stressed text.
        case emphasis
        /// Strongly stressed text.
        case strong
        /// A link to an address.
        case link(String)
        /// A picture at an address.
        case image(String)
    }

    /// What the part is.
    public var kind: Kind
    /// What it consists of, in order.
    public var children: [MarkdownNode]

    /// A part.
    public init(_ kind: Kind, _ children: [MarkdownNode] = []) {
        self.kind = kind
        self.children = children
    }

    /// The words without their marks.
    public var plainText: String {
        switch kind {
        case .text(let text), .code(let text), .html(let text), .htmlBlock(let text), .codeBlock(let text): text
        case .softBreak, .lineBreak: " "
        default: children.map(\.plainText).joined()
        }
    }
}
