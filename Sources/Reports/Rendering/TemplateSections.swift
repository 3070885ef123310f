import DocumentModel
import TemplateEngine

/// The sections that a template can make, whatever the run: found in its text and in the templates that it names.
///
/// A section that stands in a condition is in the text and not in every document. Names that a template computes are not
/// found; a document that has them knows them.
public struct TemplateSections {
    /// The anchors, in the order of the text, those of the extended template first.
    public private(set) var names: [String] = []
    /// Whether the template computes names, so that others than `names` can come up.
    public private(set) var computesNames = false
    /// The templates that were looked at, by the names that they are given, the first by its path.
    public var templates: [String] { visited.sorted() }
    private var visited: Set<String> = []

    /// Reads the texts of a template and of those that it names.
    public init(of choice: TemplateChoice) {
        let library = TemplateLibrary(choice)
        if let entry = library.entryName { visit(entry, from: nil, library) }
    }

    private mutating func visit(_ name: String, from parent: String?, _ library: TemplateLibrary) {
        guard visited.insert(name).inserted, visited.count < 100,
            let text = library.source(of: name, from: parent)?.text
        else { return }
        for keyword in ["extends", "include", "import", "from"] {
            for other in Self.named(by: keyword, in: text) { visit(other, from: name, library) }
        }
        for tag in Self.pieces(of: text, between: "<section", and: ">") { add(tag) }
    }

    private mutating func add(_ tag: Substring) {
        let written = Self.attribute("anchor", of: tag)
        let anchor = written ?? Self.attribute("title", of: tag).map(MarkupReader.anchor(forTitle:))
        guard let anchor, !tag.contains("{%"), !(written ?? Self.attribute("title", of: tag) ?? "{{").contains("{{")
        else { return computesNames = true }
        if !names.contains(anchor) { names.append(anchor) }
    }

    /// The template names in `{% extends "summary" %}` and its like.
    private static func named(by keyword: String, in text: String) -> [String] {
        pieces(of: text, between: "{%", and: "%}").compactMap { tag in
            let words = tag.drop { $0 == "-" || $0 == "+" || $0.isWhitespace }
            guard words.hasPrefix(keyword) else { return nil }
            let quoted = words.split(whereSeparator: { $0 == "\"" || $0 == "'" })
            return quoted.count > 1 ? String(quoted[1]) : nil
        }
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        pieces(of: String(tag), between: " \(name)=\"", and: "\"").first.map(String.init)
    }

    /// What stands between two marks, each time.
    private static func pieces(of text: String, between start: String, and end: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = Substring(text)
        while let opening = rest.firstRange(of: start) {
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: end) else { break }
            pieces.append(rest[..<closing.lowerBound])
            rest = rest[closing.upperBound...]
        }
        return pieces
    }
}
