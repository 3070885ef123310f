/// Report markup that was read and checked and whose figures and tables are not made yet: for choosing sections first.
public struct MarkupDraft<Content: MarkupContent> {
    /// One element at the top of the document.
    public enum Part: Equatable, Sendable {
        /// A section, by its anchor.
        case section(String)
        /// The end of a page.
        case pageBreak
        /// Anything else.
        case other
    }

    /// The elements at the top, in order.
    public let parts: [Part]
    private let markup: String
    private let name: String
    private let root: MarkupElement
    private let builder: MarkupBuilder<Content>

    /// Reads markup; see ``MarkupReader/blocks(from:source:content:)``.
    public init(_ markup: String, source name: String, content: Content) throws(MarkupError) {
        self.markup = markup
        self.name = name
        do throws(MarkupFault) {
            root = try MarkupParser.parse(markup)
            try MarkupChecker.checkChildren(of: root, .blocks)
            var builder = MarkupBuilder(content: content)
            try builder.reserveAnchors(in: root)
            builder.nameAnchors(in: root)
            self.builder = builder
            parts = root.elements.map { Self.part($0, builder) }
        } catch {
            throw MarkupError(error, in: markup, source: name)
        }
    }

    /// The blocks of some of the parts, in the order of the indices; nothing is made for the others.
    public func blocks(at indices: [Int]) throws(MarkupError) -> [Block] {
        do throws(MarkupFault) {
            var builder = builder
            return try builder.blocks(of: indices.map { root.elements[$0] })
        } catch {
            throw MarkupError(error, in: markup, source: name)
        }
    }

    private static func part(_ element: MarkupElement, _ builder: MarkupBuilder<Content>) -> Part {
        switch element.name {
        case "section": .section(builder.anchor(of: element))
        case "page-break": .pageBreak
        default: .other
        }
    }
}
