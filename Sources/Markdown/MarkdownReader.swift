import CCmark

/// Reads Markdown with libcmark, the reference implementation of CommonMark.
///
/// ```swift
/// let document = MarkdownReader.document("Some *words*")
/// document.children[0].children[1].kind  // .emphasis
/// ```
public enum MarkdownReader {
    /// What is nested deeper is read as its words: a line of ten thousand `>` must not exhaust the stack.
    static let deepest = 40

    /// The document that a text is; every text is one. Linear in its length.
    public static func document(_ text: String) -> MarkdownNode {
        var text = text
        return text.withUTF8 { bytes in
            let root = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
            }
            guard let root = unsafe root else { return MarkdownNode(.document) }
            defer { unsafe cmark_node_free(root) }
            return unsafe node(root, depth: 0)
        }
    }

    private static func node(_ node: OpaquePointer, depth: Int) -> MarkdownNode {
        guard depth < deepest else { return MarkdownNode(.text(unsafe words(in: node))) }
        var children: [MarkdownNode] = []
        var next = unsafe cmark_node_first_child(node)
        while let child = unsafe next {
            children.append(unsafe self.node(child, depth: depth + 1))
            unsafe next = unsafe cmark_node_next(child)
        }
        return MarkdownNode(unsafe kind(of: node), children)
    }

    private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_LIST: .list(start: unsafe firstNumber(of: node))
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_CODE_BLOCK: .codeBlock(unsafe literal(of: node))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_HTML_BLOCK: .htmlBlock(unsafe literal(of: node))
        case CMARK_NODE_TEXT: .text(unsafe literal(of: node))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code(unsafe literal(of: node))
        case CMARK_NODE_HTML_INLINE: .html(unsafe literal(of: node))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(unsafe text(cmark_node_get_url(node)))
        case CMARK_NODE_IMAGE: .image(unsafe text(cmark_node_get_url(node)))
        default: .document
        }
    }

    private static func firstNumber(of list: OpaquePointer) -> Int? {
        guard unsafe cmark_node_get_list_type(list) == CMARK_ORDERED_LIST else { return nil }
        return Int(unsafe cmark_node_get_list_start(list))
    }

    /// The words of a part and all that is in it, without recursion.
    private static func words(in node: OpaquePointer) -> String {
        guard let iterator = unsafe cmark_iter_new(node) else { return "" }
        defer { unsafe cmark_iter_free(iterator) }
        var words: [String] = []
        while true {
            let event = unsafe cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { return words.joined(separator: " ") }
            guard event == CMARK_EVENT_ENTER, let current = unsafe cmark_iter_get_node(iterator) else { continue }
            let found = unsafe literal(of: current)
            if !found.isEmpty { words.append(found) }
        }
    }

    private static func literal(of node: OpaquePointer) -> String { unsafe text(cmark_node_get_literal(node)) }

    private static func text(_ characters: UnsafePointer<CChar>?) -> String {
        guard let characters = unsafe characters else { return "" }
        return unsafe String(cString: characters)
    }
}
