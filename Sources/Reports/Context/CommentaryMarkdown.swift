import Formatting
import Markdown

/// Turns a user's Markdown into report markup: headings, paragraphs, lists, tables, code, emphasis, links.
///
/// Raw HTML is shown as the text that it is; nothing of it is passed on. Pictures become their description: a report
/// fetches nothing.
public enum CommentaryMarkdown {
    /// The markup of a text; empty for a blank one.
    public static func markup(of text: String) -> String { blocks(MarkdownReader.document(text).children, depth: 0) }

    /// Deeper lists are written as their words: what no page has room to indent.
    private static let deepestList = 6

    // MARK: Blocks

    private static func blocks(_ nodes: [MarkdownNode], depth: Int) -> String {
        nodes.map { block($0, depth: depth) }.joined()
    }

    private static func block(_ node: MarkdownNode, depth: Int) -> String {
        switch node.kind {
        case .heading: element("heading", " level=\"2\"", HTMLText.escaped(node.plainText))
        case .list(let start): list(node, start: start, depth: depth)
        case .quote, .document, .item: blocks(node.children, depth: depth)
        case .codeBlock(let text): element("pre", "", HTMLText.escaped(text))
        case .rule: "<rule/>\n"
        case .paragraph: CommentaryTable(node)?.markup ?? element("p", "", inlines(node.children))
        case .htmlBlock(let text):
            element("p", "", HTMLText.escaped(text.hasSuffix("\n") ? String(text.dropLast()) : text))
        default: element("p", "", inlines(node.children.isEmpty ? [node] : node.children))
        }
    }

    static func element(_ name: String, _ attributes: String, _ content: String) -> String {
        content.allSatisfy(\.isWhitespace) ? "" : "<\(name)\(attributes)>\(content)</\(name)>\n"
    }

    private static func list(_ node: MarkdownNode, start: Int?, depth: Int) -> String {
        guard depth < deepestList else { return element("p", "", HTMLText.escaped(node.plainText)) }
        let name = start == nil ? "ul" : "ol"
        let attributes = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let items = node.children.map { "<li>\(item($0, depth: depth))</li>" }.joined()
        return "<\(name)\(attributes)>\(items)</\(name)>\n"
    }

    /// An item's paragraphs as lines of one, then the lists in it.
    private static func item(_ node: MarkdownNode, depth: Int) -> String {
        var lines: [String] = []
        var lists = ""
        for child in node.children {
            if case .list(let start) = child.kind, depth + 1 < deepestList {
                lists += list(child, start: start, depth: depth + 1)
            } else if child.kind == .paragraph {
                lines.append(inlines(child.children))
            } else if case .codeBlock(let text) = child.kind {
                lines += text.split(separator: "\n").map { "<code>\(HTMLText.escaped(String($0)))</code>" }
            } else {
                lines.append(HTMLText.escaped(child.plainText))
            }
        }
        return lines.joined(separator: "<br/>") + lists
    }

    // MARK: Text

    /// Marks do not nest in report markup: of several the innermost strong one, link or code counts.
    private static func inlines(_ nodes: [MarkdownNode], in style: String? = nil) -> String {
        nodes.map { inline($0, in: style) }.joined()
    }

    private static func inline(_ node: MarkdownNode, in style: String?) -> String {
        switch node.kind {
        case .text(let text), .html(let text): styled(text, style)
        case .code(let text): styled(text, "code")
        case .softBreak: styled(" ", style)
        case .lineBreak: "<br/>"
        case .emphasis: inlines(node.children, in: style ?? "em")
        case .strong: inlines(node.children, in: "b")
        case .link(let address): link(node, to: address, style)
        case .image: styled(node.plainText, style)
        default: styled(node.plainText, style)
        }
    }

    private static func styled(_ text: String, _ style: String?) -> String {
        guard let style, !text.allSatisfy(\.isWhitespace) else { return HTMLText.escaped(text) }
        return "<\(style)>\(HTMLText.escaped(text))</\(style)>"
    }

    /// Only web and mail addresses become links; `javascript:` and the like stay the text that was written.
    private static func link(_ node: MarkdownNode, to address: String, _ style: String?) -> String {
        let lower = address.lowercased()
        guard ["https://", "http://", "mailto:"].contains(where: lower.hasPrefix), !node.plainText.isEmpty else {
            let label = inlines(node.children, in: style)
            // `<javascript:x>` is its own label.
            return node.plainText == address ? label : styled("[", style) + label + styled("](\(address))", style)
        }
        return "<a href=\"\(HTMLText.escaped(address))\">\(HTMLText.escaped(node.plainText))</a>"
    }
}
